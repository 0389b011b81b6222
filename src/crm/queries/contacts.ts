import { sql } from "kysely";
import { notFound, pageByKeyset, query } from "#platform";
import { crm } from "../contract.ts";
import { maySeeCustomers } from "../policy.ts";

export const contactsList = query(crm.contacts, async ({ db, actor, authorize }, { search, ...page }) => {
  authorize(maySeeCustomers(actor));
  let select = db
    .selectFrom("contacts as c")
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom("contactOrganizations as m")
          .innerJoin("organizations as o", "o.id", "m.organizationId")
          .select(["o.id as organizationId", "o.name as organizationName"])
          .whereRef("m.contactId", "=", "c.id")
          .limit(1)
          .as("home"),
      (join) => join.onTrue(),
    )
    .select(["c.id", "c.name", "c.email", "c.phone", "home.organizationId", "home.organizationName"]);
  if (search) select = select.where("c.search", "like", sql<string>`'%' || plain(${search}) || '%'`);
  return pageByKeyset(select, page, { columns: { name: sql`c.name` }, id: sql`c.id` });
});

export const contactById = query(crm.contact, async ({ db, actor, authorize }, { contactId }) => {
  authorize(maySeeCustomers(actor));
  const contact = await db.selectFrom("contacts").selectAll().where("id", "=", contactId).executeTakeFirst();
  if (!contact) throw notFound();
  const organizations = await db
    .selectFrom("contactOrganizations as m")
    .innerJoin("organizations as o", "o.id", "m.organizationId")
    .select(["o.id", "o.name", "o.kind", "m.role", "m.fromOn", "m.untilOn"])
    .where("m.contactId", "=", contactId)
    .orderBy("o.name")
    .execute();
  return { ...contact, organizations };
});
