import type { Compiled } from "./compiled.ts";
import type { Route } from "./pool.ts";
import type { Random } from "./random.ts";

/** A part of a problem: slots, and the visits that stand in them or may come there. */
export interface District {
  slots: Int32Array;
  visits: Int32Array;
}

const rowOf = (count: number) => Int32Array.from({ length: count }, (_, index) => index);

/** All of a problem. */
export const everywhere = ({ slots, visits }: Compiled): District => ({
  slots: rowOf(slots),
  visits: rowOf(visits),
});

/**
 * Divides a plan in districts of about as many visits each, which have no slot and no visit in common: routes near some
 * place drawn go to the first, of the others those near another place to the next, and so on. A visit that stands
 * nowhere goes by its place as well; slots without a route go round.
 */
export const divide = (
  problem: Compiled,
  plan: readonly Route[],
  parts: number,
  random: Random,
): District[] => {
  const partOfSlot = new Int32Array(problem.slots).fill(-1);
  const partOfVisit = new Int32Array(problem.visits).fill(-1);
  let left = [...plan.map(({ slot, visits }) => ({ slot, visits })), ...absentFrom(problem, plan)];
  for (let part = 0; part < parts; part += 1) {
    const near = nearestFirst(problem, left, random.below(problem.visits));
    const standing = near.reduce((sum, { visits }) => sum + visits.length, 0);
    let wanted = standing / (parts - part);
    let taken = 0;
    while (taken < near.length && wanted > 0) wanted -= near[taken++]!.visits.length;
    for (const { slot, visits } of near.slice(0, taken)) {
      for (const visit of visits) partOfVisit[visit] = part;
      if (slot >= 0) partOfSlot[slot] = part;
    }
    left = near.slice(taken);
  }
  let empty = 0;
  for (let slot = 0; slot < problem.slots; slot += 1)
    if (partOfSlot[slot]! < 0) partOfSlot[slot] = empty++ % parts;
  const { slots, visits } = everywhere(problem);
  return Array.from({ length: parts }, (_, part) => ({
    slots: slots.filter((slot) => partOfSlot[slot] === part),
    visits: visits.filter((visit) => partOfVisit[visit] === part),
  }));
};

/** What goes to one district as a whole: a route, or a visit that stands nowhere. */
type Whole = Pick<Route, "slot" | "visits">;

const absentFrom = (problem: Compiled, plan: readonly Route[]): Whole[] => {
  const stands = new Uint8Array(problem.visits);
  for (const { visits } of plan) for (const visit of visits) stands[visit] = 1;
  return Array.from(everywhere(problem).visits)
    .filter((visit) => !stands[visit])
    .map((visit) => ({ slot: -1, visits: [visit] }));
};

const nearestFirst = ({ travel, nodes }: Compiled, wholes: readonly Whole[], place: number): Whole[] => {
  const away = ({ visits }: Whole) =>
    visits.reduce((sum, visit) => sum + travel[place * nodes + visit]! + travel[visit * nodes + place]!, 0) /
    visits.length;
  return wholes
    .map((whole) => ({ whole, away: away(whole) }))
    .toSorted((a, b) => a.away - b.away)
    .map(({ whole }) => whole);
};
