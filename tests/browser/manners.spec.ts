import { expect, test } from "@playwright/test";
import {
  asPerson,
  type Caller,
  looksGoodInBoth,
  mailOf,
  newPage,
  phone,
  signIn,
  tokenFromMail,
} from "./people.ts";

/** A lead typed in the office, made over the API. */
const makeLead = async (caller: Caller, name: string) => {
  const email = `lead-${Math.random().toString(36).slice(2)}@example.com`;
  const order = await caller.post<{ id: string; number: string }>("/orders", {
    businessEntity: "chargecars",
    kind: "installation",
    name,
    email,
    phone: "0688999123",
    address: {
      street: "Beukenlaan",
      houseNumber: "18",
      addition: "",
      postalCode: "3862 KJ",
      city: "Nijkerk",
    },
  });
  return { id: order.id, number: order.number, email };
};

test.describe("everybody can use", () => {
  const screens = [
    "/",
    "/orders",
    "/orders?view=board",
    "/planning",
    "/invoices",
    "/catalog",
    "/settings",
    "/customers",
  ];

  test("the screens of the office, light and dark", async ({ page, baseURL }) => {
    const ada = await asPerson(baseURL!, mailOf.ada);
    const order = await makeLead(ada, "Willemijn Achternaam-Die-Erg-Lang-Is van den Bovenkamp");
    await signIn(page, mailOf.ada);
    for (const path of [...screens, `/orders/${order.id}`])
      await test.step(path, async () => {
        await page.goto(path);
        await looksGoodInBoth(page);
      });
    await test.step("new lead", async () => {
      await page.keyboard.press("n");
      await expect(page.getByLabel(/^Naam/)).toBeFocused();
      await looksGoodInBoth(page);
    });
  });

  test("the pages on a phone, light and dark", async ({ browser, baseURL }) => {
    const ada = await asPerson(baseURL!, mailOf.ada);
    const order = await makeLead(ada, "Ien van der Telefoon");
    const token = await tokenFromMail(ada, order.id, "sales/intake-invitation", order.email);
    const page = await newPage(browser, { ...phone, baseURL: baseURL! });
    for (const path of [`/c/${token}`, `/c/${token}/intake`, `/c/${token}/offerte`, `/c/${token}/afspraak`])
      await test.step(path.replace(token, "…"), async () => {
        await page.goto(path);
        await looksGoodInBoth(page);
      });
    await signIn(page, mailOf.sam, "/field");
    await looksGoodInBoth(page);
    await page.context().clearCookies();
    await signIn(page, mailOf.ravi, "/partner");
    await looksGoodInBoth(page);
    await page.context().clearCookies();
    await signIn(page, mailOf.ada, `/orders/${order.id}?at=files`);
    await expect(page.getByRole("heading", { name: "Bestanden" })).toBeInViewport();
    // Only the part between head and bar moves; the bar stays where the thumb is.
    expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
    await expect(page.getByRole("navigation").last()).toBeInViewport({ ratio: 1 });
    await looksGoodInBoth(page);
  });
});

test.describe("a link", () => {
  for (const token of ["onzin", "%00", "a".repeat(3000), "%3Cscript%3Ealert(1)%3C%2Fscript%3E"])
    test(`that is no link (${token.slice(0, 12)}) says how to get one`, async ({ page }) => {
      await page.goto(`/c/${token}`);
      await expect(page.getByRole("heading", { name: "Deze link werkt niet" })).toBeVisible();
    });

  test("to an order that is not the partner's shows nothing of it", async ({ page, baseURL }) => {
    const ada = await asPerson(baseURL!, mailOf.ada);
    const order = await makeLead(ada, "Geheime Klant");
    await signIn(page, mailOf.ravi, `/partner/orders/${order.id}`);
    await expect(page.getByRole("heading", { name: "Dit is hier niet te vinden" })).toBeVisible();
    await expect(page.getByText("Geheime Klant")).toHaveCount(0);
    const ravi = await asPerson(baseURL!, mailOf.ravi);
    const answers = await Promise.all(
      [`/orders/${order.id}`, `/partner-portal/orders/${order.id}`, "/invoices", "/messages"].map(
        async (path) => (await ravi.raw.get(`/api/v1${path}`)).status(),
      ),
    );
    for (const status of answers) expect(status).toBeGreaterThanOrEqual(400);
  });

  test("to an order that is not there says so", async ({ page }) => {
    await signIn(page, mailOf.noor, "/orders/01900000-0000-7000-8000-000000000000");
    await expect(page.getByRole("heading", { name: "Dit is hier niet te vinden" })).toBeVisible();
  });
});

test.describe("what is typed", () => {
  test("is text, whatever it looks like", async ({ page, browser, baseURL }) => {
    const ada = await asPerson(baseURL!, mailOf.ada);
    const name = "<script>document.title='stuk'</script><img src=x onerror=\"document.title='stuk'\">";
    const order = await makeLead(ada, name);
    await signIn(page, mailOf.noor, `/orders/${order.id}`);
    await expect(page.getByText(name).first()).toBeVisible();
    const token = await tokenFromMail(ada, order.id, "sales/intake-invitation", order.email);
    const atHome = await newPage(browser, { ...phone, baseURL: baseURL! });
    await atHome.goto(`/c/${token}`);
    await expect(atHome.getByText(/<script>/).first()).toBeVisible();
    for (const each of [page, atHome]) expect(await each.title()).not.toBe("stuk");
  });

  test("stays when there is no connection, and is sent afterwards", async ({ browser, baseURL }) => {
    const ada = await asPerson(baseURL!, mailOf.ada);
    const order = await makeLead(ada, "Toon Tunnel");
    const token = await tokenFromMail(ada, order.id, "sales/intake-invitation", order.email);
    const page = await newPage(browser, { ...phone, baseURL: baseURL! });
    await page.goto(`/c/${token}/intake`);
    await expect(page.getByText("Van mijzelf")).toBeVisible();
    await page.context().setOffline(true);
    await page.getByText("Van mijzelf").click();
    await page.getByText("Op mijn oprit").click();
    await expect(page.getByText(/^Nog niet bewaard/)).toBeVisible();
    await page.context().setOffline(false);
    await expect(page.getByText("Alles is bewaard")).toBeVisible({ timeout: 20_000 });
    const intake = await ada.get(`/orders/${order.id}/intake`);
    expect(JSON.stringify(intake)).toContain("owner_occupied");
  });
});

test.describe("an order", () => {
  test("pauses and goes on by the keyboard alone, seen in a second tab", async ({
    page,
    context,
    baseURL,
  }) => {
    const ada = await asPerson(baseURL!, mailOf.ada);
    const order = await makeLead(ada, "Toetje Toetsenbord");
    await signIn(page, mailOf.noor, `/orders/${order.id}`);
    const second = await context.newPage();
    await second.goto(`/orders/${order.id}`);
    await expect(second.getByText("Intake verstuurd").first()).toBeVisible();

    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const tabTo = async (name: string) => {
      const target = page.getByRole("button", { name, exact: true }).first();
      for (let presses = 0; presses < 60; presses += 1) {
        if (await target.evaluate((element) => element === document.activeElement)) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`${name} cannot be reached with Tab.`);
    };
    await page.bringToFront();
    await tabTo("Meer");
    await press("Enter");
    await expect(async () => {
      await press("ArrowDown");
      await expect(page.getByRole("menuitem", { name: "On hold zetten" })).toBeFocused({ timeout: 300 });
    }).toPass({ timeout: 20_000 });
    await press("Enter");
    await expect(page.getByLabel("Waar wacht de order op?").first()).toBeFocused();
    await press("Tab");
    await page.keyboard.type("Wacht op de aannemer");
    await press("Tab", "Tab", "Tab", "Tab");
    await tabTo("On hold zetten");
    await press("Enter");
    const banner = page.getByRole("status").filter({ hasText: "Wacht op de aannemer" });
    await expect(banner).toBeVisible();
    await expect(second.getByText("Wacht op de aannemer").first()).toBeVisible();
    await tabTo("Hervatten");
    await press("Enter");
    await expect(banner).toBeHidden();
    await expect(second.getByRole("button", { name: "Hervatten" })).toHaveCount(0);
  });

  test("keeps one change of two made at the same time, and says so to the other", async ({ baseURL }) => {
    const ada = await asPerson(baseURL!, mailOf.ada);
    const noor = await asPerson(baseURL!, mailOf.noor);
    const order = await makeLead(ada, "Twee Tegelijk");
    const hold = { category: "customer_delay", details: "Wacht" };
    const both = await Promise.all(
      [ada, noor].map(async ({ raw }) =>
        (await raw.post(`/api/v1/orders/${order.id}/hold`, { data: hold })).status(),
      ),
    );
    expect(both.toSorted((one, other) => one - other)).toEqual([200, 409]);
  });
});
