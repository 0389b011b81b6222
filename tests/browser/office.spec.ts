import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { demoPassword } from "../../src/main/demo/index.ts";
import { asPerson, mailOf } from "./people.ts";

/** Signs in as the planner, with the keyboard alone. */
const signIn = async (page: Page, path: string) => {
  await page.goto(path);
  await page.getByLabel("E-mailadres").fill("noor@chargecars.example");
  await page.getByLabel("Wachtwoord", { exact: true }).fill(demoPassword);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("navigation").first()).toBeVisible();
};

const looksGood = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa"]).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
};

test.describe("the office", () => {
  test("says of a record that is not there that it is not, with the way to those that are", async ({
    page,
  }) => {
    await signIn(page, "/orders");
    for (const [list, address] of [
      ["Orders", "orders/01900000-0000-7000-8000-000000000000"],
      ["Orders", "orders/geen-nummer"],
      ["Klanten", "customers/01900000-0000-7000-8000-000000000000"],
      ["Klanten", "contacts/01900000-0000-7000-8000-000000000000"],
      ["Facturen", "invoices/01900000-0000-7000-8000-000000000000"],
    ] as const) {
      await page.goto(`/${address}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dit is hier niet te vinden");
      await expect(page.getByRole("link", { name: `Naar ${list}` })).toBeVisible();
    }
    await looksGood(page);
  });

  test("types a lead by keyboard, pauses it and takes it up again", async ({ page }) => {
    await signIn(page, "/orders");
    await expect(page.getByRole("table", { name: "Orders" })).toBeVisible();
    await page.keyboard.press("n");
    await expect(page.getByLabel(/^Naam/)).toBeFocused();
    const customer = `Truus van der Toetsenbord ${Date.now() % 100_000}`;
    const typed = [customer, "", "0688999123", "truus@example.org", "3862 KJ", "18", "", "Beukenlaan"];
    for (const text of typed) {
      await page.keyboard.type(text);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Control+Enter");

    await expect(page).toHaveURL(/\/orders\/[0-9a-f-]{36}/);
    await expect(page.getByText(customer).first()).toBeVisible();
    await expect(page.getByText("Order aangemaakt")).toBeVisible();
    await looksGood(page);

    await page.getByRole("button", { name: "Meer", exact: true }).first().click();
    await page.getByRole("menuitem", { name: "On hold zetten" }).click();
    await page.getByLabel("Toelichting").fill("De VvE vergadert volgende maand");
    await page.getByRole("button", { name: "On hold zetten" }).click();
    const banner = page.getByRole("status").filter({ hasText: "De VvE vergadert volgende maand" });
    await expect(banner).toBeVisible();
    await banner.getByRole("button", { name: "Hervatten" }).click();
    await expect(banner).toBeHidden();
  });

  test("loses no letter of a name that is typed before the dialog for a lead is there", async ({ page }) => {
    await page.route(/NewLeadDialog.*\.js$/, async (route) => {
      await new Promise((resolve) => void setTimeout(resolve, 1_000));
      await route.continue();
    });
    await signIn(page, "/");
    await page.keyboard.type("nGoof Snelx");
    await page.keyboard.press("Backspace");
    await expect(page.getByLabel(/^Naam/)).toHaveValue("Goof Snel");
    await page.keyboard.type("ler");
    await expect(page.getByLabel(/^Naam/)).toHaveValue("Goof Sneller");
    // Also when it is there already.
    await page.keyboard.press("Escape");
    await expect(page.getByLabel(/^Naam/)).toBeHidden();
    await page.keyboard.type("n en Co");
    await expect(page.getByLabel(/^Naam/)).toHaveValue("Goof Sneller en Co");
  });

  test("keeps what was typed when a lead is refused", async ({ page }) => {
    await signIn(page, "/");
    await page.keyboard.press("n");
    await page.getByLabel("E-mail").fill("geen-adres");
    await page.getByLabel("Wat wil de klant?").fill("Twee laadpalen naast de schuur");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText("Vul dit in")).toBeVisible();
    await expect(page.getByLabel(/^Naam/)).toBeFocused();
    await page.reload();
    await expect(page.getByRole("heading", { name: "Vandaag" })).toBeVisible();
    await page.keyboard.press("n");
    await expect(page.getByLabel("Wat wil de klant?")).toHaveValue("Twee laadpalen naast de schuur");
  });

  test("keeps the day a customer asked for while half of another is typed", async ({ page, baseURL }) => {
    const noor = await asPerson(baseURL!, mailOf.noor);
    const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const { id } = await noor.post<{ id: string }>("/orders", {
      businessEntity: "chargecars",
      kind: "service",
      name: "Dag van der Wens",
      phone: "0688999127",
      requestedOn: dayIn(40),
    });
    const wished = async () => (await noor.get<{ requestedOn: string }>(`/orders/${id}`)).requestedOn;
    await signIn(page, `/orders/${id}`);
    await page.getByRole("button", { name: "Wijzigen: Gewenst" }).click();
    const field = page.getByLabel("Gewenst", { exact: true });
    await page.keyboard.press("Delete");
    await page.getByRole("heading", { name: "Tijdlijn" }).click();
    await expect(page.getByText("Dit is geen datum; vul dag, maand en jaar in")).toBeVisible();
    expect(await wished()).toBe(dayIn(40));
    await field.fill(dayIn(50));
    await field.blur();
    await expect.poll(wished).toBe(dayIn(50));
  });

  test("keeps the filters of the orders in the address", async ({ page }) => {
    await signIn(page, "/orders?status=completed&sort=number");
    const rows = page.getByRole("table", { name: "Orders" }).getByRole("row");
    await expect(rows.nth(1)).toContainText("Afgerond");
    await page.getByRole("button", { name: "Prioriteit" }).click();
    await page.getByRole("menuitemcheckbox", { name: "Spoed" }).click();
    await expect(page).toHaveURL(/status=completed.*priority=urgent|priority=urgent.*status=completed/);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Wissen", exact: true }).click();
    await expect(page).not.toHaveURL(/priority|status=/);
  });

  test("keeps a day in a filter while half of another is typed, and says so", async ({ page }) => {
    await signIn(page, "/orders?createdFrom=2026-01-05");
    await page.getByRole("button", { name: /^Aangemaakt .*5 jan/ }).click();
    const from = page.getByRole("dialog").getByLabel("Van");
    await from.focus();
    await page.keyboard.press("Delete");
    await page.getByLabel("Tot en met").focus();
    const half = page.getByText("Dit is geen datum; vul dag, maand en jaar in");
    await expect(half).toBeVisible();
    await expect(page).toHaveURL(/createdFrom=2026-01-05/);
    await from.fill("2026-02-03");
    await expect(half).toHaveCount(0);
    await expect(page).toHaveURL(/createdFrom=2026-02-03/);
    await from.fill("");
    await expect(page).not.toHaveURL(/createdFrom/);
  });

  test("shows today what needs somebody, and each number opens its list", async ({ page }) => {
    await signIn(page, "/");
    await expect(page.getByRole("heading", { name: "Dit wacht op iemand" })).toBeVisible();
    await looksGood(page);
    await page.getByRole("link", { name: /^In planning/ }).click();
    await expect(page).toHaveURL(/\/orders\?status=planning/);
  });
});
