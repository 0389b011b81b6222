import { openException, settleExceptions } from "#orders";
import { type Recurring, recurring, together, type Work } from "#platform";
import { crewDays } from "./crewState.ts";
import { RoomFinder } from "./offers.ts";
import { offerDays, rulesOf, wishesOf } from "./offersFor.ts";
import { slotSettings } from "./slotSettings.ts";
import { whyNoRoom } from "./whyNoRoom.ts";

const kind = "no_slot";
/** The most visits that are looked at in one go: those that wait longest. */
const mostVisits = 300;

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

/** What is offered by each entity: its days, and whether a visit has one of them. */
const findersOf = async ({ tx, now }: Work, waiting: readonly Waiting[]) => {
  const entities = [...new Set(waiting.map(({ businessEntity }) => businessEntity))];
  const settings = await together(tx, (db) =>
    entities.map((businessEntity) => slotSettings(db, { businessEntity })),
  );
  const farthest = Math.max(...settings.map((own) => own.offerDays));
  const all = await crewDays(tx, { ...offerDays({ offerDays: farthest }, now), now });
  return new Map(
    settings.map((own, index) => {
      const { until } = offerDays(own, now);
      const days = all.filter(({ on }) => on <= until);
      return [entities[index]!, { days, finder: new RoomFinder(days, rulesOf(own)) }];
    }),
  );
};

const openFor = async ({ tx }: Work): Promise<ReadonlySet<string>> => {
  const open = await tx
    .selectFrom("exceptions")
    .select("key")
    .where("kind", "=", kind)
    .where("resolvedAt", "is", null)
    .execute();
  return new Set(open.map(({ key }) => key));
};

/** Looks whether visits that wait have a half day to choose; one that has none needs a planner, until it has one again. */
export const watchRoom = async (work: Work, visitId?: string): Promise<void> => {
  const waiting = await waitingVisits(work, visitId);
  if (waiting.length === 0) return;
  const [wishes, open, ofEntity] = await Promise.all([
    wishesOf(
      work.tx,
      waiting.map(({ id }) => id),
    ),
    openFor(work),
    findersOf(work, waiting),
  ]);
  for (const { id, orderId, number, minutes, businessEntity } of waiting) {
    const demand = wishes.get(id)!;
    if (demand.isBookable === false) continue;
    const { days, finder } = ofEntity.get(businessEntity)!;
    if (!finder.hasOffer(demand)) {
      const facts = { number, minutes, why: whyNoRoom(days, demand) };
      await openException(work, { orderId, kind, key: id, facts, within: "P2D" });
    } else if (open.has(id))
      await settleExceptions(work, { orderId, kind, key: id, resolution: "there is room" });
  }
};

/** Every morning, when the planner is in. */
export const watchRoomDaily: Recurring = recurring("planning/watch-room", "15 6 * * *", (work) =>
  watchRoom(work),
);
