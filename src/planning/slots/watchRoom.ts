import { openException, settleExceptions } from "#orders";
import { type Recurring, recurring, type Tx, type Work } from "#platform";
import { crewDays } from "./crewState.ts";
import type { Demand } from "./demand.ts";
import { covers } from "./insertion.ts";
import { fitsOn, offersIn } from "./offers.ts";
import { offerDays, rulesOf, wishOf } from "./offersFor.ts";
import type { CrewDay } from "./route.ts";
import { slotSettings } from "./slotSettings.ts";

const kind = "no_slot";
/** The most visits that are looked at in one go: those that wait longest. */
const mostVisits = 300;

export type NoRoom = "no_crews" | "skills" | "too_long" | "full";

/** Why a visit fits nowhere: nobody goes, nobody can do it, it is longer than an empty day, or days are full. */
export const whyNoRoom = (days: readonly CrewDay[], demand: Demand): NoRoom => {
  if (days.length === 0) return "no_crews";
  const able = days.filter((day) => covers(day, demand.skills));
  if (able.length === 0) return "skills";
  const empty = able.map((day) => ({ ...day, stops: [] }));
  const anyTime = { ...demand, windows: null, wishedPart: null };
  return fitsOn(empty, anyTime, "morning").length > 0 || fitsOn(empty, anyTime, "afternoon").length > 0
    ? "full"
    : "too_long";
};

interface Waiting {
  id: string;
  orderId: string;
  businessEntity: string;
  number: string;
  minutes: number;
}

const waitingVisits = async ({ tx }: Work, visitId?: string): Promise<Waiting[]> =>
  tx
    .selectFrom("visits as v")
    .innerJoin("orders as o", "o.id", "v.orderId")
    .select(["v.id", "v.orderId", "v.number", "v.minutes", "o.businessEntity"])
    .where("v.status", "in", ["planned", "rescheduled"])
    .where("o.status", "in", ["planning", "scheduled"])
    .$if(visitId !== undefined, (select) => select.where("v.id", "=", visitId!))
    .orderBy("v.createdAt")
    .limit(mostVisits)
    .execute();

const settingsOf = async (tx: Tx, waiting: readonly Waiting[]) => {
  const entities = [...new Set(waiting.map(({ businessEntity }) => businessEntity))];
  const own = await Promise.all(entities.map(async (businessEntity) => slotSettings(tx, { businessEntity })));
  return new Map(entities.map((entity, index) => [entity, own[index]!]));
};

/** Looks whether visits that wait have a half day to choose; one that has none needs a planner, until it has one again. */
export const watchRoom = async (work: Work, visitId?: string): Promise<void> => {
  const { tx, now } = work;
  const waiting = await waitingVisits(work, visitId);
  if (waiting.length === 0) return;
  const settings = await settingsOf(tx, waiting);
  const farthest = Math.max(...[...settings.values()].map((own) => own.offerDays));
  const all = await crewDays(tx, { ...offerDays({ offerDays: farthest }, now), now });
  for (const { id, orderId, number, minutes, businessEntity } of waiting) {
    const demand = await wishOf(tx, { id });
    if (demand.isBookable === false) continue;
    const own = settings.get(businessEntity)!;
    const days = all.filter(({ on }) => on <= offerDays(own, now).until);
    if (offersIn(days, demand, rulesOf(own)).length > 0)
      await settleExceptions(work, { orderId, kind, key: id, resolution: "there is room" });
    else {
      const facts = { number, minutes, why: whyNoRoom(days, demand) };
      await openException(work, { orderId, kind, key: id, facts, within: "P2D" });
    }
  }
};

/** Every morning, when the planner is in. */
export const watchRoomDaily: Recurring = recurring("planning/watch-room", "15 6 * * *", (work) =>
  watchRoom(work),
);
