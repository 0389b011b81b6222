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

/** Why a visit fits nowhere: nobody goes, nobody can do it, it is longer than an empty day, it hangs on another visit, or days are full. */
export const NoRoom = z.enum(["no_crews", "skills", "too_long", "linked", "full"]);
export type NoRoom = z.infer<typeof NoRoom>;
