import { sql } from "kysely";
import type { Db } from "#platform";
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

/** Whose settings: of the entity a visit or an order is of, or of the group when nothing is given. */
export interface Whose {
  visitId?: string;
  orderId?: string;
  businessEntity?: string;
}

const entityOf = ({ visitId, orderId, businessEntity }: Whose) => {
  if (visitId)
    return sql`(select o.business_entity from visits v join orders o on o.id = v.order_id where v.id = ${visitId})`;
  return orderId
    ? sql`(select business_entity from orders where id = ${orderId})`
    : sql`${businessEntity ?? null}`;
};

type Tuned = { [Name in keyof SlotSettings]: number | null };

/**
 * What offers, holds and changes by customers go by: the entity's own, else the group's, else the product's. Lunch is the
 * crew's, which works for all entities.
 */
export const slotSettings = async (db: Db, whose: Whose = {}): Promise<SlotSettings> => {
  const { rows } = await sql<Tuned>`
    select coalesce(e.reserve_minutes, g.reserve_minutes) as reserve_minutes,
      coalesce(e.hold_minutes, g.hold_minutes) as hold_minutes,
      coalesce(e.change_until_hours, g.change_until_hours) as change_until_hours,
      coalesce(e.waiting_offer_hours, g.waiting_offer_hours) as waiting_offer_hours,
      coalesce(e.offer_days, g.offer_days) as offer_days, g.lunch_from, g.lunch_minutes
    from (values (true)) always (only_row) left join planning_settings g using (only_row)
      left join planning_entity_settings e on e.business_entity = ${entityOf(whose)}`.execute(db);
  const tuned = Object.entries(rows[0]!).filter(([, value]) => value !== null);
  return { ...usualSlotSettings, ...Object.fromEntries(tuned) };
};

/** When crews have lunch, by the settings. */
export const lunchOf = ({
  lunchFrom,
  lunchMinutes,
}: Pick<SlotSettings, "lunchFrom" | "lunchMinutes">): Lunch => ({
  from: lunchFrom,
  until: lunchFrom + lunchMinutes,
});

/** When crews have lunch. */
export const lunchIn = async (db: Db): Promise<Lunch> => lunchOf(await slotSettings(db));
