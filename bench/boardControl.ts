import type { Page } from "playwright-core";
import { pressArrows } from "./boardDeeds.ts";
import { type HandFigures, measureHand } from "./boardHand.ts";

/**
 * The same keys on an empty page, where each moves one box and nothing else: what the browser, the machine and the
 * measuring cost by themselves. The box goes down to the lower edge, so a window that is smaller than its page shows here.
 */
export const measureEmptyPage = async (page: Page, name: string, times: number): Promise<HandFigures> => {
  await page.goto("about:blank");
  await page.evaluate(() => {
    document.body.innerHTML = `<div style="position:fixed;inline-size:160px;block-size:24px;background:#2f6fe4"></div>`;
    const box = document.body.firstElementChild as HTMLElement;
    let turn = 0;
    const step = () => {
      turn += 1;
      box.style.translate = `${(turn * 97) % (innerWidth - 160)}px ${(turn * 61) % (innerHeight - 24)}px`;
      // As much work as a key on the board is, so that what differs is the picture.
      for (const until = performance.now() + 8; performance.now() < until; );
    };
    addEventListener("keydown", step);
    step();
  });
  return measureHand(page, name, times, () => pressArrows(page, times));
};
