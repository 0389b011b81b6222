import { sql } from "kysely";
import { articles } from "#catalog";
import { addSite, type Customer, matchOrMakeCustomer, type Organization, organizations } from "#crm";
import { createOrder, type NewParty, type Order, openException, orders } from "#orders";
import { answer, type Work } from "#platform";
import { type Channel, partnerStatus } from "../channels.ts";
import type { Receipt } from "../contract.ts";
import { fetchFilesLater } from "../files/fetchFile.ts";
import { orderDiffers } from "../problems.ts";
import type { CanonicalOrder } from "./canonical.ts";
import { comparable, contentHash, differencesOf } from "./differences.ts";

const expectedMinutes = 5;

interface Findings {
  flags: string[];
  tasks: string[];
  warnings: Receipt["warnings"];
}

const receiptOf = (
  order: Pick<Order, "id" | "number" | "status">,
  partnerOrderId: string,
  channel: Channel,
  more: Partial<Receipt> & Pick<Receipt, "result">,
): Receipt => ({
  order_id: order.id,
  order_number: order.number,
  partner_order_id: partnerOrderId,
  status: partnerStatus(channel, order.status),
  expected_minutes: expectedMinutes,
  flags: [],
  tasks: [],
  warnings: [],
  differences: [],
  ...more,
});

/** Two deliveries of one order at the same time: the second waits and finds what the first made. */
const lockReference = (work: Work, organizationId: string, partnerOrderId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`${organizationId}/${partnerOrderId}`}, 0))`.execute(
    work.tx,
  );

/** An order with this id was delivered before: the same again, or something else. */
const receiveAgain = async (
  work: Work,
  channel: Channel,
  delivered: CanonicalOrder,
  orderId: string,
  first: unknown,
) => {
  const order = await orders.byId(work.tx, orderId);
  const differences = differencesOf(first, comparable(delivered));
  if (differences.length === 0)
    return answer(200, receiptOf(order, delivered.partnerOrderId, channel, { result: "existing" }));
  if (channel.repeatedOrder === "conflict")
    throw orderDiffers({ order_number: order.number, order_id: orderId, differences });
  await reportRepeat(work, orderId, differences);
  const flags = ["repeated_with_other_content"];
  return answer(
    200,
    receiptOf(order, delivered.partnerOrderId, channel, {
      result: "existing",
      flags,
      tasks: ["compare_repeat"],
      differences,
    }),
  );
};

/** Puts both versions before a person; nothing about the order changes. */
export const reportRepeat = (work: Work, orderId: string, differences: unknown) =>
  openException(work, {
    orderId,
    kind: "repeated_with_other_content",
    facts: { differences },
    within: "PT24H",
  });

/** Dealer group and dealer, each below the partner; unknown ones are made so that the chain is never lost. */
const dealerChain = async (
  work: Work,
  partner: Organization,
  delivered: CanonicalOrder,
): Promise<NewParty[]> => {
  const { dealerGroup, dealer, salesAgent } = delivered.references;
  const findOrMake = async (reference: string | null, parent: Organization) => {
    if (!reference) return null;
    const known = await organizations.byReference(work.tx, partner.id, reference);
    return (
      known ?? organizations.add(work, { kind: "partner", name: reference, reference, parentId: parent.id })
    );
  };
  const group = await findOrMake(dealerGroup, partner);
  const location = await findOrMake(dealer, group ?? partner);
  const parties: NewParty[] = [];
  if (group) parties.push({ role: "intermediary", organizationId: group.id, level: 1 });
  if (location) parties.push({ role: "intermediary", organizationId: location.id, level: 2 });
  if (salesAgent)
    parties.push({
      role: "sales_agent",
      organizationId: (location ?? group ?? partner).id,
      label: salesAgent,
      level: 3,
    });
  return parties;
};

const placeOf = async (work: Work, delivered: CanonicalOrder, customer: Customer, found: Findings) => {
  if (delivered.billingAddress)
    await addSite(work, {
      organizationId: customer.organization.id,
      address: delivered.billingAddress,
      kind: "billing",
    });
  if (!delivered.site) return null;
  const { site, flags } = await addSite(work, {
    organizationId: customer.organization.id,
    address: delivered.site,
  });
  found.flags.push(...flags);
  if (flags.includes("address_unverified")) {
    found.tasks.push("check_address");
    found.warnings.push({
      pointer: "/site/postal_code",
      problem: "not_a_postal_code",
      value: delivered.site.postalCode,
    });
  }
  if (flags.includes("address_incomplete")) found.tasks.push("intake");
  return site;
};

const linesOf = async (
  work: Work,
  channel: Channel,
  delivered: CanonicalOrder,
  payerId: string,
  found: Findings,
) => {
  const skus = delivered.products.map(({ partnerSku }) => partnerSku);
  const known = await articles.byPartnerSkus(work.tx, channel.organizationId, skus);
  return delivered.products.map((product, index) => {
    const article = known.get(product.partnerSku);
    if (!article)
      found.warnings.push({
        pointer: `/products/${index}/partner_sku`,
        problem: "unknown_sku",
        value: product.partnerSku,
      });
    return {
      article,
      partnerSku: product.partnerSku,
      description: article?.name ?? product.description ?? product.partnerSku,
      quantity: product.quantity * (article?.packFactor ?? 1),
      billedToId: payerId,
      origin: "partner",
    };
  });
};

/** The answers that make a separate intake needless. */
const answersEverything = ({ intake }: CanonicalOrder) =>
  intake !== null &&
  ["grid_connection", "distance_m", "property"].every(
    (key) => intake[key] !== undefined && intake[key] !== null,
  );

/** What waits for a person because of this delivery. */
const openTasks = async (work: Work, order: Order, delivered: CanonicalOrder, found: Findings) => {
  const organizationId = order.accountId;
  if (found.flags.includes("address_unverified"))
    await openException(work, {
      orderId: order.id,
      kind: "address_unverified",
      facts: { postalCode: delivered.site?.postalCode },
    });
  for (const { value } of found.warnings.filter(({ problem }) => problem === "unknown_sku"))
    await openException(work, {
      orderId: order.id,
      kind: "unknown_sku",
      key: String(value),
      facts: { sku: value },
      organizationId,
    });
  if (delivered.kind === "lead")
    await openException(work, {
      orderId: order.id,
      kind: "contact_lead",
      facts: { notes: delivered.notes },
      within: "PT4H",
    });
};

const makeOrder = async (
  work: Work,
  channel: Channel,
  delivered: CanonicalOrder,
  found: Findings,
): Promise<Order> => {
  const partner = await organizations.byId(work.tx, channel.organizationId);
  const customer = await matchOrMakeCustomer(work, delivered.customer);
  const site = await placeOf(work, delivered, customer, found);
  const payerId = channel.linesBilledTo === "account" ? partner.id : customer.organization.id;
  const lines = await linesOf(work, channel, delivered, payerId, found);
  if (lines.some(({ article }) => !article)) {
    found.flags.push("unknown_sku");
    found.tasks.push("map_sku");
  }
  if (delivered.kind === "lead") found.tasks.push("contact_lead");
  const content = comparable(delivered);
  return createOrder(work, {
    businessEntity: channel.businessEntity,
    kind: delivered.kind === "lead" ? "consultation" : "installation",
    source: "partner_api",
    account: partner,
    customer,
    site,
    lines,
    parties: await dealerChain(work, partner, delivered),
    requestedOn: delivered.preferredDate,
    notes: delivered.notes,
    status: answersEverything(delivered) ? "intake_completed" : "new_lead",
    references: {
      ...delivered.references,
      partnerOrderId: delivered.partnerOrderId,
      content: { ...content, intake: delivered.intake, files: delivered.files },
      contentHash: contentHash(content),
    },
  });
};

/**
 * Takes in a partner's order: matched or made customer, site, parties, lines. Nothing doubtful blocks it; what a person
 * must look at is flagged to the partner and stands in the list of exceptions.
 */
export const receiveOrder = async (work: Work, channel: Channel, delivered: CanonicalOrder) => {
  await lockReference(work, channel.organizationId, delivered.partnerOrderId);
  const before = await work.tx
    .selectFrom("partnerReferences")
    .select(["orderId", "content"])
    .where("organizationId", "=", channel.organizationId)
    .where("partnerOrderId", "=", delivered.partnerOrderId)
    .executeTakeFirst();
  if (before) {
    const { intake: _intake, files: _files, ...first } = before.content as Record<string, unknown>;
    return receiveAgain(work, channel, delivered, before.orderId, first);
  }
  const found: Findings = { flags: [], tasks: [], warnings: [] };
  const order = await makeOrder(work, channel, delivered, found);
  await openTasks(work, order, delivered, found);
  await fetchFilesLater(work, { orderId: order.id, organizationId: channel.organizationId }, delivered.files);
  const result = delivered.kind === "lead" ? "lead_created" : "created";
  return answer(201, receiptOf(order, delivered.partnerOrderId, channel, { result, ...found }));
};
