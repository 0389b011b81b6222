import type { Day, Db } from "#platform";
import type { CalendarDay } from "../calendar/workingDays.ts";
import type { CrewFacts } from "../plans/planCrews.ts";
import { type Lunch, type WorkClock, workClock } from "../travel/workClock.ts";
import type { CrewTime } from "./demand.ts";
import { type ExpectedCrew, expectedCrews } from "./expectedCrews.ts";
import { regionNear } from "./regions.ts";
import { mondayOf } from "./weeks.ts";

const lengthOn = (clock: WorkClock, from: number, until: number) =>
  Math.max(0, clock.at(until) - clock.at(from));

/** A crew that was made: its hours without lunch and without the times somebody of it is away. */
const timeOfCrew = (crew: CrewFacts, clock: WorkClock): CrewTime => ({
  crewId: crew.crewId,
  on: crew.onDay,
  week: mondayOf(crew.onDay),
  region: regionNear(crew),
  latitude: crew.latitude,
  longitude: crew.longitude,
  skills: crew.skills,
  minutes: Math.max(
    0,
    lengthOn(clock, crew.starts, crew.ends) -
      crew.away.reduce((sum, { from, until }) => sum + lengthOn(clock, from, until), 0),
  ),
  source: "crew",
});

const timeOfExpected = (
  { on, source, wanted, starts, ends, skills }: ExpectedCrew,
  clock: WorkClock,
): CrewTime => ({
  crewId: null,
  on,
  week: mondayOf(on),
  region: regionNear(wanted.start),
  latitude: wanted.start.latitude,
  longitude: wanted.start.longitude,
  skills,
  minutes: lengthOn(clock, starts, ends),
  source,
});

/** The crew's days of a period: those that were made, and for days on which none was made yet those to be expected. */
export const crewTimes = async (
  db: Db,
  {
    made,
    days,
    today,
    lunch,
  }: { made: readonly CrewFacts[]; days: readonly CalendarDay[]; today: Day; lunch: Lunch },
): Promise<CrewTime[]> => {
  const taken = new Set(made.map(({ onDay }) => onDay));
  const clock = workClock(lunch);
  const expected = await expectedCrews(db, { taken, days, today });
  return [
    ...made.map((crew) => timeOfCrew(crew, clock)),
    ...expected.map((crew) => timeOfExpected(crew, clock)),
  ];
};
