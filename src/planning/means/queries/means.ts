import { query } from "#platform";
import { planning as contract } from "../../contract.ts";
import { maySeePlanning } from "../../policy.ts";
import { vanViews } from "../vans.ts";

export const vansList = query(contract.vans, async ({ db, actor, now, authorize }) => {
  authorize(maySeePlanning(actor));
  return { rows: await vanViews(db, now) };
});

export const depotsList = query(contract.depots, async ({ db, actor, authorize }) => {
  authorize(maySeePlanning(actor));
  return { rows: await db.selectFrom("depots").selectAll().orderBy("name").execute() };
});
