import type { Person } from "#platform";

const person = (given: Partial<Person> & { name: string; userId: string }): Person => ({
  kind: "person",
  role: "internal",
  scopes: [],
  organizationId: null,
  organizationIds: [],
  language: "nl",
  ...given,
});

/** Noor plans; she may do everything about orders and planning. */
export const noor = person({
  userId: "0190f000-0000-7000-8000-000000000001",
  name: "Noor de Planner",
  scopes: ["sales.orders", "sales.quotes", "sales.customers", "operations.planning", "operations.dispatch"],
});

/** Sam installs chargers; he sees his own visits. */
export const sam = person({
  userId: "0190f000-0000-7000-8000-000000000002",
  name: "Sam de Monteur",
  role: "technician",
  scopes: ["technical.installations", "technical.photos", "technical.checklists"],
});

/** Fenna keeps the books. */
export const fenna = person({
  userId: "0190f000-0000-7000-8000-000000000003",
  name: "Fenna Boekhouder",
  scopes: ["finance.invoices", "finance.payments", "finance.reports"],
});

/** Ada keeps the settings and may do everything. */
export const ada = person({
  userId: "0190f000-0000-7000-8000-000000000004",
  name: "Ada Beheer",
  role: "admin",
});

/** Ravi works for a partner and sees the orders of his own organization. */
export const ravi = person({
  userId: "0190f000-0000-7000-8000-000000000005",
  name: "Ravi van de Partner",
  role: "external",
  scopes: ["partner.portal"],
});
