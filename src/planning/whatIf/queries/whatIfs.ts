import { query } from "#platform";
import { planning as contract } from "../../contract.ts";
import { maySeePlanning, seesAllEntities } from "../../policy.ts";
import { whatIfViews } from "../store.ts";

export const whatIfs = query(contract.whatIfs, async ({ db, now, actor, authorize }) => {
  authorize(maySeePlanning(actor) && seesAllEntities(actor));
  return { rows: await whatIfViews(db, now) };
});
