import { action } from "#platform";
import { planning as contract } from "../../contract.ts";
import { meansChanged } from "../../events.ts";
import { mayPlan } from "../../policy.ts";
import { insertDepot } from "../depots.ts";

/** A place where crews start and end. */
export const addDepot = action(contract.addDepot, async (work, given) => {
  work.authorize(mayPlan(work.actor));
  const depot = await insertDepot(work, given);
  work.note({ recordType: "depot", recordId: depot.id });
  work.announce(meansChanged({ id: depot.id, what: "depot" }));
  return depot;
});
