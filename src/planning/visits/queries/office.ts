import { sql } from "kysely";
import { orders } from "#orders";
import { pageByKeyset, query } from "#platform";
import { planning as contract } from "../../contract.ts";
import { mayPlan, maySeePlanning } from "../../policy.ts";
import { offersOrWhy } from "../../slots/offersFor.ts";
import { isBeingPlanned } from "../beingPlanned.ts";
import { visits } from "../visitStore.ts";
import { visitRows, visitView, visitViews } from "./rows.ts";

export const visitsList = query(
  contract.visits,
  async ({ db, actor, authorize }, { sort, cursor, limit, ...filters }) => {
    authorize(maySeePlanning(actor));
    const { unplanned, status, kind, businessEntity, from, until } = filters;
    let select = visitRows(db);
    if (unplanned) select = select.where("v.status", "in", ["planned", "rescheduled"]);
    if (status?.length) select = select.where("v.status", "in", status);
    if (kind?.length) select = select.where("v.kind", "in", kind);
    if (businessEntity?.length) select = select.where("o.businessEntity", "in", businessEntity);
    if (from) select = select.where("v.onDay", ">=", from);
    if (until) select = select.where("v.onDay", "<=", until);
    const columns = { createdAt: sql`v.created_at`, number: sql`v.number` };
    return pageByKeyset(select, { sort, cursor, limit }, { columns, id: sql`v.id` });
  },
);

export const visitById = query(contract.visit, async ({ db, actor, authorize }, { visitId }) => {
  authorize(maySeePlanning(actor));
  return visitView(db, actor, visitId);
});

export const visitsOfOrder = query(contract.visitsOfOrder, async ({ db, actor, authorize }, { orderId }) => {
  authorize(maySeePlanning(actor));
  const order = await orders.byId(db, orderId);
  return { rows: await visitViews(db, actor, { orderId }), canAdd: isBeingPlanned(order) && mayPlan(actor) };
});

export const offersForVisit = query(
  contract.offersForVisit,
  async ({ db, actor, now, authorize }, { visitId }) => {
    authorize(maySeePlanning(actor));
    return offersOrWhy(db, await visits.byId(db, visitId), now);
  },
);
