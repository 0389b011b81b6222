import { addressLine, businessEntities, siteById } from "#crm";
import { orders } from "#orders";
import type { Db } from "#platform";
import type { DayPart } from "../slots/dayPart.ts";
import { type CalendarMethod, calendarFile } from "./calendarFile.ts";

interface Appointment {
  id: string;
  orderId: string;
  on: string | null;
  part: string | null;
  calendarChange: number;
}

const customerOf = (db: Db, contactId: string) =>
  db.selectFrom("contacts").select(["name", "email"]).where("id", "=", contactId).executeTakeFirst();

/** A visit as a calendar file: to keep, or to invite its customer or take the invitation back. */
export const calendarOf = async (
  db: Db,
  visit: Appointment,
  now: string,
  method: CalendarMethod = "PUBLISH",
): Promise<string | null> => {
  if (!visit.on || !visit.part) return null;
  const order = await orders.byId(db, visit.orderId);
  const entity = await businessEntities.byCode(db, order.businessEntity);
  const site = order.siteId ? await siteById(db, order.siteId) : null;
  const customer = method === "PUBLISH" ? undefined : await customerOf(db, order.contactId);
  return calendarFile({
    visitId: visit.id,
    on: visit.on,
    part: visit.part as DayPart,
    change: visit.calendarChange,
    title: `${entity.name} (${order.number})`,
    place: site ? addressLine(site) : null,
    now,
    method,
    ...(method === "PUBLISH" ? {} : { from: { name: entity.name, mail: entity.mailAddress } }),
    ...(customer?.email ? { to: { name: customer.name, mail: customer.email } } : {}),
  });
};
