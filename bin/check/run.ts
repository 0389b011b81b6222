import { spawn } from "node:child_process";
import { once } from "node:events";
import { sentenceFor } from "../troubles.ts";
import { countIn } from "./count.ts";
import type { Step } from "./steps.ts";

export type Outcome = { title: string; ok: boolean; seconds: number; passed: number; failed: number };

/** Runs one step with its output in sight and counts its tests. */
export async function run({ title, command, results, before }: Step): Promise<Outcome> {
  console.log(`\n── ${title} ${"─".repeat(Math.max(2, 76 - title.length))}`);
  const began = performance.now();
  let ok = true;
  try {
    await before?.();
    if (command) ok = await succeeds(command);
  } catch (problem) {
    console.error(sentenceFor(problem) ?? problem);
    ok = false;
  }
  const { passed, failed } = countIn(results);
  if (results && passed + failed === 0) console.error("No test ran.");
  const sound = failed === 0 && (!results || passed > 0);
  return { title, ok: ok && sound, seconds: (performance.now() - began) / 1000, passed, failed };
}

async function succeeds([program = "", ...words]: string[]): Promise<boolean> {
  const child = spawn(process.execPath, [program, ...words], { stdio: "inherit" });
  const [code] = (await once(child, "exit")) as [number | null];
  return code === 0;
}
