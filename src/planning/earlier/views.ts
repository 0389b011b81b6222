import { z } from "zod";
import { Day, Id, Instant } from "#platform/contract";
import { HalfDay } from "../slots/views.ts";

/** Days of the week (Monday is 1) and parts of a day on which an earlier half day is welcome. */
export const EarlierWish = z.object({
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  parts: z.array(HalfDay).min(1).max(2),
});
export type EarlierWish = z.infer<typeof EarlierWish>;

/** A half day that came free, for who says yes first. */
export const EarlierOffer = z.object({ id: Id, on: Day, part: HalfDay, expiresAt: Instant });
export type EarlierOffer = z.infer<typeof EarlierOffer>;

/** Somebody of the waiting list, as planners see it. */
export const WaitingRow = EarlierWish.extend({
  visitId: Id,
  orderId: Id,
  orderNumber: z.string(),
  customerName: z.string(),
  place: z.string().nullable(),
  minutes: z.int(),
  askedAt: Instant,
  /** Where the visit stands now; without a day it has none at all. */
  on: Day.nullable(),
  part: z.string().nullable(),
  /** Half days it was offered and has not answered yet. */
  open: z.array(EarlierOffer),
});
export type WaitingRow = z.infer<typeof WaitingRow>;
