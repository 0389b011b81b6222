import { type Db } from "#platform";
import type { Lunch } from "../travel/workClock.ts";
import { offerRules } from "./offers.ts";

export interface SlotSettings {
  reserveMinutes: number;
  holdMinutes: number;
  changeUntilHours: number;
  waitingOfferHours: number;
  lunchFrom: number;
  lunchMinutes: number;
  offerDays: number;
}

/**
 * The product's own, where the office tuned nothing. Half an hour of lunch, because whoever works longer than five and a half
 * hours has that much break (Arbeidstijdenwet, art. 5:4).
 */
export const usualSlotSettings: SlotSettings = {
  reserveMinutes: offerRules.reserve,
  holdMinutes: 10,
  changeUntilHours: 24,
  waitingOfferHours: 6,
  lunchFrom: 12 * 60,
  lunchMinutes: 30,
  offerDays: 28,
};

/** What offers, holds and changes by customers go by. */
export const slotSettings = async (db: Db): Promise<SlotSettings> => {
  const row = await db
    .selectFrom("planningSettings")
    .select([
      "reserveMinutes",
      "holdMinutes",
      "changeUntilHours",
      "waitingOfferHours",
      "lunchFrom",
      "lunchMinutes",
      "offerDays",
    ])
    .executeTakeFirst();
  const tuned = Object.entries(row ?? {}).filter(([, value]) => value !== null);
  return { ...usualSlotSettings, ...Object.fromEntries(tuned) };
};

/** When crews have lunch. */
export const lunchIn = async (db: Db): Promise<Lunch> => {
  const { lunchFrom, lunchMinutes } = await slotSettings(db);
  return { from: lunchFrom, until: lunchFrom + lunchMinutes };
};
