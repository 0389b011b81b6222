import type { Day } from "#platform";
import { costPerMinute } from "../optimizer/model.ts";
import type { PlanData, VisitFacts } from "../plans/planData.ts";
import { isFirm, type PlanState, placesInForce, placesOf, planState } from "../plans/planState.ts";
import { movable, solvePlan } from "../plans/solvePlan.ts";
import type { WhatIfResult, WhatIfSide, WhatIfVisit } from "./views.ts";

/** Same seed and steps on both sides, so that what differs comes from the changes. */
const effort = { steps: 40_000, threads: 2, seed: 1 };

interface Side {
  figures: WhatIfSide;
  on: ReadonlyMap<string, Day>;
}

const figuresOf = ({ data, scored, places }: PlanState): WhatIfSide => {
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
  };
};

/** Plans all that may move anew; nothing of it is kept. */
const planned = async (data: PlanData, today: Day): Promise<Side> => {
  const state = planState(data, placesInForce(data), { today });
  const { places } = await solvePlan(state, movable(state, { scope: "all" }), effort);
  const after = planState(data, places, { today });
  return {
    figures: figuresOf(after),
    on: new Map([...placesOf(after)].map(([id, { on }]) => [id, on])),
  };
};

const visitOf = (visit: VisitFacts, on: Day): WhatIfVisit => ({
  id: visit.id,
  number: visit.number,
  orderId: visit.orderId,
  customerName: visit.customerName,
  place: visit.place,
  minutes: visit.minutes,
  on,
  isFirm: isFirm(visit),
});

/** Plans the same visits with the crews there are and with the crews there would be. */
export const compareCrews = async (
  data: PlanData,
  crews: PlanData["crews"],
  today: Day,
): Promise<WhatIfResult> => {
  const asIs = await planned(data, today);
  const changed = await planned({ ...data, crews }, today);
  const only = (here: Side, there: Side) =>
    data.visits.flatMap((visit) => {
      const on = here.on.get(visit.id);
      return on && !there.on.has(visit.id) ? [visitOf(visit, on)] : [];
    });
  return {
    asIs: asIs.figures,
    changed: changed.figures,
    wins: only(changed, asIs),
    loses: only(asIs, changed),
  };
};
