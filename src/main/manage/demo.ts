import { isEmpty, makeDemoCompany } from "../demo/index.ts";
import { fillToScale } from "../demo/scale/index.ts";
import { checkInvariants, type Verdict } from "../demo/scale/invariants.ts";
import { capabilities } from "../house.ts";
import { readSettings } from "../settings.ts";
import { type Command, given, Misuse } from "./command.ts";
import { progressBar } from "./progressBar.ts";

const inWords = (verdicts: readonly Verdict[]) =>
  verdicts
    .map(({ name, breaches }) => (breaches === 0 ? `  ✓ ${name}` : `  ✗ ${name}: ${breaches} rows`))
    .join("\n");

/** Fills the database to the size of the company, or ten times it, for measuring; then checks that it hangs together. */
export const demo: Command = {
  name: "demo",
  does: "fills the database with invented records, for measuring",
  options: { scale: { type: "string" } },
  describe: { scale: "1 for 57,445 records, 10 for 574,450" },
  required: ["scale"],
  async run(tools) {
    const scale = Number(given(tools, "scale"));
    if (!(scale > 0 && scale <= 10)) throw new Misuse("--scale is 1 or 10 (or another number up to 10)");
    const started = performance.now();
    const platform = await tools.platform();
    if (await isEmpty(platform)) {
      const settings = readSettings(tools.home, Number(process.env.PORT ?? 3000));
      await makeDemoCompany(await tools.databaseUrl(), settings, { orders: 0 });
    }
    const filled = await fillToScale(platform, { scale, onProgress: progressBar() });
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    const invariants = await checkInvariants(platform.database.db, capabilities);
    const isWhole = invariants.every(({ breaches }) => breaches === 0);
    if (!isWhole) process.exitCode = 1;
    const rows = Object.values(filled.rows).reduce((sum, count) => sum + count, 0);
    const count = (number: number) => number.toLocaleString("en");
    return {
      text: `${count(filled.records)} records in ${count(rows)} rows, ${seconds} s.\n${inWords(invariants)}`,
      data: { scale, ...filled, seconds, isWhole, invariants },
    };
  },
};
