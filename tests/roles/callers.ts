import type { Actor, LinkHolder, PartnerKey, Person } from "#platform";

/** Whose order is looked at: the caller's own, or one the caller has nothing to do with. */
export type Row = "own" | "other";

/** A caller of the matrix: a role with one bundle of scopes (domain: roles), and nothing more. */
export interface Caller {
  /** Heading of its column. */
  name: string;
  row: Row;
  actor: Actor;
}

/** What the callers need to know of the two orders. */
export interface Grounds {
  orderId: string;
  contactId: string;
  customerId: string;
  partnerId: string;
  strangerId: string;
  mechanicUserId: string;
  strangeMechanicUserId: string;
}

const staff = (role: Person["role"], scopes: string[], more: Partial<Person> = {}): Person => ({
  kind: "person",
  userId: "0190f000-0000-7000-8000-0000000000a1",
  name: "Iemand van kantoor",
  role,
  scopes,
  organizationId: null,
  organizationIds: [],
  language: "nl",
  ...more,
});

const finance = [
  "finance.invoices",
  "finance.payments",
  "finance.reports",
  "finance.export",
  "finance.credit",
];
const mechanic = ["installations", "maintenance", "photos", "checklists", "diagnostics"].map(
  (scope) => `technical.${scope}`,
);

const machine = (organizationId: string): PartnerKey => ({
  kind: "partner",
  apiKeyId: organizationId,
  name: "key",
  scopes: ["api.access"],
  organizationId,
  organizationIds: [organizationId],
});

const partnerPerson = (organizationId: string) =>
  staff("external", ["partner.portal", "sales.orders"], {
    organizationId,
    organizationIds: [organizationId],
  });

const holder = (grounds: Grounds, orderId: string): LinkHolder => ({
  kind: "customer",
  linkId: orderId,
  purpose: "order",
  orderId,
  contactId: grounds.contactId,
  organizationId: grounds.customerId,
});

const elsewhere = "0190f000-0000-7000-8000-0000000000ff";

/** The columns of the matrix, in the order of the table. */
export const callersOf = (grounds: Grounds): Caller[] => [
  { name: "admin", row: "own", actor: staff("admin", []) },
  { name: "manager", row: "own", actor: staff("manager", []) },
  {
    name: "sales",
    row: "own",
    actor: staff("internal", ["sales.quotes", "sales.orders", "support.communication"]),
  },
  {
    name: "planner",
    row: "own",
    actor: staff("internal", ["operations.planning", "operations.dispatch", "operations.routes"]),
  },
  { name: "finance", row: "own", actor: staff("internal", finance) },
  { name: "warehouse", row: "own", actor: staff("internal", ["operations.inventory"]) },
  { name: "noscope", row: "own", actor: staff("internal", []) },
  { name: "mechanic", row: "own", actor: staff("technician", mechanic, { userId: grounds.mechanicUserId }) },
  {
    name: "mechanic",
    row: "other",
    actor: staff("technician", mechanic, { userId: grounds.strangeMechanicUserId }),
  },
  { name: "partner", row: "own", actor: partnerPerson(grounds.partnerId) },
  { name: "partner", row: "other", actor: partnerPerson(grounds.strangerId) },
  { name: "key", row: "own", actor: machine(grounds.partnerId) },
  { name: "key", row: "other", actor: machine(grounds.strangerId) },
  { name: "customer", row: "own", actor: holder(grounds, grounds.orderId) },
  { name: "customer", row: "other", actor: holder(grounds, elsewhere) },
  { name: "nobody", row: "other", actor: { kind: "anonymous" } },
];
