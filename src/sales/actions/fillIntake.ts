import { type Order, orderStatus, orders } from "#orders";
import { action, later, type Work } from "#platform";
import { sales } from "../contract.ts";
import { completeIntake as complete, saveAnswers, sendIntake as send } from "../intakeFlow.ts";
import { intakes, viewIntakeForOffice } from "../intakeStore.ts";
import { intakeInvitation } from "../mails.ts";
import { mayFillIntake } from "../policy.ts";
import { intakeClosed, intakeJustSent, orderOver } from "../problems.ts";

/** The office makes the questionnaire where an order has none yet, such as for service work that turns out to need it. */
const ensureIntake = async (work: Work, orderId: string) => {
  const order = await orders.lock(work.tx, orderId);
  if (orderStatus.isFinal(order.status)) throw orderOver({ current: order.status });
  return { order, intake: await intakes.add(work.tx, { orderId, answers: {}, createdAt: work.now }) };
};

/** Fills in for the customer, on the telephone. */
export const saveIntake = action(sales.saveIntake, async (work, { orderId, ...answers }) => {
  work.authorize(mayFillIntake(work.actor));
  await ensureIntake(work, orderId);
  const { order, intake } = await saveAnswers(work, orderId, answers);
  return viewIntakeForOffice(work.tx, order, intake);
});

export const completeIntake = action(sales.completeIntake, async (work, { orderId }) => {
  work.authorize(mayFillIntake(work.actor));
  const { order, intake } = await complete(work, orderId);
  work.note({ recordType: "intake", recordId: intake.id, orderId, changes: { status: intake.status } });
  return viewIntakeForOffice(work.tx, order, intake);
});

/** Who clicks again within this time, or in another tab, means the same mail. */
const aMoment = "PT1M";

/** Says no to the same mail twice within moments; to an address that was corrected since it goes. */
const refuseTwice = async ({ tx, now }: Work, order: Order) => {
  const sent = await tx
    .selectFrom("messages as m")
    .innerJoin("contacts as c", "c.id", "m.contactId")
    .select("m.toAddress")
    .where("m.orderId", "=", order.id)
    .where("m.template", "=", intakeInvitation.name)
    .where("m.contactId", "=", order.contactId)
    .whereRef("m.toAddress", "=", "c.email")
    .where("m.createdAt", ">", later(now, `-${aMoment}`))
    .executeTakeFirst();
  if (sent) throw intakeJustSent({ to: sent.toAddress });
};

/** Sends the link, or a fresh one. */
export const sendIntake = action(sales.sendIntake, async (work, { orderId }) => {
  work.authorize(mayFillIntake(work.actor));
  const { order, intake } = await ensureIntake(work, orderId);
  if (intake.status === "completed") throw intakeClosed();
  await refuseTwice(work, order);
  await send(work, order, intake);
  work.note({ recordType: "intake", recordId: intake.id, orderId, changes: { sentAt: work.now } });
  return { done: true as const };
});
