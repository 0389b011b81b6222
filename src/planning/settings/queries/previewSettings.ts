import { query } from "#platform";
import { planning as contract } from "../../contract.ts";
import { maySeePlanning } from "../../policy.ts";
import { crewDays } from "../../slots/crewState.ts";
import { offersIn } from "../../slots/offers.ts";
import { offerDays, rulesOf, wishOf } from "../../slots/offersFor.ts";

/** Enough to see what a value does, few enough to answer at once. */
const mostVisits = 20;

/** The half days that visits which wait could choose from, with the reserve of now and with another one. */
export const previewSettings = query(
  contract.previewSettings,
  async ({ db, actor, now, authorize }, { reserveMinutes }) => {
    authorize(maySeePlanning(actor));
    const [waiting, days, rules] = await Promise.all([
      db
        .selectFrom("visits")
        .select("id")
        .where("status", "in", ["planned", "rescheduled"])
        .orderBy("createdAt")
        .limit(mostVisits)
        .execute(),
      crewDays(db, { ...(await offerDays(db, now)), now }),
      rulesOf(db),
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
