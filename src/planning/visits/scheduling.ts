import { sql } from "kysely";
import type { MailTemplate } from "#messaging";
import { moveOrder, orders, settleExceptions } from "#orders";
import { actorKind, type Day, later, type Work } from "#platform";
import { instantOf } from "../slots/crewState.ts";
import type { DayPart } from "../slots/dayPart.ts";
import type { Route } from "../slots/route.ts";
import { mustBeBeingPlanned } from "./beingPlanned.ts";
import { visitCancelled, visitFreed, visitMoved, visitScheduled } from "./events.ts";
import {
  appointmentCancelled,
  appointmentConfirmed,
  appointmentFreed,
  appointmentMoved,
  mailAboutVisit,
} from "./mails.ts";
import { remindOfVisit } from "./reminders.ts";
import { shiftOthers } from "./shiftOthers.ts";
import { moveVisit, type Visit, visits } from "./visitStore.ts";

/** A place for a visit: crew, day, promise, and the crew's whole day as it becomes. */
export interface Place {
  crewId: string;
  on: Day;
  part: DayPart;
  route: Route;
  isPinned?: boolean;
}

/** The order follows its visits: scheduled as soon as one of them has a day. */
export const orderFollows = async (work: Work, orderId: string) => {
  const order = await orders.lock(work.tx, orderId);
  mustBeBeingPlanned(order);
  const { first } = await work.tx
    .selectFrom("visits")
    .select(({ fn }) => fn.min("onDay").as("first"))
    .where("orderId", "=", orderId)
    .where("status", "=", "scheduled")
    .executeTakeFirstOrThrow();
  if (order.status === "planning" && first)
    await moveOrder(work, orderId, "schedule", { changes: { plannedOn: first } });
  else if (first) await orders.change(work, orderId, { plannedOn: first });
  return order;
};

export const crewNameOf = async ({ tx }: Work, crewId: string) =>
  (await tx.selectFrom("dayCrews").select("name").where("id", "=", crewId).executeTakeFirstOrThrow()).name;

/** Why a visit moves or loses its time, and whether the customer reads that too or only the office. */
interface Why {
  reason?: string | null;
  isTold?: boolean;
}

const told = ({ reason, isTold = false }: Why) => ({ reason: (isTold && reason) || "" });

/** Gives a visit its place, tells the customer, and sets the reminder. */
export const placeVisit = async (work: Work, visit: Visit, place: Place, why: Why = {}): Promise<Visit> => {
  const { reason = null } = why;
  const { tx, now } = work;
  const stop = place.route.stops.find(({ visitId }) => visitId === visit.id)!;
  const isMove = visit.status === "scheduled";
  await shiftOthers(work, visit.id, place);
  const placed = await moveVisit(work, visit, isMove ? "move" : "schedule", {
    reason,
    changes: {
      onDay: place.on,
      dayPart: place.part,
      crewId: place.crewId,
      plannedStart: instantOf(place.on, stop.start),
      plannedEnd: instantOf(place.on, stop.end),
      travelMinutes: stop.travel,
      isPinned: place.isPinned ?? false,
      confirmedAt: now,
      confirmedBy: actorKind(work.actor) === "customer" ? "customer" : "planner",
      ...(isMove ? { rescheduleCount: visit.rescheduleCount + 1, rescheduleReason: reason } : {}),
    },
  });
  await sql`set constraints visits_crew_in_one_place immediate`.execute(tx);
  await tx.deleteFrom("slotHolds").where("visitId", "=", visit.id).execute();
  await settleExceptions(work, {
    orderId: visit.orderId,
    kind: ["appointment_dropped", "no_slot", "promise_at_risk"],
    resolution: "scheduled",
  });
  const order = await orderFollows(work, visit.orderId);
  await tell(work, visit, placed, { ...place, businessEntity: order.businessEntity, why });
  return placed;
};

const tell = async (
  work: Work,
  before: Visit,
  placed: Visit,
  { on, part, crewId, businessEntity, why }: Place & { businessEntity: string; why: Why },
) => {
  const { id, orderId, number } = placed;
  const crewName = await crewNameOf(work, crewId);
  const moment = { id, orderId, number, on, part, crewId, crewName };
  const hadTime = before.status === "scheduled" && before.onDay && before.dayPart;
  work.announce(
    hadTime
      ? visitMoved({
          ...moment,
          ...goneFrom(before),
          formerOn: before.onDay!,
          formerPart: before.dayPart!,
          reason: why.reason ?? null,
        })
      : visitScheduled({ ...moment, businessEntity }),
  );
  const isSamePromise = hadTime && before.onDay === on && before.dayPart === part;
  if (!isSamePromise) {
    await mailAboutVisit(work, hadTime ? appointmentMoved : appointmentConfirmed, placed, {
      calendar: "REQUEST",
      variables: told(why),
    });
    const at = later(placed.plannedStart!, "-PT48H");
    if (at > work.now)
      work.schedule(
        remindOfVisit({ visitId: id, on, part }, { at, key: `remind:${id}:${on}:${part}`, orderId }),
      );
  }
};

const noPlace = {
  onDay: null,
  dayPart: null,
  crewId: null,
  plannedStart: null,
  plannedEnd: null,
  travelMinutes: null,
  isPinned: false,
  confirmedAt: null,
  confirmedBy: null,
} as const;

/** The half day and crew that come free. */
const goneFrom = ({ id, orderId, number, onDay, dayPart, crewId }: Visit) => ({
  id,
  orderId,
  number,
  formerOn: onDay,
  formerPart: dayPart,
  formerCrewId: crewId,
});

/** Once no visit has a day any more, the order waits for planning again. */
const orderWaitsAgain = async (work: Work, orderId: string, reason: string) => {
  const order = await orders.lock(work.tx, orderId);
  const left = (await visits.open(work.tx, orderId)).filter(({ status }) => status === "scheduled");
  if (order.status !== "scheduled" || left.length > 0) return;
  await moveOrder(work, orderId, "reschedule", { reason, changes: { plannedOn: null } });
};

/** Takes a visit off its day; it waits for a new time, and the customer hears it and may choose again. */
export const takeOffDay = async (
  work: Work,
  visit: Visit,
  reason: string,
  { mail = appointmentFreed, isTold = false }: { mail?: MailTemplate; isTold?: boolean } = {},
): Promise<Visit> => {
  const freed = await moveVisit(work, visit, "free", {
    reason,
    changes: { ...noPlace, rescheduleCount: visit.rescheduleCount + 1, rescheduleReason: reason },
  });
  work.announce(visitFreed({ ...goneFrom(visit), reason }));
  await orderWaitsAgain(work, visit.orderId, reason);
  await mailAboutVisit(work, mail, visit, { calendar: "CANCEL", variables: told({ reason, isTold }) });
  return freed;
};

/** Calls a visit off for good; where it stood is kept on the record, the crew's time is free. */
export const callVisitOff = async (work: Work, visit: Visit, reason: string): Promise<Visit> => {
  const cancelled = await moveVisit(work, visit, "cancel", { reason, changes: { cancelReason: reason } });
  await work.tx.deleteFrom("slotHolds").where("visitId", "=", visit.id).execute();
  work.announce(visitCancelled({ ...goneFrom(visit), reason }));
  await orderWaitsAgain(work, visit.orderId, reason);
  if (visit.status === "scheduled")
    await mailAboutVisit(work, appointmentCancelled, visit, { calendar: "CANCEL" });
  return cancelled;
};
