import { z } from "zod";
import { Day, Id } from "#platform/contract";

export const CapacityRegion = z.enum([
  "north",
  "north_west",
  "south_holland",
  "middle",
  "south_west",
  "south",
  "east",
  "unknown",
]);
export type CapacityRegion = z.infer<typeof CapacityRegion>;

/** Minutes; what waits, is quoted and expected with the driving that goes with it. */
export const CapacityFigures = z.object({
  available: z.int(),
  /** Work on site that stands on crews, and the driving of it. */
  booked: z.int(),
  travel: z.int(),
  /** Agreed on, without a time. */
  waiting: z.int(),
  /** Quotes, each for as much as its chance is. */
  quoted: z.int(),
  /** What no order tells of yet. */
  expected: z.int(),
  /** Of what crews have, nobody asked for yet. */
  free: z.int(),
  /** What no crew can take. */
  short: z.int(),
});
export type CapacityFigures = z.infer<typeof CapacityFigures>;

export const CapacityWeek = z.object({
  monday: Day,
  /** Crews' days that were made, and those to be expected from a template or earlier weeks. */
  crewDays: z.int(),
  expectedCrewDays: z.int(),
  /** Working days on which nobody works, and holidays to reckon with. */
  closed: z.array(z.object({ on: Day, name: z.string() })),
  holidays: z.array(z.string()),
});
export type CapacityWeek = z.infer<typeof CapacityWeek>;

export const QuoteChance = z.object({
  status: z.string(),
  age: z.enum(["week", "three_weeks", "longer"]),
  chance: z.number(),
  /** Own orders that were seen in it, and how many of them became work. */
  decided: z.int(),
  won: z.int(),
  isFallback: z.boolean(),
});
export type QuoteChance = z.infer<typeof QuoteChance>;

export const Bottleneck = z.object({
  week: Day,
  region: CapacityRegion,
  skill: z.string().nullable(),
  minutes: z.int(),
  crewDays: z.number(),
});
export type Bottleneck = z.infer<typeof Bottleneck>;

/** One visit, quote or forecast behind a figure. */
export const CapacityPart = z.object({
  kind: z.enum(["booked", "waiting", "quoted", "expected"]),
  visitId: Id.nullable(),
  orderId: Id.nullable(),
  number: z.string(),
  customerName: z.string(),
  place: z.string().nullable(),
  on: Day.nullable(),
  status: z.string().nullable(),
  chance: z.number().nullable(),
  skills: z.array(z.string()),
  /** Minutes that count in this cell, driving included. */
  minutes: z.int(),
});
export type CapacityPart = z.infer<typeof CapacityPart>;
