import { sql } from "kysely";
import { type Db, query } from "#platform";
import { planning as contract } from "../../contract.ts";
import { maySeePlanning } from "../../policy.ts";
import { bandEnds, type Calibration, calibrate, fewestLegs, type KnownLeg } from "../calibration.ts";
import { placeAt } from "../placeKey.ts";
import { unitsOf } from "../roads.ts";
import type { TravelView } from "../views.ts";

/** As many legs as say enough of a router. */
const mostLegs = 20_000;

const withEnds = (bands: Calibration) =>
  bands.map(({ ratio, legs }, index) => ({
    legs,
    ratio: legs < fewestLegs ? null : ratio,
    untilKm: Number.isFinite(bandEnds[index]) ? bandEnds[index]! : null,
  }));

const someLegs = async (db: Db, router: string): Promise<KnownLeg[]> => {
  const { rows } = await sql<{ fromPlace: number; toPlace: number; seconds: number }>`
    select from_place, to_place, seconds from road_legs
    where router = ${router} and seconds is not null limit ${mostLegs}`.execute(db);
  return rows.map(({ fromPlace, toPlace, seconds }) => ({
    from: placeAt(fromPlace),
    to: placeAt(toPlace),
    units: unitsOf(seconds),
  }));
};

export const travel = query(contract.travel, async ({ db, actor, authorize }): Promise<TravelView> => {
  authorize(maySeePlanning(actor));
  const inUse = await db
    .selectFrom("roadRouters")
    .select(["router", "askedAt", "places", "pairs", "pairsKnown", "trouble"])
    .executeTakeFirst();
  const trips = await db
    .selectFrom("travelCalibrations")
    .select(["madeAt", "trips", "modelError", "calibratedError", "isUsed", "bands"])
    .orderBy("madeAt", "desc")
    .limit(1)
    .executeTakeFirst();
  const router = inUse && { ...inUse, bands: withEnds(calibrate(await someLegs(db, inUse.router))) };
  const ownTrips = trips && { ...trips, bands: withEnds(trips.bands as unknown as Calibration) };
  const source = (inUse?.router ?? (trips?.isUsed ? "own-trips" : "built-in")) as TravelView["source"];
  return { source, router: router ?? null, ownTrips: ownTrips ?? null };
});
