import { nothingChosen } from "./choice.ts";
import { type Columns, columnsOf, type Duals } from "./columns.ts";
import type { Compiled } from "./compiled.ts";
import { Subgradient } from "./partitionBound.ts";
import { Dive } from "./partitionDive.ts";
import type { PooledRoute } from "./pool.ts";

/** The routes to choose from, what leaving a visit out costs, and what the choice must stay under. */
export interface PartitionAsked {
  pool: readonly PooledRoute[];
  price: Float64Array;
  limit: number;
  /** Multipliers to begin at: those of the time before, when most routes were there already. */
  duals: Duals;
  /** How often a route may be looked at in all; a million take some forty milliseconds. */
  looks: number;
}

/** Rounds for the bound on what any choice costs. */
const rounds = 1000;

/** Looks that are kept for the choice itself, as a share of all. */
const kept = 0.4;
/** How often what was found is tried to be found cheaper still. */
const most = 4;

/**
 * The cheapest set of routes of the pool that has every visit at most once, when it costs less than `limit`: set
 * partitioning. A Lagrangian bound leaves out what by its reduced cost cannot be part of it, and tells what to look at first.
 */
export const cheapestPartition = (
  problem: Compiled,
  { pool, price, limit, duals, looks }: PartitionAsked,
): { routes: PooledRoute[] | null; duals: Duals } => {
  const columns = columnsOf(problem, pool, price);
  let best: number[] | null = null;
  let under = limit;
  let root = duals;
  let left = looks;
  for (let turn = 0; turn < most && left > 0; turn += 1) {
    const choice = nothingChosen(columns, left);
    const bound = new Subgradient(columns, choice, root);
    const isOpen = bound.run(rounds, under, kept * left);
    root = bound.best;
    const found = isOpen ? new Dive(columns, choice, { bound, limit: under }).search() : null;
    left = choice.looks;
    if (!found) break;
    best = found;
    under = costOf(columns, found);
  }
  return { routes: best?.map((column) => pool[column]!) ?? null, duals: root };
};

/** What a choice costs, visits left out included. */
const costOf = ({ cost, price, from, visits }: Columns, chosen: readonly number[]): number => {
  let sum = price.reduce((all, each) => all + each, 0);
  for (const column of chosen) {
    sum += cost[column]!;
    for (let index = from[column]!; index < from[column + 1]!; index += 1) sum -= price[visits[index]!]!;
  }
  return sum;
};

/** Multipliers to begin at where nothing is known yet: what each visit costs in a plan. */
export const dualsOf = ({ visits, slots }: Compiled, plan: readonly PooledRoute[]): Duals => {
  const values = new Float64Array(visits);
  for (const route of plan)
    for (const visit of route.visits) values[visit] = route.cost / route.visits.length;
  return { values, rents: new Float64Array(slots) };
};
