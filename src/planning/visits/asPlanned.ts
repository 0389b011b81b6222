import type { Db } from "#platform";
import { minuteOf } from "../slots/crewState.ts";
import type { CrewDay, Stop, TimedStop } from "../slots/route.ts";
import { travelMinutes } from "../travel/travelMinutes.ts";
import { workClock } from "../travel/workClock.ts";

/** A stop with the minute of the day at which it begins. */
export interface PlannedStop extends Stop {
  at: number;
}

/** When each visit of a crew begins, in minutes of the day. */
export const plannedTimes = async (db: Db, crewId: string): Promise<Map<string, number>> => {
  const rows = await db
    .selectFrom("visits")
    .select(["id", "plannedStart"])
    .where("crewId", "=", crewId)
    .where("plannedStart", "is not", null)
    .execute();
  return new Map(rows.map(({ id, plannedStart }) => [id, minuteOf(plannedStart!)]));
};

/** The stops of a day in order of the times at which they are planned; one without keeps its earliest. */
export const inPlannedOrder = (stops: readonly Stop[], times: ReadonlyMap<string, number>): PlannedStop[] =>
  stops
    .map((stop) => ({ ...stop, at: times.get(stop.visitId) ?? stop.earliest }))
    .toSorted((a, b) => a.at - b.at);

/** The minute of the day at which work is done, lunch within it included. */
export const endOf = (
  { lunch, isWorkday }: Pick<CrewDay, "lunch" | "isWorkday">,
  start: number,
  minutes: number,
): number => {
  const clock = workClock(lunch, isWorkday);
  return clock.endOf(clock.at(start) + minutes);
};

/** The day in order with every stop at its planned time, whether it can be driven in time or not. */
export const asPlanned = (crew: CrewDay, stops: readonly PlannedStop[]): TimedStop[] => {
  let from = crew.depot;
  let departure = crew.starts;
  return stops.map((stop) => {
    const travel = travelMinutes(from, stop.place, { ...crew, departure });
    from = stop.place;
    departure = stop.isBreak ? stop.at + stop.minutes : endOf(crew, stop.at, stop.minutes);
    return { visitId: stop.visitId, start: stop.at, end: departure, travel };
  });
};
