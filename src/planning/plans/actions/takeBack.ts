import { action, type Day, dayOf, type Tx } from "#platform";
import { planning as contract } from "../../contract.ts";
import { mayPlan } from "../../policy.ts";
import { type CrewStepMove, makesOf, sameMake } from "../crews/make.ts";
import { isLocked, type PlanState, placesOf } from "../planState.ts";
import { lockPlan, nearlySamePlace, type StepMove, samePlaceAnyTime } from "../planStore.ts";
import { nothingToTakeBack, notPublished } from "../problems.ts";
import { planRow } from "../queries/plans.ts";
import { takeStep } from "../steps.ts";
import { insertPlan } from "./keepPlan.ts";

const publicationOf = async (tx: Tx, planId: string) => {
  const { from, until, name } = await planRow(tx, planId);
  const { publishedMoves, publishedCrews } = await tx
    .selectFrom("plans")
    .select(["publishedMoves", "publishedCrews"])
    .where("id", "=", planId)
    .executeTakeFirstOrThrow();
  if (!publishedMoves || !publishedCrews) throw notPublished();
  const moves = publishedMoves as unknown as StepMove[];
  return { from, until, name, moves, crews: publishedCrews as unknown as CrewStepMove[] };
};

/** Where visits stand when those a publication moved go back; a visit stays that stands otherwise by now, is under way or whose day is over. */
const placesBefore = (state: PlanState, moves: readonly StepMove[], today: Day) => {
  const { data } = state;
  const places = placesOf(state);
  const visits = new Map(data.visits.map((visit) => [visit.id, visit]));
  const crews = new Set(data.crews.map(({ crewId }) => crewId));
  const mayStandAt = (at: StepMove["before"]) => !at || (at.on >= today && crews.has(at.crewId));
  const stay: string[] = [];
  let back = 0;
  for (const { visitId, before, after } of moves) {
    const visit = visits.get(visitId);
    const now = places.get(visitId) ?? null;
    // What was cancelled since is on no plan, and what stands as before already has no way to go.
    if (!visit || nearlySamePlace(now, before)) continue;
    const isAsPublished = samePlaceAnyTime(now, after);
    if (!isAsPublished || isLocked(visit) || !mayStandAt(before) || !mayStandAt(after)) {
      stay.push(visit.number);
      continue;
    }
    back += 1;
    if (before) places.set(visitId, before);
    else places.delete(visitId);
  }
  return { places, back, stay };
};

/**
 * How crews are made when those a publication changed are as before: all of them or none, because people went from one to
 * the other. None when one was changed since, has nobody any more or its day is over. A crew that is new stays.
 */
const makesBefore = ({ data }: PlanState, crews: readonly CrewStepMove[], today: Day) => {
  const makes = makesOf(data.crews);
  const dayOfCrew = new Map(data.crews.map(({ crewId, onDay }) => [crewId, onDay]));
  const changed = crews.filter(({ before, after }) => before && after);
  const mayGoBack = ({ crewId, after }: CrewStepMove) => {
    const now = makes.get(crewId);
    return now !== undefined && sameMake(now, after!) && dayOfCrew.get(crewId)! >= today;
  };
  if (!changed.every(mayGoBack)) return { makes, back: 0, stay: changed.length };
  for (const { crewId, before } of changed) makes.set(crewId, before!);
  return { makes, back: changed.length, stay: 0 };
};

/**
 * Makes a draft in which everything stands as it did before a publication, for a planner to look at and publish: what
 * customers were told is not unsaid, so nothing goes back behind their backs.
 */
export const takeBackPlan = action(contract.takeBackPlan, async (work, { planId, name }) => {
  work.authorize(mayPlan(work.actor));
  const { from, until, moves, crews, ...was } = await publicationOf(work.tx, planId);
  const id = await insertPlan(work, { from, until, name: name || was.name });
  const plan = await lockPlan(work, id);
  const today = dayOf(work.now);
  const { places, back, stay } = placesBefore(plan.state, moves, today);
  const made = makesBefore(plan.state, crews, today);
  if (back + made.back === 0) throw nothingToTakeBack();
  await takeStep(work, plan, { places, makes: made.makes }, { kind: "takeBack" });
  return { plan: await planRow(work.tx, id), back, stay, crews: made.back, crewsStay: made.stay };
});
