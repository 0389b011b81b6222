import { addressLine, businessEntities, siteById } from "#crm";
import { orders } from "#orders";
import { type Db, forbidden, minutesBetween, notFound, query } from "#platform";
import { planning as contract } from "../../contract.ts";
import type { DayPart } from "../../slots/dayPart.ts";
import { offersFor } from "../../slots/offersFor.ts";
import { calendarFile } from "../calendarFile.ts";
import { visitsForOthers } from "./rows.ts";

type Row = Awaited<ReturnType<typeof visitsForOthers>>[number];

/** Customers change their appointment themselves until a day before it. */
export const changeableUntilMinutes = 24 * 60;

export const canChange = (visit: { status: string; plannedStart: string | null }, now: string): boolean =>
  visit.status === "scheduled" &&
  visit.plannedStart !== null &&
  minutesBetween(now, visit.plannedStart) >= changeableUntilMinutes;

export const canChoose = (visit: { status: string }): boolean =>
  visit.status === "planned" || visit.status === "rescheduled";

const calendarOf = async (db: Db, visit: Row, now: string) => {
  if (!visit.on || !visit.part) return null;
  const order = await orders.byId(db, visit.orderId);
  const entity = await businessEntities.byCode(db, order.businessEntity);
  const site = order.siteId ? await siteById(db, order.siteId) : null;
  return calendarFile({
    visitId: visit.id,
    on: visit.on,
    part: visit.part as DayPart,
    change: Math.floor(Date.parse(now) / 60_000),
    title: `${entity.name} (${order.number})`,
    place: site ? addressLine(site) : null,
    now,
  });
};

export const myVisit = query(contract.myVisit, async ({ db, actor, now }) => {
  if (actor.kind !== "customer") throw forbidden();
  const rows = await visitsForOthers(db, actor.orderId);
  const visits = await Promise.all(
    rows.map(async (visit) => ({
      ...visit,
      canChoose: canChoose(visit),
      canChange: canChange(visit, now),
      calendarFile: await calendarOf(db, visit, now),
    })),
  );
  return { visits };
});

export const myOffers = query(contract.myOffers, async ({ db, actor, now }) => {
  if (actor.kind !== "customer") throw forbidden();
  const rows = await visitsForOthers(db, actor.orderId);
  const visit = rows.find(canChoose) ?? rows.find((row) => canChange(row, now));
  if (!visit) throw notFound();
  return { visitId: visit.id, minutes: visit.minutes, offers: (await offersFor(db, visit, now)) as never };
});

export const visitsForPartner = query(contract.visitsForPartner, async ({ db }, { orderId }) => {
  await orders.byId(db, orderId);
  return { rows: await visitsForOthers(db, orderId) };
});
