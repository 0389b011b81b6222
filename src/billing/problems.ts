import { problem } from "#platform";

export const notFinished = problem("billing/not-finished", 409, "Only a finished order can be invoiced");
export const nothingToInvoice = problem(
  "billing/nothing-to-invoice",
  409,
  "There is nothing on this order that somebody pays",
);
export const somethingToInvoice = problem(
  "billing/something-to-invoice",
  409,
  "There is something on this order that somebody pays; it can be invoiced, not closed",
);
export const notClosedUnbilled = problem(
  "billing/not-closed-unbilled",
  409,
  "This order was not closed without an invoice",
);
export const lineWithoutPrice = problem("billing/line-without-price", 409, "A line has no price yet");
export const payerWithoutContact = problem(
  "billing/payer-without-contact",
  409,
  "The payer has nobody to send an invoice to",
);
export const tooMuch = problem("billing/too-much", 422, "This is more than is open");
export const nothingOpen = problem("billing/nothing-open", 409, "There is nothing left to pay");
export const sellerIncomplete = problem<{
  businessEntity: string;
  name: string;
  orderId: string;
  fields: readonly string[];
}>(
  "billing/seller-incomplete",
  409,
  "The invoice cannot be sent: fill in what is missing about the seller under Settings, Entities",
);
export const providerAway = problem(
  "billing/payment-provider-away",
  503,
  "The payment page cannot be reached now; nothing was paid",
);
export const orderNumberNeeded = problem(
  "billing/purchase-order-needed",
  409,
  "This payer wants its own order number on the invoice",
);
