import { type Page, page } from "../../ui/router.tsx";

/** Every page of the field app, below `/field`; one line each, loaded when somebody goes there. */
export const pages: Page[] = [
  page("/", () => import("../../field/TodayPage.tsx"), "TodayPage"),
  page("/jobs/$workOrderId", () => import("../../field/JobPage.tsx"), "JobPage"),
];
