import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { asPerson, looksGood, mailOf, newPage, type Rows, signIn } from "./people.ts";

test.describe.configure({ mode: "serial" });

test("a value of planning's settings is changed, refused when it makes no sense, seen in another tab, and set back", async ({
  page,
  context,
  baseURL,
}) => {
  await signIn(page, mailOf.noor, "/planning/settings");
  const hold = page.getByRole("textbox", { name: "Dagdeel vasthouden" });
  await expect(hold).toHaveValue("10 minuten");
  await expect(page.getByRole("button", { name: "Opslaan" })).toBeDisabled();
  // Past the bounds there is nothing to type.
  await hold.fill("999");
  await expect(hold).not.toHaveValue(/999/);
  const lunch = page.getByLabel("Lunch om");
  await lunch.fill("02:00");
  await expect(page.getByText("Kies een tijd van 10:00 tot en met 15:00.")).toBeVisible();
  await lunch.fill("12:00");
  await hold.fill("15");
  // Half a time is no time, and does not become the usual one.
  await lunch.focus();
  await page.keyboard.press("Delete");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Dit is geen tijd; vul uren en minuten in")).toBeVisible();
  await expect(lunch).toBeFocused();
  await page.keyboard.type("12");
  await expect(lunch).toHaveValue("12:00");
  await expect(page.getByText("Dit is geen tijd; vul uren en minuten in")).toHaveCount(0);
  await page.getByRole("textbox", { name: "Overwerk" }).fill("5");
  await page.getByRole("button", { name: "Opslaan" }).click();
  await expect(page.getByText("Opgeslagen")).toBeVisible();
  const other = await context.newPage();
  await other.goto("/planning/settings");
  await expect(other.getByRole("textbox", { name: "Dagdeel vasthouden" })).toHaveValue("15 minuten");
  await expect(other.getByText("Een minuut later thuis kost zoveel als 5 minuten rijden.")).toBeVisible();
  await other.close();
  await page.getByRole("button", { name: "Ongedaan maken" }).click();
  const noor = await asPerson(baseURL!, mailOf.noor);
  await expect
    .poll(async () => (await noor.get<{ tuned: object }>("/planning/settings")).tuned)
    .toMatchObject({ holdMinutes: null, overtimeWeight: null });
});

test("who may not plan reads the settings and changes nothing", async ({ page }) => {
  await signIn(page, mailOf.fenna, "/planning/settings");
  await expect(page.getByRole("textbox", { name: "Dagdeel vasthouden" })).toBeDisabled();
  await expect(page.getByRole("button", { name: "Opslaan" })).toHaveCount(0);
});

test("how long work takes stands beside what it was planned for, and a wrong tab leads to the first", async ({
  page,
}) => {
  await signIn(page, mailOf.noor, "/planning/means?tab=nergens");
  await expect(page.getByRole("link", { name: "Monteurs" })).toHaveAttribute("aria-current", "page");
  await page.getByRole("link", { name: "Werktijden" }).click();
  await expect(page.getByText(/^De planning rekent met/).first()).toBeVisible();
  const row = page.getByRole("row", { name: /^Installatie/ });
  await expect(row).toContainText(/\d+ u|\d+ min/);
  await expect(row.getByRole("cell").last()).toHaveText(/^\d+%$/);
});

test("capacity is looked at by skill and week in the address, and what it shows is a file", async ({
  page,
}) => {
  await signIn(page, mailOf.noor, "/planning/capacity");
  await page.getByText("Per vakbekwaamheid", { exact: true }).click();
  await expect(page).toHaveURL(/by=skill/);
  await page.getByRole("button", { name: "Volgende" }).click();
  await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d/);
  const file = page.waitForEvent("download");
  await page.getByRole("button", { name: "Exporteren (CSV)" }).click();
  expect((await file).suggestedFilename()).toMatch(/^capacity-\d{4}-\d\d-\d\d\.csv$/);
  await page.goto("/planning/capacity?from=gisteren");
  await expect(page.getByRole("heading", { name: "Capaciteit" })).toBeVisible();
});

test("a week with a Saturday is asked, answered in another tab as well, and deleted", async ({
  page,
  browser,
}) => {
  const other = await newPage(browser);
  await signIn(other, mailOf.noor, "/planning/what-if");
  await signIn(page, mailOf.noor, "/planning/what-if");
  const ask = page.getByRole("button", { name: "Doorrekenen" });
  await expect(ask).toBeDisabled();
  const reason = page.getByText("Er is nog niets anders dan nu");
  await expect(reason).toBeVisible();
  await page.getByRole("combobox", { name: "Wat is er anders?" }).click();
  await page.getByRole("option", { name: "Iemand afwezig" }).click();
  await expect(page.getByText("Kies wie.")).toBeVisible();
  await expect(ask).toBeDisabled();
  await page.getByRole("combobox", { name: "Wat is er anders?" }).click();
  await page.getByRole("option", { name: /zaterdag/i }).click();
  // What stands in the form counts, without a button of its own.
  await expect(reason).toHaveCount(0);
  const counts = page.getByRole("listitem").filter({ hasText: "op zaterdag" });
  await expect(counts).toBeVisible();
  await counts.getByRole("button", { name: "Weghalen" }).click();
  await expect(reason).toBeVisible();
  await page.getByRole("combobox", { name: "Wat is er anders?" }).click();
  await page.getByRole("option", { name: /zaterdag/i }).click();
  await page.getByRole("button", { name: "Nog een wijziging" }).click();
  await expect(counts).toBeVisible();
  await ask.click();
  const answer = (on: typeof page) => on.getByRole("button", { name: "Verwijderen" });
  await expect(answer(other)).toHaveCount(1, { timeout: 40_000 });
  await answer(page).first().click();
  await expect(answer(other)).toHaveCount(0);
  await other.close();
});

test("a week is asked with the quotes that are out and somebody hired, and says how they counted", async ({
  page,
}) => {
  await signIn(page, mailOf.noor, "/planning/what-if");
  await page.getByRole("checkbox", { name: "Offertes die uitstaan" }).check();
  await expect(page).toHaveURL(/work=quoted/);
  await page.getByRole("combobox", { name: "Wat is er anders?" }).click();
  await page.getByRole("option", { name: "Iemand aannemen" }).click();
  await page.getByRole("button", { name: "Doorrekenen" }).click();
  const answer = page.getByRole("article").filter({ hasText: "Met de offertes; Iemand erbij vanaf" });
  await expect(answer.getByText("Zo telt werk mee dat nog kan komen")).toBeVisible({ timeout: 40_000 });
  await expect(answer.getByText(/^Offertes: \d+ offertes?, naar kans/)).toBeVisible();
  await looksGood(page);
  await answer.getByRole("button", { name: "Verwijderen" }).click();
  await expect(answer).toHaveCount(0);
});

test("an entity gets a value of its own beside the group's, and goes back to it", async ({ page }) => {
  await signIn(page, mailOf.noor, "/planning/settings?entity=laderthuis");
  const field = page.getByRole("textbox", { name: "Dagdeel vasthouden" });
  await expect(page.getByText("Als de groep: 10")).toBeVisible();
  await field.fill("25");
  await page.getByRole("button", { name: "Opslaan" }).click();
  await expect(page.getByText("Eigen waarde; de groep heeft 10.")).toBeVisible();
  await page.reload();
  await expect(field).toHaveValue("25 minuten");
  await looksGood(page);
  await page.getByRole("button", { name: "Als de groep" }).click();
  await page.getByRole("button", { name: "Opslaan" }).click();
  await expect(page.getByText("Opgeslagen").first()).toBeVisible();
  await page.reload();
  await expect(page.getByText("Als de groep: 10")).toBeVisible();
});

test("who waits for an earlier time is found, taken off the list, and put back", async ({
  page,
  baseURL,
}) => {
  const noor = await asPerson(baseURL!, mailOf.noor);
  const { rows } = await noor.get<Rows<{ id: string; customerName: string }>>(
    "/visits?status=planned,scheduled&sort=-createdAt&limit=1",
  );
  const [visit] = rows;
  await noor.raw.put(`/api/v1/waiting-list/${visit!.id}`, {
    data: { wish: { weekdays: [1, 2, 3], parts: ["morning"] } },
    headers: { "idempotency-key": randomUUID() },
  });
  await signIn(page, mailOf.noor, "/planning/waiting");
  const row = page.getByRole("row", { name: new RegExp(visit!.customerName) }).first();
  await expect(row).toBeVisible();
  const search = page.getByRole("textbox", { name: "Zoek klant, order of plaats" });
  await search.fill("bestaat niet");
  await expect(page.getByText("Niemand gevonden")).toBeVisible();
  await search.fill(visit!.customerName.toLowerCase());
  await row.getByRole("button", { name: "Van de lijst" }).click();
  await expect(page.getByText(`${visit!.customerName} staat niet meer op de wachtlijst`)).toBeVisible();
  await page.getByRole("button", { name: "Ongedaan maken" }).click();
  await expect(row).toBeVisible();
});
