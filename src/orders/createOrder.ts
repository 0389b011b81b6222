import type { Insertable } from "kysely";
import { businessEntities, type Customer, type Organization, type Site } from "#crm";
import { type Day, dayOf, drawNumber, json, type Tables, type Work } from "#platform";
import { orderCreated } from "./events.ts";
import type { LineToAdd } from "./lineRows.ts";
import { addLines } from "./lineStore.ts";
import type { OrderStatus } from "./orderStatus.ts";
import { type Order, orders, recordMove } from "./orderStore.ts";
import { dueAfter } from "./statusSettings.ts";

type PartyRole = "account" | "end_customer" | "intermediary" | "sales_agent";

export interface NewParty {
  role: PartyRole;
  organizationId: string;
  contactId?: string | null;
  label?: string | null;
  level?: number;
}

export interface NewOrder {
  businessEntity: string;
  kind: string;
  source: string;
  /** Whose rules steer the flow: the partner, or the customer itself for direct sales. */
  account: Organization;
  customer: Customer;
  site: Site | null;
  /** Parties besides account and end customer, such as dealers. */
  parties?: readonly NewParty[];
  lines?: readonly LineToAdd[];
  requestedOn?: Day | null;
  notes?: string | null;
  priority?: "low" | "normal" | "high" | "urgent";
  /** Partners who deliver all answers at once skip the intake. */
  status?: Extract<OrderStatus, "new_lead" | "intake_completed">;
  references?: Omit<Insertable<Tables["partnerReferences"]>, "orderId" | "organizationId" | "content"> & {
    /** What was delivered, to compare with when it is delivered again. */
    content: unknown;
  };
}

const addParties = async (work: Work, orderId: string, { account, customer, parties = [] }: NewOrder) => {
  const all: NewParty[] = [
    { role: "account", organizationId: account.id },
    { role: "end_customer", organizationId: customer.organization.id, contactId: customer.contact.id },
    ...parties,
  ];
  const rows = all.map((party) => ({ ...party, orderId }));
  await work.tx
    .insertInto("orderParties")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

const nextNumber = (work: Work, { prefix, timeZone }: { prefix: string; timeZone: string }) => {
  const year = Number(dayOf(work.now, timeZone).slice(0, 4));
  return drawNumber(work, { entity: prefix, kind: "order", year }, "{entity}-{year}-{number}");
};

/**
 * Makes an order: number, parties, references and lines, routed to its entity. It exists from the lead on; everything
 * later hangs on it.
 */
export const createOrder = async (work: Work, given: NewOrder): Promise<Order> => {
  const { tx, now } = work;
  const entity = await businessEntities.byCode(tx, given.businessEntity);
  const status = given.status ?? "new_lead";
  const number = await nextNumber(work, entity);
  const { id } = await tx
    .insertInto("orders")
    .values({
      number,
      businessEntity: entity.code,
      kind: given.kind,
      status,
      statusSince: now,
      statusDue: await dueAfter(tx, status, now),
      priority: given.priority ?? "normal",
      source: given.source,
      accountId: given.account.id,
      endCustomerId: given.customer.organization.id,
      contactId: given.customer.contact.id,
      siteId: given.site?.id ?? null,
      requestedOn: given.requestedOn ?? null,
      notes: given.notes ?? null,
      accountName: given.account.name,
      customerName: given.customer.organization.name,
      createdAt: now,
      updatedAt: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await addParties(work, id, given);
  if (given.references)
    await tx
      .insertInto("partnerReferences")
      .values({
        ...given.references,
        content: json(given.references.content),
        orderId: id,
        organizationId: given.account.id,
      })
      .execute();
  await recordMove(work, { orderId: id, move: "create", from: null, to: status });
  await addLines(work, await orders.byId(tx, id), given.lines ?? []);
  await orders.refreshSearch(tx, id);
  const order = await orders.byId(tx, id);
  work.note({ recordType: "order", recordId: id, orderId: id, changes: { number, status } });
  work.announce(orderCreated({ id, orderId: id, number, status, source: given.source }));
  return order;
};
