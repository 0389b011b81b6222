import { type Selectable, sql, type Updateable } from "kysely";
import { businessEntities } from "#crm";
import type { Order } from "#orders";
import { type Db, dayOf, drawNumber, notFound, statement, type Tables, type Tx, type Work } from "#platform";
import { reasonNeeded } from "./problems.ts";
import { openStatuses, type VisitMove, type VisitStatus, visitStatus } from "./visitStatus.ts";

export type Visit = Omit<Selectable<Tables["visits"]>, "status"> & { status: VisitStatus };

const withId = statement((db, id: string) => db.selectFrom("visits").selectAll().where("id", "=", id));
const heldWithId = statement((db, id: string) =>
  db.selectFrom("visits").selectAll().where("id", "=", id).forUpdate(),
);

/** Reading and writing visits. */
export const visits = {
  async byId(db: Db, id: string): Promise<Visit> {
    const [visit] = await withId(db, id);
    if (!visit) throw notFound();
    return visit as Visit;
  },

  /** The visit, held for this transaction. */
  async lock(tx: Tx, id: string): Promise<Visit> {
    const [visit] = await heldWithId(tx, id);
    if (!visit) throw notFound();
    return visit as Visit;
  },

  /** Visits of an order that still have to happen, first one first. */
  open: (db: Db, orderId: string): Promise<Visit[]> =>
    db
      .selectFrom("visits")
      .selectAll()
      .where("orderId", "=", orderId)
      .where("status", "in", [...openStatuses])
      .orderBy("sequence")
      .execute() as Promise<Visit[]>,

  async change({ tx, now }: Pick<Work, "tx" | "now">, id: string, changes: Updateable<Tables["visits"]>) {
    await tx
      .updateTable("visits")
      .set({ ...changes, updatedAt: now })
      .where("id", "=", id)
      .execute();
  },
};

/** Moves a visit on, with the reason where one is wanted, and keeps the audit line. */
export const moveVisit = async (
  work: Work,
  visit: Visit,
  move: VisitMove,
  { reason = null, changes = {} }: { reason?: string | null; changes?: Updateable<Tables["visits"]> } = {},
): Promise<Visit> => {
  const status = visitStatus.move(move, visit);
  const rule = visitStatus.moves[move] as { reason?: true };
  if (rule.reason && !reason) throw reasonNeeded({ move });
  await visits.change(work, visit.id, { ...changes, status });
  work.note({
    recordType: "visit",
    recordId: visit.id,
    orderId: visit.orderId,
    changes: {
      status: [visit.status, status],
      ...(changes.onDay ? { on: [visit.onDay, changes.onDay] } : {}),
    },
    reason,
  });
  return { ...visit, ...(changes as object), status };
};

/** Makes a visit that waits for a time. */
export const insertVisit = async (
  work: Work,
  order: Order,
  wanted: {
    kind: string;
    minutes: number;
    skills: readonly string[];
    chargers?: number;
    ruleMinutes?: number;
  },
): Promise<Visit> => {
  const { tx, now } = work;
  const entity = await businessEntities.byCode(tx, order.businessEntity);
  const year = Number(dayOf(now, entity.timeZone).slice(0, 4));
  const number = await drawNumber(
    work,
    { entity: entity.prefix, kind: "visit", year },
    "VST-{entity}-{year}-{number}",
  );
  const row = await tx
    .insertInto("visits")
    .values({
      number,
      orderId: order.id,
      sequence: sql<number>`(select coalesce(max(sequence), 0) + 1 from visits where order_id = ${order.id})`,
      kind: wanted.kind,
      status: visitStatus.start,
      minutes: wanted.minutes,
      ruleMinutes: wanted.ruleMinutes ?? null,
      skills: [...wanted.skills],
      chargers: wanted.chargers ?? 0,
      createdAt: now,
      updatedAt: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return row as Visit;
};
