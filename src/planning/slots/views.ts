import { z } from "zod";
import { Day } from "#platform/contract";

export const HalfDay = z.enum(["morning", "afternoon"]);

export const Offer = z.object({
  on: Day,
  part: HalfDay,
  room: z.enum(["plenty", "few"]),
  isBest: z.boolean(),
});
export type Offer = z.infer<typeof Offer>;
