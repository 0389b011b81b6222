import { type Db, query } from "#platform";
import { planning as contract } from "../../contract.ts";
import { maySeePlanning } from "../../policy.ts";
import { crewDays } from "../../slots/crewState.ts";
import { offersIn } from "../../slots/offers.ts";
import { offerDays, rulesOf, wishOf } from "../../slots/offersFor.ts";
import { lunchOf, slotSettings } from "../../slots/slotSettings.ts";

/** Enough to see what a value does, few enough to answer at once. */
const mostVisits = 20;

/** The visits of an entity that wait longest; without one those of entities that have no reserve of their own. */
const waitingOf = (db: Db, businessEntity: string | undefined) =>
  db
    .selectFrom("visits as v")
    .innerJoin("orders as o", "o.id", "v.orderId")
    .leftJoin("planningEntitySettings as s", "s.businessEntity", "o.businessEntity")
    .select("v.id")
    .where("v.status", "in", ["planned", "rescheduled"])
    .$if(businessEntity !== undefined, (select) => select.where("o.businessEntity", "=", businessEntity!))
    .$if(businessEntity === undefined, (select) => select.where("s.reserveMinutes", "is", null))
    .orderBy("v.createdAt")
    .limit(mostVisits)
    .execute();

/** The half days that visits which wait could choose from, with the reserve of now and with another one. */
export const previewSettings = query(
  contract.previewSettings,
  async ({ db, actor, now, authorize }, { reserveMinutes, businessEntity }) => {
    authorize(maySeePlanning(actor));
    const settings = await slotSettings(db, businessEntity ? { businessEntity } : {});
    const rules = rulesOf(settings);
    const [waiting, days] = await Promise.all([
      waitingOf(db, businessEntity),
      crewDays(db, { ...offerDays(settings, now), now, lunch: lunchOf(settings) }),
    ]);
    const wishes = await Promise.all(waiting.map((visit) => wishOf(db, visit)));
    const withReserve = (reserve: number) => {
      const found = wishes.map((wish) => offersIn(days, wish, { ...rules, reserve }).length);
      return {
        halfDays: found.reduce((sum, count) => sum + count, 0),
        without: found.filter((count) => count === 0).length,
      };
    };
    return {
      visits: waiting.length,
      now: withReserve(rules.reserve),
      after: withReserve(reserveMinutes),
    };
  },
);
