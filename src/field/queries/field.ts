import { sql } from "kysely";
import { addressLine } from "#crm";
import { type Db, dayOf, daysAfter, forbidden, type Instant, pageByKeyset, query } from "#platform";
import { field as contract } from "../contract.ts";
import { aroundToday, isAroundToday, maySeeWork, mechanicOf } from "../policy.ts";
import { workOrders } from "../workOrderStore.ts";
import { viewWorkOrder } from "./workOrderView.ts";

const crewOf = async (db: Db, mechanicId: string, on: string) => {
  const crew = await db
    .selectFrom("dayCrewMembers as m")
    .innerJoin("dayCrews as c", "c.id", "m.crewId")
    .innerJoin("vans as n", "n.id", "c.vanId")
    .select(["c.id", "c.name", "n.name as van"])
    .where("m.mechanicId", "=", mechanicId)
    .where("m.onDay", "=", on)
    .executeTakeFirst();
  if (!crew) return null;
  const members = await db
    .selectFrom("dayCrewMembers as m")
    .innerJoin("mechanics as p", "p.id", "m.mechanicId")
    .select("p.name")
    .where("m.crewId", "=", crew.id)
    .orderBy("m.position")
    .execute();
  const { id, name, van } = crew;
  return { id, crew: { name, van, members: members.map((member) => member.name) } };
};

const stopsOf = async (db: Db, crewId: string, on: string) => {
  const rows = await db
    .selectFrom("visits as v")
    .innerJoin("orders as o", "o.id", "v.orderId")
    .innerJoin("contacts as c", "c.id", "o.contactId")
    .leftJoin("sites as s", "s.id", "o.siteId")
    .leftJoin("workOrders as w", "w.visitId", "v.id")
    .select(["v.id as visitId", "v.status as visitStatus", "v.kind", "v.dayPart as part", "v.plannedStart"])
    .select(["v.minutes", "v.travelMinutes", "v.chargers", "o.number as orderNumber", "o.customerName"])
    .select(["c.name as contactName", "c.phone", "w.id as workOrderId", "w.status as workOrderStatus"])
    .select(["s.street", "s.houseNumber", "s.addition", "s.postalCode", "s.city", "s.country"])
    .select(["s.latitude", "s.longitude", "s.accessNotes"])
    .where("v.crewId", "=", crewId)
    .where("v.onDay", "=", on)
    .where("v.status", "<>", "cancelled")
    .orderBy("v.plannedStart")
    .execute();
  return rows.map((row) => ({ ...row, address: row.country ? addressLine(row as never) : null }));
};

/** The days around today on which the mechanic's crew goes out, nearest first; else yesterday and tomorrow. */
const nearestDays = async (db: Db, mechanicId: string, now: Instant) => {
  const today = dayOf(now);
  const { from, until } = aroundToday(now);
  const { before, after } = await db
    .selectFrom("dayCrewMembers")
    .select(({ fn }) => [
      fn.max("onDay").filterWhere("onDay", "<", today).as("before"),
      fn.min("onDay").filterWhere("onDay", ">", today).as("after"),
    ])
    .where("mechanicId", "=", mechanicId)
    .where("onDay", ">=", from)
    .where("onDay", "<=", until)
    .executeTakeFirstOrThrow();
  return { before: before ?? daysAfter(today, -1), after: after ?? daysAfter(today, 1) };
};

/** The mechanic's own day; of other crews nothing is shown. */
export const day = query(contract.day, async ({ db, actor, now }, given) => {
  const on = given.on ?? dayOf(now);
  if (!isAroundToday(on, now)) throw forbidden();
  const mechanicId = await mechanicOf(db, actor);
  if (!mechanicId) throw forbidden();
  const [found, { before, after }] = await Promise.all([
    crewOf(db, mechanicId, on),
    nearestDays(db, mechanicId, now),
  ]);
  const stops = found ? await stopsOf(db, found.id, on) : [];
  return { on, before, after, crew: found?.crew ?? null, stops };
});

export const workOrderById = query(contract.workOrder, async ({ db, actor, now }, { workOrderId }) =>
  viewWorkOrder(db, actor, { key: await workOrders.byId(db, workOrderId), now }),
);

export const workOrdersOfOrder = query(
  contract.workOrdersOfOrder,
  async ({ db, actor, authorize }, { orderId }) => {
    authorize(maySeeWork(actor));
    const rows = await db
      .selectFrom("workOrders")
      .select(["id", "number", "status", "visitId", "arrivedAt", "workEndedAt", "signedName", "cancelReason"])
      .where("orderId", "=", orderId)
      .orderBy("createdAt")
      .execute();
    return { rows };
  },
);

export const assetsList = query(
  contract.assets,
  async ({ db, actor, authorize }, { search, orderId, ...paging }) => {
    authorize(maySeeWork(actor));
    let select = db
      .selectFrom("installedAssets as a")
      .innerJoin("orders as o", "o.id", "a.orderId")
      .select(["a.id", "a.serial", "a.ean", "a.name", "a.orderId", "o.number as orderNumber"])
      .select(["o.customerName", "o.place", "a.installedOn", "a.warrantyUntil", "a.status"]);
    if (search) select = select.where("a.serial", "ilike", `%${search.replace(/[\\%_]/g, "\\$&")}%`);
    if (orderId) select = select.where("a.orderId", "=", orderId);
    return pageByKeyset(select, paging, {
      columns: { installedOn: sql`a.installed_on`, serial: sql`a.serial` },
      id: sql`a.id`,
    });
  },
);
