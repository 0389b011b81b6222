import type { Selectable, UpdateObject } from "kysely";
import { businessEntities } from "#crm";
import { orders } from "#orders";
import type { Visit } from "#planning";
import { type Db, dayOf, drawNumber, notFound, statement, type Tables, type Tx, type Work } from "#platform";
import { workOrderMoved } from "./events.ts";
import { reasonNeeded } from "./problems.ts";
import { type WorkOrderMove, type WorkOrderStatus, workOrderStatus } from "./workOrderStatus.ts";

export type WorkOrder = Omit<Selectable<Tables["workOrders"]>, "status"> & { status: WorkOrderStatus };

type Changes = UpdateObject<Tables, "workOrders">;

const withId = statement((db, id: string) => db.selectFrom("workOrders").selectAll().where("id", "=", id));
const heldWithId = statement((db, id: string) =>
  db.selectFrom("workOrders").selectAll().where("id", "=", id).forUpdate(),
);

/** Reading and writing work orders. */
export const workOrders = {
  async byId(db: Db, id: string): Promise<WorkOrder> {
    const [row] = await withId(db, id);
    if (!row) throw notFound();
    return row as WorkOrder;
  },

  /** The work order, held for this transaction. */
  async lock(tx: Tx, id: string): Promise<WorkOrder> {
    const [row] = await heldWithId(tx, id);
    if (!row) throw notFound();
    return row as WorkOrder;
  },

  ofVisit: (db: Db, visitId: string): Promise<WorkOrder | undefined> =>
    db.selectFrom("workOrders").selectAll().where("visitId", "=", visitId).executeTakeFirst() as Promise<
      WorkOrder | undefined
    >,

  /** Whether all that crews did for an order was handed over, with its evidence; so is an order for which nobody had to come. */
  async areHandedOver(db: Db, orderId: string): Promise<boolean> {
    const rows = await db.selectFrom("workOrders").select("status").where("orderId", "=", orderId).execute();
    const ended = rows.every(({ status }) => status === "completed" || status === "cancelled");
    return ended && (rows.length === 0 || rows.some(({ status }) => status === "completed"));
  },

  async change({ tx, now }: Pick<Work, "tx" | "now">, id: string, changes: Changes) {
    await tx
      .updateTable("workOrders")
      .set({ ...changes, updatedAt: now })
      .where("id", "=", id)
      .execute();
  },
};

/** Makes the work order of a visit, once. */
export const makeWorkOrder = async (work: Work, visit: Visit): Promise<void> => {
  const { tx, now } = work;
  if (await workOrders.ofVisit(tx, visit.id)) return;
  const { businessEntity } = await orders.byId(tx, visit.orderId);
  const entity = await businessEntities.byCode(tx, businessEntity);
  const year = Number(dayOf(now, entity.timeZone).slice(0, 4));
  const series = { entity: entity.prefix, kind: "work_order", year };
  await tx
    .insertInto("workOrders")
    .values({
      number: await drawNumber(work, series, "WO-{entity}-{year}-{number}"),
      visitId: visit.id,
      orderId: visit.orderId,
      status: workOrderStatus.start,
      jobKind: visit.kind,
      createdAt: now,
      updatedAt: now,
    })
    .execute();
};

/** Moves a work order on and tells it. */
export const moveWorkOrder = async (
  work: Work,
  order: WorkOrder,
  move: WorkOrderMove,
  { reason = null, changes = {} }: { reason?: string | null; changes?: Changes } = {},
): Promise<WorkOrder> => {
  const status = workOrderStatus.move(move, order);
  const rule = workOrderStatus.moves[move] as { reason?: true };
  if (rule.reason && !reason) throw reasonNeeded({ move });
  await workOrders.change(work, order.id, { ...changes, status });
  const { id, orderId, visitId, number } = order;
  work.note({
    recordType: "work_order",
    recordId: id,
    orderId,
    changes: { status: [order.status, status] },
    reason,
  });
  work.announce(workOrderMoved({ id, orderId, visitId, number, from: order.status, to: status }));
  return { ...order, ...(changes as object), status };
};
