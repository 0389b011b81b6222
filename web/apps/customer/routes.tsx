import { type Page, page } from "../../ui/router.tsx";

/** Every page of the customer, below `/c/<token>`; one line each, loaded when somebody goes there. */
export const pages: Page[] = [
  page("/", () => import("./LinkPage.tsx"), "LinkPage"),
  page("/afspraak", () => import("../../pages/AppointmentPage.tsx"), "AppointmentPage"),
];
