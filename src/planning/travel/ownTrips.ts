import { sql } from "kysely";
import {
  type Db,
  dayOf,
  type Instant,
  json,
  type Recurring,
  recurring,
  type Work,
  weekdayOf,
} from "#platform";
import { minuteOf, pointOf } from "../slots/crewState.ts";
import { type Calibration, calibrate, calibratedUnits, type KnownLeg } from "./calibration.ts";
import { unitsPerMinute } from "./clock.ts";
import { roadKm, roadUnits } from "./model.ts";
import { forgetRoads } from "./roads.ts";
import { noLunch, workClock } from "./workClock.ts";

/** Trips that are learned from: the newest ones. */
const mostTrips = 5000;
/** Fewer trips to judge by than this say nothing. */
const fewestJudged = 20;
/** Longer than this, somebody did something else on the way. */
const longestMinutes = 180;
/** Faster than this no van gets anywhere: somebody said only on the way, or at the door, that the trip had begun. */
const fastestKmPerHour = 130;

interface TripRow {
  fromLatitude: number;
  fromLongitude: number;
  latitude: number;
  longitude: number;
  departed: Instant;
  arrived: Instant;
}

/** From where the crew was before: the visit it had just ended on that day, else where its day begins. Oldest first. */
const tripRows = async (db: Db): Promise<TripRow[]> => {
  const { rows } = await sql<TripRow>`
    with done as (
      select v.id, v.order_id, v.crew_id, v.actual_start, v.actual_end, s.latitude, s.longitude
      from visits v join orders o on o.id = v.order_id join sites s on s.id = o.site_id and s.latitude is not null
      where v.actual_start is not null order by v.actual_start desc limit ${mostTrips}
    ), after as (
      select d.*, lag(d.actual_end) over before as left_at, lag(d.latitude) over before as left_latitude,
        lag(d.longitude) over before as left_longitude
      from done d window before as (partition by d.crew_id order by d.actual_start)
    )
    select case when v.left_at <= e.at then v.left_latitude else c.depot_latitude end as from_latitude,
      case when v.left_at <= e.at then v.left_longitude else c.depot_longitude end as from_longitude,
      v.latitude, v.longitude, e.at as departed, v.actual_start as arrived
    from after v join day_crews c on c.id = v.crew_id
      join lateral (select max(at) as at from events where name = 'planning/visit-under-way' and order_id = v.order_id
        and payload->>'id' = v.id::text and payload->>'status' = 'travelling' and at < v.actual_start) e on e.at is not null
    order by v.actual_start`.execute(db);
  return rows;
};

/** What a trip took, rush hours taken off; nothing when it cannot have been like that. */
const legOf = (row: TripRow): KnownLeg[] => {
  const { progress } = workClock(noLunch, weekdayOf(dayOf(row.departed)) < 6).driving;
  const [from, until] = [minuteOf(row.departed), minuteOf(row.arrived)];
  const units = progress[until]! - progress[from]!;
  if (until <= from || until - from > longestMinutes) return [];
  const leg = {
    from: pointOf({ latitude: row.fromLatitude, longitude: row.fromLongitude }),
    to: pointOf(row),
  };
  const kmPerHour = (roadKm(leg.from, leg.to) * 60) / (until - from);
  return kmPerHour > fastestKmPerHour ? [] : [{ ...leg, units }];
};

const meanError = (legs: readonly KnownLeg[], minutes: (leg: KnownLeg) => number) =>
  legs.reduce((sum, leg) => sum + Math.abs(minutes(leg) - leg.units), 0) / legs.length / unitsPerMinute;

/** Learns from the older three quarters of the trips and judges by the others. */
export const judgeTrips = (legs: readonly KnownLeg[]) => {
  const cut = Math.floor(legs.length * 0.75);
  const judged = legs.slice(cut);
  if (judged.length < fewestJudged) return null;
  const learned = calibrate(legs.slice(0, cut));
  const modelError = meanError(judged, ({ from, to }) => roadUnits(from, to));
  const calibratedError = meanError(judged, ({ from, to }) => calibratedUnits(learned, from, to));
  return { modelError, calibratedError, isUsed: calibratedError < modelError };
};

/** Sets own trips beside the built-in model, and notes whether setting it right would have been better. */
export const learnFromTrips = async ({ tx, now }: Work): Promise<void> => {
  const legs = (await tripRows(tx)).flatMap(legOf);
  const judged = judgeTrips(legs);
  if (!judged) return;
  const bands: Calibration = calibrate(legs);
  await tx
    .insertInto("travelCalibrations")
    .values({ ...judged, madeAt: now, trips: legs.length, bands: json(bands) })
    .execute();
  forgetRoads();
};

/** Every night. */
export const learnTripsNightly: Recurring = recurring("planning/learn-trips", "40 2 * * *", learnFromTrips);
