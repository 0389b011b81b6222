import type { Page } from "playwright-core";
import type { Demo } from "./demo.ts";

export interface Shot {
  /** Name of the file, without `.png`. */
  name: string;
  size: "office" | "phone";
  dark?: boolean;
  /** Who is signed in; a customer is not. */
  as?: string;
  /** Where to go. */
  path: (demo: Demo) => Promise<string> | string;
  /** What to do there first. */
  before?: (page: Page, demo: Demo) => Promise<unknown>;
}

const noor = "noor@chargecars.example";
const ada = "ada@chargecars.example";
const fenna = "fenna@chargecars.example";
const ravi = "ravi@zonneweide.test";

const office = { size: "office", as: noor } as const;
const phone = { size: "phone" } as const;

let day: ReturnType<Demo["fullestDay"]> | undefined;
/** The same crew for both pictures of the field. */
const fullestDay = (demo: Demo) => (day ??= demo.fullestDay());

const signInOnPhone = async (page: Page, demo: Demo) => {
  const { email } = await fullestDay(demo);
  const [name = "", value = ""] = (await demo.cookieOf(email)).split(/=(.*)/s);
  await page.context().addCookies([{ name, value, url: demo.base }]);
  await page.reload();
};

/** The pictures, in the order of the tour. */
export const shots: Shot[] = [
  { ...office, name: "today", path: () => "/" },
  { ...office, name: "orders", path: () => "/orders" },
  { ...office, name: "orders-dark", dark: true, path: () => "/orders" },
  { ...office, name: "board", path: () => "/orders?view=board" },
  { ...office, name: "order", path: async (demo) => `/orders/${await demo.orderIn("scheduled")}` },
  {
    ...office,
    name: "quote",
    path: async (demo) => `/orders/${await demo.orderIn("quote_draft")}?at=quote`,
  },
  {
    ...office,
    name: "planning",
    path: () => "/planning",
    before: async (page) => {
      // At the weekend the week that is over is of no use to anybody.
      if ([0, 6].includes(new Date().getDay())) await page.getByRole("button", { name: "Volgende" }).click();
    },
  },
  { ...office, name: "invoices", as: fenna, path: () => "/invoices" },
  { ...office, name: "settings", as: ada, path: () => "/settings" },
  { ...office, name: "partner", as: ravi, path: () => "/partner" },
  {
    ...phone,
    name: "customer",
    path: async (demo) => `/c/${await demo.tokenIn("scheduled", "planning/choose-a-time")}`,
  },
  {
    ...phone,
    name: "customer-intake",
    path: async (demo) => `/c/${await demo.tokenIn("intake_sent", "sales/intake-invitation")}/intake`,
  },
  {
    ...phone,
    name: "customer-quote",
    path: async (demo) => `/c/${await demo.tokenIn("quote_sent", "sales/quote-to-sign")}/offerte`,
    before: (page) => page.locator("#sign-title").scrollIntoViewIfNeeded(),
  },
  {
    ...phone,
    name: "customer-time",
    path: async (demo) => `/c/${await demo.tokenIn("planning,scheduled", "planning/choose-a-time")}/afspraak`,
    before: async (page) => {
      // Who has an appointment already looks for another moment.
      const other = page.getByRole("button", { name: "Ander moment kiezen" });
      if (await other.isVisible()) await other.click();
      await page.getByRole("group", { name: "Dagen" }).getByRole("button").first().click();
    },
  },
  {
    ...phone,
    name: "field-today",
    path: () => "/field",
    before: async (page, demo) => {
      await signInOnPhone(page, demo);
      if (!(await fullestDay(demo)).isToday) await page.getByText("Morgen").click();
    },
  },
  {
    ...phone,
    name: "field-job",
    path: async (demo) => `/field/jobs/${(await fullestDay(demo)).workOrderId}`,
    before: async (page, demo) => {
      await signInOnPhone(page, demo);
      await page.getByRole("button", { name: "Wij zijn er" }).click();
      const yes = page.getByRole("button", { name: "Ja", exact: true });
      await yes.first().waitFor();
      for (const each of (await yes.all()).slice(0, 3)) await each.click();
    },
  },
];
