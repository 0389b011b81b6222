import type { Compiled } from "./compiled.ts";

/** Distances are told apart to an eighth, so that one number holds a distance and whose it is, and numbers sort fast. */
const parts = 8;

const nearestFirst = (visits: number, apart: (visit: number, other: number) => number): Int32Array => {
  const all = new Int32Array(visits * visits);
  const keys = new Float64Array(visits);
  for (let visit = 0; visit < visits; visit += 1) {
    for (let other = 0; other < visits; other += 1)
      keys[other] = (other === visit ? -1 : Math.round(apart(visit, other) * parts)) * visits + other;
    keys.sort();
    for (let rank = 0; rank < visits; rank += 1)
      all[visit * visits + rank] = ((keys[rank]! % visits) + visits) % visits;
  }
  return all;
};

/** Visits by distance from each visit, nearest first, at `visit * visits + rank`. */
export const nearInPlace = ({ visits, nodes, travel }: Compiled): Int32Array =>
  nearestFirst(visits, (visit, other) => travel[visit * nodes + other]! + travel[other * nodes + visit]!);

const waitingShare = 0.2;

/** The same by place and time together: the distance, and how long one would wait or be late going from one to the other. */
export const nearInTime = (problem: Compiled): Int32Array => {
  const { visits, nodes, days, travel, duration, optionsFrom, optionOpens, optionCloses } = problem;
  const opens = new Int32Array(visits);
  const closes = new Int32Array(visits);
  for (let visit = 0; visit < visits; visit += 1) {
    const from = optionsFrom[visit * days]!;
    const until = optionsFrom[(visit + 1) * days]!;
    if (from === until) continue;
    opens[visit] = Math.min(...optionOpens.subarray(from, until));
    closes[visit] = Math.max(...optionCloses.subarray(from, until));
  }
  const apart = (a: number, b: number) => {
    const step = travel[a * nodes + b]!;
    const wait = Math.max(0, opens[b]! - step - duration[a]! - closes[a]!);
    const late = Math.max(0, opens[a]! + duration[a]! + step - closes[b]!);
    return step + waitingShare * wait + late;
  };
  return nearestFirst(visits, (visit, other) => Math.min(apart(visit, other), apart(other, visit)));
};
