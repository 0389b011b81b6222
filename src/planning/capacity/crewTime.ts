import { sql } from "kysely";
import { type Day, type Db, daysAfter, weekdayOf } from "#platform";
import type { CalendarDay } from "../calendar/workingDays.ts";
import { crewsWith } from "../crews/crewStore.ts";
import type { Wanted } from "../crews/fill.ts";
import { templateCrews } from "../crews/templates.ts";
import type { CrewFacts } from "../plans/planCrews.ts";
import { type Lunch, type WorkClock, workClock } from "../travel/workClock.ts";
import type { CrewTime } from "./demand.ts";
import { regionNear } from "./regions.ts";
import { mondayOf } from "./weeks.ts";

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

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

const lengthOn = (clock: WorkClock, from: number, until: number) =>
  Math.max(0, clock.at(until) - clock.at(from));

/** The crews of an ordinary week by weekday: of the template changed last, else as they last were on that weekday. */
const usualCrews = async (db: Db, today: Day) => {
  const newest = await db
    .selectFrom("crewTemplates")
    .select("id")
    .orderBy("updatedAt", "desc")
    .limit(1)
    .executeTakeFirst();
  const weekdays = [1, 2, 3, 4, 5, 6, 7];
  if (newest) {
    const crews = await Promise.all(weekdays.map((weekday) => templateCrews(db, newest.id, weekday)));
    return { source: "template" as const, of: (weekday: number): readonly Wanted[] => crews[weekday - 1]! };
  }
  const earlier = await crewsWith(db, { from: daysAfter(today, -28), until: daysAfter(today, 28) });
  const lastDay = (weekday: number) => earlier.findLast(({ on }) => weekdayOf(on) === weekday)?.on;
  const last = new Map(weekdays.map((weekday) => [weekday, lastDay(weekday)]));
  return {
    source: "earlier" as const,
    of: (weekday: number): readonly Wanted[] => earlier.filter(({ on }) => on === last.get(weekday)),
  };
};

interface Person {
  id: string;
  on: Day;
  isThere: boolean;
  fromMinute: number | null;
  untilMinute: number | null;
  skills: string[];
}

interface Van {
  id: string;
  on: Day;
  isThere: boolean;
  skills: string[];
}

/** Who and what is there on these days: rosters, absences, certificates and repairs. */
const thereOn = async (db: Db, days: readonly Day[]) => {
  const [people, vans] = await Promise.all([
    sql<Person>`select m.id, d as on, mechanic_is_there(m.id, d) as is_there, lower(h.hours) as from_minute,
        upper(h.hours) as until_minute, mechanic_skills_on(m.id, d) as skills
      from mechanics m cross join unnest(${[...days]}::date[]) d
        cross join lateral (select mechanic_hours_on(m.id, d) as hours) h
      where m.active and coalesce(m.active_from, d) <= d and coalesce(m.active_until, d) >= d`.execute(db),
    sql<Van>`select v.id, d as on, van_is_there(v.id, d) as is_there, v.skills
      from vans v cross join unnest(${[...days]}::date[]) d`.execute(db),
  ]);
  const keyed = <Row extends { id: string; on: Day }>(rows: readonly Row[]) =>
    new Map(rows.map((row) => [`${row.id} ${row.on}`, row]));
  return { people: keyed(people.rows), vans: keyed(vans.rows) };
};

/**
 * The crew's days of a period: those that were made, and for working days on which none was made yet those to be expected,
 * without who is away or off and without vans in repair. Days on which the company is closed have none.
 */
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
  const open = days.filter(({ on, works }) => works && on >= today && !taken.has(on)).map(({ on }) => on);
  const clock = workClock(lunch);
  const times = made.map((crew) => timeOfCrew(crew, clock));
  if (open.length === 0) return times;
  const [usual, there] = await Promise.all([usualCrews(db, today), thereOn(db, open)]);
  for (const on of open)
    for (const wanted of usual.of(weekdayOf(on))) {
      const van = there.vans.get(`${wanted.vanId} ${on}`);
      const people = wanted.mechanicIds
        .map((id) => there.people.get(`${id} ${on}`))
        .filter((person) => person?.isThere === true && person.fromMinute !== null) as Person[];
      if (!van?.isThere || people.length === 0) continue;
      const starts = Math.max(minuteOf(wanted.startsAt), Math.min(...people.map((one) => one.fromMinute!)));
      const ends = Math.min(minuteOf(wanted.endsAt), Math.max(...people.map((one) => one.untilMinute!)));
      times.push({
        crewId: null,
        on,
        week: mondayOf(on),
        region: regionNear(wanted.start),
        latitude: wanted.start.latitude,
        longitude: wanted.start.longitude,
        skills: [...new Set([...people.flatMap(({ skills }) => skills), ...van.skills])],
        minutes: lengthOn(clock, starts, ends),
        source: usual.source,
      });
    }
  return times;
};
