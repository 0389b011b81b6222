import { type Page, page } from "../../ui/router.tsx";

/** Every page of the office; one line each, loaded when somebody goes there. */
export const pages: Page[] = [
  page("/", () => import("../../pages/TodayPage.tsx"), "TodayPage"),
  page("/orders", () => import("../../orders/OrdersScreen.tsx"), "OrdersScreen"),
  page("/orders/$orderId", () => import("../../pages/OrderPage.tsx"), "OrderPage"),
  page("/invoices", () => import("../../billing/InvoicesScreen.tsx"), "InvoicesScreen"),
  page("/invoices/$invoiceId", () => import("../../billing/InvoicePage.tsx"), "InvoicePage"),
  page("/planning", () => import("../../planning/PlanningPage.tsx"), "PlanningPage"),
];
