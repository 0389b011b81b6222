import { existsSync, readFileSync } from "node:fs";

type Vitest = { numPassedTests: number; numFailedTests: number };
type Playwright = { stats: { expected: number; unexpected: number; flaky: number } };

/** Counts the tests in a report of Vitest or Playwright; a step without a report has none. */
export function countIn(report: string | undefined): { passed: number; failed: number } {
  if (!report || !existsSync(report)) return { passed: 0, failed: 0 };
  const found = JSON.parse(readFileSync(report, "utf8")) as Vitest | Playwright;
  if ("numPassedTests" in found) return { passed: found.numPassedTests, failed: found.numFailedTests };
  const { expected, unexpected, flaky } = found.stats;
  return { passed: expected, failed: unexpected + flaky };
}
