import { parseArgs } from "node:util";
import { chromium, type Page } from "playwright-core";
import { findChromium } from "../bin/check/chromium.ts";
import { demoPassword } from "../src/main/demo/users.ts";

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

interface Timing {
  name: string;
  duration: number;
}

const at = (sorted: readonly number[], share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? 0;

const summary = (name: string, durations: readonly number[]) => {
  const sorted = durations.toSorted((a, b) => a - b);
  return {
    name,
    count: sorted.length,
    p50: at(sorted, 0.5),
    p95: at(sorted, 0.95),
    longest: sorted.at(-1) ?? 0,
  };
};

/** Collects what the browser says about each interaction, from 16 ms on; shorter ones count as 8 ms and are left out. */
const watch = (page: Page) =>
  page.addInitScript(() => {
    const found: { name: string; duration: number; interactionId: number }[] = [];
    Object.assign(globalThis, { interactions: found });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { name, duration, interactionId } = entry as PerformanceEventTiming;
        if (interactionId) found.push({ name, duration, interactionId });
      }
    }).observe({ type: "event", durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });

/** What was collected since the last time, one figure for each interaction: its longest event. */
const taken = async (page: Page): Promise<number[]> => {
  const events = await page.evaluate(() => {
    const held = (globalThis as unknown as { interactions: Timing[] }).interactions;
    return held.splice(0);
  });
  const longest = new Map<number, number>();
  for (const event of events as (Timing & { interactionId: number })[])
    longest.set(event.interactionId, Math.max(longest.get(event.interactionId) ?? 0, event.duration));
  return [...longest.values()];
};

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

const press = async (page: Page) => {
  const keys = ["ArrowDown", "ArrowRight", "ArrowDown", "ArrowLeft"];
  await page.locator("[data-crew] [data-visit]").first().focus();
  for (let turn = 0; turn < moves * 2; turn += 1) {
    await page.keyboard.press(keys[turn % keys.length]!);
    await page.waitForTimeout(60);
  }
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

type Session = Awaited<ReturnType<ReturnType<Page["context"]>["newCDPSession"]>>;

/** Seconds of work of the page's main thread since it is counted: a figure that a busy machine hardly changes. */
const threadSeconds = async (session: Session) => {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
};

/** Does something many times; what the hand waits for, and how much work one time is. */
const measure = async (page: Page, name: string, times: number, work: () => Promise<void>) => {
  await taken(page);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const before = await threadSeconds(session);
  await work();
  const perTime = ((await threadSeconds(session)) - before) / times;
  await session.detach();
  return { ...summary(name, await taken(page)), work: Math.round(perTime * 10_000) / 10 };
};

/** What a planner does besides moving: looks at visits, types in the pool, opens the dialog with places. */
const look = async (page: Page) => {
  const visits = page.locator("[data-crew] [data-visit]");
  for (let turn = 0; turn < moves; turn += 1) {
    await visits.nth((turn * 5) % (await visits.count())).click();
    await page.waitForTimeout(150);
  }
};

const search = async (page: Page) => {
  const field = page.locator("[data-pool] input").first();
  for (const letter of "utrecht".repeat(Math.ceil(moves / 7))) {
    await field.press(letter);
    await page.waitForTimeout(80);
  }
  await field.fill("");
};

const openPlaces = async (page: Page) => {
  const visit = page.locator("[data-crew] [data-visit]:not([data-locked])").nth(3);
  for (let turn = 0; turn < moves / 3; turn += 1) {
    await visit.focus();
    await page.keyboard.press("m");
    await page.getByRole("dialog").waitFor();
    await page.waitForTimeout(400);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  }
};

const switchDays = async (page: Page) => {
  const days = page.getByRole("group", { name: "Dag kiezen" }).getByRole("button");
  for (let turn = 0; turn < moves; turn += 1) {
    await days.nth(turn % (await days.count())).click();
    await page.waitForTimeout(250);
  }
};

const switchViews = async (page: Page) => {
  for (let turn = 0; turn < moves; turn += 1) {
    await page
      .getByText(turn % 2 ? "Week" : "Dag", { exact: true })
      .first()
      .click();
    await page.waitForTimeout(300);
  }
};

const measureView = async (page: Page, view: "week" | "day") => {
  await page.goto(`${options.url}/planning/board?week=${options.week}&view=${view}`);
  await page.locator("[data-crew]").first().waitFor();
  if (view === "week") await fill(page);
  await page.waitForTimeout(2_000);
  const drops = async () => {
    for (let turn = 0; turn < moves; turn += 1) await dragOne(page, turn);
  };
  return [
    await measure(page, `${view}: arrow keys`, moves * 2, () => press(page)),
    await measure(page, `${view}: drag and drop`, moves, drops),
    await measure(page, `${view}: open a visit`, moves, () => look(page)),
    await measure(page, `${view}: dialog with places`, Math.ceil(moves / 3), () => openPlaces(page)),
    ...(view === "week"
      ? [await measure(page, "pool: typing", moves, () => search(page))]
      : [
          await measure(page, "another day", moves, () => switchDays(page)),
          await measure(page, "day and week", moves, () => switchViews(page)),
        ]),
  ];
};

const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "nl-NL" });
  await watch(page);
  await signIn(page);
  const figures = [...(await measureView(page, "week")), ...(await measureView(page, "day"))];
  console.table(figures);
  if (figures.some(({ p95 }) => p95 > 100)) process.exitCode = 1;
} finally {
  await browser.close();
}
