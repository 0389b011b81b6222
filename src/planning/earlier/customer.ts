import { orders } from "#orders";
import { action, notFound, query } from "#platform";
import { planning as contract } from "../contract.ts";
import { isCustomerOf } from "../policy.ts";
import { book } from "../slots/booking.ts";
import { offerOver } from "../slots/problems.ts";
import { watchRoom } from "../slots/watchRoom.ts";
import { notPlannable } from "../visits/problems.ts";
import { visitsForOthers } from "../visits/queries/rows.ts";
import { type Visit, visits } from "../visits/visitStore.ts";
import { couldComeEarlier } from "./couldComeEarlier.ts";
import { leaveWaitingList, openOffers, overOffers } from "./earlierStore.ts";

const waitsOrStands = ["planned", "rescheduled", "scheduled"];

export const myEarlier = query(contract.myEarlier, async ({ db, actor, now, authorize }, { visitId }) => {
  authorize(actor.kind === "customer");
  const own = actor.kind === "customer" ? await visitsForOthers(db, actor.orderId) : [];
  const visit = own.find(({ id }) => id === visitId);
  if (!visit) throw notFound();
  authorize(isCustomerOf(actor, await orders.byId(db, visit.orderId)));
  const wish = await db
    .selectFrom("earlierWishes")
    .select(["weekdays", "parts"])
    .where("visitId", "=", visitId)
    .executeTakeFirst();
  const [offers, over, isPossible] = await Promise.all([
    openOffers(db, [visitId], now),
    overOffers(db, visitId, now),
    couldComeEarlier(db, visit, now),
  ]);
  return { wish: wish ?? null, offers, over, isPossible };
});

/** The customer stands on the waiting list, or leaves it. */
export const wishEarlier = action(contract.wishEarlier, async (work, { visitId, wish }) => {
  const { tx, actor, now, authorize, note } = work;
  const visit = await visits.lock(tx, visitId);
  authorize(isCustomerOf(actor, await orders.byId(tx, visit.orderId)));
  if (!waitsOrStands.includes(visit.status)) throw notPlannable({ current: visit.status });
  note({
    recordType: "visit",
    recordId: visitId,
    orderId: visit.orderId,
    changes: { earlierWelcome: [null, wish !== null] },
  });
  if (!wish) {
    await leaveWaitingList(work, visitId);
    return { wish: null };
  }
  await tx
    .insertInto("earlierWishes")
    .values({ visitId, ...wish, askedAt: now })
    .onConflict((conflict) => conflict.column("visitId").doUpdateSet(wish))
    .execute();
  // Who found nothing to choose waits for a planner, not only for luck.
  if (visit.status !== "scheduled") await watchRoom(work, visitId);
  return { wish };
});

/** Yes to a half day that came free: booked like any other, so the first yes gets it and the next hears what is left. */
export const takeEarlier = action(contract.takeEarlier, async (work, { visitId, offerId }) => {
  const { tx, actor, now, authorize } = work;
  const wish = await visits.byId(tx, visitId);
  authorize(isCustomerOf(actor, await orders.byId(tx, wish.orderId)));
  const mustBeOpen = async ({ status }: Pick<Visit, "status">) => {
    const offer = (await openOffers(tx, [visitId], now)).find(({ id }) => id === offerId);
    if (!offer || !waitsOrStands.includes(status)) throw offerOver();
    return offer;
  };
  const { on, part: half } = await mustBeOpen(wish);
  const part = half === "morning" ? "morning" : "afternoon";
  // Once more with the visit held: a link may be used twice at once, and a planner may take the offer back meanwhile.
  const check = async (held: Visit) => void (await mustBeOpen(held));
  const visit = await book(work, wish, { on, part }, { reason: "earlier was welcome", check });
  await tx
    .updateTable("earlierOffers")
    .set({ answer: "yes", answeredAt: now })
    .where("id", "=", offerId)
    .execute();
  await leaveWaitingList(work, visitId);
  return (await visitsForOthers(tx, visit.orderId)).find(({ id }) => id === visitId)!;
});
