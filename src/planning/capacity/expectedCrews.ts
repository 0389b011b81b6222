import { sql } from "kysely";
import { type Day, type Db, daysAfter, weekdayOf } from "#platform";
import type { CalendarDay } from "../calendar/workingDays.ts";
import { crewsWith } from "../crews/crewStore.ts";
import type { Wanted } from "../crews/fill.ts";
import { templateCrews } from "../crews/templates.ts";
import type { MechanicLevel } from "../people/views.ts";

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

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

/** Somebody on a day: there or not, from and until when by the roster, and what the person may do. */
export interface PersonOn {
  id: string;
  on: Day;
  name: string;
  firstName: string;
  level: MechanicLevel;
  isThere: boolean;
  fromMinute: number | null;
  untilMinute: number | null;
  skills: string[];
}

/** A van on a day. */
export interface VanOn {
  id: string;
  on: Day;
  name: string;
  isThere: boolean;
  skills: string[];
  capacity: number | null;
}

/** The vans of the company on these days. */
export const vansOn = async (db: Db, days: readonly Day[]): Promise<VanOn[]> => {
  const { rows } = await sql<VanOn>`
    select v.id, d as on, v.name, van_is_there(v.id, d) as is_there, v.skills, v.capacity
    from vans v cross join unnest(${[...days]}::date[]) d order by v.name, d`.execute(db);
  return rows;
};

const peopleOn = async (db: Db, days: readonly Day[]): Promise<PersonOn[]> => {
  const { rows } = await sql<PersonOn>`
    select m.id, d as on, m.name, m.first_name, m.level, mechanic_is_there(m.id, d) as is_there,
      lower(h.hours) as from_minute, upper(h.hours) as until_minute, mechanic_skills_on(m.id, d) as skills
    from mechanics m cross join unnest(${[...days]}::date[]) d
      cross join lateral (select mechanic_hours_on(m.id, d) as hours) h
    where m.active and coalesce(m.active_from, d) <= d and coalesce(m.active_until, d) >= d`.execute(db);
  return rows;
};

const keyed = <Row extends { id: string; on: Day }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [`${row.id} ${row.on}`, row]));

/** A crew that nobody made yet and that will go all the same, as far as template and rosters tell. */
export interface ExpectedCrew {
  on: Day;
  source: "template" | "earlier";
  wanted: Wanted;
  van: VanOn;
  people: PersonOn[];
  /** Minutes of the day. */
  starts: number;
  ends: number;
  skills: string[];
}

/**
 * The crews to be expected on working days on which none was made yet (`taken`), without who is away or off and without vans in
 * repair. Days on which the company is closed have none.
 */
export const expectedCrews = async (
  db: Db,
  { taken, days, today }: { taken: ReadonlySet<Day>; days: readonly CalendarDay[]; today: Day },
): Promise<ExpectedCrew[]> => {
  const open = days.filter(({ on, works }) => works && on >= today && !taken.has(on)).map(({ on }) => on);
  if (open.length === 0) return [];
  const [usual, people, vans] = await Promise.all([
    usualCrews(db, today),
    peopleOn(db, open).then(keyed),
    vansOn(db, open).then(keyed),
  ]);
  return open.flatMap((on) =>
    usual.of(weekdayOf(on)).flatMap((wanted) => {
      const van = vans.get(`${wanted.vanId} ${on}`);
      const there = wanted.mechanicIds
        .map((id) => people.get(`${id} ${on}`))
        .filter((person) => person?.isThere === true && person.fromMinute !== null) as PersonOn[];
      if (!van?.isThere || there.length === 0) return [];
      const starts = Math.max(minuteOf(wanted.startsAt), Math.min(...there.map((one) => one.fromMinute!)));
      const ends = Math.min(minuteOf(wanted.endsAt), Math.max(...there.map((one) => one.untilMinute!)));
      const skills = [...new Set([...there.flatMap((person) => person.skills), ...van.skills])];
      return [{ on, source: usual.source, wanted, van, people: there, starts, ends, skills }];
    }),
  );
};
