import type { Capability } from "#platform";
import { bookPayment } from "./actions/bookPayment.ts";
import { checkOrder } from "./actions/checkOrder.ts";
import { closeUnbilled } from "./actions/closeUnbilled.ts";
import { creditInvoice } from "./actions/creditInvoice.ts";
import { reopenCheck } from "./actions/reopenCheck.ts";
import { sendInvoice } from "./actions/sendInvoice.ts";
import { startPayment } from "./actions/startPayment.ts";
import { billing as contract } from "./contract.ts";
import { sendReminders } from "./dunning/reminders.ts";
import { mailInvoice } from "./invoiceMail.ts";
import { invoiceStatus } from "./invoiceStatus.ts";
import { goOnWithInvoices, invoiceAfterAll, invoiceFinishedOrder } from "./listeners.ts";
import { invoicePage } from "./queries/invoice.ts";
import { invoicesList } from "./queries/invoices.ts";
import { myInvoices } from "./queries/myInvoices.ts";

export { invoicePaid, invoiceSent, paymentReceived } from "./events.ts";
export { addInvoiceRoutes } from "./invoiceFile.ts";
export type { PaymentProvider } from "./payments/provider.ts";
export { addPaymentRoutes } from "./payments/routes.ts";
export { testPayments } from "./payments/testProvider.ts";

/** Money: one invoice per payer, payments, reminders and credit notes. */
export const billing: Capability = {
  name: "billing",
  routes: [
    invoicesList,
    invoicePage,
    checkOrder,
    closeUnbilled,
    reopenCheck,
    sendInvoice,
    bookPayment,
    creditInvoice,
    myInvoices,
    startPayment,
  ],
  endpoints: [contract.invoicePdf],
  listeners: [invoiceFinishedOrder, goOnWithInvoices, mailInvoice],
  jobs: [invoiceAfterAll],
  recurring: [sendReminders],
  statuses: { invoice: invoiceStatus },
};
