import { expect, type Page, test } from "@playwright/test";
import { mailOf, phone, signIn } from "./people.ts";

const retry = (page: Page) => page.getByRole("button", { name: "Opnieuw proberen" });
const signInTitle = (page: Page) => page.getByRole("heading", { name: "Inloggen" });

test.describe("before the sign-in", () => {
  for (const [what, address] of [
    ["a question", "**/api/v1/identity/me"],
    ["a part of the page", "**/assets/SignIn*"],
  ] as const)
    test(`${what} that never gets an answer shows a way on`, async ({ page }) => {
      await page.route(address, () => {}, { times: 1 });
      await page.goto("/");
      await expect(page.getByText("Dit duurt langer dan normaal")).toBeVisible({ timeout: 15_000 });
      await retry(page).click();
      await expect(signInTitle(page)).toBeVisible();
    });

  test("a question that is dropped by the network in the end says so, and is asked again", async ({
    page,
  }) => {
    await page.route("**/api/v1/identity/me", (route) => route.abort());
    await page.goto("/");
    await expect(page.getByText("Geen verbinding met de server.")).toBeVisible();
    await page.unroute("**/api/v1/identity/me");
    await retry(page).click();
    await expect(signInTitle(page)).toBeVisible();
  });

  test("a part that is really missing is tried once by itself, and again when asked", async ({ page }) => {
    await page.route("**/assets/SignIn*", (route) => route.abort());
    await page.goto("/");
    await expect(page.getByText("Een deel van deze pagina kon niet worden geladen.")).toBeVisible();
    await page.unroute("**/assets/SignIn*");
    await retry(page).click();
    await expect(signInTitle(page)).toBeVisible();
  });
});

test("an office without a connection stays where it is, says so, and goes on once it is back", async ({
  page,
}) => {
  await signIn(page, mailOf.noor, "/orders");
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  await page.context().setOffline(true);
  const offline = page.getByText("Geen verbinding. Wat u opslaat gaat mee");
  await expect(offline).toBeVisible();
  await page.getByRole("link", { name: "Catalogus" }).click();
  await expect(page.getByText("Een deel van deze pagina kon niet worden geladen.")).toBeVisible();
  await retry(page).click();
  await expect(page.getByText("Geen verbinding met de server.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Catalogus" })).toBeVisible();

  await page.context().setOffline(false);
  await expect(offline).toHaveCount(0);
  await retry(page).click();
  await expect(page.getByRole("heading", { name: "Catalogus" })).toBeVisible();
});

test.describe("on a phone", () => {
  test.use(phone);
  test("the word that the connection is gone covers nothing, also not what goes on below it", async ({
    page,
  }) => {
    await signIn(page, mailOf.sam, "/field");
    await expect(page.getByRole("radiogroup")).toBeVisible();
    await page.context().setOffline(true);
    const offline = page.getByText("Geen verbinding. Wat u opslaat gaat mee");
    await expect(offline).toBeVisible();
    const told = await offline.evaluate((text) => text.parentElement!.getBoundingClientRect().bottom);
    const header = await page.getByRole("banner").boundingBox();
    const main = await page.getByRole("main").boundingBox();
    expect(header!.y).toBeGreaterThanOrEqual(told);
    expect(main!.y + main!.height).toBeLessThanOrEqual(phone.viewport.height);
    await page.context().setOffline(false);
    await expect(offline).toHaveCount(0);
  });
});

test("what was asked in vain says so beside the list, and comes when it is asked again", async ({ page }) => {
  await signIn(page, mailOf.noor, "/orders");
  const row = page.getByRole("row").nth(1);
  await expect(row).toBeVisible();
  await page.route(/api\/v1\/orders\/[0-9a-f-]{36}/, (route) => route.abort());
  await row.click();
  await expect(page.getByText("Geen verbinding met de server.")).toBeVisible();
  await page.unroute(/api\/v1\/orders\/[0-9a-f-]{36}/);
  await retry(page).click();
  await expect(page.getByText("Geen verbinding met de server.")).toHaveCount(0);
  await expect(page.getByRole("heading", { name: /^[A-Z]{2}-\d{4}-\d{5}/ })).toBeVisible();
});
