import { sql } from "kysely";
import { type Day, type Db, type Instant, instantAt, type Tx, timeOf, weekdayOf } from "#platform";
import type { Point } from "../travel/model.ts";
import { travelBetween } from "../travel/roads.ts";
import type { Lunch } from "../travel/workClock.ts";
import { type BreakRow, type CrewRow, crewRows } from "./crewRows.ts";
import type { DayPart } from "./dayPart.ts";
import { type ExactWindow, standingWindow } from "./demand.ts";
import type { CrewDay, Stop } from "./route.ts";
import { lunchIn } from "./slotSettings.ts";

/** A place whose address is not found yet counts as the middle of the country. */
const unknownPlace: Point = { latitude: 52.2, longitude: 5.4 };

export const pointOf = (place: { latitude: number | null; longitude: number | null } | null | undefined) =>
  place?.latitude != null && place.longitude != null
    ? { latitude: place.latitude, longitude: place.longitude }
    : unknownPlace;

/** Minutes since midnight, where the work is. */
export const minuteOf = (at: Instant): number => {
  const [hours = 0, minutes = 0] = timeOf(at).split(":").map(Number);
  return hours * 60 + minutes;
};

export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

export const instantOf = (on: Day, minute: number): Instant => instantAt(on, clockOf(minute));

interface StopRow {
  visitId: string;
  crewId: string;
  dayPart: DayPart;
  plannedStart: Instant;
  minutes: number;
  isPinned: boolean;
  isUnderWay: boolean;
  latitude: number | null;
  longitude: number | null;
  isMovable: boolean;
  skills: string[];
  notBefore: Day | null;
  wishedPart: DayPart | null;
  windows: ExactWindow[] | null;
  chargers: number;
  onDay: Day;
}

const stopOf = (row: StopRow): Stop => {
  const start = minuteOf(row.plannedStart);
  const stands = { visitId: row.visitId, place: pointOf(row), minutes: row.minutes, chargers: row.chargers };
  if (row.isPinned || row.isUnderWay) return { ...stands, earliest: start, latest: start };
  const window = standingWindow(row, { on: row.onDay, part: row.dayPart, start });
  if (!row.isMovable) return { ...stands, ...window };
  const { skills, notBefore, wishedPart, windows } = row;
  return { ...stands, ...window, movable: { ...stands, skills, notBefore, wishedPart, windows } };
};

/** A break stands where the crew started: whoever is away for a while is brought and fetched there. */
const breakOf = (place: Point, { crewId, fromMinute, untilMinute }: BreakRow): Stop => ({
  visitId: crewId,
  isBreak: true,
  place,
  minutes: untilMinute - fromMinute,
  earliest: fromMinute,
  latest: fromMinute,
});

interface Asked {
  from: Day;
  until: Day;
  now: Instant;
  without?: string;
  lunch?: Lunch;
}

/** What the days of the crews are made of, read at once. */
const readDays = async (db: Db, { from, until, now, without, lunch: known }: Asked) => {
  const [crews, stops, looking, lunch] = await Promise.all([
    crewRows(db, { from, until }),
    sql<StopRow>`select * from crew_stops_between(${from}, ${until}, ${now})`.execute(db),
    without ? placeOf(db, without) : [],
    known ?? lunchIn(db),
  ]);
  return { ...crews, stops: stops.rows, looking, lunch };
};

/** What all crew-days have in common, and which stops and breaks each has. */
interface Common {
  stops: readonly StopRow[];
  stopsOf: ReadonlyMap<string, StopRow[]>;
  breaksOf: ReadonlyMap<string, BreakRow[]>;
  lunch: Lunch;
  travel: CrewDay["travel"];
}

const crewDayOf = (row: CrewRow, { stops, stopsOf, breaksOf, lunch, travel }: Common): CrewDay => {
  const depot = { latitude: row.latitude, longitude: row.longitude };
  const pauses = (breaksOf.get(row.crewId) ?? []).map((pause) => breakOf(depot, pause));
  const planned = (stopsOf.get(row.crewId) ?? []).map(stopOf);
  return {
    crewId: row.crewId,
    on: row.onDay,
    starts: row.starts,
    ends: row.ends,
    depot,
    end: { latitude: row.endLatitude, longitude: row.endLongitude },
    maxJobs: row.maxJobs,
    capacity: row.capacity,
    skills: row.skills,
    isWorkday: weekdayOf(row.onDay) < 6,
    lunch,
    travel,
    stops: pauses.length > 0 ? inTime(planned, pauses, stops) : planned,
  };
};

/**
 * The days of all crews as they stand now, places held for others included; `without` leaves one visit out, because it
 * is the one that looks for a place. Lunch is read when it is not known yet.
 */
export const crewDays = async (db: Db, asked: Asked): Promise<CrewDay[]> => {
  const { days, stops, breaks, looking, lunch } = await readDays(db, asked);
  const travel = await travelBetween(db, [...days.flatMap(endsOf), ...stops.map(pointOf), ...looking]);
  const stopsOf = Map.groupBy(
    stops.filter(({ visitId }) => visitId !== asked.without),
    ({ crewId }) => crewId,
  );
  const breaksOf = Map.groupBy(breaks, ({ crewId }) => crewId);
  return days.map((row) => crewDayOf(row, { stops, stopsOf, breaksOf, lunch, travel }));
};

/** Where a visit is, for as far as the asker may see it. */
const placeOf = async (db: Db, visitId: string): Promise<Point[]> => {
  const { rows } =
    await sql<Point>`select s.latitude, s.longitude from visits v join orders o on o.id = v.order_id
    left join sites s on s.id = o.site_id where v.id = ${visitId}`.execute(db);
  return rows.map(pointOf);
};

/** Where a crew's day starts and where it ends. */
export const endsOf = (
  day: Pick<CrewRow, "latitude" | "longitude" | "endLatitude" | "endLongitude">,
): Point[] => [pointOf(day), pointOf({ latitude: day.endLatitude, longitude: day.endLongitude })];

/** Breaks among the stops, in the order in which they are planned. */
const inTime = (planned: readonly Stop[], pauses: readonly Stop[], rows: readonly StopRow[]) => {
  const startOf = new Map(rows.map(({ visitId, plannedStart }) => [visitId, minuteOf(plannedStart)]));
  const at = (stop: Stop) => (stop.isBreak ? stop.earliest : (startOf.get(stop.visitId) ?? stop.earliest));
  return [...planned, ...pauses].toSorted((a, b) => at(a) - at(b));
};

/**
 * Holds the crews of some days for this transaction, always in the same order: whoever else books on them waits, then sees
 * what was booked.
 */
export const lockDays = async (
  tx: Tx,
  which: { days: readonly Day[] } | { from: Day; until: Day },
): Promise<void> => {
  await tx
    .selectFrom("dayCrews")
    .select("id")
    .$if("days" in which, (select) => select.where("onDay", "in", (which as { days: Day[] }).days))
    .$if("from" in which, (select) => {
      const { from, until } = which as { from: Day; until: Day };
      return select.where("onDay", ">=", from).where("onDay", "<=", until);
    })
    .orderBy("onDay")
    .orderBy("id")
    .forUpdate()
    .execute();
};

/** Holds the crews of one day. */
export const lockDay = (tx: Tx, on: Day): Promise<void> => lockDays(tx, { days: [on] });
