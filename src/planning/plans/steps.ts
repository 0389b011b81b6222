import { actorName, dayOf, json, type Work } from "#platform";
import { planChanged } from "../events.ts";
import { midnight } from "../slots/dayPart.ts";
import { dayPastMidnight } from "../visits/problems.ts";
import { withMakes } from "./crews/draftCrews.ts";
import { type CrewStepMove, type Makes, makesBetween, makesOf } from "./crews/make.ts";
import { writeMakes } from "./crews/makeStore.ts";
import { type PlanState, placesOf, planState } from "./planState.ts";
import { type PlanRecord, type StepMove, samePlace, stepsOf, writePlaces } from "./planStore.ts";
import { planView } from "./planView.ts";
import type { PlanChange, PlanPlace } from "./views.ts";

export interface OpenPlan {
  row: PlanRecord;
  state: PlanState;
}

/** How a step is kept: as a new one, or by marking one that is there. */
export type Keep = { kind: string } | { revision: number; isUndone: boolean };

/** Every visit that stands elsewhere in one plan than in another, times included. */
export const movesBetween = (
  before: ReadonlyMap<string, PlanPlace>,
  after: ReadonlyMap<string, PlanPlace>,
): StepMove[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .map((visitId) => ({ visitId, before: before.get(visitId) ?? null, after: after.get(visitId) ?? null }))
    .filter((move) => !samePlace(move.before, move.after));

interface Moved {
  moves: readonly StepMove[];
  crews: readonly CrewStepMove[];
}

const keepStep = async (work: Work, { row }: OpenPlan, { moves, crews }: Moved, keep: Keep) => {
  const { tx, now } = work;
  if ("kind" in keep) {
    await tx.deleteFrom("planSteps").where("planId", "=", row.id).where("isUndone", "=", true).execute();
    const step = {
      planId: row.id,
      revision: row.revision + 1,
      kind: keep.kind,
      madeBy: actorName(work.actor) ?? "",
      madeAt: now,
      moves: json(moves),
      crews: json(crews),
    };
    await tx.insertInto("planSteps").values(step).execute();
  } else
    await tx
      .updateTable("planSteps")
      .set({ isUndone: keep.isUndone })
      .where("planId", "=", row.id)
      .where("revision", "=", keep.revision)
      .execute();
  await tx
    .updateTable("plans")
    .set({ revision: row.revision + 1, updatedAt: now })
    .where("id", "=", row.id)
    .execute();
};

/** What a step wants: where every visit stands, and how crews are made where that changes. */
export interface Wanted {
  places: ReadonlyMap<string, PlanPlace>;
  makes?: Makes;
}

/**
 * Puts visits of a draft where they are to stand and makes its crews, drives the days anew, keeps the step so that it can be
 * taken back, and answers with what became different.
 */
export const takeStep = async (
  work: Work,
  plan: OpenPlan,
  { places, makes }: Wanted,
  keep: Keep,
): Promise<PlanChange> => {
  const { row, state } = plan;
  const data = makes ? await withMakes(work.tx, state.data, makes) : state.data;
  const settled = settle({ data }, places, work);
  mustEndThatDay(settled);
  const moves = movesBetween(placesOf(state), placesOf(settled));
  const made = makesBetween(makesOf(state.data.crews), makesOf(data.crews));
  // Crews first: a visit may stand with one that is new.
  await writeMakes(work.tx, row.id, data, made);
  await writePlaces(work.tx, row.id, settled, moves);
  await keepStep(work, plan, { moves, crews: made }, keep);
  work.announce(planChanged({ id: row.id, what: "kind" in keep ? keep.kind : "undo" }));
  const view = planView(settled);
  const { crews, visits } = touched(state, settled, { moves, crews: made });
  return {
    revision: row.revision + 1,
    score: view.score(),
    days: view.days(crews),
    gone: made.filter(({ after }) => after === null).map(({ crewId }) => crewId),
    visits: view.visits(visits),
    ...(await stepsOf(work.tx, row.id)),
  };
};

const mustEndThatDay = ({ scored, data }: PlanState) => {
  const late = scored.days.filter(({ stops }) => stops.some(({ end }) => end >= midnight));
  if (late.length === 0) return;
  const names = new Map(data.crews.map(({ crewId, name }) => [crewId, name]));
  throw dayPastMidnight({ crews: late.map(({ slot }) => names.get(slot.crewId) ?? "") });
};

/** Crews and visits that look different after a step. */
const touched = (before: PlanState, after: PlanState, { moves, crews: made }: Moved) => {
  const crews = new Set(made.map(({ crewId }) => crewId));
  for (const { before: from, after: to } of moves) for (const at of [from, to]) if (at) crews.add(at.crewId);
  const visits = new Set([...crews].flatMap((crewId) => visitsOn(after, crewId)));
  for (const { visitId } of moves) visits.add(visitId);
  for (const { visitId, crewId } of [...before.scored.breaches, ...after.scored.breaches]) {
    if (visitId) visits.add(visitId);
    else if (crewId) crews.add(crewId);
  }
  // Who can do what on a day decides why a visit has no place.
  if (made.length > 0) for (const { id } of after.data.visits) if (!after.places.has(id)) visits.add(id);
  return { crews, visits };
};

const visitsOn = ({ scored }: PlanState, crewId: string) =>
  scored.days.find(({ slot }) => slot.crewId === crewId)?.stops.map(({ task }) => task.id) ?? [];

/** The plan with visits where they are wanted, and the times at which they are then driven. */
export const settle = (
  { data }: Pick<PlanState, "data">,
  wanted: ReadonlyMap<string, PlanPlace>,
  work: Pick<Work, "now">,
): PlanState => {
  const today = dayOf(work.now);
  const driven = planState(data, wanted, { today });
  return planState(data, placesOf(driven), { today });
};
