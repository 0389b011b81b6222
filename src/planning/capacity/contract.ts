import { z } from "zod";
import { Day, endpoint, filledText } from "#platform/contract";
import {
  Bottleneck,
  CapacityFigures,
  CapacityPart,
  CapacityRegion,
  CapacityWeek,
  QuoteChance,
} from "./views.ts";

const period = z.object({ from: Day, weeks: z.coerce.number().int().min(1).max(26).default(12) });

/** Load against demand. */
export const capacityCalls = {
  capacity: endpoint({
    name: "planning.capacity",
    summary:
      "Hours of crews against booked, waiting, quoted (by their chance) and expected work: by week, region and skill",
    method: "GET",
    path: "/planning/capacity",
    doors: ["office"],
    query: period.extend({ skill: filledText(60).optional() }),
    response: z.object({
      weeks: z.array(CapacityWeek),
      cells: z.array(CapacityFigures.extend({ week: Day, region: CapacityRegion })),
      skills: z.array(CapacityFigures.extend({ week: Day, skill: z.string() })),
      bottlenecks: z.array(Bottleneck),
      chances: z.array(QuoteChance),
      /** How the expected work was found. */
      method: z.object({
        weeksKnown: z.int(),
        regions: z.array(
          z.object({
            region: CapacityRegion,
            method: z.enum(["none", "smoothing", "croston"]),
            minutesPerWeek: z.int(),
            hasSeason: z.boolean(),
          }),
        ),
        travelPerVisit: z.int(),
        /** Shares of work done so many weeks after it could be planned. */
        lag: z.array(z.number()),
      }),
    }),
  }),
  capacityParts: endpoint({
    name: "planning.capacityParts",
    summary: "The visits, quotes and forecasts that one figure of the capacity is made of",
    method: "GET",
    path: "/planning/capacity/parts",
    doors: ["office"],
    query: z.object({ week: Day, region: CapacityRegion.optional(), skill: filledText(60).optional() }),
    response: z.object({ figures: CapacityFigures, parts: z.array(CapacityPart) }),
  }),
};
