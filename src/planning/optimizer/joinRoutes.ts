import type { Found } from "./anneal.ts";
import type { Duals } from "./columns.ts";
import type { Compiled } from "./compiled.ts";
import { cheapestPartition, dualsOf } from "./partition.ts";
import { Pool, type PooledRoute, type Route } from "./pool.ts";
import { randomFrom } from "./random.ts";
import { State } from "./state.ts";
import { usualTuning } from "./tuning.ts";

/** Times the price of an unplanned visit when routes are put together. */
const hardest = 20;
/** How many routes are kept: the cheapest set has some that were met long before others. */
const most = 40_000;

/** Keeps the good routes that all threads met, and puts them together. */
export class RouteJoiner {
  private readonly problem: Compiled;
  private readonly pool: Pool;
  private readonly state: State;
  /** Whether routes were met that have not been put together yet. */
  private isNew = false;
  /** What visits and slots were worth the last time. */
  private duals: Duals | null = null;
  /** So that no way is gone twice when few routes are new. */
  private readonly random = randomFrom(1);

  constructor(problem: Compiled) {
    this.problem = problem;
    this.pool = new Pool(problem, most);
    this.state = new State(problem, randomFrom(1), usualTuning);
    this.state.setPrices(hardest);
  }

  take(routes: readonly PooledRoute[]): void {
    this.pool.merge(routes);
    if (routes.length > 0) this.isNew = true;
  }

  /** What the routes make that is cheaper than the best plan, looking at a route `looks` times at most. */
  join(best: Found, looks: number): Found | null {
    const { problem, state, pool, random } = this;
    if (problem.teams || problem.links || !this.isNew) return null;
    this.isNew = false;
    state.load(best.plan);
    const limit = state.cost;
    this.duals ??= dualsOf(
      problem,
      best.plan.map((route) => ({ ...route, cost: state.fullCost(route.slot) })),
    );
    const asked = { pool: pool.all(), price: state.price, limit, duals: this.duals, looks, random };
    const { routes, duals } = cheapestPartition(problem, asked);
    this.duals = duals;
    if (!routes) return null;
    state.load(withSlots(problem, routes));
    return { plan: state.plan(), members: null, missing: state.weightMissing(), cost: state.routesCost() };
  }
}

/** Gives routes of slots that are alike each a slot of their own. */
const withSlots = ({ slotClass, slots }: Compiled, routes: readonly PooledRoute[]): Route[] => {
  const isTaken = new Uint8Array(slots);
  return routes.map((route) => {
    let { slot } = route;
    if (slotClass[slot]! >= 0)
      slot = Array.from({ length: slots }, (_, index) => index).find(
        (each) => slotClass[each] === slotClass[route.slot] && !isTaken[each],
      )!;
    isTaken[slot] = 1;
    return { ...route, slot };
  });
};
