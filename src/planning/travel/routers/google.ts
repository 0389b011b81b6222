import { z } from "zod";
import type { Point } from "../model.ts";
import { askRouter, type Leg, legOf, type Router, RouterFailed } from "./router.ts";

const Elements = z.array(
  z.object({
    // A zero is left out.
    originIndex: z.int().default(0),
    destinationIndex: z.int().default(0),
    condition: z.string().optional(),
    distanceMeters: z.number().optional(),
    /** Such as `160s`. */
    duration: z.string().optional(),
  }),
);
const Trouble = z.object({ error: z.object({ message: z.string() }) });

const waypoints = (points: readonly Point[]) =>
  points.map((latLng) => ({ waypoint: { location: { latLng } } }));

/** The route matrix of the Google Routes API, without traffic; at most 625 pairs in one question. */
export const googleRouter = (address: string, key: string, options: Pick<Router, "mostKm">): Router => ({
  name: "google",
  side: 25,
  ...options,
  async matrix(from, to) {
    const body = await askRouter(
      `${address}/distanceMatrix/v2:computeRouteMatrix`,
      {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "x-goog-api-key": key,
          "x-goog-fieldmask": "originIndex,destinationIndex,status,condition,distanceMeters,duration",
        },
        body: JSON.stringify({
          origins: waypoints(from),
          destinations: waypoints(to),
          travelMode: "DRIVE",
          routingPreference: "TRAFFIC_UNAWARE",
        }),
      },
      (answer) => Trouble.safeParse(Array.isArray(answer) ? answer[0] : answer).data?.error.message,
    );
    const { data } = Elements.safeParse(body);
    if (!data) throw new RouterFailed("Google: no matrix in the answer");
    const rows: (Leg | null)[][] = from.map(() => to.map(() => null));
    for (const { originIndex, destinationIndex, condition, distanceMeters, duration } of data) {
      if (condition !== "ROUTE_EXISTS" || rows[originIndex]?.[destinationIndex] === undefined) continue;
      rows[originIndex][destinationIndex] = legOf(Number.parseFloat(duration ?? ""), distanceMeters);
    }
    return rows;
  },
});
