import { type Annealer, type Cycle, type Found, isBetter } from "./anneal.ts";
import type { Route } from "./pool.ts";
import type { State } from "./state.ts";

const mostParents = 24;
/** Plans of which more than this share of the visits have the same visit after them count as one. */
const same = 0.95;
/** What short cycles start from: the first plan, or children of plans met. */
export type Origin = "anew" | "between";

/** Steps of a short cycle for each visit. */
const stepsPerVisit: Record<Origin, number> = { anew: 80, between: 12.5 };
/** When less than so many times a short cycle is left, the last one goes on to the end. */
const toTheEnd = 1.5;

/**
 * Plans met on the way, no two of them nearly the same, and short cycles that begin anew or from children of two of them:
 * where routes are long, going from one good plan to another takes changing whole stretches of several routes at once. Many
 * plans that each took little time bring more than few good ones.
 */
export class Family {
  private readonly annealer: Annealer;
  private readonly parents: Found[] = [];
  /** Of each parent the visit after each visit. */
  private readonly after: Int32Array[] = [];

  /** How many cycles began anew. */
  private begun = 0;

  constructor(annealer: Annealer) {
    this.annealer = annealer;
  }

  get costs(): number[] {
    return this.parents.map(({ cost }) => cost);
  }

  private get size(): number {
    return this.parents.length;
  }

  /** Keeps a plan: instead of one nearly the same when it is better, else instead of the dearest when there are many. */
  meet(found: Found): void {
    if (found.missing > 0) return;
    const after = afterOf(found, this.annealer.state.problem.visits);
    const place = this.placeFor(after);
    if (place < this.size && found.cost >= this.parents[place]!.cost) return;
    this.parents[place] = found;
    this.after[place] = after;
  }

  private placeFor(after: Int32Array): number {
    const { parents } = this;
    for (let index = 0; index < this.size; index += 1) {
      const other = this.after[index]!;
      let count = 0;
      for (let visit = 0; visit < after.length; visit += 1) if (other[visit] === after[visit]) count += 1;
      if (count > same * after.length) return index;
    }
    if (this.size < mostParents) return this.size;
    return parents.reduce((dearest, { cost }, index) => (cost > parents[dearest]!.cost ? index : dearest), 0);
  }

  /** Does a cycle as many short ones and answers with the best plan met in them. */
  run({ steps, until, ...asked }: Cycle, origin: Origin): Found {
    const { annealer } = this;
    const short = Math.ceil(stepsPerVisit[origin] * annealer.state.problem.visits);
    const end = annealer.steps + (steps ?? 0);
    let best = origin === "between" ? asked.from : null;
    if (best) this.meet(best);
    for (let length = steps ? short : 0; ; ) {
      const begin = performance.now();
      const left = steps ? end - annealer.steps : until! - begin;
      if (best && left <= 0) return best;
      const isLast = left < toTheEnd * length;
      const span = { steps: isLast ? steps && left : short, until };
      const found = annealer.run({ ...asked, ...span, ...this.start(origin, asked) });
      if (!steps) length = performance.now() - begin;
      this.meet(found);
      if (!best || isBetter(found, best)) best = found;
    }
  }

  /** Plans differ most when they come about in different ways: by turns with routes cheaper at first or not, hot or less so. */
  private start(origin: Origin, { from, hot, relief = 0 }: Pick<Cycle, "from" | "hot" | "relief">) {
    if (origin === "between") return { from: this.child() };
    const turn = this.begun % 4;
    this.begun += 1;
    return { from, hot: turn < 2 ? hot / 3 : hot, relief: turn % 2 === 0 ? 0 : relief };
  }

  private child(): Found {
    const { state } = this.annealer;
    const one = this.parents[state.random.below(this.size)]!;
    const other = this.parents[state.random.below(this.size)]!;
    return { ...one, plan: cross(state, one.plan, other.plan) };
  }
}

const afterOf = ({ plan }: Found, visits: number): Int32Array => {
  const after = new Int32Array(visits).fill(-1);
  for (const route of plan)
    for (let index = 1; index < route.visits.length; index += 1)
      after[route.visits[index - 1]!] = route.visits[index]!;
  return after;
};

/**
 * One plan in which some routes that lie near each other give way to those that another has there (selective route
 * exchange, Nagata, Bräysy and Dullaert 2010); what then stands nowhere is absent. For slots that are alike.
 */
export const cross = (state: State, one: readonly Route[], other: readonly Route[]): Route[] => {
  const routeOf = new Int32Array(state.problem.visits).fill(-1);
  one.forEach(({ visits }, index) => {
    for (const visit of visits) routeOf[visit] = index;
  });
  const gone = nearRoutes(state, routeOf, one.length);
  const isOpen = (visit: number) => routeOf[visit]! < 0 || gone.has(routeOf[visit]!);
  const shareOpen = ({ visits }: Route) => visits.filter(isOpen).length / visits.length;
  const come = other.toSorted((a, b) => shareOpen(b) - shareOpen(a)).slice(0, gone.size);
  const kept = come.map(({ visits, options }) => ({
    visits: visits.filter(isOpen),
    options: options.filter((_, index) => isOpen(visits[index]!)),
  }));
  const stay = one.filter((_, index) => !gone.has(index));
  return [...stay, ...kept.filter(({ visits }) => visits.length > 0)].map((route, slot) => ({
    ...route,
    slot,
  }));
};

/** Up to half of the routes, those nearest to some visit. */
const nearRoutes = (
  { random, problem, nearInPlace }: State,
  routeOf: Int32Array,
  count: number,
): Set<number> => {
  const { visits } = problem;
  const many = 1 + random.below(Math.max(1, Math.floor(count / 2)));
  const seed = random.below(visits) * visits;
  const near = new Set<number>();
  for (let rank = 0; rank < visits && near.size < many; rank += 1) {
    const route = routeOf[nearInPlace[seed + rank]!]!;
    if (route >= 0) near.add(route);
  }
  return near;
};
