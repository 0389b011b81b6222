import type { Page } from "playwright-core";

const keys = ["ArrowDown", "ArrowRight", "ArrowDown", "ArrowLeft"];

/** One arrow key after the other. */
export const pressArrows = async (page: Page, times: number): Promise<void> => {
  for (let turn = 0; turn < times; turn += 1) {
    await page.keyboard.press(keys[turn % keys.length]!);
    await page.waitForTimeout(60);
  }
};

/** From visit to visit by keyboard. */
export const walk = async (page: Page, times: number): Promise<void> => {
  await page.locator("[data-crew] [data-visit]").first().focus();
  await pressArrows(page, times);
};

const dragOne = async (page: Page, turn: number) => {
  const visits = page.locator("[data-crew] [data-visit]:not([data-locked])");
  const crews = page.locator("[data-crew]");
  const from = await visits.nth((turn * 7) % (await visits.count())).boundingBox();
  const to = await crews.nth((turn * 5 + 3) % Math.min(18, await crews.count())).boundingBox();
  if (!from || !to) return;
  await page.mouse.move(from.x + 20, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y + 40, { steps: 12 });
  await page.waitForTimeout(40);
  await page.mouse.up();
  await page.waitForTimeout(700);
};

/** Visits to other crews, by mouse. */
export const dragVisits = async (page: Page, times: number): Promise<void> => {
  for (let turn = 0; turn < times; turn += 1) await dragOne(page, turn);
};

/** Looks at one visit after the other. */
export const openVisits = async (page: Page, times: number): Promise<void> => {
  const visits = page.locator("[data-crew] [data-visit]");
  for (let turn = 0; turn < times; turn += 1) {
    await visits.nth((turn * 5) % (await visits.count())).click();
    await page.waitForTimeout(150);
  }
};

/** Types in the pool. */
export const searchPool = async (page: Page, times: number): Promise<void> => {
  const field = page.locator("[data-pool] input").first();
  for (const letter of "utrecht".repeat(Math.ceil(times / 7))) {
    await field.press(letter);
    await page.waitForTimeout(80);
  }
  await field.fill("");
};

/** Opens and closes the dialog with places of a visit. */
export const askPlaces = async (page: Page, times: number): Promise<void> => {
  const visit = page.locator("[data-crew] [data-visit]:not([data-locked])").nth(3);
  for (let turn = 0; turn < times; turn += 1) {
    await visit.focus();
    await page.keyboard.press("m");
    await page.getByRole("dialog").waitFor();
    await page.waitForTimeout(400);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  }
};

/** One day after the other. */
export const switchDays = async (page: Page, times: number): Promise<void> => {
  const days = page.getByRole("group", { name: "Dag kiezen" }).getByRole("button");
  for (let turn = 0; turn < times; turn += 1) {
    await days.nth(turn % (await days.count())).click();
    await page.waitForTimeout(250);
  }
};

/** Day and week by turns. */
export const switchViews = async (page: Page, times: number): Promise<void> => {
  for (let turn = 0; turn < times; turn += 1) {
    await page
      .getByText(turn % 2 ? "Week" : "Dag", { exact: true })
      .first()
      .click();
    await page.waitForTimeout(300);
  }
};
