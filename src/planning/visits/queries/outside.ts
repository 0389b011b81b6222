import { orders } from "#orders";
import { forbidden, minutesBetween, notFound, query } from "#platform";
import { planning as contract } from "../../contract.ts";
import { isCustomerOf } from "../../policy.ts";
import { offersFor } from "../../slots/offersFor.ts";
import { type SlotSettings, slotSettings } from "../../slots/slotSettings.ts";
import { isBeingPlanned } from "../beingPlanned.ts";
import { calendarOf } from "../calendarOf.ts";
import { visitsForOthers } from "./rows.ts";

/** Customers change their appointment themselves until some hours before it. */
export const canChange = (
  visit: { status: string; plannedStart: string | null },
  now: string,
  { changeUntilHours }: Pick<SlotSettings, "changeUntilHours">,
): boolean =>
  visit.status === "scheduled" &&
  visit.plannedStart !== null &&
  minutesBetween(now, visit.plannedStart) >= changeUntilHours * 60;

export const canChoose = (visit: { status: string }): boolean =>
  visit.status === "planned" || visit.status === "rescheduled";

export const myVisit = query(contract.myVisit, async ({ db, actor, now }) => {
  if (actor.kind !== "customer") throw forbidden();
  const [rows, settings, order] = await Promise.all([
    visitsForOthers(db, actor.orderId),
    slotSettings(db, { orderId: actor.orderId }),
    orders.byId(db, actor.orderId),
  ]);
  const isMine = isCustomerOf(actor, order);
  const visits = await Promise.all(
    rows.map(async (visit) => ({
      ...visit,
      isMine,
      canChoose: isMine && isBeingPlanned(order) && canChoose(visit),
      canChange: isMine && canChange(visit, now, settings),
      changeUntilHours: settings.changeUntilHours,
      calendarFile: await calendarOf(db, visit, now),
    })),
  );
  return { visits };
});

export const myOffers = query(contract.myOffers, async ({ db, actor, now, authorize }, { visitId }) => {
  if (actor.kind !== "customer") throw forbidden();
  const order = await orders.byId(db, actor.orderId);
  authorize(isCustomerOf(actor, order));
  const [all, settings] = await Promise.all([
    visitsForOthers(db, actor.orderId),
    slotSettings(db, { orderId: actor.orderId }),
  ]);
  const rows = all.filter(({ id }) => visitId === undefined || id === visitId);
  const visit =
    (isBeingPlanned(order) ? rows.find(canChoose) : undefined) ??
    rows.find((row) => canChange(row, now, settings));
  if (!visit) throw notFound();
  const offers = await offersFor(db, visit, now, settings);
  return { visitId: visit.id, minutes: visit.minutes, offers: offers as never };
});

export const visitsForPartner = query(contract.visitsForPartner, async ({ db }, { orderId }) => {
  await orders.byId(db, orderId);
  return { rows: await visitsForOthers(db, orderId) };
});
