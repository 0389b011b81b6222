import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { CrewInstance, compileCrew } from "./formats/crew.ts";
import { compileSolomon, readSolomon, tenths } from "./formats/solomon.ts";
import type { Route } from "./pool.ts";
import { type Effort, type Solved, solve } from "./solve.ts";

const help = `npm run solve -- FILE [--format solomon|crew] [--seconds S | --steps N] [--threads T] [--seed N]

Plans an instance and prints the routes as JSON. With --steps the result is the same on any machine; with --seconds the
clock decides when it ends (10 by default).

  solomon   Solomon's text format: {"routes": [[customer, …]], "distance", "vehicles", "seconds"}; distances are cut off to
            tenths, as in the DIMACS challenge
  crew      crews with skills on days: {"routes": {"<slot>": [visit, …]}, "priority", "travel", "seconds"}`;

class WrongWords extends Error {}

const numberFrom = (name: string, value: string | undefined, least: number): number | undefined => {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isFinite(number) || number < least)
    throw new WrongWords(`--${name} takes a number of at least ${least}; this is "${value}".`);
  return number;
};

const effortFrom = (values: Record<string, string | boolean | undefined>): Effort => {
  const of = (name: string, least: number) => numberFrom(name, values[name] as string | undefined, least);
  const steps = of("steps", 1);
  const seconds = of("seconds", 0.1);
  if (steps && seconds) throw new WrongWords("Choose --steps or --seconds, not both.");
  const length = steps ? { steps } : { seconds: seconds ?? 10 };
  return { ...length, threads: of("threads", 1) ?? 2, seed: of("seed", 0) ?? 1, withThisThread: true };
};

const facts = ({ seconds, steps }: Solved) => ({ seconds: Math.round(seconds * 1000) / 1000, steps });

const solveSolomon = async (text: string, effort: Effort) => {
  const solved = await solve(compileSolomon(readSolomon(text)), effort);
  return {
    routes: solved.plan.map(({ visits }) => visits.map((visit) => visit + 1)),
    distance: solved.cost / tenths,
    vehicles: solved.plan.length,
    unserved: solved.missing,
    ...facts(solved),
  };
};

const solveCrew = async (text: string, effort: Effort) => {
  const instance = CrewInstance.parse(JSON.parse(text));
  const solved = await solve(compileCrew(instance), effort);
  const idsOf = ({ visits }: Route) => visits.map((visit) => instance.visits[visit]!.id);
  const all = instance.visits.reduce((sum, { priority }) => sum + priority, 0);
  return {
    routes: Object.fromEntries(solved.plan.map((route) => [instance.slots[route.slot]!.id, idsOf(route)])),
    priority: all - solved.missing,
    travel: solved.cost,
    ...facts(solved),
  };
};

/** Solves the file that the words name and prints the answer; gives the exit code. */
export const solveFile = async (words: readonly string[]): Promise<number> => {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        format: { type: "string", default: "solomon" },
        seconds: { type: "string" },
        steps: { type: "string" },
        threads: { type: "string" },
        seed: { type: "string" },
        help: { type: "boolean" },
      },
    });
    const [file] = positionals;
    if (values.help || !file) {
      console.log(help);
      return values.help ? 0 : 2;
    }
    if (values.format !== "solomon" && values.format !== "crew")
      throw new WrongWords(`--format is solomon or crew; this is "${values.format}".`);
    const text = await readFile(file, "utf8");
    const effort = effortFrom(values);
    console.log(JSON.stringify(await (values.format === "crew" ? solveCrew : solveSolomon)(text, effort)));
    return 0;
  } catch (error) {
    console.error(`solve: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
};
