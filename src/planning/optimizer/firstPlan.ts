import type { Found } from "./anneal.ts";
import type { Compiled } from "./compiled.ts";
import type { Route } from "./pool.ts";
import { randomFrom } from "./random.ts";
import { Recreate } from "./recreate.ts";
import { removeLinked } from "./ruin.ts";
import { State } from "./state.ts";
import { usualTuning } from "./tuning.ts";

/** Takes out what cannot stand as it was given: days that are too full or too late, and pairs that do not begin together. */
const takeOutWrong = (state: State): void => {
  const { problem, routes, flagged } = state;
  for (let slot = 0; slot < problem.slots; slot += 1) {
    if (routes.size[slot] === 0 || routes.fits(slot)) continue;
    const base = slot * routes.row;
    for (let at = base + 1; at <= base + routes.size[slot]!; at += 1) {
      const visit = routes.node[at]!;
      flagged[visit] = problem.isFixed[visit] ? 0 : 1;
    }
    state.dropFlagged(slot);
    flagged.fill(0);
  }
  if (!problem.links) return;
  const { twin } = problem.links;
  const moment = (visit: number) => routes.optionOf[visit]! - problem.optionsFrom[visit * problem.days]!;
  for (let visit = 0; visit < problem.visits; visit += 1) {
    const other = twin[visit]!;
    if (other < 0 || routes.slotOf[visit]! < 0 || problem.isFixed[visit]) continue;
    if (routes.slotOf[other]! >= 0 && moment(visit) === moment(other)) continue;
    flagged[visit] = 1;
    state.dropFlagged(routes.slotOf[visit]!);
    flagged[visit] = 0;
  }
  removeLinked(state);
};

/** A first plan without search, from the one in force where there is one, and the mean leg that temperatures are measured by. */
export const firstPlan = (
  problem: Compiled,
  from: readonly Route[] | undefined,
): { found: Found; leg: number } => {
  const state = new State(problem, randomFrom(1), usualTuning);
  if (from) {
    state.load(from);
    takeOutWrong(state);
  }
  new Recreate(state).run();
  state.undo.forget();
  const { routes } = state;
  let travelled = 0;
  let legs = 0;
  for (let slot = 0; slot < problem.slots; slot += 1) {
    if (routes.size[slot] === 0) continue;
    travelled += routes.travelled[slot]!;
    legs += routes.size[slot]! + 1;
  }
  const members = problem.teams ? problem.teams.members.map((each) => [...each]) : null;
  const found = { plan: state.plan(), members, missing: state.weightMissing(), cost: state.routesCost() };
  return { found, leg: Math.max(1, travelled / Math.max(1, legs)) };
};
