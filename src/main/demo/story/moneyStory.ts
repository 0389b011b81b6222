import { dayOf } from "#platform";
import { atWork, type Scene } from "./scene.ts";

const invoicesOf = (scene: Scene, orderId: string) =>
  scene.platform.database.db
    .selectFrom("invoices")
    .select(["id", "grossCents", "paidCents"])
    .where("orderId", "=", orderId)
    .where("status", "in", ["sent", "partial"])
    .execute();

/** What a finished order asks of the office: a check, or to close a call under warranty, which costs nobody anything. */
const askedOf = async ({ platform }: Scene, orderId: string): Promise<"check" | "nothing to bill" | null> => {
  const { db } = platform.database;
  const order = await db
    .selectFrom("orders")
    .select(["billingState", "kind", "totalCents"])
    .where("id", "=", orderId)
    .executeTakeFirstOrThrow();
  if (order.billingState !== "to_check") return null;
  return order.kind === "service" && order.totalCents === 0 ? "nothing to bill" : "check";
};

/** The office checks and invoices; later the payers pay. */
export const planMoney = (scene: Scene, orderId: string, finishedAt: string) => {
  const { stage, random, fenna } = scene;
  const checkedAt = atWork(finishedAt, random.between(3, 30));
  stage.at(
    checkedAt,
    orderId,
    async () => {
      const asked = await askedOf(scene, orderId);
      if (asked === "check") await stage.act(fenna, "billing.checkOrder", { orderId });
      if (asked === "nothing to bill")
        await stage.act(fenna, "billing.closeUnbilled", { orderId, reason: "Valt onder garantie." });
    },
    "invoice numbers",
  );
  const receive = async (share: number) => {
    for (const { id, grossCents, paidCents } of await invoicesOf(scene, orderId))
      if (random.chance(share))
        await stage.act(fenna, "billing.bookPayment", {
          invoiceId: id,
          amountCents: grossCents - paidCents,
          paidOn: dayOf(stage.now()),
        });
  };
  stage.at(atWork(checkedAt, random.between(40, random.chance(0.12) ? 900 : 330)), orderId, () =>
    receive(0.93),
  );
  // Who still has not paid after the last reminder is called, and mostly pays then.
  stage.at(atWork(checkedAt, random.between(40, 55) * 24), orderId, () => receive(0.9));
};
