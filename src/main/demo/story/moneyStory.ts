import { dayOf } from "#platform";
import { atWork, type Scene } from "./scene.ts";

const invoicesOf = (scene: Scene, orderId: string) =>
  scene.platform.database.db
    .selectFrom("invoices")
    .select(["id", "grossCents", "paidCents"])
    .where("orderId", "=", orderId)
    .where("status", "in", ["sent", "partial"])
    .execute();

/** The office checks and invoices; later the payers pay. */
export const planMoney = (scene: Scene, orderId: string, finishedAt: string) => {
  const { stage, random, fenna } = scene;
  const checkedAt = atWork(finishedAt, random.between(3, 30));
  stage.at(
    checkedAt,
    orderId,
    async () => {
      const { billingState } = await scene.platform.database.db
        .selectFrom("orders")
        .select("billingState")
        .where("id", "=", orderId)
        .executeTakeFirstOrThrow();
      if (billingState === "to_check") await stage.act(fenna, "billing.checkOrder", { orderId });
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
