import { mkdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { type Outcome, run } from "./check/run.ts";
import { type Step, stepNames, steps } from "./check/steps.ts";
import { giveUp } from "./troubles.ts";

const root = resolve(import.meta.dirname, "..");

/** `npm test -- --only unit,walls` runs these steps; without words all of them, cheap ones first. */
function chosenSteps(words: string[]): Step[] {
  if (words.length === 0) return steps;
  const [option, only = ""] = words;
  const names = option === "--only" && words.length === 2 ? only.split(",") : [];
  const chosen = steps.filter(({ name }) => names.includes(name));
  if (chosen.length === names.length && chosen.length > 0) return chosen;
  console.error(
    `npm test -- --only takes one or more of: ${stepNames.join(", ")} (with commas between them).`,
  );
  process.exit(2);
}

function report(outcomes: Outcome[]): void {
  console.log("");
  for (const { title, ok, seconds } of outcomes) {
    console.log(`${ok ? "✓" : "✗"} ${title} (${seconds.toFixed(1)} s)`);
  }
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  // A step that fails without a failing test, such as the linter, counts for one.
  const failed = outcomes.reduce((sum, { ok, failed: tests }) => sum + (ok ? 0 : Math.max(1, tests)), 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

try {
  process.chdir(root);
  const chosen = chosenSteps(process.argv.slice(2));
  rmSync(".cache/test-results", { recursive: true, force: true });
  mkdirSync(".cache/test-results", { recursive: true });
  const outcomes: Outcome[] = [];
  for (const step of chosen) outcomes.push(await run(step));
  report(outcomes);
} catch (problem) {
  giveUp(problem);
}
