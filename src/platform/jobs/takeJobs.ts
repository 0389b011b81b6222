import { sql } from "kysely";
import type { Tx } from "../database/open.ts";
import { onePlan } from "../database/preparedNames.ts";

/** Jobs of one order that go together at most. */
export const mostTogether = 20;

export interface Due {
  id: number;
  kind: string;
  payload: unknown;
  eventId: number | null;
  attempts: number;
  runAt: string;
  /** In which trace it was asked for, where traces are kept. */
  traceparent: string | null;
}

/**
 * Takes the job that is due first; when it is a listener, the other listeners that wait for the same order come along.
 * They only write in the database, so one transaction does for all. Jobs may reach outside and each go alone.
 * `coalesce` keeps the planner from the index on events, through which it would read every listener there is.
 */
export const takeFirst = async (tx: Tx, now: string): Promise<Due[]> => {
  const { rows } = await sql<Due>`${sql.raw(onePlan)}
    with first as materialized (
      select id, order_id, event_id from jobs where status = 'waiting' and run_at <= ${now}
      order by run_at, id limit 1 for update skip locked
    ), along as materialized (
      select id from jobs
      where order_id = (select order_id from first where event_id is not null)
        and status = 'waiting' and run_at <= ${now} and coalesce(event_id, 0) > 0 and attempts = 0
      order by run_at, id limit ${mostTogether} for update skip locked
    )
    select id, kind, payload, event_id, attempts, run_at, traceparent from jobs
    where id in (select id from first union select id from along)
    order by run_at, id`.execute(tx);
  return rows;
};

/** Takes everything that is due for one order, jobs as well as listeners: for the demo company and simulations. */
export const takeOfOrder = async (tx: Tx, orderId: string, now: string): Promise<Due[]> => {
  const { rows } = await sql<Due>`${sql.raw(onePlan)}
    select id, kind, payload, event_id, attempts, run_at, traceparent from jobs
    where order_id = ${orderId} and status = 'waiting' and run_at <= ${now}
    order by run_at, id limit ${mostTogether} for update skip locked`.execute(tx);
  return rows;
};

/** Takes one job, unless somebody else has it. */
export const takeOnly = (tx: Tx, id: number): Promise<Due[]> =>
  tx
    .selectFrom("jobs")
    .select(["id", "kind", "payload", "eventId", "attempts", "runAt", "traceparent"])
    .where("id", "=", id)
    .where("status", "=", "waiting")
    .forUpdate()
    .skipLocked()
    .execute();
