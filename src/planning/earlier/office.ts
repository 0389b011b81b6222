import { orders } from "#orders";
import { action, dayOf, invalidInput, notFound } from "#platform";
import { planning as contract } from "../contract.ts";
import { mayPlan } from "../policy.ts";
import { nextBest, offersFor } from "../slots/offersFor.ts";
import { slotTaken } from "../slots/problems.ts";
import { mustBeBeingPlanned } from "../visits/beingPlanned.ts";
import { notPlannable } from "../visits/problems.ts";
import { visits } from "../visits/visitStore.ts";
import { isEarlier, leaveWaitingList, openOffers } from "./earlierStore.ts";
import { offerEarlier } from "./offerFreed.ts";

const waitsOrStands = ["planned", "rescheduled", "scheduled"];

/** Puts a customer on the waiting list, by telephone or because taking off was a mistake. */
export const putOnWaitingList = action(contract.putOnWaitingList, async (work, { visitId, wish }) => {
  work.authorize(mayPlan(work.actor));
  const visit = await visits.lock(work.tx, visitId);
  if (!waitsOrStands.includes(visit.status)) throw notPlannable({ current: visit.status });
  await work.tx
    .insertInto("earlierWishes")
    .values({ visitId, ...wish, askedAt: work.now })
    .onConflict((conflict) => conflict.column("visitId").doUpdateSet(wish))
    .execute();
  work.note({
    recordType: "visit",
    recordId: visitId,
    orderId: visit.orderId,
    changes: { earlierWelcome: [null, true] },
  });
  return { done: true as const };
});

/** Takes a customer off the list; what was offered can no longer be said yes to. */
export const takeOffWaitingList = action(contract.takeOffWaitingList, async (work, { visitId }) => {
  work.authorize(mayPlan(work.actor));
  const visit = await visits.lock(work.tx, visitId);
  const wish = await work.tx
    .selectFrom("earlierWishes")
    .select(["weekdays", "parts"])
    .where("visitId", "=", visitId)
    .executeTakeFirst();
  if (!wish) throw notFound();
  await leaveWaitingList(work, visitId);
  work.note({
    recordType: "visit",
    recordId: visitId,
    orderId: visit.orderId,
    changes: { earlierWelcome: [true, false] },
  });
  return { wish: wish as never };
});

/** Mails one customer that a half day is free, as long as the visit really fits it; once, also when two planners think of it. */
export const inviteEarlier = action(contract.inviteEarlier, async (work, { visitId, on, part }) => {
  const { tx, now } = work;
  work.authorize(mayPlan(work.actor));
  const visit = await visits.lock(tx, visitId);
  const wish = await tx
    .selectFrom("earlierWishes")
    .select("visitId")
    .where("visitId", "=", visitId)
    .executeTakeFirst();
  if (!wish || on <= dayOf(now)) throw notFound();
  mustBeBeingPlanned(await orders.byId(tx, visit.orderId));
  const open = (await openOffers(tx, [visitId], now)).find((offer) => offer.on === on && offer.part === part);
  if (open) return open as never;
  if (!isEarlier({ on, part }, { on: visit.onDay, part: visit.dayPart }))
    throw invalidInput({
      errors: [{ pointer: "/on", problem: "not-valid", message: "is not earlier than the appointment" }],
    });
  const offers = await offersFor(tx, visit, now);
  if (!offers.some((offer) => offer.on === on && offer.part === part))
    throw slotTaken({ offers: nextBest(offers, on) as never });
  const id = await offerEarlier(work, { on, part }, visit);
  work.note({
    recordType: "visit",
    recordId: visitId,
    orderId: visit.orderId,
    changes: { earlierOffered: [null, `${on} ${part}`] },
  });
  return (await openOffers(tx, [visitId], now)).find((offer) => offer.id === id)! as never;
});

/** Takes an offer back before anybody said yes; who is saying yes has the visit, and is waited for. */
export const withdrawEarlier = action(contract.withdrawEarlier, async (work, { visitId, offerId }) => {
  work.authorize(mayPlan(work.actor));
  await visits.lock(work.tx, visitId);
  const gone = await work.tx
    .updateTable("earlierOffers")
    .set({ answer: "gone", answeredAt: work.now })
    .where("id", "=", offerId)
    .where("visitId", "=", visitId)
    .where("answer", "is", null)
    .returning("id")
    .executeTakeFirst();
  if (!gone) throw notFound();
  work.note({ recordType: "visit", recordId: visitId, reason: "offered half day taken back" });
  return { done: true as const };
});
