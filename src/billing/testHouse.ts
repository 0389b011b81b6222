import { builtInAddressBook, matchOrMakeCustomer, organizations, splitName } from "#crm";
import { addTestEntities } from "#crm/testing";
import { messaging, outboxMailer } from "#messaging";
import { addLines, createOrder, moveOrder, ordering } from "#orders";
import { automation, type LinkHolder, type Services, type Work } from "#platform";
import { openHouse } from "#platform/testing";
import { fenna } from "../../tests/cast.ts";
import { checkOrder } from "./actions/checkOrder.ts";
import { billing } from "./index.ts";
import type { PaymentProvider, ProviderStatus } from "./payments/provider.ts";
import { invoicesList } from "./queries/invoices.ts";

/** A payment provider in whose books the tests write what became of a payment. */
const fakeBank = () => {
  const bank = new Map<string, ProviderStatus>();
  const payments: PaymentProvider = {
    name: "fake",
    create: async ({ paymentId }) => {
      bank.set(paymentId, "open");
      return { reference: paymentId, checkoutUrl: `https://bank.example/${paymentId}` };
    },
    statusOf: async (reference) => bank.get(reference) ?? "failed",
  };
  return { bank, payments };
};

const addPartner = async (work: Work) => {
  const partner = await organizations.add(work, { kind: "partner", name: "Zonneweide", paymentDays: 30 });
  const { contact } = await matchOrMakeCustomer(work, {
    ...splitName("Loes Graaf"),
    company: null,
    email: "loes@zonneweide.test",
    phone: null,
  });
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

/** A line for one of the two payers; without a price nobody knows yet what it costs. */
export interface TestLine {
  description: string;
  quantity: number;
  unitPriceCents?: number;
  payer: "partner" | "customer";
}

const usualLines: readonly TestLine[] = [
  { description: "Wallbox", quantity: 2, unitPriceCents: 500_00, payer: "partner" },
  { description: "Kabel", quantity: 1, unitPriceCents: 99_99, payer: "customer" },
];

const toCompleted = [
  "completeIntake",
  "draftQuote",
  "readyQuote",
  "sendQuote",
  "approve",
  "shipGoods",
] as const;

/** A house that bills, a partner that pays at thirty days, and finished orders for both to pay. */
export const openBillingHouse = async () => {
  const { bank, payments } = fakeBank();
  const services: Partial<Services> = { addresses: builtInAddressBook, mailer: outboxMailer, payments };
  const house = await openHouse([ordering, messaging, billing], { services });
  const partner = await house.works(automation("setup"), async (work) => {
    await addTestEntities(work);
    await work.tx
      .updateTable("businessEntities")
      .set({ invoicesByItself: true })
      .where("code", "=", "laderthuis")
      .execute();
    return addPartner(work);
  });

  /** A finished order of which the partner pays 1000.00 and the customer 99.99, both plus VAT; or one with the lines given. */
  const finishedOrder = async (name: string, businessEntity = "chargecars", lines?: readonly TestLine[]) =>
    house.works(automation("test"), async (work) => {
      const customer = await matchOrMakeCustomer(work, {
        ...splitName(name),
        company: null,
        email: `${name.replace(/\W/g, "")}@example.org`,
        phone: null,
      });
      const order = await createOrder(work, {
        businessEntity,
        kind: "accessories",
        source: "test",
        account: partner,
        customer,
        site: null,
      });
      const payers = { partner: partner.id, customer: customer.organization.id };
      await addLines(
        work,
        order,
        (lines ?? usualLines).map(({ payer, ...line }) => ({ ...line, billedToId: payers[payer] })),
      );
      for (const move of toCompleted) await moveOrder(work, order.id, move);
      await moveOrder(work, order.id, "complete", {
        changes: { completedAt: work.now, billingState: "to_check" },
      });
      const { organization, contact } = customer;
      const link: LinkHolder = {
        kind: "customer",
        linkId: "l",
        purpose: "invoice",
        orderId: order.id,
        contactId: contact.id,
        organizationId: organization.id,
      };
      return { orderId: order.id, customerId: organization.id, link };
    });

  const invoicesOf = async (orderId: string) => (await house.asks(fenna, invoicesList, { orderId })).rows;

  /** The same with its two invoices made. */
  const invoiced = async (name: string) => {
    const order = await finishedOrder(name);
    await house.does(fenna, checkOrder, { orderId: order.orderId });
    const rows = await invoicesOf(order.orderId);
    return {
      ...order,
      mine: rows.find((row) => row.organizationId === order.customerId)!,
      theirs: rows.find((row) => row.organizationId === partner.id)!,
    };
  };

  return { house, bank, partner, finishedOrder, invoicesOf, invoiced };
};
