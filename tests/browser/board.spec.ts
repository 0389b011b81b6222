import { expect, type Locator, test } from "@playwright/test";
import { looksGood, looksGoodInBoth, mailOf, newPage, phone, signIn } from "./people.ts";
import { board, card, cell, drag, firstVisit, openBoard, seedWeek, week } from "./planBoard.ts";

test.describe.configure({ mode: "serial" });
// Rows out of sight are not drawn; on a tall screen every crew is in sight.
test.use({ viewport: { width: 1600, height: 2400 } });

test.beforeAll(async ({ baseURL }) => {
  week.monday = await seedWeek(baseURL!);
  week.planId = "";
});

test("a planner lets the optimiser fill the week and says when it is good enough", async ({ page }) => {
  await signIn(page, mailOf.noor);
  await openBoard(page);
  await expect(page.getByRole("complementary", { name: "Zonder plek" })).toContainText("wens");
  await page.getByRole("button", { name: "Optimaliseren" }).click();
  await page.getByText("60 s").click();
  await page.getByRole("menuitem", { name: /^Wat nog geen plek heeft/ }).click();
  const progress = page.getByRole("status").filter({ hasText: "Noor de Planner optimaliseert" });
  await expect(progress).toBeVisible();
  await expect(page.getByText(/^[1-9]\d* van \d+ bezoeken hebben een plek ·/)).toBeVisible();
  await page.getByRole("button", { name: "Stop, goed genoeg" }).click();
  await expect(page.getByText(/^Klaar: \d+ van \d+ bezoeken hebben een plek$/)).toBeVisible();
  await expect(progress).toBeHidden();
});

test("a visit is dragged to another crew, stays there, and is taken back", async ({ page, baseURL }) => {
  const { days, from, visit } = await firstVisit(baseURL!);
  const to = days.find(({ on, name }) => on === from.on && name !== from.name && name.startsWith("Team"))!;
  await signIn(page, mailOf.noor);
  await openBoard(page);
  await drag(page, card(page, visit.id), cell(page, to.crewId));
  await expect(cell(page, to.crewId).locator(card(page, visit.id))).toBeVisible();
  await expect(page.getByText(`${visit.customerName} gaat naar ${to.name}`)).toBeVisible();
  await expect
    .poll(async () => (await board(baseURL!)).visits.find(({ id }) => id === visit.id)?.at?.crewId)
    .toBe(to.crewId);
  await page.keyboard.press("Control+z");
  await expect(cell(page, from.crewId).locator(card(page, visit.id))).toBeVisible();
});

test("with the keyboard alone a visit moves, loses its place, and gets it back", async ({
  page,
  baseURL,
}) => {
  const { days, visits } = await board(baseURL!);
  const day = days.find(({ visitIds }) => visitIds.length > 1)!;
  const [first, second] = day.visitIds.map((id) => visits.find((visit) => visit.id === id)!);
  await signIn(page, mailOf.noor);
  await openBoard(page);
  await card(page, first!.id).focus();
  await page.keyboard.press("ArrowDown");
  await expect(card(page, second!.id)).toBeFocused();
  await page.keyboard.press("u");
  await expect(page.locator("[data-pool]").locator(card(page, second!.id))).toBeVisible();
  await card(page, second!.id).focus();
  await page.keyboard.press("m");
  const dialog = page.getByRole("dialog", { name: `Verplaats ${second!.customerName}` });
  await expect(dialog.locator("li button").first()).toBeFocused();
  await expect(dialog).toContainText(/min omrijden|min minder rijden/);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.locator("[data-crew]").locator(card(page, second!.id))).toBeVisible();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(cell(page, day.crewId).locator(card(page, second!.id))).toBeVisible();
  await page.keyboard.press("Control+Shift+z");
  await expect(page.locator("[data-pool]").locator(card(page, second!.id))).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(cell(page, day.crewId).locator(card(page, second!.id))).toBeVisible();
});

test("the visit that arrow keys lead to is wholly in sight, below the days and above the edge", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 560 });
  await signIn(page, mailOf.noor);
  for (const view of ["week", "day"]) {
    await openBoard(page, `&view=${view}`);
    const timeline = page.locator(`[data-view="${view}"]`);
    await timeline.locator("[data-visit]").first().focus();
    for (const key of ["ArrowDown", "ArrowUp"])
      for (let turn = 0; turn < 20; turn += 1) {
        await page.keyboard.press(key);
        await expect(timeline.locator("[data-visit]:focus")).toBeVisible();
        // The board follows once the press has its picture.
        const hidden = () =>
          timeline.evaluate((scroller) => {
            const top = scroller
              .querySelector("[role=columnheader], [class*=corner]")!
              .getBoundingClientRect();
            const edge = scroller.getBoundingClientRect();
            const at = document.activeElement!.getBoundingClientRect();
            return Math.max(0, top.bottom - at.top, at.bottom - edge.bottom);
          });
        await expect.poll(hidden, `${view} ${key} ${turn}`).toBe(0);
      }
    await expect(timeline).toHaveJSProperty("scrollTop", 0);
  }
});

test("the keys are back on the visit after its dialog, also when it went to a crew out of sight", async ({
  page,
  baseURL,
}) => {
  const { visits } = await board(baseURL!);
  const visit = visits.find(({ at, isFirm }) => at && !at.isPinned && !isFirm)!;
  await page.setViewportSize({ width: 1280, height: 400 });
  await signIn(page, mailOf.noor);
  await openBoard(page);
  await page.locator("[data-view=week] [data-visit]").first().focus();
  while (!(await card(page, visit.id).count())) await page.keyboard.press("ArrowDown");
  await card(page, visit.id).focus();
  const places = page.getByRole("dialog").locator("li button");
  await page.keyboard.press("m");
  await expect(places.first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(card(page, visit.id)).toBeFocused();
  await page.keyboard.press("m");
  await expect(places.first()).toBeFocused();
  await places.last().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(card(page, visit.id)).toBeFocused();
  await expect(card(page, visit.id)).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Control+z");
  await expect
    .poll(async () => (await board(baseURL!)).visits.find(({ id }) => id === visit.id)?.at?.crewId)
    .toBe(visit.at!.crewId);
});

test("a stop is dragged from the map to another crew, and taken back", async ({ page, baseURL }) => {
  const { days, visits } = await board(baseURL!);
  await page.setViewportSize({ width: 1600, height: 1400 });
  await signIn(page, mailOf.noor);
  await openBoard(page, "&view=day&side=map");
  await expect(page.locator("[data-map-visit]").first()).toBeVisible();
  // Names of towns stand above the stops, and let the mouse through.
  await expect(page.locator("[data-map-visit] ~ [data-towns]").first()).toContainText("Utrecht");
  // The first stop that no other stop covers.
  const seen = await page.locator("[data-map-visit]").evaluateAll((stops) =>
    stops.flatMap((stop) => {
      const { x, y, width, height } = stop.getBoundingClientRect();
      const at = { x: x + width / 2, y: y + height / 2 };
      const top = document.elementFromPoint(at.x, at.y)?.closest("[data-map-visit]");
      return top === stop ? [{ id: stop.getAttribute("data-map-visit")!, at }] : [];
    }),
  );
  const stop = seen.find(({ id }) => visits.find((visit) => visit.id === id)?.at)!;
  const visit = visits.find(({ id }) => id === stop.id)!;
  const to = days.find(({ on, crewId }) => on === visit.at!.on && crewId !== visit.at!.crewId)!;
  const line = (await cell(page, to.crewId).boundingBox())!;
  await page.mouse.move(stop.at.x, stop.at.y);
  await page.mouse.down();
  await page.mouse.move(line.x + 40, line.y + 30, { steps: 6 });
  await page.mouse.up();
  await expect(cell(page, to.crewId).locator(card(page, visit.id))).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(cell(page, visit.at!.crewId).locator(card(page, visit.id))).toBeVisible();
});

test("everybody can use the board, light and dark, wide and on a phone", async ({
  page,
  browser,
  baseURL,
}) => {
  // A screen of the usual size shows every kind of thing.
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await signIn(page, mailOf.noor);
  await openBoard(page, "&side=map");
  const inBoth = (name: string) => test.step(name, () => looksGoodInBoth(page));
  await inBoth("week with map");
  await page.getByRole("tab", { name: "Drukte" }).click();
  await page.getByText("Dag", { exact: true }).click();
  await expect(page.locator("[data-view=day]")).toBeVisible();
  await inBoth("day with load");
  await page.getByRole("tab", { name: "Score" }).click();
  await inBoth("day with score");
  await page.locator("[data-crew] [data-visit]").first().click();
  await inBoth("day with a visit");
  const small = await newPage(browser, { ...phone, baseURL: baseURL!, locale: "nl-NL" });
  await signIn(small, mailOf.noor);
  await openBoard(small);
  await small.getByRole("button", { name: "Verplaats…" }).first().click();
  await expect(small.getByRole("dialog")).toContainText("goedkoopste eerst");
  await looksGood(small);
  await small.context().close();
});

test("on a tablet a finger held on a visit takes it to another crew", async ({ browser, baseURL }) => {
  const { days, visits } = await board(baseURL!);
  const first = days.find(({ on, visitIds }) => on === week.monday && visitIds.length > 1)!;
  const other = days.find(({ on, crewId }) => on === week.monday && crewId !== first.crewId)!;
  const visit = visits.find(({ id }) => id === first.visitIds[0])!;
  const page = await newPage(browser, {
    ...phone,
    viewport: { width: 820, height: 2400 },
    baseURL: baseURL!,
    locale: "nl-NL",
  });
  await signIn(page, mailOf.noor);
  await openBoard(page, `&plan=${week.planId}`);
  const hand = await page.context().newCDPSession(page);
  const finger = async (type: "touchStart" | "touchMove" | "touchEnd", at?: { x: number; y: number }) =>
    hand.send("Input.dispatchTouchEvent", { type, touchPoints: at ? [at] : [] });
  const middle = async (of: Locator) => {
    const box = (await of.boundingBox())!;
    return { x: box.x + box.width / 2, y: box.y + Math.min(60, box.height - 4) / 2 };
  };
  const from = await middle(card(page, visit.id));
  const to = await middle(cell(page, other.crewId));
  // A finger that goes on at once scrolls and moves nothing.
  await finger("touchStart", from);
  await finger("touchMove", to);
  await finger("touchEnd");
  await expect(cell(page, first.crewId).locator(card(page, visit.id))).toBeVisible();
  await finger("touchStart", from);
  await page.waitForTimeout(500);
  await finger("touchMove", { x: from.x + 5, y: from.y + 5 });
  await finger("touchMove", to);
  await finger("touchEnd");
  await expect(cell(page, other.crewId).locator(card(page, visit.id))).toBeVisible();
  await page
    .getByRole("button", { name: /^Ongedaan maken/ })
    .first()
    .click();
  await expect(cell(page, first.crewId).locator(card(page, visit.id))).toBeVisible();
  await page.context().close();
});

test("what a visit asks is said on the board, refused when it contradicts itself, and kept", async ({
  page,
}) => {
  await signIn(page, mailOf.noor);
  await openBoard(page);
  const visit = page.locator("[data-crew] [data-visit]").last();
  const id = await visit.getAttribute("data-visit");
  await visit.click();
  await page.getByRole("button", { name: "Wensen…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Moet in dit plan").check();
  await dialog.getByLabel("Mag wachten tot").fill("2030-01-07");
  await dialog.getByRole("button", { name: "Opslaan" }).click();
  await expect(dialog).toContainText("Wat moet, kan niet wachten.");
  await looksGood(page);
  await dialog.getByLabel("Mag wachten tot").fill("");
  for (const _ of [1, 2]) await dialog.getByRole("button", { name: "Uren toevoegen" }).click();
  await dialog.getByRole("button", { name: "Opslaan" }).click();
  await expect(dialog).toContainText("Voor elk dagdeel kan één regel.");
  for (const _ of [1, 2]) await dialog.getByRole("button", { name: "Uren weghalen" }).last().click();
  await dialog.getByRole("button", { name: "Opslaan" }).click();
  await expect(dialog).toBeHidden();
  await card(page, id!).first().click();
  await expect(page.getByText("ja, in dit plan")).toBeVisible();
});
