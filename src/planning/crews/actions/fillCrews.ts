import { action, type Day, daysAfter, type Tx, type Work, weekdayOf } from "#platform";
import { calendarDays } from "../../calendar/workingDays.ts";
import { planning as contract } from "../../contract.ts";
import { crewChanged } from "../../events.ts";
import { refuseOddPeriod } from "../../period.ts";
import { mayPlan } from "../../policy.ts";
import { crewsWith, insertCrew, oneAtATime } from "../crewStore.ts";
import { dayState, fitToDay, type Wanted } from "../fill.ts";
import { mustBeTemplate, templateCrews } from "../templates.ts";
import type { Skipped } from "../views.ts";

export type Like = { kind: "template"; templateId: string } | { kind: "yesterday" } | { kind: "last_week" };

const crewsOn = async (tx: Tx, on: Day) => crewsWith(tx, { from: on, until: on });

/** The last day before this one on which there were crews, at most ten days back. */
const crewsBefore = async (tx: Tx, on: Day) => {
  const last = await tx
    .selectFrom("dayCrews")
    .select(({ fn }) => fn.max("onDay").as("on"))
    .where("onDay", "<", on)
    .where("onDay", ">=", daysAfter(on, -10))
    .executeTakeFirst();
  return last?.on ? crewsOn(tx, last.on) : [];
};

const wantedOn = (tx: Tx, on: Day, like: Like): Promise<readonly Wanted[]> => {
  if (like.kind === "template") return templateCrews(tx, like.templateId, weekdayOf(on));
  return like.kind === "yesterday" ? crewsBefore(tx, on) : crewsOn(tx, daysAfter(on, -7));
};

/** Makes the crews of working days as somewhere else; gives what was made and, in facts, what was left out. */
export const fillDays = async (work: Work, { from, until, like }: { from: Day; until: Day; like: Like }) => {
  const made: { id: string; on: Day; name: string }[] = [];
  const skipped: Skipped[] = [];
  for (const { on, works, name } of await calendarDays(work.tx, from, until)) {
    if (!works) {
      if (weekdayOf(on) < 6) skipped.push({ on, crewName: "", kind: "closed", detail: name ?? "" });
      continue;
    }
    // Whoever fills the same day at once is waited for: what is made of it by then is left out in words.
    await oneAtATime(work.tx, on);
    const wanted = await wantedOn(work.tx, on, like);
    const day = await dayState(work.tx, on);
    for (const each of wanted) {
      const fit = fitToDay(each, day);
      skipped.push(...fit.skipped.map((reason) => ({ on, ...reason })));
      if (!fit.crew) continue;
      const { name: crewName, vanId, mechanicIds, startsAt, endsAt, maxJobs, start, end } = fit.crew;
      const crew = { on, name: crewName, vanId, mechanicIds, startsAt, endsAt, maxJobs, start, end };
      made.push({ id: await insertCrew(work, crew), on, name: crewName });
    }
  }
  return { made, skipped };
};

/** Makes crews as in a template, as yesterday or as last week. */
export const fillCrews = action(contract.fillCrews, async (work, given) => {
  work.authorize(mayPlan(work.actor));
  refuseOddPeriod(given, work.now);
  if (given.like.kind === "template") await mustBeTemplate(work.tx, given.like.templateId);
  const filled = await fillDays(work, given);
  work.note({ recordType: "crew", changes: { made: [0, filled.made.length] }, reason: given.like.kind });
  for (const crew of filled.made) work.announce(crewChanged({ ...crew, what: "made" }));
  return filled;
});
