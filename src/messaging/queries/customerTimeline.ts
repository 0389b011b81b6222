import { sql } from "kysely";
import { nameOfActor } from "#orders";
import { countUpToMost, cursorPlace, type Db, pageByKeyset, query } from "#platform";
import { messaging } from "../contract.ts";
import { mayReadMessages } from "../policy.ts";
import { happeningsOf, type Part, type Protagonist } from "./happenings.ts";

interface Page {
  name?: string[] | undefined;
  sort: string;
  cursor?: string | undefined;
  limit: number;
  total?: boolean | undefined;
}

const storyOf = (db: Db, whose: Protagonist, part: Part) => {
  const story = db.selectFrom(happeningsOf(whose, part).as("e"));
  return part.names?.length ? story.where("e.name", "in", part.names) : story;
};

/** A page of somebody's story; names of people and orders are looked up for the rows of that page only. */
const pageOf = async (db: Db, whose: Protagonist, { name: names, total, ...page }: Page) => {
  const after = page.cursor ? cursorPlace(page.cursor, page.sort) : undefined;
  const part = { names, after, newestFirst: page.sort.startsWith("-") };
  const select = storyOf(db, whose, { ...part, most: page.limit + 1 })
    .select(["e.id", "e.name", "e.at", "e.actorKind", "e.orderId", "e.recordId", "e.payload"])
    .select([
      nameOfActor.as("actorName"),
      sql<string | null>`(select o.number from orders o where o.id = e.order_id)`.as("orderNumber"),
      sql<string | null>`(select o.customer_name from orders o where o.id = e.order_id)`.as("orderCustomer"),
    ]);
  const found = await pageByKeyset(select, page, { columns: { at: sql`e.at` }, id: sql`e.id` });
  if (!total) return found;
  return { ...found, total: await countUpToMost(storyOf(db, whose, { ...part, after: undefined })) };
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
