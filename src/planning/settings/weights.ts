import type { Db } from "#platform";
import { usualWeights, type Weights } from "../optimizer/model.ts";
import { tunedSettings } from "./settingsStore.ts";

/** The product's own, where the office tuned nothing. */
export const usualPlanWeights = {
  priorityWeight: usualWeights.unplannedPoint,
  overtimeWeight: usualWeights.overtimeMinute,
  otherCrewWeight: usualWeights.otherCrew,
  movedWeight: usualWeights.dayMoved,
  evenWeight: usualWeights.balance,
};

/** The same weights with what a move costs times as much; another part of the day or crew stays in its usual proportion to another day. */
export const withMoved = (weights: Weights, dayMoved: number): Weights => {
  const times = dayMoved / usualWeights.dayMoved;
  return {
    ...weights,
    dayMoved: Math.round(dayMoved),
    partMoved: Math.round(usualWeights.partMoved * times),
    crewMoved: Math.round(usualWeights.crewMoved * times),
  };
};

/** What weighs how much in a plan, as the office tuned it. */
export const weightsIn = async (db: Db): Promise<Weights> => {
  const { tuned } = await tunedSettings(db);
  const weights = {
    ...usualWeights,
    unplannedPoint: tuned.priorityWeight ?? usualPlanWeights.priorityWeight,
    overtimeMinute: tuned.overtimeWeight ?? usualPlanWeights.overtimeWeight,
    otherCrew: tuned.otherCrewWeight ?? usualPlanWeights.otherCrewWeight,
    balance: tuned.evenWeight ?? usualPlanWeights.evenWeight,
  };
  return withMoved(weights, tuned.movedWeight ?? usualPlanWeights.movedWeight);
};
