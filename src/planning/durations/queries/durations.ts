import { query } from "#platform";
import { planning as contract } from "../../contract.ts";
import { maySeePlanning } from "../../policy.ts";
import { durationsByKind } from "../byKind.ts";
import { doneVisits } from "../learn.ts";
import { type DurationModel, fewest } from "../model.ts";

/** Enough for an average by kind of work, few enough to answer at once. */
const mostVisits = 1000;

export const durations = query(contract.durations, async ({ db, actor, authorize }) => {
  authorize(maySeePlanning(actor));
  const [newest, done] = await Promise.all([
    db
      .selectFrom("durationModels")
      .select(["madeAt", "visits", "ruleError", "modelError", "isUsed", "model"])
      .orderBy("madeAt", "desc")
      .limit(1)
      .executeTakeFirst(),
    doneVisits(db, mostVisits),
  ]);
  const { model = null, ...learned } = newest ?? {};
  return {
    learned: newest ? (learned as Omit<typeof newest, "model">) : null,
    fewest,
    kinds: durationsByKind(done, model as unknown as DurationModel | null),
  };
});
