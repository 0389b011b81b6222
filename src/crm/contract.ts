import { z } from "zod";
import {
  Cents,
  Day,
  Email,
  endpoint,
  filledText,
  Id,
  Instant,
  listEndpoint,
  many,
  Phone,
  text,
} from "#platform/contract";

export const OrganizationKind = z.enum(["household", "business", "partner", "supplier", "internal"]);
export type OrganizationKind = z.infer<typeof OrganizationKind>;

export const SiteView = z.object({
  id: Id,
  kind: z.enum(["installation", "billing"]),
  street: z.string().nullable(),
  houseNumber: z.int().nullable(),
  addition: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string(),
  verified: z.boolean(),
  confidence: z.enum(["low", "medium", "high"]),
  accessNotes: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
});
export type SiteView = z.infer<typeof SiteView>;

export const ContactView = z.object({
  id: Id,
  name: z.string(),
  firstName: z.string().nullable(),
  initials: z.string().nullable(),
  infix: z.string().nullable(),
  lastName: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  language: z.enum(["nl", "en"]),
});
export type ContactView = z.infer<typeof ContactView>;

const Membership = z.object({ role: z.string(), fromOn: Day, untilOn: Day.nullable() });

export const OrganizationRow = z.object({
  id: Id,
  kind: OrganizationKind,
  name: z.string(),
  parentName: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  city: z.string().nullable(),
  createdAt: Instant,
});

export const OrganizationView = z.object({
  id: Id,
  kind: OrganizationKind,
  name: z.string(),
  legalName: z.string().nullable(),
  parent: z.object({ id: Id, name: z.string() }).nullable(),
  below: z.array(z.object({ id: Id, name: z.string() })),
  partnerKinds: z.array(z.string()),
  vatNumber: z.string().nullable(),
  kvkNumber: z.string().nullable(),
  email: z.string().nullable(),
  invoiceEmail: z.string().nullable(),
  phone: z.string().nullable(),
  paymentDays: z.int().nullable(),
  seesCustomerPrices: z.boolean(),
  contacts: z.array(ContactView.extend({ membership: Membership })),
  sites: z.array(SiteView),
  createdAt: Instant,
});

export const ContactRow = z.object({
  id: Id,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  organizationId: Id.nullable(),
  organizationName: z.string().nullable(),
});

/** What an entity must say about itself on an invoice. */
export const SellerField = z.enum(["addressLines", "vatNumber", "kvkNumber", "iban"]);
export type SellerField = z.infer<typeof SellerField>;

export const BusinessEntityView = z.object({
  code: z.string(),
  name: z.string(),
  prefix: z.string(),
  colour: z.string(),
  accent: z.string(),
  doesFieldWork: z.boolean(),
  paymentDays: z.int(),
  invoicesByItself: z.boolean(),
  /** Up to which amount, VAT included, quotes go out without a person looking. */
  quotesByItselfUpToCents: Cents,
  mailAddress: z.string(),
  phone: z.string().nullable(),
  iban: z.string().nullable(),
  vatNumber: z.string().nullable(),
  kvkNumber: z.string().nullable(),
  addressLines: z.array(z.string()),
});

/** An address as a person types it; street and number may come in one line. */
export const AddressInput = z.object({
  street: text(120).optional(),
  houseNumber: z.union([z.int().min(0).max(99_999), text(20)]).optional(),
  addition: text(20).optional(),
  postalCode: text(12).optional(),
  city: text(80).optional(),
  country: text(60).optional(),
});

export const organizationFields = {
  name: filledText(160),
  legalName: text(160).nullable(),
  email: Email.nullable(),
  invoiceEmail: Email.nullable(),
  phone: Phone.nullable(),
  vatNumber: text(20).nullable(),
  kvkNumber: text(12).nullable(),
  paymentDays: z.int().min(0).max(120).nullable(),
  seesCustomerPrices: z.boolean(),
};

const contactFields = {
  firstName: text(60).nullable(),
  infix: text(30).nullable(),
  lastName: filledText(80),
  email: Email.nullable(),
  phone: Phone.nullable(),
  language: z.enum(["nl", "en"]),
};

const all = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.keys(fields).map((name) => [name, true])) as Record<keyof Fields, true>;

/** Whether the check digits fit (ISO 13616); the form of each country is looked at when it is kept. */
const fitsItself = (typed: string) => {
  const compact = typed.replace(/[\s.-]/g, "").toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{10,30}$/.test(compact)) return typed === "";
  const digits = (compact.slice(4) + compact.slice(0, 4)).replace(
    /[A-Z]/g,
    (each) => `${parseInt(each, 36)}`,
  );
  return BigInt(digits) % 97n === 1n;
};
const Iban = text(42).pipe(z.stringFormat("iban", fitsItself));

/** What the caller saw of what it changes; when that changed meanwhile, nothing is written. */
const organizationSeen = OrganizationView.pick(all(organizationFields)).partial();
const contactSeen = ContactView.pick(all(contactFields)).partial();

export const crm = {
  organizations: listEndpoint({
    name: "crm.organizations",
    summary: "Organizations: households, businesses, partners and suppliers",
    path: "/organizations",
    doors: ["office"],
    row: OrganizationRow,
    filters: { kind: many(OrganizationKind).optional(), search: text(80).optional() },
    sorts: ["name", "createdAt"],
    defaultSort: "name",
  }),
  organization: endpoint({
    name: "crm.organization",
    summary: "One organization with its people, places and tree",
    method: "GET",
    path: "/organizations/:organizationId",
    doors: ["office"],
    params: z.object({ organizationId: Id }),
    response: OrganizationView,
  }),
  changeOrganization: endpoint({
    name: "crm.changeOrganization",
    summary: "Change an organization's own data",
    method: "PATCH",
    path: "/organizations/:organizationId",
    doors: ["office"],
    params: z.object({ organizationId: Id }),
    body: z.object({ ...organizationFields, was: organizationSeen }).partial(),
    response: OrganizationView,
  }),
  contacts: listEndpoint({
    name: "crm.contacts",
    summary: "People, each with their organization",
    path: "/contacts",
    doors: ["office"],
    row: ContactRow,
    filters: { search: text(80).optional() },
    sorts: ["name"],
    defaultSort: "name",
  }),
  contact: endpoint({
    name: "crm.contact",
    summary: "One person with the organizations they belong to",
    method: "GET",
    path: "/contacts/:contactId",
    doors: ["office"],
    params: z.object({ contactId: Id }),
    response: ContactView.extend({
      organizations: z.array(
        z.object({ id: Id, name: z.string(), kind: OrganizationKind }).extend(Membership.shape),
      ),
    }),
  }),
  changeContact: endpoint({
    name: "crm.changeContact",
    summary: "Change a person's data",
    method: "PATCH",
    path: "/contacts/:contactId",
    doors: ["office"],
    params: z.object({ contactId: Id }),
    body: z.object({ ...contactFields, was: contactSeen }).partial(),
    response: ContactView,
  }),
  findAddress: endpoint({
    name: "crm.findAddress",
    summary: "What is known of a postal code and number, while somebody types",
    method: "GET",
    path: "/addresses/find",
    doors: ["office", "partner", "customer"],
    query: z.object({ postalCode: text(12), houseNumber: text(20).optional() }),
    response: z.object({
      postalCode: z.string().nullable(),
      city: z.string().nullable(),
      known: z.boolean(),
    }),
  }),
  businessEntities: endpoint({
    name: "crm.businessEntities",
    summary: "The trading entities of the group",
    method: "GET",
    path: "/business-entities",
    doors: ["office", "field", "partner"],
    response: z.object({ rows: z.array(BusinessEntityView) }),
  }),
  changeBusinessEntity: endpoint({
    name: "crm.changeBusinessEntity",
    summary: "Change an entity's settings",
    method: "PATCH",
    path: "/business-entities/:code",
    doors: ["office"],
    params: z.object({ code: text(40) }),
    body: z
      .object({
        paymentDays: z.int().min(0).max(120),
        invoicesByItself: z.boolean(),
        quotesByItselfUpToCents: Cents.min(0).max(100_000_000),
        mailAddress: Email,
        phone: Phone.nullable(),
        iban: Iban.nullable(),
        vatNumber: text(20).nullable(),
        kvkNumber: text(12).nullable(),
        addressLines: z.array(text(120)).max(5),
      })
      .partial(),
    response: BusinessEntityView,
  }),
};
