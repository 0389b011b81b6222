import { query } from "#platform";
import { planning as contract } from "../../contract.ts";
import { maySeePlanning } from "../../policy.ts";

export const durations = query(contract.durations, async ({ db, actor, authorize }) => {
  authorize(maySeePlanning(actor));
  const learned = await db
    .selectFrom("durationModels")
    .select(["madeAt", "visits", "ruleError", "modelError", "isUsed"])
    .orderBy("madeAt", "desc")
    .limit(1)
    .executeTakeFirst();
  return { learned: learned ?? null };
});
