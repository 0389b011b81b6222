import { dayOf, daysAfter, invalidInput, type Work } from "#platform";
import { visits } from "../visits/visitStore.ts";
import { mostDays } from "./actions/keepPlan.ts";
import type { Disruption } from "./views.ts";

/** The most days somebody is ill or a van is broken for, told at once. */
const longest = 366;

const refuse = (field: string, message: string): never => {
  throw invalidInput({ errors: [{ pointer: `/what/${field}`, problem: "not-valid", message }] });
};

/** Refuses what cannot have happened: an end before the beginning, days that are over, a visit that has no time, a customer who was away on a day to come. */
export const mustBeSensible = async ({ tx, now }: Work, what: Disruption): Promise<void> => {
  const today = dayOf(now);
  if (what.kind === "ill" || what.kind === "van_broken") {
    if (what.until < what.from) refuse("until", "ends before it begins");
    if (what.until < today) refuse("until", "is over");
    if (what.until > daysAfter(what.from, longest))
      refuse("until", `at most ${longest} days after the first`);
  } else if (what.kind === "emergency") {
    if (what.on < today) refuse("on", "is over");
    if (what.on > daysAfter(today, mostDays)) refuse("on", `at most ${mostDays} days from today`);
  } else {
    const { onDay } = await visits.byId(tx, what.visitId);
    if (!onDay) refuse("visitId", "has no time");
    else if (what.kind === "no_show" && onDay > today) refuse("visitId", "its day has yet to come");
  }
};
