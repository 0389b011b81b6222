import { orders } from "#orders";
import { action, notFound, refuseFarAhead } from "#platform";
import { planning as contract } from "../../contract.ts";
import { mayPlan } from "../../policy.ts";
import { book } from "../../slots/booking.ts";
import { lockDay } from "../../slots/crewState.ts";
import { type DayPart, partAt } from "../../slots/dayPart.ts";
import { plannedTimes } from "../asPlanned.ts";
import { mustBeBeingPlanned } from "../beingPlanned.ts";
import { visitMade } from "../events.ts";
import { handPlanOf } from "../handPlan.ts";
import { notPlannable, planHasBreaches } from "../problems.ts";
import { visitView } from "../queries/rows.ts";
import { callVisitOff, placeVisit, takeOffDay } from "../scheduling.ts";
import { insertVisit, visits } from "../visitStore.ts";

/** The office books a half day for the customer on the telephone. */
export const bookVisit = action(contract.bookVisit, async (work, { visitId, on, part, reason }) => {
  work.authorize(mayPlan(work.actor));
  refuseFarAhead({ on }, work.now);
  await book(work, await visits.byId(work.tx, visitId), { on, part }, { reason: reason ?? null });
  return visitView(work.tx, work.actor, visitId);
});

/** A planner plans or moves a visit by hand; what is not right is told first, a crew in two places is impossible. */
export const planVisit = action(contract.planVisit, async (work, given) => {
  const { tx, actor, authorize } = work;
  authorize(mayPlan(actor));
  const visit = await visits.lock(tx, given.visitId);
  const crew = await tx
    .selectFrom("dayCrews")
    .select("onDay")
    .where("id", "=", given.crewId)
    .executeTakeFirst();
  if (!crew) throw notFound();
  await lockDay(tx, crew.onDay);
  const [hours = 0, minutes = 0] = given.startsAt.split(":").map(Number);
  const start = hours * 60 + minutes;
  const part: DayPart = given.part ?? partAt(start);
  const current = await plannedTimes(tx, given.crewId);
  const plan = await handPlanOf(work, visit, { crewId: given.crewId, on: crew.onDay, start, part, current });
  if (plan.breaches.length > 0 && !given.despite) throw planHasBreaches({ breaches: plan.breaches });
  await placeVisit(work, visit, plan.place, { reason: given.reason ?? null });
  return visitView(tx, actor, visit.id);
});

/** Takes a visit off its day; the customer hears it and chooses again. */
export const freeVisit = action(contract.freeVisit, async (work, { visitId, reason }) => {
  work.authorize(mayPlan(work.actor));
  const visit = await visits.lock(work.tx, visitId);
  await takeOffDay(work, visit, reason);
  return visitView(work.tx, work.actor, visitId);
});

export const cancelVisit = action(contract.cancelVisit, async (work, { visitId, reason }) => {
  work.authorize(mayPlan(work.actor));
  await callVisitOff(work, await visits.lock(work.tx, visitId), reason);
  return visitView(work.tx, work.actor, visitId);
});

export const addVisit = action(contract.addVisit, async (work, { orderId, ...wanted }) => {
  const { tx, actor, authorize, announce } = work;
  authorize(mayPlan(actor));
  const order = await orders.lock(tx, orderId);
  mustBeBeingPlanned(order);
  const visit = await insertVisit(work, order, wanted);
  announce(visitMade({ id: visit.id, orderId, number: visit.number, kind: visit.kind }));
  return visitView(tx, actor, visit.id);
});

export const changeVisit = action(contract.changeVisit, async (work, { visitId, ...changes }) => {
  const { tx, actor, authorize, note } = work;
  authorize(mayPlan(actor));
  const visit = await visits.lock(tx, visitId);
  if (visit.status !== "planned" && visit.status !== "rescheduled")
    throw notPlannable({ current: visit.status });
  await visits.change(work, visitId, changes);
  note({
    recordType: "visit",
    recordId: visitId,
    orderId: visit.orderId,
    changes: { minutes: [visit.minutes, changes.minutes] },
  });
  return visitView(tx, actor, visitId);
});
