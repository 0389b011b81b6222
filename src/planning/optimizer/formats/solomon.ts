import { emptyProblem, fillOptions, fillTravel } from "../build.ts";
import type { Compiled } from "../compiled.ts";

/** An instance of the vehicle routing problem with time windows in Solomon's text format (Oper. Res. 35, 1987, 254–265). */
export interface Solomon {
  name: string;
  vehicles: number;
  capacity: number;
  nodes: SolomonNode[];
}

interface SolomonNode {
  x: number;
  y: number;
  demand: number;
  ready: number;
  due: number;
  service: number;
}

/** Reads an instance; throws with the reason when the text is something else. */
export const readSolomon = (text: string): Solomon => {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const rows = lines.map((line) => line.split(/\s+/).map(Number));
  const fleet = rows.find((row) => row.length === 2 && row.every(Number.isFinite));
  const nodes = rows
    .filter((row) => row.length >= 7 && row.every(Number.isFinite))
    .map(([, x, y, demand, ready, due, service]) => ({ x, y, demand, ready, due, service }) as SolomonNode);
  if (!fleet || nodes.length < 2) throw new TypeError("This is not an instance in Solomon's format.");
  return {
    name: lines.find((line) => line !== "") ?? "",
    vehicles: fleet[0]!,
    capacity: fleet[1]!,
    nodes,
  };
};

/** Distances are whole tenths, cut off, as in the DIMACS challenge of 2022; travel takes as long as it is far. */
export const tenths = 10;

/** Nobody may be left out: more than any route costs. */
const unplanned = 1_000_000;

/** The instance for the search; visit i is customer i + 1. */
export const compileSolomon = ({ vehicles, capacity, nodes: given }: Solomon): Compiled => {
  const [depot, ...customers] = given as [SolomonNode, ...SolomonNode[]];
  const visits = customers.length;
  const problem = emptyProblem({ visits, slots: vehicles, places: 1, days: 1 });
  const all = [...customers, depot];
  fillTravel(problem, (from, to) =>
    Math.floor(tenths * Math.sqrt((all[from]!.x - all[to]!.x) ** 2 + (all[from]!.y - all[to]!.y) ** 2)),
  );
  fillOptions(problem, (visit) => {
    const { ready, due } = customers[visit]!;
    return [{ day: 0, opens: ready * tenths, closes: due * tenths, cost: 0 }];
  });
  for (const [visit, { service, demand }] of customers.entries()) {
    problem.duration[visit] = service * tenths;
    problem.demand[visit] = demand;
  }
  problem.price.fill(unplanned);
  problem.weight.fill(1);
  problem.slotOpens.fill(depot.ready * tenths);
  problem.slotRegular.fill(depot.due * tenths);
  problem.slotCloses.fill(depot.due * tenths);
  problem.slotCapacity.fill(capacity);
  problem.slotClass.fill(0);
  return problem;
};
