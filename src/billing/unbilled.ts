import { linesOf, openException, orders, settleExceptions } from "#orders";
import type { Work } from "#platform";
import { checkReopened, orderClosedUnbilled } from "./events.ts";
import { openInvoices } from "./invoiceOrder.ts";
import { lineWithoutPrice, notClosedUnbilled, notFinished, somethingToInvoice } from "./problems.ts";
import { linesWithoutPrice, whatToBill } from "./whatToBill.ts";

/** Asks the office to look at a finished order, and says whether there is anything to bill. */
export const askToCheck = async (work: Work, orderId: string) => {
  const toBill = whatToBill(await linesOf(work.tx, orderId));
  await openException(work, { orderId, kind: "order_to_check", facts: { toBill }, within: "PT24H" });
};

const changeState = async (
  work: Work,
  orderId: string,
  { was, is, reason }: { was: string; is: "to_check" | "nothing_to_bill"; reason: string | null },
) => {
  const closedAt = is === "nothing_to_bill" ? work.now : null;
  await orders.change(work, orderId, { billingState: is, closedAt });
  work.note({
    recordType: "order",
    recordId: orderId,
    orderId,
    changes: { billingState: [was, is] },
    reason,
  });
  return { orderId, billingState: is, closedAt };
};

/**
 * Closes a finished order of which nobody pays anything. Refused while there is something to invoice, or a line without a
 * price; without a reason it happens by itself.
 */
export const closeWithoutInvoice = async (work: Work, orderId: string, reason: string | null) => {
  const order = await orders.lock(work.tx, orderId);
  const { status, billingState, closedAt } = order;
  if (status !== "completed") throw notFinished({ current: status });
  if (billingState === "nothing_to_bill") return { orderId, billingState, closedAt };
  const lines = await linesOf(work.tx, orderId);
  const unpriced = linesWithoutPrice(lines);
  if (unpriced.length > 0) throw lineWithoutPrice({ lines: unpriced.map(({ description }) => description) });
  const invoices = await openInvoices(work, orderId);
  if (invoices.length > 0 || whatToBill(lines) === "something") throw somethingToInvoice();

  const closed = await changeState(work, orderId, { was: billingState, is: "nothing_to_bill", reason });
  await settleExceptions(work, {
    orderId,
    kind: ["order_to_check", "seller_incomplete"],
    resolution: reason ?? "nothing to bill",
  });
  work.announce(orderClosedUnbilled({ id: orderId, orderId, reason }));
  return closed;
};

/** Takes it back: the order is to be checked again. */
export const checkAgain = async (work: Work, orderId: string) => {
  const { billingState } = await orders.lock(work.tx, orderId);
  if (billingState !== "nothing_to_bill") throw notClosedUnbilled({ billingState });
  const reopened = await changeState(work, orderId, { was: billingState, is: "to_check", reason: null });
  await askToCheck(work, orderId);
  work.announce(checkReopened({ id: orderId, orderId }));
  return reopened;
};
