import { expect, test } from "@playwright/test";
import { asPerson, mailOf, signIn } from "./people.ts";
import { board, card, cell, draftOfWeek, firstVisit, openBoard, week } from "./planBoard.ts";

test.describe.configure({ mode: "serial" });
// Rows out of sight are not drawn; on a tall screen every crew is in sight.
test.use({ viewport: { width: 1600, height: 2400 } });

test.beforeAll(({ baseURL }) => draftOfWeek(baseURL!));

test("without a connection a visit stays where it was put, and is there once the connection is back", async ({
  page,
  baseURL,
}) => {
  const { from, visit } = await firstVisit(baseURL!);
  const pool = page.locator("[data-pool]");
  const atServer = async () => (await board(baseURL!)).visits.find(({ id }) => id === visit.id)!.at;
  await signIn(page, mailOf.noor);
  await openBoard(page);
  await page.context().setOffline(true);
  await expect(page.getByText("Geen verbinding. Wat u opslaat gaat mee")).toBeVisible();
  await card(page, visit.id).focus();
  await page.keyboard.press("u");
  await expect(pool.locator(card(page, visit.id))).toBeVisible();
  await page.waitForTimeout(3_000);
  await expect(pool.locator(card(page, visit.id))).toBeVisible();
  expect(await atServer()).not.toBeNull();

  await page.context().setOffline(false);
  await expect.poll(atServer).toBeNull();
  await page.keyboard.press("Control+z");
  await expect(cell(page, from.crewId).locator(card(page, visit.id))).toBeVisible();
});

test("a visit is found wherever it stands, and what is not right is one click away", async ({
  page,
  baseURL,
}) => {
  const { days, visits } = await board(baseURL!);
  const last = days.findLast(({ visitIds }) => visitIds.length > 0)!;
  const visit = visits.find(({ id }) => id === last.visitIds[0])!;
  await signIn(page, mailOf.noor);
  await openBoard(page, "&view=day");
  await expect(page.locator("[data-view=day]")).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type(visit.number);
  const found = page.getByRole("region", { name: "Op het bord" });
  await expect(found.getByRole("button")).toContainText([`${visit.customerName}${last.name}, `]);
  await found.getByRole("button").click();
  await expect(cell(page, last.crewId).locator(card(page, visit.id))).toBeFocused();
  await expect(page.getByRole("tab", { name: "Bezoek" })).toHaveAttribute("aria-selected", "true");
  await page.getByRole("textbox", { name: /^Zoek klant/ }).press("Escape");
  await expect(found).toBeHidden();

  // Work for which the day is too short.
  const full = days.find(({ visitIds, on }) => on !== last.on && visitIds.length > 0)!;
  const more = visits.filter(({ at }) => at && at.crewId !== full.crewId).slice(0, 2);
  const noor = await asPerson(baseURL!, mailOf.noor);
  await noor.post(`/plans/${week.planId}/changes`, {
    moves: more.map(({ id, at }) => ({ visitId: id, from: at, to: { crewId: full.crewId } })),
  });
  await page.getByRole("button", { name: /klopt niet$|kloppen niet$/ }).click();
  await expect(page.getByRole("tab", { name: "Score" })).toHaveAttribute("aria-selected", "true");
  await page
    .getByRole("complementary", { name: "Naast het bord" })
    .getByRole("button", { name: new RegExp(`^${full.name}, `) })
    .first()
    .click();
  await expect(cell(page, full.crewId)).toBeVisible();
  await page.getByRole("tab", { name: "Score" }).click();
  await expect(page.getByRole("link", { name: "Mensen en middelen" }).first()).toHaveAttribute(
    "href",
    `/planning/means?tab=crews&week=${week.monday}`,
  );
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("button", { name: /klopt niet$|kloppen niet$/ })).toBeHidden();
});

test("the pool makes room for the board, takes off what is dropped on it, and unfolds to search", async ({
  page,
  baseURL,
}) => {
  const { from, visit } = await firstVisit(baseURL!);
  await signIn(page, mailOf.noor);
  await openBoard(page);
  await page.getByRole("button", { name: "Lijst inklappen" }).click();
  const strip = page.locator("[data-pool]");
  await expect(strip).toHaveJSProperty("offsetWidth", 34);
  await page.reload();
  await expect(strip).toHaveJSProperty("offsetWidth", 34);
  await card(page, visit.id).hover();
  await page.mouse.down();
  await strip.hover({ position: { x: 20, y: 200 } });
  await strip.hover({ position: { x: 18, y: 210 } });
  await page.mouse.up();
  await expect(cell(page, from.crewId).locator(card(page, visit.id))).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(cell(page, from.crewId).locator(card(page, visit.id))).toBeVisible();
  await page.keyboard.press("/");
  await expect(page.getByRole("textbox", { name: /^Zoek klant/ })).toBeFocused();
});

test("Tab leads from the pool on to the visits of the board, in the week and on a day", async ({ page }) => {
  await signIn(page, mailOf.noor);
  for (const view of ["week", "day"]) {
    await openBoard(page, `&view=${view}`);
    const timeline = page.locator(`[data-view="${view}"]`);
    await expect(timeline.locator("[data-visit]").first()).toBeVisible();
    await timeline.locator("[data-visit]").first().focus();
    await page.keyboard.press("u");
    const waiting = page.locator("[data-pool] [data-visit]").first();
    await waiting.focus();
    const isOnBoard = () => timeline.locator("[data-visit]:focus").count();
    for (let turn = 0; turn < 80 && !(await isOnBoard()); turn += 1) await page.keyboard.press("Tab");
    expect(await isOnBoard()).toBe(1);
    await page.keyboard.press("Control+z");
    await expect(page.getByRole("button", { name: /^Opnieuw/ })).toBeEnabled();
  }
});

test("a visit without a place says what its cheapest place costs beside leaving it out", async ({
  page,
  baseURL,
}) => {
  const { from, visit } = await firstVisit(baseURL!);
  await signIn(page, mailOf.noor);
  await openBoard(page);
  await card(page, visit.id).focus();
  await page.keyboard.press("u");
  await page.locator("[data-pool]").locator(card(page, visit.id)).click();
  const side = page.getByRole("tabpanel", { name: "Bezoek" });
  await expect(side.getByRole("heading", { name: "Waarom geen plek" })).toBeVisible();
  await expect(side.getByText(/^Er is plek bij .+, (voor|maar die kost) [\d.,]+ min/)).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(cell(page, from.crewId).locator(card(page, visit.id))).toBeVisible();
});

test("the board says which days are feast days or closed, and which holidays the week falls in", async ({
  page,
  baseURL,
}) => {
  const noor = await asPerson(baseURL!, mailOf.noor);
  const add = (kind: string, name: string, region: string | null = null) =>
    noor.post<{ id: string }>("/planning/periods", {
      kind,
      name,
      region,
      fromOn: week.monday,
      untilOn: week.monday,
    });
  const added = [
    await add("company_closed", "Teamdag"),
    await add("building_break", "Bouwvakantie", "noord"),
    await add("building_break", "Bouwvakantie", "zuid"),
  ];
  await signIn(page, mailOf.noor);
  await openBoard(page);
  await expect(page.getByRole("columnheader", { name: /Teamdag$/ })).toHaveCount(1);
  await expect(page.getByText("Bouwvakantie (Noord en Zuid)")).toBeVisible();
  await page.getByText("Dag", { exact: true }).click();
  await expect(page.getByRole("button", { name: / · Teamdag$/ })).toBeVisible();
  for (const { id } of added)
    await noor.raw.delete(`/api/v1/planning/periods/${id}`, { headers: { "idempotency-key": id } });
});
