import { sql } from "kysely";
import { type Day, type Db, dayOf, daysAfter, type Instant } from "#platform";
import { calendarDays } from "../calendar/workingDays.ts";
import type { Visit } from "../visits/visitStore.ts";
import { crewDays, pointOf } from "./crewState.ts";
import type { DayPart } from "./dayPart.ts";
import type { Demand, ExactWindow } from "./demand.ts";
import {
  type Fit,
  fitByMoving,
  fitsOn,
  type Offer,
  type OfferRules,
  offerRules,
  offersIn,
} from "./offers.ts";
import { lunchOf, type SlotSettings, slotSettings } from "./slotSettings.ts";
import type { NoRoom } from "./views.ts";
import { whyNoRoom } from "./whyNoRoom.ts";

interface DemandRow {
  latitude: number | null;
  longitude: number | null;
  minutes: number;
  skills: string[];
  notBefore: Day | null;
  notAfter: Day | null;
  wishedPart: DayPart | null;
  windows: ExactWindow[] | null;
  isUrgent: boolean;
  chargers: number;
  isBookable: boolean;
}

const demandOf = (visitId: string, { latitude, longitude, ...asks }: DemandRow): Demand => ({
  visitId,
  place: pointOf({ latitude, longitude }),
  ...asks,
});

/** Where the visit is and what it asks. */
export const wishOf = async (db: Db, { id }: Pick<Visit, "id">): Promise<Demand> => {
  const { rows } = await sql<DemandRow>`select * from visit_demands(${id})`.execute(db);
  return demandOf(id, rows[0]!);
};

/** The same of several visits, by id. */
export const wishesOf = async (db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Demand>> => {
  const { rows } = await sql<DemandRow & { id: string }>`
    select v.id, d.* from unnest(${ids}::uuid[]) v (id) cross join lateral visit_demands(v.id) d`.execute(db);
  return new Map(rows.map(({ id, ...asks }) => [id, demandOf(id, asks)]));
};

/** The rules offers are made by, as the office tuned them. */
export const rulesOf = ({ reserveMinutes }: Pick<SlotSettings, "reserveMinutes">): OfferRules => ({
  ...offerRules,
  reserve: reserveMinutes,
});

interface Period {
  from: Day;
  until: Day;
}

/** The days in which offers are made: from tomorrow on, four weeks unless the office tuned it. */
export const offerDays = ({ offerDays: days }: Pick<SlotSettings, "offerDays">, now: Instant): Period => {
  const from = daysAfter(dayOf(now), 1);
  return { from, until: daysAfter(from, days - 1) };
};

/** Feast days and days on which the company is closed: a crew that was made for one stays, and nobody is offered it. */
const closedDays = async (db: Db, { from, until }: Period): Promise<ReadonlySet<Day>> => {
  const days = await calendarDays(db, from, until);
  return new Set(days.filter(({ isClosed }) => isClosed).map(({ on }) => on));
};

/** What a visit asks, the crews of some days without it, and the rules of its entity; settings are read once. */
const lookFor = async (
  db: Db,
  { id }: Pick<Visit, "id">,
  { now, known, days }: { now: Instant; known?: SlotSettings | undefined; days?: Period },
) => {
  const settings = known ?? (await slotSettings(db, { visitId: id }));
  const period = days ?? offerDays(settings, now);
  const [wish, crews, closed] = await Promise.all([
    wishOf(db, { id }),
    crewDays(db, { ...period, now, without: id, lunch: lunchOf(settings) }),
    closedDays(db, period),
  ]);
  return { wish, crews: crews.filter(({ on }) => !closed.has(on)), rules: rulesOf(settings) };
};

/** Half days from tomorrow on in which the visit really fits a crew's day, as far ahead as offers of its entity go. */
export const offersFor = async (
  db: Db,
  visit: Pick<Visit, "id">,
  now: Instant,
  known?: SlotSettings,
): Promise<Offer[]> => {
  const { wish, crews, rules } = await lookFor(db, visit, { now, known });
  return offersIn(crews, wish, rules);
};

/** The same, or why there is none. */
export const offersOrWhy = async (
  db: Db,
  visit: Pick<Visit, "id">,
  now: Instant,
): Promise<{ offers: Offer[]; why: NoRoom | null }> => {
  const { wish, crews, rules } = await lookFor(db, visit, { now });
  const offers = offersIn(crews, wish, rules);
  return { offers, why: offers.length > 0 ? null : whyNoRoom(crews, wish) };
};

/** The crews whose day takes the visit in a half day, the least driving first. */
export const fitsFor = async (
  db: Db,
  visit: Pick<Visit, "id">,
  { on, part, now }: { on: Day; part: DayPart; now: Instant },
): Promise<Fit[]> => {
  const { wish, crews, rules } = await lookFor(db, visit, { now, days: { from: on, until: on } });
  return wish.isBookable === false ? [] : fitsOn(crews, wish, part, rules);
};

/** A place in a half day for which one visit that nobody was told about goes elsewhere. */
export const fitByMovingFor = async (
  db: Db,
  visit: Pick<Visit, "id">,
  { on, part, now }: { on: Day; part: DayPart; now: Instant },
): Promise<Fit | null> => {
  const { wish, crews, rules } = await lookFor(db, visit, { now });
  return wish.isBookable === false ? null : fitByMoving(crews, wish, { on, part }, rules);
};

/** The offers nearest to a wished half day, cheap ones first when equally near. */
export const nextBest = (offers: readonly Offer[], on: Day, most = 4): Offer[] => {
  const away = (offer: Offer) => Math.abs(Date.parse(offer.on) - Date.parse(on));
  return offers.toSorted((a, b) => away(a) - away(b) || Number(b.isBest) - Number(a.isBest)).slice(0, most);
};
