import {
  addSite,
  type Customer,
  matchOrMakeCustomer,
  type Organization,
  organizations,
  readAddress,
  splitName,
} from "#crm";
import { createOrder, type LineToAdd, type NewOrder, type Order } from "#orders";
import { type LinkHolder, type Work } from "#platform";

const articlesForTests = [
  {
    number: "LAD-0011",
    name: "Wallbox 11 kW, 3-fase",
    kind: "charger",
    category: "chargers",
    listPriceCents: 749_00,
  },
  {
    number: "DNS-0003",
    name: "Standaard installatie",
    kind: "service",
    category: "installation",
    listPriceCents: 350_00,
  },
  {
    number: "DNS-0012",
    name: "Nieuwe groepenkast",
    kind: "service",
    category: "cupboard",
    listPriceCents: 595_00,
  },
  { number: "DNS-0013", name: "Extra groep", kind: "service", category: "cupboard", listPriceCents: 145_00 },
  {
    number: "DNS-0020",
    name: "Koppeling zonnepanelen",
    kind: "service",
    category: "installation",
    listPriceCents: 299_00,
  },
  {
    number: "DNS-0021",
    name: "Load balancing",
    kind: "service",
    category: "installation",
    listPriceCents: 199_00,
  },
  { number: "DNS-0031", name: "Kabel per meter", kind: "service", category: "cable", listPriceCents: 18_50 },
];

/** A small catalogue; `DNS-0030` is left out on purpose, so that a missing article is met too. */
export const addTestArticles = async ({ tx }: Work) => {
  await tx.insertInto("articles").values(articlesForTests).execute();
};

/** A partner with somebody who signs for it. */
export const addTestPartner = async (work: Work, name: string): Promise<Organization> => {
  const { contact } = await matchOrMakeCustomer(work, {
    ...splitName(`Contact ${name}`),
    company: null,
    email: `${name.toLowerCase().replace(/\W+/g, "-")}@example.test`,
    phone: null,
  });
  const partner = await organizations.add(work, { kind: "partner", name, partnerKinds: ["energy"] });
  await work.tx
    .insertInto("contactOrganizations")
    .values({
      contactId: contact.id,
      organizationId: partner.id,
      role: "billing_contact",
      fromOn: "2026-01-01",
    })
    .execute();
  return partner;
};

export interface TestOrder {
  name?: string;
  email?: string | null;
  partner?: Organization;
  status?: NewOrder["status"];
  /** Article numbers with who pays: the customer unless the partner is named. */
  lines?: readonly { number: string; quantity?: number; payer?: "customer" | "partner"; origin?: string }[];
  /** What a partner delivered with the order. */
  delivered?: Record<string, unknown>;
  kind?: string;
}

const linesFor = async (work: Work, given: TestOrder, customer: Customer): Promise<LineToAdd[]> => {
  const numbers = (given.lines ?? []).map(({ number }) => number);
  if (numbers.length === 0) return [];
  const rows = await work.tx.selectFrom("articles").selectAll().where("number", "in", numbers).execute();
  return (given.lines ?? []).map(({ number, quantity = 1, payer = "customer", origin }) => ({
    article: rows.find((row) => row.number === number),
    quantity,
    billedToId: payer === "partner" && given.partner ? given.partner.id : customer.organization.id,
    origin,
  }));
};

/** An order of a household in Nijkerk, direct or delivered by a partner. */
export const addTestOrder = async (work: Work, given: TestOrder = {}): Promise<Order> => {
  const name = given.name ?? "Anna van den Berg";
  const email =
    given.email === undefined ? `${name.toLowerCase().replace(/\W+/g, ".")}@example.org` : given.email;
  const customer = await matchOrMakeCustomer(work, { ...splitName(name), company: null, email, phone: null });
  const address = readAddress({
    street: "Beukenlaan",
    houseNumber: "18",
    postalCode: "3862KJ",
    city: "Nijkerk",
  });
  const { site } = await addSite(work, { organizationId: customer.organization.id, address });
  return createOrder(work, {
    businessEntity: "chargecars",
    kind: given.kind ?? "installation",
    source: given.partner ? "partner_api" : "office",
    account: given.partner ?? customer.organization,
    customer,
    site,
    lines: await linesFor(work, given, customer),
    ...(given.status ? { status: given.status } : {}),
    ...(given.delivered && given.partner
      ? {
          references: {
            partnerOrderId: `T-${crypto.randomUUID()}`,
            contentHash: Buffer.from("test"),
            content: given.delivered,
          },
        }
      : {}),
  });
};

/** Somebody who follows a link to an order. */
export const linkHolder = (order: Order, organizationId = order.endCustomerId): LinkHolder => ({
  kind: "customer",
  linkId: "0190f000-0000-7000-8000-00000000aaaa",
  purpose: "quote",
  orderId: order.id,
  contactId: order.contactId,
  organizationId,
});
