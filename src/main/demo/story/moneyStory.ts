import { dayOf } from "#platform";
import { atWork, type Scene } from "./scene.ts";

const invoicesOf = (scene: Scene, orderId: string) =>
  scene.platform.database.db
    .selectFrom("invoices")
    .select(["id", "grossCents", "paidCents"])
    .where("orderId", "=", orderId)
    .where("status", "in", ["sent", "partial"])
    .execute();

/** Whether the work is to be checked and somebody pays for it: a service call under warranty has no lines, and waits for a person. */
const isToBill = async ({ platform }: Scene, orderId: string) => {
  const { db } = platform.database;
  const found = await db
    .selectFrom("orders as o")
    .innerJoin("orderLines as l", "l.orderId", "o.id")
    .select("o.id")
    .where("o.id", "=", orderId)
    .where("o.billingState", "=", "to_check")
    .where("l.status", "<>", "cancelled")
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
};

/** The office checks and invoices; later the payers pay. */
export const planMoney = (scene: Scene, orderId: string, finishedAt: string) => {
  const { stage, random, fenna } = scene;
  const checkedAt = atWork(finishedAt, random.between(3, 30));
  stage.at(
    checkedAt,
    orderId,
    async () => {
      if (await isToBill(scene, orderId)) await stage.act(fenna, "billing.checkOrder", { orderId });
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
