import { z } from "zod";
import { Day, Id } from "#platform/contract";

export const PeriodKind = z.enum(["school_holiday", "building_break", "company_closed"]);
export const Region = z.enum(["noord", "midden", "zuid"]);

export const PeriodView = z.object({
  /** None for school holidays the program knows by itself. */
  id: Id.nullable(),
  kind: PeriodKind,
  name: z.string(),
  region: Region.nullable(),
  fromOn: Day,
  untilOn: Day,
});
export type PeriodView = z.infer<typeof PeriodView>;

export const FeastDayView = z.object({
  on: Day,
  name: z.string(),
  /** What the day follows from each year, such as `easter -2`; a choice is kept for it. */
  rule: z.string(),
  works: z.boolean(),
});
export type FeastDayView = z.infer<typeof FeastDayView>;
