import { sql } from "kysely";
import type { Db } from "#platform";
import { type Calibration, calibrate, calibratedUnits, type KnownLeg } from "./calibration.ts";
import { unitsPerMinute } from "./clock.ts";
import { builtInRoads, builtInTravel, greatCircleKm, type Point, type Travel } from "./model.ts";
import { placeAt, placeKey } from "./placeKey.ts";

/** How long what is known of the router in use is believed before the database is asked again. */
const freshMilliseconds = 60_000;
/** More places than this are not kept in memory. */
const mostPlaces = 4000;
/** Legs that the built-in model is set right with: enough for a steady median. */
const mostCalibrating = 20_000;

type Row = { fromPlace: number; toPlace: number; seconds: number | null };

/** Seconds of driving, with parking. */
export const unitsOf = (seconds: number): number =>
  Math.ceil((seconds / 60 + builtInTravel.parkingMinutes) * unitsPerMinute);

/** What one router said, as far as it was needed: driving as it was told, and elsewhere the built-in model set right. */
export class RouterRoads {
  readonly router: string;
  private readonly places = new Set<number>();
  private readonly known = new Map<number, Map<number, number>>();
  private travel: Travel | undefined;

  constructor(router: string) {
    this.router = router;
  }

  get isFull(): boolean {
    return this.places.size > mostPlaces;
  }

  /** Driving between these and all other places asked about before. */
  async between(db: Db, points: readonly Point[]): Promise<Travel> {
    const added = [...new Set(points.map(placeKey))].filter((key) => !this.places.has(key));
    if (added.length > 0) await this.read(db, added);
    this.travel ??= this.freeze();
    return this.travel;
  }

  private async read(db: Db, added: readonly number[]) {
    const all = [...this.places, ...added];
    const { rows } = await sql<Row>`
      select from_place, to_place, seconds from road_legs
      where router = ${this.router} and from_place = any(${added}::bigint[]) and to_place = any(${all}::bigint[])
      union
      select from_place, to_place, seconds from road_legs
      where router = ${this.router} and to_place = any(${added}::bigint[]) and from_place = any(${all}::bigint[])`.execute(
      db,
    );
    for (const { fromPlace, toPlace, seconds } of rows) {
      if (seconds === null) continue;
      const row = this.known.get(fromPlace) ?? new Map<number, number>();
      this.known.set(fromPlace, row.set(toPlace, unitsOf(seconds)));
    }
    // Only now: whoever asks meanwhile reads for itself.
    for (const key of added) this.places.add(key);
    if (rows.length > 0) this.travel = undefined;
  }

  private *legs(): Generator<KnownLeg> {
    let count = 0;
    for (const [from, row] of this.known)
      for (const [to, units] of row) {
        if (from !== to) yield { from: placeAt(from), to: placeAt(to), units };
        if ((count += 1) > mostCalibrating) return;
      }
  }

  /** A new one whenever something was learned, so that nothing worked out before it is used any longer. */
  private freeze(): Travel {
    const calibration: Calibration = calibrate(this.legs());
    const { known, router } = this;
    return {
      source: router,
      units(from, to) {
        if (greatCircleKm(from, to) === 0) return 0;
        const told = known.get(placeKey(from))?.get(placeKey(to));
        return told ?? calibratedUnits(calibration, from, to);
      },
    };
  }
}

/** What is believed for a while; `stamp` changes whenever something was learned. */
interface Believed {
  stamp: string;
  travel: Travel;
  roads: RouterRoads | null;
}

let believed: Believed = { stamp: "", travel: builtInRoads, roads: null };
let askedAt = Number.NEGATIVE_INFINITY;

/** Asks the database again, because something was learned. */
export const forgetRoads = (): void => {
  askedAt = Number.NEGATIVE_INFINITY;
};

/** The built-in model as own trips set it right, while that beats the model as it is. */
const ownTravel = (bands: Calibration | null): Travel =>
  bands ? { source: "own-trips", units: (from, to) => calibratedUnits(bands, from, to) } : builtInRoads;

const believe = async (db: Db): Promise<Believed> => {
  const { rows } = await sql<{ router: string | null; stamp: string; bands: Calibration | null }>`
    select r.router, coalesce(r.router, '') || coalesce(r.asked_at, c.made_at)::text as stamp,
      case when c.is_used then c.bands end as bands
    from (select) one left join road_routers r on true
      left join lateral (select * from travel_calibrations order by made_at desc limit 1) c on true`.execute(
    db,
  );
  const { router, stamp, bands } = rows[0]!;
  if (stamp === believed.stamp) return believed;
  return { stamp, travel: ownTravel(bands), roads: router ? new RouterRoads(router) : null };
};

/** Driving between these places: by the router in use, else by the built-in model. */
export const travelBetween = async (db: Db, points: readonly Point[]): Promise<Travel> => {
  if (performance.now() - askedAt > freshMilliseconds) {
    believed = await believe(db);
    askedAt = performance.now();
  }
  const { roads, travel } = believed;
  if (!roads) return travel;
  if (roads.isFull) believed = { ...believed, roads: new RouterRoads(roads.router) };
  return believed.roads!.between(db, points);
};
