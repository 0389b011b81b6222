import {
  action,
  actorName,
  type Day,
  dayOf,
  daysAfter,
  farAheadProblems,
  invalidInput,
  json,
  weekdayOf,
} from "#platform";
import type { FieldProblem } from "#platform/contract";
import { planning as contract } from "../../contract.ts";
import { mayPlan, seesAllEntities } from "../../policy.ts";
import { whatIfAsked } from "../events.ts";
import { whatIfViews } from "../store.ts";
import type { WhatIfChange, WhatIfMore } from "../views.ts";
import { whatIfJob } from "../whatIfJob.ts";

const wrong = (pointer: string, message: string): FieldProblem => ({
  pointer,
  problem: "not-valid",
  message,
});

const outsideOf = (week: Day, changes: readonly WhatIfChange[]) => {
  const last = daysAfter(week, 6);
  const isOutside = (on: Day) => on < week || on > last;
  return changes.flatMap((change, index) => [
    ...("days" in change && change.days.some(isOutside)
      ? [wrong(`/changes/${index}/days`, "not a day of that week")]
      : []),
    ...(change.kind === "hire" && change.from > last
      ? [wrong(`/changes/${index}/from`, "after that week")]
      : []),
  ]);
};

/** How many crews are needed is one question, and there is something to work out. */
const notAsked = (changes: readonly WhatIfChange[], work: readonly WhatIfMore[]) => {
  if (changes.length === 0 && work.length === 0) return [wrong("/changes", "nothing is different")];
  const isEnough = ({ kind }: WhatIfChange) => kind === "enough_crews";
  return changes.flatMap((change, index) =>
    isEnough(change) && changes.findIndex(isEnough) < index
      ? [wrong(`/changes/${index}`, "asked already")]
      : [],
  );
};

/** Asks how a week would come out with other crews or more work; worked out in the background, beside the plan. */
export const askWhatIf = action(contract.askWhatIf, async (work, { week: day, changes, work: more }) => {
  const { tx, now } = work;
  work.authorize(mayPlan(work.actor) && seesAllEntities(work.actor));
  const week = daysAfter(day, 1 - weekdayOf(day));
  const errors = [
    ...farAheadProblems({ week: day }, now),
    ...(daysAfter(week, 6) < dayOf(now) ? [wrong("/week", "this week is over")] : []),
    ...outsideOf(week, changes),
    ...notAsked(changes, more),
  ];
  if (errors.length > 0) throw invalidInput({ errors });
  const { id } = await tx
    .insertInto("planWhatIfs")
    .values({
      week,
      changes: json(changes),
      work: [...new Set(more)],
      madeBy: actorName(work.actor) ?? "",
      madeAt: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  work.announce(whatIfAsked({ id }));
  work.schedule(whatIfJob({ whatIfId: id }));
  return (await whatIfViews(tx, now, id))[0]!;
});
