import { orderStatus, orders } from "#orders";
import { action } from "#platform";
import { sales } from "../contract.ts";
import { completeIntake as complete, saveAnswers, sendIntake as send } from "../intakeFlow.ts";
import { intakes, viewIntakeForOffice } from "../intakeStore.ts";
import { mayFillIntake } from "../policy.ts";
import { intakeClosed, orderOver } from "../problems.ts";

/** The office makes the questionnaire where an order has none yet, such as for service work that turns out to need it. */
const ensureIntake = async (work: Parameters<typeof complete>[0], orderId: string) => {
  const order = await orders.lock(work.tx, orderId);
  if (orderStatus.isFinal(order.status)) throw orderOver({ status: order.status });
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

/** Sends the link, or a fresh one. */
export const sendIntake = action(sales.sendIntake, async (work, { orderId }) => {
  work.authorize(mayFillIntake(work.actor));
  const { order, intake } = await ensureIntake(work, orderId);
  if (intake.status === "completed") throw intakeClosed();
  await send(work, order, intake);
  work.note({ recordType: "intake", recordId: intake.id, orderId, changes: { sentAt: work.now } });
  return { done: true as const };
});
