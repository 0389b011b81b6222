import { insertUser, setPassword, type Work } from "#platform";

export interface DemoUser {
  name: string;
  email: string;
  role: "admin" | "manager" | "internal" | "external" | "technician";
  scopes: string[];
  /** What the person does, as printed beside the sign-in. */
  does: string;
  /** Key of the partner the person works for. */
  partner?: string;
}

/** One password for all demo people; the demo company exists to be looked at. */
export const demoPassword = "laadpaal-aan-huis";

export const demoUsers: readonly DemoUser[] = [
  { name: "Ada Beheer", email: "ada@chargecars.example", role: "admin", scopes: [], does: "everything" },
  {
    name: "Noor de Planner",
    email: "noor@chargecars.example",
    role: "internal",
    scopes: [
      "operations.planning",
      "operations.dispatch",
      "operations.routes",
      "sales.orders",
      "sales.quotes",
      "sales.customers",
    ],
    does: "plans and sells",
  },
  {
    name: "Fenna Boekhouder",
    email: "fenna@chargecars.example",
    role: "manager",
    scopes: ["finance.invoices", "finance.payments", "finance.reports", "finance.approve", "finance.export"],
    does: "checks and invoices",
  },
  {
    name: "Sam de Monteur",
    email: "sam@chargecars.example",
    role: "technician",
    scopes: ["technical.installations", "technical.photos", "technical.checklists", "technical.maintenance"],
    does: "installs, on the phone at /field",
  },
  {
    name: "Ravi Jansen",
    email: "ravi@zonneweide.test",
    role: "external",
    scopes: ["partner.portal", "sales.orders"],
    does: "works for a partner, at /partner",
    partner: "zonneweide",
  },
];

/** Adds the people who can sign in to the demo company; gives their ids by mail address. */
export const addUsers = async (
  work: Work,
  partnerIds: ReadonlyMap<string, string>,
): Promise<Map<string, string>> => {
  const ids = new Map<string, string>();
  for (const { name, email, role, scopes, partner } of demoUsers) {
    const organizationId = partner ? partnerIds.get(partner)! : null;
    const id = await insertUser(work, { name, email, role, scopes, organizationId });
    await setPassword(work, id, demoPassword);
    ids.set(email, id);
  }
  return ids;
};
