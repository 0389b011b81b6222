import { sql } from "kysely";
import { nameOfActor } from "#orders";
import { type Db, pageByKeyset, query } from "#platform";
import { messaging } from "../contract.ts";
import { mayReadMessages } from "../policy.ts";
import { happeningsOf, type Protagonist } from "./happenings.ts";

interface Page {
  name?: string[] | undefined;
  sort: string;
  cursor?: string | undefined;
  limit: number;
  total?: boolean | undefined;
}

/** A page of somebody's story; names of people and orders are looked up for the rows of that page only. */
const pageOf = (db: Db, whose: Protagonist, { name, ...page }: Page) => {
  let select = db
    .selectFrom(happeningsOf(whose).as("e"))
    .select(["e.id", "e.name", "e.at", "e.actorKind", "e.orderId", "e.recordId", "e.payload"])
    .select([
      nameOfActor.as("actorName"),
      sql<string | null>`(select o.number from orders o where o.id = e.order_id)`.as("orderNumber"),
      sql<string | null>`(select o.customer_name from orders o where o.id = e.order_id)`.as("orderCustomer"),
    ]);
  if (name?.length) select = select.where("e.name", "in", name);
  return pageByKeyset(select, page, { columns: { at: sql`e.at` }, id: sql`e.id` });
};

/** What happened with an organization: its orders, the mail and invoices to it, and changes of it and of its people. */
export const partyTimeline = query(
  messaging.partyTimeline,
  async ({ db, actor, authorize }, { organizationId, ...page }) => {
    authorize(mayReadMessages(actor));
    return pageOf(
      db,
      {
        orders: sql`select p.order_id from order_parties p where p.organization_id = ${organizationId}`,
        payers: sql`${organizationId}`,
        receiver: "organization_id",
        id: organizationId,
        records: sql`select ${organizationId}::uuid
          union all select m.contact_id from contact_organizations m where m.organization_id = ${organizationId}`,
      },
      page,
    );
  },
);

/** What happened with a person: their orders, the mail to them, what their organizations pay for, and changes of their data. */
export const contactTimeline = query(
  messaging.contactTimeline,
  async ({ db, actor, authorize }, { contactId, ...page }) => {
    authorize(mayReadMessages(actor));
    return pageOf(
      db,
      {
        orders: sql`select o.id from orders o where o.contact_id = ${contactId}`,
        payers: sql`select m.organization_id from contact_organizations m where m.contact_id = ${contactId}`,
        receiver: "contact_id",
        id: contactId,
        records: sql`${contactId}`,
      },
      page,
    );
  },
);
