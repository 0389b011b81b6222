import { expect, test } from "@playwright/test";
import { asPerson, looksGoodInBoth, mailOf, newPage, phone, signIn } from "./people.ts";

/** The Monday after next: far enough ahead that crews come from the template and nothing is planned yet. */
const mondayAhead = () => {
  const at = new Date(Date.now() + 21 * 86_400_000);
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  return at.toISOString().slice(0, 10);
};

test("a planner puts somebody on another crew with the keyboard, is told what is wrong, and takes it back", async ({
  page,
}) => {
  await signIn(page, mailOf.noor);
  await page.goto(`/planning/means?tab=crews&week=${mondayAhead()}`);
  const cell = page.getByRole("button", { name: /^Joris Kok .*Ploeg 1\b/ }).first();
  await expect(cell).toBeVisible();
  const label = await cell.getAttribute("aria-label");
  await cell.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: /^Ploeg 5 / }).focus();
  await page.keyboard.press("Enter");
  const moved = page.getByRole("button", { name: label!.replace("Ploeg 1", "Ploeg 5") });
  await expect(moved).toBeVisible();
  await page.getByRole("button", { name: "Ongedaan maken" }).click();
  await expect(page.getByRole("button", { name: label! })).toBeVisible();
  const jade = page.getByRole("button", { name: /^Luuk Peters .*Ploeg 10\b/ }).first();
  await jade.click();
  await page.getByRole("menuitem", { name: "Van de ploeg halen" }).click();
  await expect(page.getByRole("dialog")).toContainText("gaat zonder iemand met ervaring");
  await page.getByRole("button", { name: "Niet doen" }).click();
  await expect(jade).toBeVisible();
});

test("of two planners who change somebody at once neither undoes the other, and half filled hours are told", async ({
  page,
  baseURL,
}) => {
  const ada = await asPerson(baseURL!, mailOf.ada);
  const mechanic = async () => {
    const { rows } = await ada.get<{ rows: { id: string; level: string; home: object; name: string }[] }>(
      "/mechanics",
    );
    return rows.find(({ name }) => name.startsWith("Joris K"))!;
  };
  const { id, home } = await mechanic();
  await signIn(page, mailOf.noor, "/planning/means?tab=mechanics");
  await page.getByRole("button", { name: "Joris Kok" }).click();
  const panel = page.getByRole("dialog", { name: /^Joris Kok/ });
  await expect(panel.getByRole("combobox", { name: "Niveau" })).toHaveValue("senior");
  await ada.raw.patch(`/api/v1/mechanics/${id}`, {
    data: { level: "team_leader" },
    headers: { "idempotency-key": crypto.randomUUID() },
  });
  await panel.getByLabel("Naam", { exact: true }).fill("Joris Kokje");
  await panel.getByRole("button", { name: "Opslaan" }).first().click();
  await expect.poll(mechanic).toMatchObject({ name: "Joris Kokje", level: "team_leader", home });
  await panel.getByLabel("ma Tot en met").fill("");
  await panel.getByRole("button", { name: "Opslaan" }).last().click();
  await expect(panel.getByText("Vul begin en eind allebei in, of laat beide leeg")).toBeVisible();
  await ada.raw.patch(`/api/v1/mechanics/${id}`, {
    data: { name: "Joris Kok" },
    headers: { "idempotency-key": crypto.randomUUID() },
  });
});

test("an absence from a later day on lasts until that day at least, and says which of two times is too many", async ({
  page,
}) => {
  await signIn(page, mailOf.noor, "/planning/means?tab=absences");
  await page.getByRole("button", { name: "Afwezigheid noteren" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Van", { exact: true }).fill(mondayAhead());
  await expect(form.getByLabel("Tot en met")).toHaveValue(mondayAhead());
  await form.getByRole("combobox", { name: "Monteur" }).fill("Joris");
  await page.getByRole("option", { name: "Joris Kok" }).click();
  await form.getByLabel("Komt om").fill("10:00");
  await form.getByLabel("Gaat om").fill("15:00");
  await form.getByRole("button", { name: "Afwezigheid noteren" }).click();
  await expect(form.getByText("Kies één: komt later, gaat eerder, of is tussendoor weg")).toBeVisible();
});

test("half a date is told at its field in every form, and nothing is sent", async ({ page }) => {
  await signIn(page, mailOf.noor, "/planning/means?tab=mechanics");
  await page.getByRole("button", { name: "Joris Kok" }).click();
  const panel = page.getByRole("dialog", { name: /^Joris Kok/ });
  const told = panel.getByText("Dit is geen datum; vul dag, maand en jaar in");
  let sent = 0;
  page.on("request", (request) => {
    if (request.method() !== "GET" && request.url().includes("/mechanics/")) sent += 1;
  });
  const until = panel.getByLabel("In dienst tot en met");
  await until.focus();
  await page.keyboard.type("12");
  await panel.getByRole("button", { name: "Opslaan" }).first().click();
  await expect(told).toBeVisible();
  await expect(until).toBeFocused();
  expect(sent).toBe(0);
  await until.fill("2031-12-31");
  await expect(told).toBeHidden();
});

test("everybody can use people, means and what planning looks ahead with, light and dark", async ({
  page,
}) => {
  await signIn(page, mailOf.noor);
  for (const path of [
    ...["mechanics", "vans", "crews", "absences", "calendar", "travel", "durations"].map(
      (tab) => `means?tab=${tab}`,
    ),
    "capacity",
    "what-if",
    "waiting",
    "settings",
  ])
    await test.step(path, async () => {
      await page.goto(`/planning/${path}`);
      await looksGoodInBoth(page);
    });
});

test("people, vans and absences are found by a word, and absences have room on a phone", async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, mailOf.noor);
  await page.goto("/planning/means?tab=mechanics");
  const rows = page.locator("tbody tr");
  const search = page.getByRole("searchbox", { name: "Zoeken in deze lijst" });
  await search.fill("kok joris");
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("Joris Kok");
  await search.fill("niemand heet zo");
  await expect(page.getByText("Niets gevonden")).toBeVisible();
  await page.goto("/planning/means?tab=vans");
  const van = (await rows.first().getByRole("button").first().textContent())!;
  await search.fill(van);
  await expect(rows.first()).toContainText(van);

  const small = await newPage(browser, { ...phone, baseURL: baseURL!, locale: "nl-NL" });
  await signIn(small, mailOf.noor, "/planning/means?tab=absences");
  const first = small.locator("tbody tr").first();
  const name = (await first.locator("td").nth(0).boundingBox())!;
  const kind = (await first.locator("td").nth(2).boundingBox())!;
  expect(kind.y).toBeGreaterThan(name.y + 10);
  expect(kind.width).toBeGreaterThan(330);
  await small.context().close();
});

test("on a phone the tab one is on is in sight, and the pool is one tap away from the crews", async ({
  browser,
  baseURL,
}) => {
  const page = await newPage(browser, { ...phone, baseURL: baseURL!, locale: "nl-NL" });
  await signIn(page, mailOf.noor, "/planning/means?tab=durations");
  await expect(page.getByRole("link", { name: "Werktijden" })).toBeInViewport({ ratio: 1 });
  const tabs = page.getByRole("navigation", { name: "Mensen en middelen" });
  await expect(tabs.locator("[aria-current=page]")).toHaveText(["Werktijden"]);
  await page.getByRole("link", { name: "Monteurs" }).click();
  await expect(page.getByRole("link", { name: "Monteurs" })).toBeInViewport({ ratio: 1 });
  await page.goto("/planning/board");
  const jump = page.getByRole("button", { name: /^Zonder plek: \d+$/ });
  await jump.click();
  await expect(page.locator("[data-pool] h2")).toBeInViewport();
  await page.context().close();
});
