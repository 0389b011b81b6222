import { type Day, type Db, dayOf, daysAfter, type Instant, weekdayOf } from "#platform";
import { type CalendarDay, calendarDays } from "../calendar/workingDays.ts";
import { type PlanData, planData } from "../plans/planData.ts";
import { type Arrivals, seenArrivals } from "./arrivals.ts";
import { type Booked, bookedWork } from "./booked.ts";
import { type Chance, chancesOf, seenChances } from "./chances.ts";
import { crewTimes } from "./crewTime.ts";
import type { CrewTime, Demand, Lag } from "./demand.ts";
import { seenLag } from "./lag.ts";
import { type Met, meet } from "./meet.ts";
import { demandExpected, demandOfQuote, demandOfWaiting, type Spreading } from "./openDemand.ts";
import { type Quoted, quotedWork } from "./quoted.ts";
import { type Waiting, waitingWork } from "./waiting.ts";
import { mondayOf, mondaysFrom, weeksBetween } from "./weeks.ts";

/** Minutes of driving with a visit, before anything is booked. */
const usualTravel = 35;

/** Everything that capacity is told from. */
export interface Picture {
  weeks: Day[];
  days: CalendarDay[];
  /** What stands and waits, as a plan of these weeks is made from. */
  data: PlanData;
  crews: CrewTime[];
  booked: Booked;
  waiting: Waiting[];
  quotes: Quoted[];
  arrivals: Arrivals[];
  weeksKnown: number;
  chances: Chance[];
  lag: Lag;
  by: Spreading;
  demands: Demand[];
  met: Met;
}

const workingDaysLeft = (today: Day) => Math.max(0, 5 - weekdayOf(today)) / 5;

/** Load against demand of some weeks, from what is booked, waits, is quoted and is to be expected. */
export const pictureOf = async (
  db: Db,
  { from, weeks: count, now }: { from: Day; weeks: number; now: Instant },
): Promise<Picture> => {
  const today = dayOf(now);
  const thisWeek = mondayOf(today);
  const weeks = mondaysFrom(mondayOf(from), count);
  const until = daysAfter(weeks.at(-1)!, 6);
  const [days, data, waiting, arrived, lag, seen] = await Promise.all([
    calendarDays(db, weeks[0]!, until),
    planData(db, { from: weeks[0]!, until }),
    waitingWork(db),
    seenArrivals(db, thisWeek),
    seenLag(db, now),
    seenChances(db, now),
  ]);
  const chances = chancesOf(seen);
  const [crews, quotes] = await Promise.all([
    crewTimes(db, { made: data.crews, days, today, lunch: data.lunch }),
    quotedWork(db, chances, now),
  ]);
  const booked = bookedWork(data, today);
  const travelPerVisit = booked.travelPerVisit ?? usualTravel;
  const by = { weeks, thisWeek, lag, travelPerVisit, restOfWeek: workingDaysLeft(today) };
  const comingWeeks = mondaysFrom(thisWeek, Math.max(0, weeksBetween(thisWeek, until)) + 1);
  const demands = [
    ...booked.demands,
    ...waiting.flatMap((visit) => demandOfWaiting(visit, by)),
    ...quotes.flatMap((quote) => demandOfQuote(quote, by)),
    ...arrived.regions.flatMap((arrivals) => demandExpected(arrivals, quotes, { ...by, comingWeeks })),
  ];
  const met = meet(
    crews.filter(({ on }) => on >= today),
    demands,
    booked.onCrew,
  );
  const { weeks: weeksKnown, regions: arrivals } = arrived;
  return {
    weeks,
    days,
    data,
    crews,
    booked,
    waiting,
    quotes,
    arrivals,
    weeksKnown,
    chances,
    lag,
    by,
    demands,
    met,
  };
};
