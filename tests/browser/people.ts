import { randomUUID } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import {
  type APIRequestContext,
  type APIResponse,
  type Browser,
  expect,
  type Page,
  request,
} from "@playwright/test";
import { demoPassword } from "../../src/main/demo/users.ts";

/** The size of a phone, and what it can do. */
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Everybody of the demo company the browser tests play, by first name. */
export const mailOf = {
  ada: "ada@chargecars.example",
  noor: "noor@chargecars.example",
  fenna: "fenna@chargecars.example",
  sam: "sam@chargecars.example",
  ravi: "ravi@zonneweide.test",
} as const;

/** Signs in with the keyboard alone and arrives at the path. */
export const signIn = async (page: Page, email: string, path = "/") => {
  await page.goto(path);
  await page.getByLabel("E-mailadres").fill(email);
  await page.getByLabel("Wachtwoord", { exact: true }).fill(demoPassword);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Wachtwoord", { exact: true })).toBeHidden();
};

/** A page of a browser of its own. */
export const newPage = async (browser: Browser, options: Parameters<Browser["newContext"]>[0] = {}) => {
  const context = await browser.newContext(options);
  return context.newPage();
};

/** A list as the API answers it. */
export interface Rows<Row> {
  rows: Row[];
}
interface Mail {
  id: string;
  template: string;
  toAddress: string;
}

/** Calls of the API as somebody; a write gets a key of its own. */
export interface Caller {
  get: <Answer>(path: string) => Promise<Answer>;
  post: <Answer>(path: string, body?: unknown) => Promise<Answer>;
  raw: APIRequestContext;
}

const callerOf = (raw: APIRequestContext): Caller => {
  const answer = async <Answer>(sent: Promise<APIResponse>): Promise<Answer> => {
    const response = await sent;
    if (!response.ok()) throw new Error(`${response.url()}: ${response.status()} ${await response.text()}`);
    return (await response.json()) as Answer;
  };
  return {
    raw,
    get: (path) => answer(raw.get(`/api/v1${path}`)),
    post: (path, data = {}) =>
      answer(raw.post(`/api/v1${path}`, { data, headers: { "idempotency-key": randomUUID() } })),
  };
};

const signedIn = new Map<string, Caller>();

/** The API as a person of the demo company, who stays signed in. */
export const asPerson = async (baseURL: string, email: string): Promise<Caller> => {
  const key = `${baseURL} ${email}`;
  const known = signedIn.get(key);
  if (known && (await known.raw.get("/api/v1/identity/me")).ok()) return known;
  const caller = callerOf(await request.newContext({ baseURL }));
  await caller.post("/identity/sign-in", { email, password: demoPassword });
  signedIn.set(key, caller);
  return caller;
};

/** Asks until there is something; what happens in the background takes a moment. */
export const until = async <T>(what: string, ask: () => Promise<T | undefined | null>): Promise<T> => {
  let found: T | undefined | null;
  await expect
    .poll(async () => Boolean((found = await ask())), { message: what, timeout: 20_000 })
    .toBe(true);
  return found as T;
};

/** The token of the link in the newest mail of a kind about an order, as it stands in the outbox on the screen. */
export const tokenFromMail = (office: Caller, orderId: string, template: string, to: string) =>
  until(`mail ${template}`, async () => {
    const { rows } = await office.get<Rows<Mail>>(`/messages?orderId=${orderId}&limit=50`);
    const found = rows.find((row) => row.template === template && row.toAddress === to);
    if (!found) return undefined;
    const { body } = await office.get<{ body: string }>(`/messages/${found.id}`);
    return /\/c\/([\w-]+)/.exec(body)?.[1];
  });

/** Nothing that axe finds fault with; with `colours` only what another theme can change. */
export const looksGood = async (page: Page, what: "everything" | "colours" = "everything") => {
  const axe = new AxeBuilder({ page });
  const { violations } = await (what === "colours"
    ? axe.withRules(["color-contrast"])
    : axe.withTags(["wcag2a", "wcag2aa"])
  ).analyze();
  expect(
    violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 200)}`),
    ),
  ).toEqual([]);
};

/**
 * Changes the theme at once. A colour that fades is read half-way on a busy machine, and waiting for it does not help:
 * what inherits a fading colour begins to fade anew with each frame of it.
 */
const setTheme = async (page: Page, colorScheme: "light" | "dark") => {
  await page.evaluate(() => {
    const still = new CSSStyleSheet();
    still.replaceSync("*, *::before, *::after { transition: none !important; }");
    document.adoptedStyleSheets = [still];
  });
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
};

/** Waits until a screen stands still: data there, nothing loading. */
const settled = async (page: Page) => {
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeAttached();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
};

/** The same in both themes; what differs between them is colour. */
export const looksGoodInBoth = async (page: Page) => {
  await settled(page);
  await looksGood(page);
  await setTheme(page, "dark");
  await looksGood(page, "colours");
  await setTheme(page, "light");
};

/** A photo as a phone would make it. */
export const photo = {
  name: "foto.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAACAAAAAYCAIAAAAUMWhjAAAAJElEQVR42mNIqMihKWIYtWDUglELRi0YtWDUglELRi0YGhYAAHgUzC7WomTLAAAAAElFTkSuQmCC",
    "base64",
  ),
};
