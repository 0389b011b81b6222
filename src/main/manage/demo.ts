import type { Platform } from "#platform";
import { isEmpty, makeDemoCompany } from "../demo/index.ts";
import { fillToScale } from "../demo/scale/index.ts";
import { checkInvariants, type Invariant, type Verdict } from "../demo/scale/invariants.ts";
import { fillWeek, weekInvariants } from "../demo/week/index.ts";
import { capabilities } from "../house.ts";
import { readSettings } from "../settings.ts";
import { type Command, Misuse, type Tools } from "./command.ts";
import { progressBar } from "./progressBar.ts";

const inWords = (verdicts: readonly Verdict[]) =>
  verdicts
    .map(({ name, breaches }) => (breaches === 0 ? `  ✓ ${name}` : `  ✗ ${name}: ${breaches} rows`))
    .join("\n");

const count = (number: number) => number.toLocaleString("en");

/** The company the records belong to; an empty database gets one first. */
const openCompany = async (tools: Tools) => {
  const platform = await tools.platform();
  if (await isEmpty(platform)) {
    const settings = readSettings(tools.home, Number(process.env.PORT ?? 3000));
    await makeDemoCompany(await tools.databaseUrl(), settings, { orders: 0 });
  }
  return platform;
};

/** Looks whether all data hangs together, and makes the command fail when it does not. */
const check = async (platform: Platform, more: readonly Invariant[] = []) => {
  const invariants = await checkInvariants(platform.database.db, capabilities, more);
  const isWhole = invariants.every(({ breaches }) => breaches === 0);
  if (!isWhole) process.exitCode = 1;
  return { isWhole, invariants };
};

const sinceStart = (started: number) => Math.round((performance.now() - started) / 100) / 10;

const scaled = async (tools: Tools, scale: number) => {
  if (!(scale > 0 && scale <= 10)) throw new Misuse("--scale is 1 or 10 (or another number up to 10)");
  const started = performance.now();
  const platform = await openCompany(tools);
  const filled = await fillToScale(platform, { scale, onProgress: progressBar() });
  const seconds = sinceStart(started);
  const checked = await check(platform);
  const rows = Object.values(filled.rows).reduce((sum, rowsOf) => sum + rowsOf, 0);
  return {
    text: `${count(filled.records)} records in ${count(rows)} rows, ${seconds} s.\n${inWords(checked.invariants)}`,
    data: { scale, ...filled, seconds, ...checked },
  };
};

const week = async (tools: Tools, size: string) => {
  const [, visits, crews] = /^(\d{1,4})x(\d{1,3})$/.exec(size) ?? [];
  if (
    !visits ||
    !crews ||
    Number(visits) < 1 ||
    Number(crews) < 1 ||
    Number(visits) > 2000 ||
    Number(crews) > 200
  )
    throw new Misuse("--planning is visits x crews, such as 300x25 or 400x40");
  const started = performance.now();
  const platform = await openCompany(tools);
  const filled = await fillWeek(platform, { visits: Number(visits), crews: Number(crews) });
  const seconds = sinceStart(started);
  const checked = await check(platform, weekInvariants);
  const { from, until, crewDays, people, promised, waiting } = filled;
  return {
    text: `${from} to ${until}: ${waiting} visits wait, ${promised} were promised a half day; ${crewDays} crew days of ${crews} crews with ${people} people, ${seconds} s.\n${inWords(checked.invariants)}`,
    data: { ...filled, seconds, ...checked },
  };
};

/** Fills the database to a size for measuring, or seeds a week for the planning board; then checks that it hangs together. */
export const demo: Command = {
  name: "demo",
  does: "fills the database with invented records, for measuring",
  options: { scale: { type: "string" }, planning: { type: "string" } },
  describe: {
    scale: "1 for 57,445 records, 10 for 574,450",
    planning: "a coming week to plan, visits x crews: 300x25 or 400x40",
  },
  async run(tools) {
    const { scale, planning } = tools.options;
    if (scale && planning) throw new Misuse("--scale or --planning, not both");
    if (typeof scale === "string") return scaled(tools, Number(scale));
    if (typeof planning === "string") return week(tools, planning);
    throw new Misuse("demo needs --scale 1 or --planning 300x25");
  },
};
