import { type Db, query } from "#platform";
import { crm } from "../contract.ts";
import { organizations } from "../organizationStore.ts";
import { maySeeCustomers } from "../policy.ts";

/** Everything that belongs to one organization. */
export const viewOrganization = async (db: Db, organizationId: string) => {
  const organization = await organizations.byId(db, organizationId);
  const [parent, below, contacts, sites] = await Promise.all([
    organization.parentId
      ? db
          .selectFrom("organizations")
          .select(["id", "name"])
          .where("id", "=", organization.parentId)
          .executeTakeFirst()
      : null,
    db
      .selectFrom("organizations")
      .select(["id", "name"])
      .where("parentId", "=", organizationId)
      .orderBy("name")
      .limit(200)
      .execute(),
    db
      .selectFrom("contactOrganizations as m")
      .innerJoin("contacts as c", "c.id", "m.contactId")
      .selectAll("c")
      .select(["m.role", "m.fromOn", "m.untilOn"])
      .where("m.organizationId", "=", organizationId)
      .orderBy("c.lastName")
      .limit(200)
      .execute(),
    db
      .selectFrom("sites")
      .selectAll()
      .where("organizationId", "=", organizationId)
      .orderBy("createdAt")
      .limit(200)
      .execute(),
  ]);
  return {
    ...organization,
    parent: parent ?? null,
    below,
    sites,
    contacts: contacts.map(({ role, fromOn, untilOn, ...contact }) => ({
      ...contact,
      membership: { role, fromOn, untilOn },
    })),
  };
};

export const organizationById = query(
  crm.organization,
  async ({ db, actor, authorize }, { organizationId }) => {
    authorize(maySeeCustomers(actor));
    return viewOrganization(db, organizationId);
  },
);
