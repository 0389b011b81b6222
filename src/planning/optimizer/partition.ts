import { nothingChosen } from "./choice.ts";
import { type Columns, columnsOf, type Duals } from "./columns.ts";
import type { Compiled } from "./compiled.ts";
import { Subgradient } from "./partitionBound.ts";
import { Dive } from "./partitionDive.ts";
import type { PooledRoute } from "./pool.ts";
import type { Random } from "./random.ts";

/** The routes to choose from, what leaving a visit out costs, and what the choice must stay under. */
export interface PartitionAsked {
  pool: readonly PooledRoute[];
  price: Float64Array;
  limit: number;
  /** Multipliers to begin at: those of the time before, when most routes were there already. */
  duals: Duals;
  /** How often a route of `usualLength` may be looked at in all, longer ones less often; a million take some forty milliseconds. */
  looks: number;
  /** With it every way down is another. */
  random: Random;
}

const usualLength = 10;

/** Rounds for the bound on what any choice costs, and for another look at it under a lower limit. */
const rounds = 1000;
const again = 50;

/** Looks that are kept for the choice itself, as a share of all. */
const kept = 0.4;
/**
 * How cheap a choice is looked for by turns, as a share of the way from the bound to the limit, and how often a route must
 * be picked to be chosen together with others. The nearer to the bound, the fewer routes are left to choose from; but far
 * from it, as a share of the limit, there is hardly anything near the bound, and choosing many at once takes little time.
 */
const far = 0.02;
const fromFar = [{ aim: 1, sure: 0.8 }];
const fromNear = [0.3, 0.6, 1].map((aim) => ({ aim, sure: 0.95 }));
/** How often the way down is gone at most: where routes are few, looking takes hardly any time. */
const most = 30;
/** Costs are whole: nothing lies between a bound and a choice nearer than this. */
const whole = 1;

/**
 * The cheapest set of routes of the pool that has every visit at most once, when it costs less than `limit`: set
 * partitioning. A Lagrangian bound leaves out what by its reduced cost cannot be part of it, and tells what to look at
 * first; then the way down is gone until there is nothing left to gain or no time to look.
 */
export const cheapestPartition = (
  problem: Compiled,
  { pool, price, limit, duals, random, ...asked }: PartitionAsked,
): { routes: PooledRoute[] | null; duals: Duals } => {
  const columns = columnsOf(problem, pool, price);
  const length = columns.visits.length / Math.max(1, pool.length);
  const looks = asked.looks * Math.min(1, usualLength / length);
  const first = nothingChosen(columns, looks);
  const root = new Subgradient(columns, first, duals);
  let left = root.run(rounds, limit, kept * looks) ? first.looks : 0;
  let floor = root.best.bound;
  let best: number[] | null = null;
  let ceiling = limit;
  for (let turn = 0; turn < most && left > 0 && ceiling - floor >= whole; turn += 1) {
    const ways = ceiling - floor > far * ceiling ? fromFar : fromNear;
    const { aim: share, sure } = ways[turn % ways.length]!;
    const aim = floor + share * (ceiling - floor);
    const choice = nothingChosen(columns, left);
    const bound = new Subgradient(columns, choice, root.best);
    const dive = bound.run(again, aim)
      ? new Dive(columns, choice, { bound, limit: aim, sure, random })
      : null;
    const found = dive?.search();
    left = choice.looks;
    if (found) {
      best = found;
      ceiling = costOf(columns, found);
    } else if (!dive || dive.isAll) floor = aim;
  }
  return { routes: best?.map((column) => pool[column]!) ?? null, duals: root.best };
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
