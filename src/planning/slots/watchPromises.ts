import { openException, settleOthers } from "#orders";
import { dayOf, daysAfter, type Recurring, recurring, type Work } from "#platform";
import { crewDays } from "./crewState.ts";
import { lateStops } from "./route.ts";

const kind = "promise_at_risk";
/** Minutes a crew may be late for; less than that says more about how roads are estimated. */
const mostLate = 10;

const promised = ({ tx }: Work) =>
  tx.selectFrom("visits").where("status", "=", "scheduled").where("confirmedAt", "is not", null);

/** Every day from tomorrow on, as far ahead as somebody was promised one. */
const tooLate = async (work: Work): Promise<ReadonlyMap<string, number>> => {
  const { tx, now } = work;
  const from = daysAfter(dayOf(now), 1);
  const { last } = await promised(work)
    .select(({ fn }) => fn.max("onDay").as("last"))
    .executeTakeFirstOrThrow();
  const days = await crewDays(tx, { from, until: last ?? from, now });
  const late = days.flatMap(lateStops).filter(({ minutes }) => minutes > mostLate);
  return new Map(late.map(({ visitId, minutes }) => [visitId, minutes]));
};

const promisedVisits = async (work: Work, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : promised(work).select(["id", "orderId", "number", "onDay as on"]).where("id", "in", ids).execute();

/**
 * Looks whether crews can still be in time for what customers were promised: a time that fitted when it was chosen may not fit any more when
 * roads or work turn out longer, or somebody of the crew is away. The planner hears of it while there are days left to mend it.
 */
export const watchPromises = async (work: Work): Promise<void> => {
  const late = await tooLate(work);
  const atRisk = await promisedVisits(work, [...late.keys()]);
  for (const { id, orderId, number, on } of atRisk) {
    const facts = { number, on, minutes: late.get(id)! };
    await openException(work, { orderId, kind, key: id, facts, within: "P1D" });
  }
  const keys = atRisk.map(({ id }) => id);
  await settleOthers(work, { kind, keys, resolution: "in time again" });
};

/** Every morning, after it was learned how long roads take. */
export const watchPromisesDaily: Recurring = recurring(
  "planning/watch-promises",
  "20 6 * * *",
  watchPromises,
);
