import { action, notFound, refuseBackwards, refuseFarAhead } from "#platform";
import { planning as contract } from "../../contract.ts";
import { meansChanged } from "../../events.ts";
import { mayPlan } from "../../policy.ts";
import { homeCountry } from "../workingDays.ts";

/** A choice for every year: work on Good Friday, on Saturdays, or not. */
export const chooseWorkingDay = action(contract.chooseWorkingDay, async (work, { rule, works }) => {
  work.authorize(mayPlan(work.actor));
  await work.tx
    .insertInto("workingDayChoices")
    .values({ country: homeCountry, rule, works })
    .onConflict((conflict) => conflict.columns(["country", "rule"]).doUpdateSet({ works }))
    .execute();
  work.note({ recordType: "working_day", changes: { [rule]: [!works, works] } });
  work.announce(meansChanged({ what: "calendar" }));
  return { done: true as const };
});

export const addPeriod = action(contract.addPeriod, async (work, period) => {
  work.authorize(mayPlan(work.actor));
  refuseFarAhead({ fromOn: period.fromOn, untilOn: period.untilOn }, work.now);
  refuseBackwards("untilOn", period.fromOn, period.untilOn);
  const kept = await work.tx
    .insertInto("calendarPeriods")
    .values(period)
    .returningAll()
    .executeTakeFirstOrThrow();
  work.note({ recordType: "calendar_period", recordId: kept.id });
  work.announce(meansChanged({ id: kept.id, what: "calendar" }));
  return kept;
});

export const removePeriod = action(contract.removePeriod, async (work, { periodId }) => {
  work.authorize(mayPlan(work.actor));
  const gone = await work.tx
    .deleteFrom("calendarPeriods")
    .where("id", "=", periodId)
    .returning("id")
    .executeTakeFirst();
  if (!gone) throw notFound();
  work.note({ recordType: "calendar_period", recordId: periodId, reason: "removed" });
  work.announce(meansChanged({ id: periodId, what: "calendar" }));
  return { done: true as const };
});
