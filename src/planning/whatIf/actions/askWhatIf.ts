import { action, actorName, type Day, dayOf, daysAfter, invalidInput, json, weekdayOf } from "#platform";
import { planning as contract } from "../../contract.ts";
import { mayPlan, seesAllEntities } from "../../policy.ts";
import { whatIfAsked } from "../events.ts";
import { whatIfViews } from "../store.ts";
import type { WhatIfChange } from "../views.ts";
import { whatIfJob } from "../whatIfJob.ts";

const refuse = (pointer: string, message: string) => {
  throw invalidInput({ errors: [{ pointer, problem: "not-valid", message }] });
};

const mustLieIn = (week: Day, changes: readonly WhatIfChange[]) => {
  for (const [index, change] of changes.entries())
    if ("days" in change && change.days.some((on) => on < week || on > daysAfter(week, 6)))
      refuse(`/body/changes/${index}/days`, "not a day of that week");
};

/** Asks how a week would come out with other crews; worked out in the background, beside the plan. */
export const askWhatIf = action(contract.askWhatIf, async (work, { week: day, changes }) => {
  const { tx, now } = work;
  work.authorize(mayPlan(work.actor) && seesAllEntities(work.actor));
  const week = daysAfter(day, 1 - weekdayOf(day));
  if (daysAfter(week, 6) < dayOf(now)) refuse("/body/week", "this week is over");
  mustLieIn(week, changes);
  const { id } = await tx
    .insertInto("planWhatIfs")
    .values({ week, changes: json(changes), madeBy: actorName(work.actor) ?? "", madeAt: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  work.announce(whatIfAsked({ id }));
  work.schedule(whatIfJob({ whatIfId: id }));
  return (await whatIfViews(tx, id))[0]!;
});
