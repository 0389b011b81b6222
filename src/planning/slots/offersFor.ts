import { orders } from "#orders";
import { type Day, type Db, dayOf, daysAfter, type Instant } from "#platform";
import type { Visit } from "../visits/visitStore.ts";
import { crewDays, pointOf } from "./crewState.ts";
import type { DayPart } from "./dayPart.ts";
import { type Fit, fitsOn, type Offer, offersIn, type Wish } from "./offers.ts";

const daysAhead = 28;

/** Where the visit is and what it asks. */
export const wishOf = async (
  db: Db,
  visit: Pick<Visit, "id" | "orderId" | "minutes" | "skills">,
): Promise<Wish> => {
  const { siteId } = await orders.byId(db, visit.orderId);
  const site = siteId
    ? await db
        .selectFrom("sites")
        .select(["latitude", "longitude"])
        .where("id", "=", siteId)
        .executeTakeFirst()
    : null;
  return { visitId: visit.id, place: pointOf(site), minutes: visit.minutes, skills: visit.skills };
};

/** Half days from tomorrow on in which the visit really fits a crew's day, the coming four weeks. */
export const offersFor = async (
  db: Db,
  visit: Pick<Visit, "id" | "orderId" | "minutes" | "skills">,
  now: Instant,
): Promise<Offer[]> => {
  const from = daysAfter(dayOf(now), 1);
  const [wish, days] = await Promise.all([
    wishOf(db, visit),
    crewDays(db, { from, until: daysAfter(from, daysAhead - 1), now, without: visit.id }),
  ]);
  return offersIn(days, wish).map(({ offer }) => offer);
};

/** The crews whose day takes the visit in a half day, the least driving first. */
export const fitsFor = async (
  db: Db,
  visit: Visit,
  { on, part, now }: { on: Day; part: DayPart; now: Instant },
): Promise<Fit[]> => {
  const days = await crewDays(db, { from: on, until: on, now, without: visit.id });
  return fitsOn(days, await wishOf(db, visit), part);
};

/** The offers nearest to a wished half day, cheap ones first when equally near. */
export const nextBest = (offers: readonly Offer[], on: Day, most = 4): Offer[] => {
  const away = (offer: Offer) => Math.abs(Date.parse(offer.on) - Date.parse(on));
  return offers.toSorted((a, b) => away(a) - away(b) || Number(b.isBest) - Number(a.isBest)).slice(0, most);
};
