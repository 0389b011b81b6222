import { openException, orders } from "#orders";
import { action, type Day, later, type Work } from "#platform";
import { planning as contract } from "../../contract.ts";
import { isCustomerOf } from "../../policy.ts";
import { mustBeBeingPlanned } from "../../visits/beingPlanned.ts";
import { appointmentDropped } from "../../visits/mails.ts";
import { alreadyCancelled, notPlannable, tooLate } from "../../visits/problems.ts";
import { canChange, canChoose } from "../../visits/queries/outside.ts";
import { visitsForOthers } from "../../visits/queries/rows.ts";
import { takeOffDay } from "../../visits/scheduling.ts";
import { shiftOthers } from "../../visits/shiftOthers.ts";
import { type Visit, visits } from "../../visits/visitStore.ts";
import { book, claimSlot } from "../booking.ts";
import { instantOf } from "../crewState.ts";
import { nextBest, offerDays, offersFor } from "../offersFor.ts";
import { slotTaken } from "../problems.ts";
import { type SlotSettings, slotSettings } from "../slotSettings.ts";

type Deciding = Work & { authorize(allowed: boolean): void };

/** The visit somebody asks about, with its order; it is held later, after the crews of the day. */
const ownVisit = async (work: Deciding, visitId: string) => {
  const visit = await visits.byId(work.tx, visitId);
  const order = await orders.byId(work.tx, visit.orderId);
  work.authorize(isCustomerOf(work.actor, order));
  return { visit, order };
};

/** The same, of an order whose visits may get a time now. */
const visitToPlan = async (work: Deciding, visitId: string) => {
  const { visit, order } = await ownVisit(work, visitId);
  mustBeBeingPlanned(order);
  return visit;
};

/** A time can be chosen while there is none, and changed until some hours before. */
const mustBeOpen = (visit: Visit, now: string, settings: SlotSettings) => {
  if (canChoose(visit) || canChange(visit, now, settings)) return;
  throw visit.status === "scheduled" ? tooLate() : notPlannable({ current: visit.status });
};

/** Customers choose among the days that are offered; what is further ahead is for planners. */
const mustBeOffered = async ({ tx, now }: Work, visit: Visit, on: Day, settings: SlotSettings) => {
  if (on <= offerDays(settings, now).until) return;
  throw slotTaken({ offers: nextBest(await offersFor(tx, visit, now, settings), on) as never });
};

const viewOf = async ({ tx }: Work, visit: Visit) =>
  (await visitsForOthers(tx, visit.orderId)).find(({ id }) => id === visit.id)!;

/** Keeps a half day for somebody who is choosing; the others of that day shift as they will when it is booked. */
export const holdSlot = action(contract.holdSlot, async (work, { visitId, on, part }) => {
  const wish = await visitToPlan(work, visitId);
  const settings = await slotSettings(work.tx, { visitId });
  mustBeOpen(wish, work.now, settings);
  await mustBeOffered(work, wish, on, settings);
  const { visit, fit } = await claimSlot(work, wish, { on, part });
  mustBeOpen(visit, work.now, settings);
  const start = fit.route.stops.find((stop) => stop.visitId === visitId)!.start;
  await shiftOthers(work, visitId, fit);
  const hold = {
    crewId: fit.crewId,
    onDay: on,
    dayPart: part,
    plannedStart: instantOf(on, start),
    expiresAt: later(work.now, `PT${settings.holdMinutes}M`),
  };
  await work.tx
    .insertInto("slotHolds")
    .values({ visitId, ...hold })
    .onConflict((conflict) => conflict.column("visitId").doUpdateSet(hold))
    .execute();
  return { expiresAt: hold.expiresAt };
});

/** The customer books a half day; of two who take the last place at once exactly one gets it. */
export const bookSlot = action(contract.bookSlot, async (work, { visitId, on, part, reason }) => {
  const wish = await visitToPlan(work, visitId);
  const settings = await slotSettings(work.tx, { visitId });
  const check = (visit: Visit) => mustBeOpen(visit, work.now, settings);
  check(wish);
  await mustBeOffered(work, wish, on, settings);
  return viewOf(work, await book(work, wish, { on, part }, { reason: reason ?? null, check }));
});

const hasNoTime = (visit: Visit) => canChoose(visit) || visit.status === "cancelled";

/** The customer cannot make it: the visit waits for a new time, and the office sees that it does. */
export const dropMyVisit = action(contract.dropMyVisit, async (work, { visitId, reason }) => {
  await ownVisit(work, visitId);
  const visit = await visits.lock(work.tx, visitId);
  if (hasNoTime(visit)) throw alreadyCancelled();
  if (!canChange(visit, work.now, await slotSettings(work.tx, { visitId }))) throw tooLate();
  const freed = await takeOffDay(work, visit, reason, { mail: appointmentDropped });
  await openException(work, {
    orderId: visit.orderId,
    kind: "appointment_dropped",
    key: visit.id,
    facts: { reason, on: visit.onDay },
    within: "P3D",
  });
  return viewOf(work, freed);
});
