import { dayOf, daysAfter, type Instant, invalidInput, refuseFarAhead, type Work } from "#platform";
import { mostDays } from "../period.ts";
import { clockOf, instantOf } from "../slots/crewState.ts";
import { expectedFrom } from "../slots/dayPart.ts";
import { type Visit, visits } from "../visits/visitStore.ts";
import { placeInForce } from "./planData.ts";
import { appointmentNotBegun } from "./problems.ts";
import type { Disruption, PlanPlace } from "./views.ts";

/** The most days somebody is ill or a van is broken for, told at once. */
const longest = 366;

const refuse = (field: string, message: string): never => {
  throw invalidInput({ errors: [{ pointer: `/what/${field}`, problem: "not-valid", message }] });
};

const mustHaveBegun = (place: PlanPlace, now: Instant) => {
  const minute = expectedFrom(place);
  if (now < instantOf(place.on, minute)) throw appointmentNotBegun({ on: place.on, from: clockOf(minute) });
};

/** Nothing happens any more to a visit that was called off, though it is still known where it stood. */
const openVisit = async ({ tx }: Pick<Work, "tx">, visitId: string): Promise<Visit> => {
  const visit = await visits.byId(tx, visitId);
  return visit.status === "cancelled" ? refuse("visitId", "was called off") : visit;
};

/** Refuses what cannot have happened: an end before the beginning, days that are over, a visit that has no time, a customer who was away before the appointment. */
export const mustBeSensible = async (work: Work, what: Disruption): Promise<void> => {
  const { now } = work;
  const today = dayOf(now);
  if (what.kind === "ill" || what.kind === "van_broken") {
    refuseFarAhead({ "what/until": what.until }, now);
    if (what.until < what.from) refuse("until", "ends before it begins");
    if (what.until < today) refuse("until", "is over");
    if (what.until > daysAfter(what.from, longest))
      refuse("until", `at most ${longest} days after the first`);
  } else if (what.kind === "emergency") {
    await openVisit(work, what.visitId);
    if (what.on < today) refuse("on", "is over");
    if (what.on > daysAfter(today, mostDays)) refuse("on", `at most ${mostDays} days from today`);
  } else {
    const place = placeInForce(await openVisit(work, what.visitId));
    if (!place) refuse("visitId", "has no time");
    else if (what.kind === "no_show") mustHaveBegun(place, now);
  }
};
