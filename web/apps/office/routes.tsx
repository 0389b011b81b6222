import { type Page, page } from "../../ui/router.tsx";

/** Every page of the office; one line each, loaded when somebody goes there. */
export const pages: Page[] = [page("/", () => import("../../pages/StartPage.tsx"), "StartPage")];
