import { sql } from "kysely";
import { pageByKeyset, query } from "#platform";
import { nameOfPerson } from "../actorNames.ts";
import { orders as contract } from "../contract.ts";
import { maySeeOrders } from "../policy.ts";

/** The name of whoever caused an event, of a staff member, a customer or a piece of automation. */
export const nameOfActor = sql<string | null>`coalesce(
  ${nameOfPerson("e.actorId")}, case when e.actor_kind = 'automation' then e.actor_id end)`;

/** What everybody announced about an order; names of staff come from the step itself. */
export const timelineOfOrder = query(
  contract.timeline,
  async ({ db, actor, authorize }, { orderId, ...page }) => {
    authorize(maySeeOrders(actor));
    const select = db
      .selectFrom("events as e")
      .select(["e.name", "e.actorKind", "e.at"])
      .select(sql<string>`lpad(e.id::text, 19, '0')`.as("id"))
      .select(sql<Record<string, unknown>>`e.payload`.as("payload"))
      .select(nameOfActor.as("actorName"))
      .where("e.orderId", "=", orderId);
    return pageByKeyset(select, page, { columns: { at: sql`e.at` }, id: sql`lpad(e.id::text, 19, '0')` });
  },
);
