import { openException } from "#orders";
import { action, later, type Work } from "#platform";
import { planning as contract } from "../../contract.ts";
import { isOwnVisit } from "../../policy.ts";
import { notPlannable, tooLate } from "../../problems.ts";
import { canChange, canChoose } from "../../visits/queries/outside.ts";
import { visitsForOthers } from "../../visits/queries/rows.ts";
import { takeOffDay } from "../../visits/scheduling.ts";
import { type Visit, visits } from "../../visits/visitStore.ts";
import { book, claimSlot } from "../booking.ts";
import { instantOf } from "../crewState.ts";

const heldFor = "PT10M";

const ownVisit = async (work: Work & { authorize(allowed: boolean): void }, visitId: string) => {
  const visit = await visits.lock(work.tx, visitId);
  work.authorize(isOwnVisit(work.actor, visit));
  return visit;
};

/** A time can be chosen while there is none, and changed until a day before. */
const mustBeOpen = (visit: Visit, now: string) => {
  if (canChoose(visit) || canChange(visit, now)) return;
  throw visit.status === "scheduled" ? tooLate() : notPlannable({ status: visit.status });
};

const viewOf = async ({ tx }: Work, visit: Visit) =>
  (await visitsForOthers(tx, visit.orderId)).find(({ id }) => id === visit.id)!;

/** Keeps a half day for somebody who is choosing. */
export const holdSlot = action(contract.holdSlot, async (work, { visitId, on, part }) => {
  const visit = await ownVisit(work, visitId);
  mustBeOpen(visit, work.now);
  const fit = await claimSlot(work, visit, { on, part });
  const start = fit.route.stops.find((stop) => stop.visitId === visitId)!.start;
  const hold = {
    crewId: fit.crewId,
    onDay: on,
    dayPart: part,
    plannedStart: instantOf(on, start),
    expiresAt: later(work.now, heldFor),
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
  const visit = await ownVisit(work, visitId);
  mustBeOpen(visit, work.now);
  const booked = await book(work, visit, { on, part }, { reason: reason ?? null });
  return viewOf(work, booked);
});

/** The customer cannot make it: the visit waits for a new time, and the office sees that it does. */
export const dropMyVisit = action(contract.dropMyVisit, async (work, { visitId, reason }) => {
  const visit = await ownVisit(work, visitId);
  if (!canChange(visit, work.now)) throw tooLate();
  const freed = await takeOffDay(work, visit, reason);
  await openException(work, {
    orderId: visit.orderId,
    kind: "appointment_dropped",
    key: visit.id,
    facts: { reason, on: visit.onDay },
    within: "P3D",
  });
  return viewOf(work, freed);
});
