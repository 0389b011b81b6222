import { linesOf, markLines, orders } from "#orders";
import type { Work } from "#platform";
import { invoicesDrafted, orderClosed } from "./events.ts";
import { addDraft, finalize, type Invoice } from "./invoiceStore.ts";
import { invoicesPerPayer } from "./makeInvoice.ts";
import { lineWithoutPrice, notFinished, nothingToInvoice } from "./problems.ts";
import { linesWithoutPrice } from "./whatToBill.ts";

/** The invoices of an order that stand: credit notes and what they took back left out. */
export const openInvoices = (work: Work, orderId: string) =>
  work.tx
    .selectFrom("invoices")
    .selectAll()
    .where("orderId", "=", orderId)
    .where("kind", "=", "invoice")
    .where("status", "<>", "credited")
    .execute() as Promise<Invoice[]>;

/** Makes the drafts of a finished order, one per payer, unless they are there already. */
const draftInvoices = async (work: Work, orderId: string): Promise<Invoice[]> => {
  const order = await orders.lock(work.tx, orderId);
  if (order.status !== "completed") throw notFinished({ current: order.status });
  const present = await openInvoices(work, orderId);
  const payers = new Set(present.map(({ organizationId }) => organizationId));
  const lines = await linesOf(work.tx, orderId);
  const unpriced = linesWithoutPrice(lines);
  if (unpriced.length > 0) throw lineWithoutPrice({ lines: unpriced.map(({ description }) => description) });
  const drafts = invoicesPerPayer(lines).filter(({ organizationId }) => !payers.has(organizationId));
  if (drafts.length === 0 && present.length === 0) throw nothingToInvoice();
  const added: Invoice[] = [];
  for (const draft of drafts) added.push(await addDraft(work, order, draft));
  if (added.length > 0) work.announce(invoicesDrafted({ id: orderId, orderId, count: added.length }));
  return [...present, ...added];
};

/** Where the order stands with its money, derived from its invoices. */
export const refreshBillingState = async (work: Work, orderId: string): Promise<void> => {
  const order = await orders.byId(work.tx, orderId);
  const invoices = await openInvoices(work, orderId);
  const isPaid = invoices.length > 0 && invoices.every(({ status }) => status === "paid");
  const isSent = invoices.length > 0 && invoices.every(({ status }) => status !== "draft");
  const billingState = isPaid ? "paid" : isSent ? "invoiced" : "to_invoice";
  const closes = isPaid && order.closedAt === null;
  await orders.change(work, orderId, { billingState, ...(closes ? { closedAt: work.now } : {}) });
  if (closes) work.announce(orderClosed({ id: orderId, orderId }));
};

/** Invoices a finished order: drafts per payer, and final at once when they are to be sent. */
export const invoiceOrder = async (
  work: Work,
  orderId: string,
  { send }: { send: boolean },
): Promise<Invoice[]> => {
  const invoices = await draftInvoices(work, orderId);
  if (!send) {
    await refreshBillingState(work, orderId);
    return invoices;
  }
  const sent: Invoice[] = [];
  for (const invoice of invoices)
    sent.push(invoice.status === "draft" ? await finalize(work, invoice) : invoice);
  await markLines(work, orderId, "invoiced");
  await refreshBillingState(work, orderId);
  return sent;
};
