import { type Page, page } from "../../ui/router.tsx";

/** Every page of the office; one line each, loaded when somebody goes there. */
export const pages: Page[] = [
  page("/", () => import("../../pages/TodayPage.tsx"), "TodayPage"),
  page("/orders", () => import("../../orders/OrdersScreen.tsx"), "OrdersScreen"),
  page("/orders/$orderId", () => import("../../pages/OrderPage.tsx"), "OrderPage"),
  page("/invoices", () => import("../../billing/InvoicesScreen.tsx"), "InvoicesScreen"),
  page("/invoices/$invoiceId", () => import("../../billing/InvoicePage.tsx"), "InvoicePage"),
  page("/planning", () => import("../../planning/PlanningPage.tsx"), "PlanningPage"),
  page("/planning/board", () => import("../../planning/board/BoardPage.tsx"), "BoardPage"),
  page("/planning/means", () => import("../../planning/means/MeansPage.tsx"), "MeansPage"),
  page("/planning/capacity", () => import("../../planning/capacity/CapacityPage.tsx"), "CapacityPage"),
  page("/planning/what-if", () => import("../../planning/whatIf/WhatIfPage.tsx"), "WhatIfPage"),
  page(
    "/planning/settings",
    () => import("../../planning/settings/PlanningSettingsPage.tsx"),
    "PlanningSettingsPage",
  ),
  page("/planning/waiting", () => import("../../planning/waiting/WaitingPage.tsx"), "WaitingPage"),
  page("/customers", () => import("../../crm/CustomersScreen.tsx"), "CustomersScreen"),
  page("/customers/$organizationId", () => import("../../pages/OrganizationPage.tsx"), "OrganizationPage"),
  page("/contacts/$contactId", () => import("../../pages/ContactPage.tsx"), "ContactPage"),
  page("/partners", () => import("../../crm/CustomersScreen.tsx"), "PartnersScreen"),
  page("/partners/$organizationId", () => import("../../pages/OrganizationPage.tsx"), "OrganizationPage"),
  page("/catalog", () => import("../../catalog/CatalogScreen.tsx"), "CatalogScreen"),
  page("/inbox", () => import("../../messaging/MessagesScreen.tsx"), "MessagesScreen"),
  page("/settings", () => import("../../settings/SettingsPage.tsx"), "SettingsPage"),
];
