import type { Page } from "@playwright/test";

/** Tells this run from others on the same platform. */
export const run = Date.now() % 1_000_000;

/** Whose order runs from lead to paid. */
export const customer = { name: `Geertje van Ommen ${run}`, email: `geertje-${run}@example.com` };

export const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, ...(typeof name === "string" ? { exact: true } : {}) });
