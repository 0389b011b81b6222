import { type Page, page } from "../../ui/router.tsx";

/** Every page of the partner portal, below `/partner`; one line each, loaded when somebody goes there. */
export const pages: Page[] = [
  page("/", () => import("../../partners/PartnerOrders.tsx"), "PartnerOrders"),
  page("/orders/$orderId", () => import("../../partners/PartnerOrder.tsx"), "PartnerOrder"),
  page("/quotes", () => import("../../sales/PartnerQuotes.tsx"), "PartnerQuotes"),
  page("/quotes/$signOffId", () => import("../../sales/PartnerQuote.tsx"), "PartnerQuote"),
  page("/invoices", () => import("../../billing/PartnerInvoices.tsx"), "PartnerInvoices"),
  page("/invoices/$invoiceId", () => import("../../billing/PartnerInvoice.tsx"), "PartnerInvoice"),
];
