import { action, actorName, type Day, dayOf, daysAfter, invalidInput, json, weekdayOf } from "#platform";
import { planning as contract } from "../../contract.ts";
import { mayPlan, seesAllEntities } from "../../policy.ts";
import { whatIfAsked } from "../events.ts";
import { whatIfViews } from "../store.ts";
import type { WhatIfChange, WhatIfMore } from "../views.ts";
import { whatIfJob } from "../whatIfJob.ts";

const refuse = (pointer: string, message: string) => {
  throw invalidInput({ errors: [{ pointer, problem: "not-valid", message }] });
};

const mustLieIn = (week: Day, changes: readonly WhatIfChange[]) => {
  const isOutside = (on: Day) => on < week || on > daysAfter(week, 6);
  for (const [index, change] of changes.entries()) {
    if ("days" in change && change.days.some(isOutside))
      refuse(`/body/changes/${index}/days`, "not a day of that week");
    if (change.kind === "hire" && change.from > daysAfter(week, 6))
      refuse(`/body/changes/${index}/from`, "after that week");
  }
};

/** How many crews are needed is one question, and there is something to work out. */
const mustAsk = (changes: readonly WhatIfChange[], work: readonly WhatIfMore[]) => {
  if (changes.length === 0 && work.length === 0) refuse("/body/changes", "nothing is different");
  const isEnough = ({ kind }: WhatIfChange) => kind === "enough_crews";
  const second = changes.findIndex(
    (change, index) => isEnough(change) && changes.findIndex(isEnough) < index,
  );
  if (second >= 0) refuse(`/body/changes/${second}`, "asked already");
};

/** Asks how a week would come out with other crews or more work; worked out in the background, beside the plan. */
export const askWhatIf = action(contract.askWhatIf, async (work, { week: day, changes, work: more }) => {
  const { tx, now } = work;
  work.authorize(mayPlan(work.actor) && seesAllEntities(work.actor));
  const week = daysAfter(day, 1 - weekdayOf(day));
  if (daysAfter(week, 6) < dayOf(now)) refuse("/body/week", "this week is over");
  mustLieIn(week, changes);
  mustAsk(changes, more);
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
  return (await whatIfViews(tx, id))[0]!;
});
