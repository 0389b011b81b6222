import { loadavg } from "node:os";
import type { Page } from "playwright-core";

interface Timing {
  interactionId: number;
  duration: number;
}

/** What the hand waited for while something was done many times. */
export interface HandFigures {
  name: string;
  count: number;
  p50: number;
  p95: number;
  longest: number;
  /** Milliseconds of work of the page's main thread for one time: a figure that a busy machine hardly changes. */
  work: number;
  /** How many programs wanted a processor meanwhile. */
  load: number;
}

const at = (sorted: readonly number[], share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? 0;

/** Collects what the browser says about each interaction, from 16 ms on; shorter ones are left out. */
export const watchHands = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const found: { duration: number; interactionId: number }[] = [];
    Object.assign(globalThis, { interactions: found });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { duration, interactionId } = entry as PerformanceEventTiming;
        if (interactionId) found.push({ duration, interactionId });
      }
    }).observe({ type: "event", durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
};

/** What was collected since the last time, one figure for each interaction: its longest event. */
const taken = async (page: Page): Promise<number[]> => {
  // An event is told when its picture is there; the last ones have a moment for that.
  await page.waitForTimeout(500);
  const events = await page.evaluate(() => {
    const held = (globalThis as unknown as { interactions: Timing[] }).interactions;
    return held.splice(0);
  });
  const longest = new Map<number, number>();
  for (const { interactionId, duration } of events)
    longest.set(interactionId, Math.max(longest.get(interactionId) ?? 0, duration));
  return [...longest.values()];
};

type Session = Awaited<ReturnType<ReturnType<Page["context"]>["newCDPSession"]>>;

const threadSeconds = async (session: Session) => {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
};

/** Does something many times; what the hand waits for, and how much work one time is. */
export const measureHand = async (
  page: Page,
  name: string,
  times: number,
  work: () => Promise<void>,
): Promise<HandFigures> => {
  await taken(page);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const before = await threadSeconds(session);
  await work();
  const perTime = ((await threadSeconds(session)) - before) / times;
  await session.detach();
  const sorted = (await taken(page)).toSorted((a, b) => a - b);
  return {
    name,
    count: sorted.length,
    p50: at(sorted, 0.5),
    p95: at(sorted, 0.95),
    longest: sorted.at(-1) ?? 0,
    work: Math.round(perTime * 10_000) / 10,
    load: Math.round(loadavg()[0]! * 10) / 10,
  };
};
