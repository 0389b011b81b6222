import type { Compiled } from "./compiled.ts";
import type { District } from "./districts.ts";
import { Pool, type Route } from "./pool.ts";
import { randomFrom } from "./random.ts";
import { Recreate } from "./recreate.ts";
import { ruin } from "./ruin.ts";
import { State } from "./state.ts";
import { swapTails } from "./tails.ts";
import { changeTeams } from "./teams.ts";
import { type Tuning, usualTuning } from "./tuning.ts";

/** A plan with what it leaves out and what it costs: compared in this order. */
export interface Found {
  plan: Route[];
  /** People of each slot, when the search may change them. */
  members: number[][] | null;
  missing: number;
  cost: number;
}

export const isBetter = (a: Pick<Found, "missing" | "cost">, b: Pick<Found, "missing" | "cost">): boolean =>
  a.missing < b.missing || (a.missing === b.missing && a.cost < b.cost);

/** How long a cycle lasts: steps, or until a moment, or what comes first of both; the temperature falls from `hot` to `cold` on the way. */
export interface Cycle {
  steps?: number;
  until?: number;
  hot: number;
  cold: number;
  /** Times the price that leaving a visit out costs. */
  prices: number;
  /** What every route is made cheaper by at first; on the way it fades to nothing. */
  relief?: number;
  tuning: Tuning;
  /** Where it starts: the plan given, or none to start from nothing. */
  from: Found | null;
  /** What it keeps to, and what it finds is a plan of; everywhere when there is none. Routes of a district are not kept for later. */
  district?: District;
}

const clockEvery = 63;
/** Times its price that a visit may cost when nothing else is left to do. */
const anyPrice = 1000;
/** Routes are kept for later when the plan costs at most this much more than the best. */
const nearBest = 1.01;
/** Routes that are made cheaper are kept only from so far in the cycle on: before, they are too many and too short. */
const late = 0.75;

/** What share of a cycle that begins now has passed at a step. */
const passedIn = (steps?: number, until?: number): ((step: number) => number) => {
  const bySteps = (step: number) => (steps ? step / steps : 0);
  if (until === undefined) return bySteps;
  const begin = performance.now();
  const length = Math.max(1, until - begin);
  return (step) => Math.max(bySteps(step), (performance.now() - begin) / length);
};

/** One thread of the search: simulated annealing over ruin and recreate, in cycles. */
export class Annealer {
  readonly state: State;
  readonly pool: Pool;
  private readonly recreate: Recreate;
  private best: Found;
  private lowest = 0;
  /** Whether routes are kept now. */
  private keeps = true;
  /** Steps done in all cycles. */
  steps = 0;

  constructor(problem: Compiled, seed: number) {
    this.state = new State(problem, randomFrom(seed), usualTuning);
    this.pool = new Pool(problem);
    this.recreate = new Recreate(this.state);
    this.best = this.found();
  }

  /** Stands on a plan found elsewhere, or on what of it is in a district. */
  load({ plan, members }: Pick<Found, "plan" | "members">, district?: District): void {
    const { state } = this;
    const { teams } = state.problem;
    if (teams && members) {
      teams.members = members.map((each) => [...each]);
      state.routes.setTeams(teams);
    }
    state.load(plan, district);
    this.recreate.stayInDistrict();
  }

  /** Runs a cycle and answers with the best plan met in it. */
  run(cycle: Cycle): Found {
    const { steps, until, hot, cold, prices, tuning, from, relief = 0, district } = cycle;
    const { state } = this;
    state.tuning = tuning;
    state.setPrices(prices);
    state.setRelief(relief);
    if (from) this.load(from, district);
    else {
      this.recreate.run();
      state.undo.forget();
    }
    this.best = this.found();
    this.lowest = state.unrelieved;
    if (state.district.visits.length === 0) return this.best;
    const passedAt = passedIn(steps, until);
    let temperature = hot;
    for (let step = 0; ; step += 1) {
      if ((step & clockEvery) === 0) {
        const passed = passedAt(step);
        if (passed >= 1) break;
        temperature = hot * (cold / hot) ** passed;
        if (relief > 0) state.setRelief(relief * (1 - passed));
        this.keeps = !district && (relief === 0 || passed >= late);
      }
      this.step(state.cost - temperature * Math.log(state.random.next()));
    }
    if (this.best.missing > 0) this.placeAtAnyPrice(district);
    return this.best;
  }

  /** What the best plan leaves out goes where there is still a place, however dear: what is left out counts before what it costs. */
  private placeAtAnyPrice(district: District | undefined): void {
    const { state } = this;
    this.load(this.best, district);
    state.setPrices(anyPrice);
    this.recreate.run();
    state.undo.forget();
    const missing = state.weightMissing();
    if (missing < this.best.missing) this.best = this.found(missing);
  }

  private step(limit: number): void {
    const { state } = this;
    const { random, tuning, problem } = state;
    this.steps += 1;
    const drawn = random.next();
    let isTaken: boolean;
    if (drawn < tuning.tails) isTaken = swapTails(state, limit);
    else {
      state.begin();
      const back = problem.teams && random.next() < tuning.teams ? changeTeams(state, problem.teams) : null;
      if (!back) ruin(state);
      this.recreate.run(limit);
      isTaken = state.end(limit);
      if (back && !isTaken) back();
    }
    if (isTaken) this.remember();
  }

  private remember(): void {
    const { state, best } = this;
    const cost = state.unrelieved;
    if (this.keeps && cost < this.lowest * nearBest) this.keepRoutes();
    if (cost < this.lowest) this.lowest = cost;
    const missing = state.absentCount === 0 ? 0 : state.weightMissing();
    if (missing > best.missing) return;
    if (missing < best.missing || cost - state.priceMissing() < best.cost - 1e-6)
      this.best = this.found(missing);
  }

  private keepRoutes(): void {
    const { undo, routes } = this.state;
    if (this.state.problem.teams) return;
    for (let index = 0; index < undo.touched; index += 1) {
      const slot = undo.order[index]!;
      if (routes.size[slot]! > 0) this.pool.add(routes, slot, this.state.fullCost(slot) + this.state.relief);
    }
  }

  private found(missing = this.state.weightMissing()): Found {
    const { state } = this;
    const members = state.problem.teams ? state.problem.teams.members.map((each) => [...each]) : null;
    return { plan: state.plan(), members, missing, cost: state.unrelieved - state.priceMissing() };
  }
}
