import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

/** Solves public instances for some seconds each, has them judged by the checkers beside them, and prints the table. */
const { values } = parseArgs({
  options: {
    instances: { type: "string", default: "../shared/bench" },
    seconds: { type: "string", default: "2,10" },
    crewSeconds: { type: "string", default: "1,5" },
    threads: { type: "string", default: "2" },
    seeds: { type: "string", default: "1" },
    only: { type: "string", default: "" },
  },
});
const folder = resolve(values.instances);
const only = new RegExp(values.only);
const answers = resolve(".cache/bench-planning");
mkdirSync(answers, { recursive: true });

const lengths = (text: string) => text.split(",").map(Number);
const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => String(index + 1));

const run = (words: string[]) => {
  const { stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  if (!stdout) throw new Error(stderr);
  return stdout;
};

interface Judged {
  feasible: boolean;
  wall: number;
  steps: number;
  distance: number;
  vehicles: number;
  gapPercent: number;
  priorityServed: number;
  travelSeconds: number;
}

/** Solves a file and gives what its checker says of the answer, with the wall time of the whole process. */
const solveAndCheck = (format: "solomon" | "crew", file: string, seconds: number, seed: string): Judged => {
  const begin = performance.now();
  const words = [
    "--format",
    format,
    "--seconds",
    String(seconds),
    "--threads",
    values.threads,
    "--seed",
    seed,
  ];
  const answer = run(["bin/solve.ts", file, ...words]);
  const wall = (performance.now() - begin) / 1000;
  const solution = join(answers, `${format}.json`);
  writeFileSync(solution, answer);
  const { steps } = JSON.parse(answer) as { steps: number };
  const checker =
    format === "crew" ? [join(folder, "crew/check-crew.mjs")] : [join(folder, "vrptw/check.mjs")];
  const best = format === "crew" ? [] : ["--bks", join(folder, "vrptw/bks.csv")];
  const judged = JSON.parse(run([...checker, file, solution, ...best])) as Omit<Judged, "wall" | "steps">;
  return { ...judged, wall, steps };
};

const files = (kind: string, ending: string) => {
  const from = join(folder, kind, "instances");
  if (!existsSync(from))
    throw new Error(`There are no instances in ${from}; name the folder with --instances.`);
  return readdirSync(from)
    .filter((name) => name.endsWith(ending) && only.test(name))
    .map((name) => ({ name: name.slice(0, -ending.length), file: join(from, name) }));
};

const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);

const vrptw = (seconds: number) => {
  const gaps: number[] = [];
  console.log(`\nVRPTW, ${seconds} s on ${values.threads} threads\n`);
  console.log(
    "| instance | distance | vehicles | gap % | wall s | steps |\n| --- | --: | --: | --: | --: | --: |",
  );
  for (const { name, file } of files("vrptw", ".txt"))
    for (const seed of seeds) {
      const { feasible, distance, vehicles, gapPercent, wall, steps } = solveAndCheck(
        "solomon",
        file,
        seconds,
        seed,
      );
      if (!feasible) throw new Error(`${name}: not feasible`);
      if (!name.includes("_2_")) gaps.push(gapPercent);
      console.log(`| ${name} | ${distance} | ${vehicles} | ${gapPercent} | ${wall.toFixed(2)} | ${steps} |`);
    }
  console.log(
    `\nMean gap of the 100-customer instances: ${mean(gaps).toFixed(3)} %, worst ${Math.max(...gaps).toFixed(2)} %`,
  );
};

const crews = (seconds: number) => {
  console.log(`\nCrews, ${seconds} s on ${values.threads} threads\n`);
  console.log("| instance | priority served | travel | wall s | steps |\n| --- | --: | --: | --: | --: |");
  for (const { name, file } of files("crew", ".json"))
    for (const seed of seeds) {
      const { feasible, priorityServed, travelSeconds, wall, steps } = solveAndCheck(
        "crew",
        file,
        seconds,
        seed,
      );
      if (!feasible) throw new Error(`${name}: not feasible`);
      console.log(`| ${name} | ${priorityServed} | ${travelSeconds} | ${wall.toFixed(2)} | ${steps} |`);
    }
};

const machine = readFileSync("/proc/loadavg", "utf8").split(" ")[0];
console.log(`Load of the machine at the start: ${machine}`);
for (const seconds of lengths(values.seconds)) if (seconds > 0) vrptw(seconds);
for (const seconds of lengths(values.crewSeconds)) if (seconds > 0) crews(seconds);
