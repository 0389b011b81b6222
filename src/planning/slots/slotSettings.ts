import { type Db } from "#platform";
import { offerRules } from "./offers.ts";

export interface SlotSettings {
  reserveMinutes: number;
  holdMinutes: number;
  changeUntilHours: number;
  waitingOfferHours: number;
}

/** The product's own, where the office tuned nothing. */
export const usualSlotSettings: SlotSettings = {
  reserveMinutes: offerRules.reserve,
  holdMinutes: 10,
  changeUntilHours: 24,
  waitingOfferHours: 6,
};

/** What offers, holds and changes by customers go by. */
export const slotSettings = async (db: Db): Promise<SlotSettings> => {
  const row = await db
    .selectFrom("planningSettings")
    .select(["reserveMinutes", "holdMinutes", "changeUntilHours", "waitingOfferHours"])
    .executeTakeFirst();
  const tuned = Object.entries(row ?? {}).filter(([, value]) => value !== null);
  return { ...usualSlotSettings, ...Object.fromEntries(tuned) };
};
