import { action, notFound } from "#platform";
import { planning as contract } from "../../contract.ts";
import { mayPlan } from "../../policy.ts";
import { whatIfAnswered } from "../events.ts";

/** Throws an answer away; one that is still being worked out finds nothing to write to. */
export const dropWhatIf = action(contract.dropWhatIf, async (work, { whatIfId }) => {
  work.authorize(mayPlan(work.actor));
  const gone = await work.tx
    .deleteFrom("planWhatIfs")
    .where("id", "=", whatIfId)
    .returning("id")
    .executeTakeFirst();
  if (!gone) throw notFound();
  work.announce(whatIfAnswered({ id: whatIfId }));
  return { done: true as const };
});
