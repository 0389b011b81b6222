import { parseArgs } from "node:util";
import { chromium, type Page } from "playwright-core";
import { findChromium } from "../bin/check/chromium.ts";
import { demoPassword } from "../src/main/demo/users.ts";
import { measureEmptyPage } from "./boardControl.ts";
import {
  askPlaces,
  dragVisits,
  openVisits,
  searchPool,
  switchDays,
  switchViews,
  walk,
} from "./boardDeeds.ts";
import { type HandFigures, measureHand, watchHands } from "./boardHand.ts";

/**
 * Measures the planning board in a browser: how long each key, click and drop takes from the hand to the next picture.
 * Fill a week first (`manage demo --planning 400x40`), start the platform, then
 * `node bench/board.ts --url http://localhost:3000 --week 2026-11-30`.
 */
const { values: options } = parseArgs({
  options: {
    url: { type: "string", default: "http://localhost:3000" },
    week: { type: "string", default: "" },
    moves: { type: "string", default: "30" },
    seconds: { type: "string", default: "10" },
  },
});
const moves = Number(options.moves);
const size = { width: 1440, height: 900 };

const signIn = async (page: Page) => {
  await page.goto(options.url);
  await page.getByLabel("E-mailadres").fill("noor@chargecars.example");
  await page.getByLabel("Wachtwoord", { exact: true }).fill(demoPassword);
  await page.keyboard.press("Enter");
  await page.getByLabel("Wachtwoord", { exact: true }).waitFor({ state: "hidden" });
};

const fill = async (page: Page) => {
  if ((await page.locator("[data-crew] [data-visit]").count()) > 20) return;
  await page.getByRole("button", { name: "Optimaliseren" }).click();
  await page.getByText(`${options.seconds} s`, { exact: true }).click();
  await page.getByRole("menuitem", { name: "Alles" }).click();
  await page.getByText(/^Klaar:/).waitFor({ timeout: 180_000 });
};

const measureView = async (page: Page, view: "week" | "day"): Promise<HandFigures[]> => {
  const open = async (rest = "") => {
    await page.goto(`${options.url}/planning/board?week=${options.week}&view=${view}${rest}`);
    await page.locator("[data-crew]").first().waitFor();
    if (view === "week") await fill(page);
    await page.waitForTimeout(2_000);
  };
  const times = (name: string, many: number, deed: (page: Page, times: number) => Promise<void>) =>
    measureHand(page, name, many, () => deed(page, many));
  const some = Math.ceil(moves / 3);
  await open("&side=map");
  const withMap = await times(`${view}: arrow keys, map beside`, moves * 2, walk);
  await open();
  const figures = [
    await times(`${view}: arrow keys`, moves * 2, walk),
    withMap,
    await times(`${view}: drag and drop`, moves, dragVisits),
    await times(`${view}: open a visit`, moves, openVisits),
    await times(`${view}: dialog with places`, some, askPlaces),
  ];
  if (view === "week") return [...figures, await times("pool: typing", moves, searchPool)];
  return [
    ...figures,
    await times("another day", moves, switchDays),
    await times("day and week", moves, switchViews),
  ];
};

/**
 * A page as large as asked for in a window that shows all of it. A page that is only told to be so large reaches below the
 * edge of its window, and what changes there is drawn when something else is: hundreds of milliseconds late.
 */
const openPage = async (edge: number) => {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu", `--window-size=${size.width},${size.height + edge}`],
  });
  const page = await browser.newPage({ viewport: null, locale: "nl-NL" });
  return { browser, page, over: await page.evaluate(() => outerHeight - innerHeight) };
};

const openWindow = async () => {
  const first = await openPage(0);
  await first.browser.close();
  return openPage(first.over);
};

const { browser, page } = await openWindow();
try {
  await watchHands(page);
  const before = await measureEmptyPage(page, "empty page: arrow keys", moves * 2);
  await signIn(page);
  const figures = [...(await measureView(page, "week")), ...(await measureView(page, "day"))];
  const after = await measureEmptyPage(page, "empty page again", moves * 2);
  console.table([before, ...figures, after]);
  if (figures.some(({ p95 }) => p95 > 100)) process.exitCode = 1;
} finally {
  await browser.close();
}
