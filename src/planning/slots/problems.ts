import { problem } from "#platform";
import type { Offer } from "../contract.ts";

export const slotTaken = problem<{ offers: Offer[] }>(
  "planning/slot-taken",
  409,
  "This half day has just been taken; these are the next best",
);
export const offerOver = problem(
  "planning/offer-over",
  409,
  "This offer is over; your appointment stays as it is",
);
