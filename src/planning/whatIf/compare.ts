import type { Day } from "#platform";
import { regionOfVisit } from "../capacity/booked.ts";
import { costPerMinute } from "../optimizer/model.ts";
import type { PlanData, VisitFacts } from "../plans/planData.ts";
import { isFirm, type PlanState, placesInForce, placesOf, planState } from "../plans/planState.ts";
import { movable, solvePlan } from "../plans/solvePlan.ts";
import type { WhatIfResult, WhatIfSide, WhatIfVisit } from "./views.ts";
import type { WorkOfWeek } from "./workOfWeek.ts";

/** Crews that are tried at most when it is asked how many are needed. */
const mostCrews = 15;

/** Same seed and steps on both sides, so that what differs comes from the changes. */
export const effort = { steps: 40_000, threads: 2, seed: 1 };

interface Side {
  figures: WhatIfSide;
  on: ReadonlyMap<string, Day>;
}

const kinds = ["booked", "waiting", "quoted", "expected"] as const;

/** Everything a week is planned from, once as it is and once changed. */
export interface WeekAsked {
  data: PlanData;
  work: WorkOfWeek;
  expectedCrewDays: number;
  today: Day;
}

const byWork = ({ data, places }: PlanState, { workOf }: WorkOfWeek) => {
  const kindsOf = Map.groupBy(data.visits, ({ id }) => workOf(id));
  return kinds.flatMap((work) => {
    const visits = kindsOf.get(work);
    if (!visits) return [];
    const planned = visits.filter(({ id }) => places.has(id)).length;
    return [{ work, planned, unplanned: visits.length - planned }];
  });
};

const figuresOf = (state: PlanState, work: WorkOfWeek): WhatIfSide => {
  const { data, scored, places } = state;
  let [workMinutes, travelMinutes, overtimeMinutes] = [0, 0, 0];
  for (const { slot, stops, backAt, drivesBack } of scored.days) {
    workMinutes += stops.reduce((sum, { task }) => sum + task.minutes, 0);
    travelMinutes += stops.reduce((sum, { drives }) => sum + drives, drivesBack);
    overtimeMinutes += Math.max(0, backAt - slot.closes);
  }
  return {
    crewDays: data.crews.length,
    planned: places.size,
    unplanned: data.visits.length - places.size,
    workMinutes,
    travelMinutes,
    overtimeMinutes,
    cost: Math.round(scored.total / costPerMinute),
    byWork: byWork(state, work),
  };
};

/** Plans all that may move anew; nothing of it is kept. */
const planned = async ({ data, work, today }: WeekAsked): Promise<Side> => {
  const state = planState(data, placesInForce(data), { today });
  const { places } = await solvePlan(state, movable(state, { scope: "all" }), effort);
  const after = planState(data, places, { today });
  return {
    figures: figuresOf(after, work),
    on: new Map([...placesOf(after)].map(([id, { on }]) => [id, on])),
  };
};

const visitOf = (visit: VisitFacts, on: Day, { workOf }: WorkOfWeek): WhatIfVisit => ({
  id: visit.id,
  work: workOf(visit.id),
  number: visit.number,
  orderId: visit.orderId || null,
  customerName: visit.customerName,
  place: visit.place,
  region: regionOfVisit(visit),
  minutes: visit.minutes,
  on,
  isFirm: isFirm(visit),
});

/** How few crews more plan as many visits as the most do; each number is planned once. */
const fewestCrews = async (without: (more: number) => Promise<number>): Promise<number> => {
  const best = await without(mostCrews);
  let [few, many] = [0, mostCrews];
  while (few < many) {
    const middle = Math.floor((few + many) / 2);
    if ((await without(middle)) <= best) many = middle;
    else few = middle + 1;
  }
  return many;
};

interface Changed {
  /** The crews there would be, with so many more when it is asked how many are needed. */
  crews: (more: number) => PlanData["crews"];
  enough: boolean;
  /** Nothing but that is asked: without more crews the week is as it is. */
  isOnlyMore: boolean;
}

/** Plans the same visits with the crews there are and with the crews there would be, as many as it takes when that is asked. */
export const compareCrews = async (
  asked: WeekAsked,
  { crews, enough, isOnlyMore }: Changed,
): Promise<WhatIfResult> => {
  const asIs = await planned(asked);
  const sides = new Map<number, Side>(isOnlyMore ? [[0, asIs]] : []);
  const withMore = async (more: number) => {
    const side =
      sides.get(more) ?? (await planned({ ...asked, data: { ...asked.data, crews: crews(more) } }));
    sides.set(more, side);
    return side;
  };
  const crewsNeeded = enough
    ? await fewestCrews(async (more) => (await withMore(more)).figures.unplanned)
    : null;
  const changed = await withMore(crewsNeeded ?? 0);
  const only = (here: Side, there: Side) =>
    asked.data.visits.flatMap((visit) => {
      const on = here.on.get(visit.id);
      return on && !there.on.has(visit.id) ? [visitOf(visit, on, asked.work)] : [];
    });
  return {
    drawn: asked.work.drawn,
    expectedCrewDays: asked.expectedCrewDays,
    crewsNeeded,
    asIs: asIs.figures,
    changed: changed.figures,
    wins: only(changed, asIs),
    loses: only(asIs, changed),
  };
};
