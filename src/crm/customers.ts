import type { Selectable } from "kysely";
import { type Db, dayOf, statement, type Tables, type Work } from "#platform";
import type { NameParts } from "./names.ts";
import { fullName } from "./names.ts";
import { type Organization, organizations } from "./organizationStore.ts";

export type Contact = Selectable<Tables["contacts"]>;

/** A person as they come in. */
export interface PersonToAdd extends NameParts {
  email: string | null;
  phone: string | null;
  language?: "nl" | "en";
}

/** A customer as it comes in: a person, alone or for a company. */
export interface NewCustomer extends PersonToAdd {
  company: string | null;
  vatNumber?: string | null;
}

export interface Customer {
  organization: Organization;
  contact: Contact;
  /** Whether the customer was known already. */
  known: boolean;
}

const sameName = (a: { lastName: string }, b: { lastName: string }) =>
  a.lastName.localeCompare(b.lastName, "nl", { sensitivity: "base" }) === 0;

/** The same mail, or the same telephone as long as no two mail addresses speak against it. */
const sameReach = (known: { email: string | null; phone: string | null }, { email, phone }: NewCustomer) =>
  email && known.email ? known.email === email : phone !== null && known.phone === phone;

/** Whoever has this mail address or telephone number; none has what is not known. */
const reachedBy = statement((db, email: string | null, phone: string | null) =>
  db
    .selectFrom("contacts as c")
    .innerJoin("contactOrganizations as m", "m.contactId", "c.id")
    .innerJoin("organizations as o", "o.id", "m.organizationId")
    .select(["c.id as contactId", "c.lastName", "c.email", "c.phone"])
    .select(["o.id as organizationId", "o.name as organizationName", "o.kind"])
    .where((where) => where.or([where("c.email", "=", email), where("c.phone", "=", phone)]))
    .where("o.kind", "in", ["household", "business"])
    .orderBy("c.createdAt")
    .limit(20),
);

/** A known person with the same last name and the same mail or telephone, in an organization of the same kind and name. */
const findKnown = async (db: Db, customer: NewCustomer): Promise<Customer | null> => {
  if (!customer.email && !customer.phone) return null;
  const rows = await reachedBy(db, customer.email, customer.phone);
  const wantedKind = customer.company ? "business" : "household";
  const match = rows.find(
    (row) =>
      row.kind === wantedKind &&
      sameName(row, customer) &&
      sameReach(row, customer) &&
      (!customer.company || row.organizationName.toLowerCase() === customer.company.toLowerCase()),
  );
  if (!match) return null;
  const contact = await db
    .selectFrom("contacts")
    .selectAll()
    .where("id", "=", match.contactId)
    .executeTakeFirstOrThrow();
  return { contact, organization: await organizations.byId(db, match.organizationId), known: true };
};

/** Adds a person as a contact of an organization. */
export const addContactTo = async (
  work: Work,
  organizationId: string,
  role: string,
  person: PersonToAdd,
): Promise<Contact> => {
  const contact = await addContact(work, person);
  await joinOrganization(work, { contactId: contact.id, organizationId, role });
  return contact;
};

const addContact = ({ tx, now }: Work, customer: PersonToAdd): Promise<Contact> => {
  const { firstName, initials, infix, lastName, email, phone, language } = customer;
  return tx
    .insertInto("contacts")
    .values({
      firstName,
      initials,
      infix,
      lastName,
      email,
      phone,
      language: language ?? "nl",
      createdAt: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
};

/** Makes a person a member of an organization from today on. */
export const joinOrganization = async (
  { tx, now }: Work,
  member: { contactId: string; organizationId: string; role: string },
) => {
  await tx
    .insertInto("contactOrganizations")
    .values({ ...member, fromOn: dayOf(now) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/**
 * Finds the customer, or makes contact and organization. A private person gets an organization of kind `household`
 * without anyone noticing, so that money, messages and rights always have an organization to stand on.
 */
export const matchOrMakeCustomer = async (work: Work, customer: NewCustomer): Promise<Customer> => {
  const known = await findKnown(work.tx, customer);
  if (known) return known;
  const contact = await addContact(work, customer);
  const organization = await organizations.add(work, {
    kind: customer.company ? "business" : "household",
    name: customer.company ?? fullName(customer),
    email: customer.email,
    phone: customer.phone,
    vatNumber: customer.vatNumber ?? null,
  });
  await joinOrganization(work, { contactId: contact.id, organizationId: organization.id, role: "owner" });
  return { organization, contact, known: false };
};
