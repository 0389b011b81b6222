import { z } from "zod";
import { Instant } from "#platform/contract";

/** A band of distances as the crow flies, and how many times as long driving takes there as the built-in model says. */
const Band = z.object({
  /** Kilometres; nothing for all that is further. */
  untilKm: z.number().nullable(),
  legs: z.int(),
  /** Nothing while too little is known to say. */
  ratio: z.number().nullable(),
});

export const TravelView = z.object({
  /** Who tells how long driving takes. */
  source: z.enum(["built-in", "own-trips", "osrm", "valhalla", "google"]),
  router: z
    .object({
      askedAt: Instant,
      /** Places of the coming weeks, pairs of them that are asked about, and how many of those are known. */
      places: z.int(),
      pairs: z.int(),
      pairsKnown: z.int(),
      /** In the router's own words; nothing when all is well. */
      trouble: z.string().nullable(),
      bands: z.array(Band),
    })
    .nullable(),
  /** Own trips beside the built-in model; nothing while there are too few. */
  ownTrips: z
    .object({
      madeAt: Instant,
      trips: z.int(),
      /** Mean error in minutes over trips later than those learned from. */
      modelError: z.number(),
      calibratedError: z.number(),
      isUsed: z.boolean(),
      bands: z.array(Band),
    })
    .nullable(),
});
export type TravelView = z.infer<typeof TravelView>;
