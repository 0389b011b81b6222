import { sql } from "kysely";
import { type Db, later, query } from "#platform";
import { orders as contract } from "../contract.ts";
import { orderStatus, pausableStatuses } from "../orderStatus.ts";
import { maySeeOrders } from "../policy.ts";

const most = 999;

/** Counts rows without walking further than anybody reads. */
const countUpTo = async (db: Db, from: ReturnType<typeof sql>): Promise<number> => {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int8 as count from (${from} limit ${most}) counted`.execute(db);
  return rows[0]!.count;
};

const stepsSince = async (db: Db, since: string, entity: string | null) => {
  const { rows } = await sql<{ steps: number; withoutStaff: number }>`
    select count(*)::int8 as steps, count(*) filter (where m.actor_kind <> 'person')::int8 as "withoutStaff"
    from order_moves m where m.at >= ${since}
      and (${entity}::text is null or exists (select from orders o where o.id = m.order_id and o.business_entity = ${entity}))`.execute(
    db,
  );
  return rows[0]!;
};

export const todayInNumbers = query(
  contract.today,
  async ({ db, actor, now, authorize }, { businessEntity }) => {
    authorize(maySeeOrders(actor));
    const entity = businessEntity ?? null;
    const mine = sql`(${entity}::text is null or o.business_entity = ${entity})`;
    const live = [...pausableStatuses, "on_hold"] as const;
    const counted = live.map(async (status) => ({
      status,
      count: await countUpTo(db, sql`select from orders o where o.status = ${status} and ${mine}`),
    }));
    const [statuses, exceptions, overdue, automation] = await Promise.all([
      Promise.all(counted),
      countUpTo(
        db,
        sql`select from exceptions e left join orders o on o.id = e.order_id where e.resolved_at is null and ${mine}`,
      ),
      countUpTo(db, sql`select from orders o where o.status_due < ${now} and ${mine}`),
      stepsSince(db, later(now, "-P7D"), entity),
    ]);
    return {
      statuses: statuses.filter(({ status }) => !orderStatus.isFinal(status)),
      exceptions,
      overdue,
      automation,
    };
  },
);
