import { action, forbidden } from "#platform";
import { sales } from "../contract.ts";
import { completeIntake, saveAnswers } from "../intakeFlow.ts";
import { viewIntake } from "../intakeStore.ts";

/** Keeps what a customer answered so far. */
export const saveMyIntake = action(sales.saveMyIntake, async (work, answers) => {
  if (work.actor.kind !== "customer") throw forbidden();
  const { order, intake } = await saveAnswers(work, work.actor.orderId, answers);
  return viewIntake(work.tx, order, intake);
});

/** The customer is done. */
export const completeMyIntake = action(sales.completeMyIntake, async (work) => {
  if (work.actor.kind !== "customer") throw forbidden();
  const { order, intake } = await completeIntake(work, work.actor.orderId);
  return viewIntake(work.tx, order, intake);
});
