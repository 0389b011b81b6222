import { type Page, page } from "../../ui/router.tsx";

/** Every page of the customer, below `/c/<token>`; one line each, loaded when somebody goes there. */
export const pages: Page[] = [
  page("/", () => import("../../pages/MyOrderPage.tsx"), "MyOrderPage"),
  page("/intake", () => import("../../sales/MyIntake.tsx"), "MyIntake"),
  page("/offerte", () => import("../../sales/MyQuote.tsx"), "MyQuote"),
  page("/afspraak", () => import("../../planning/MyVisit.tsx"), "MyVisit"),
  page("/factuur/$invoiceId", () => import("../../pages/MyInvoicePage.tsx"), "MyInvoicePage"),
];
