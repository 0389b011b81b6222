import { action, type Day, dayOf, type Tx } from "#platform";
import { planning as contract } from "../../contract.ts";
import { mayPlan } from "../../policy.ts";
import { leftEmpty } from "../crews/leftEmpty.ts";
import { type CrewStepMove, type Makes, makesOf, sameMake } from "../crews/make.ts";
import type { CrewMake } from "../crews/views.ts";
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
    // Of two who take it back at once the second waits, and finds the draft of the first.
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (!publishedMoves || !publishedCrews) throw notPublished();
  const moves = publishedMoves as unknown as StepMove[];
  return { from, until, name, moves, crews: publishedCrews as unknown as CrewStepMove[] };
};

/** A draft that takes a publication back already. */
const draftOf = async (tx: Tx, takesBack: string) =>
  tx
    .selectFrom("plans")
    .select("id")
    .where("takesBack", "=", takesBack)
    .where("status", "=", "draft")
    .executeTakeFirst();

/** What goes back: to a day that is not over, and to crews as they will be. */
interface Back {
  today: Day;
  makes: Makes;
}

/** Where visits stand when those a publication moved go back; a visit stays that stands otherwise by now, is under way or whose day is over. */
const placesBefore = (state: PlanState, moves: readonly StepMove[], { today, makes }: Back) => {
  const { data } = state;
  const places = placesOf(state);
  const visits = new Map(data.visits.map((visit) => [visit.id, visit]));
  const mayStandAt = (at: StepMove["before"]) => !at || (at.on >= today && makes.has(at.crewId));
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
 * the other. None when one was changed since or its day is over. A crew that it brought has nobody on it then, and goes once this is
 * published; one that it took away comes again.
 */
const makesBefore = async (tx: Tx, { data }: PlanState, crews: readonly CrewStepMove[], today: Day) => {
  const makes = makesOf(data.crews);
  // With nobody on it to begin with, a crew that was brought is as before already.
  const changed = crews.filter(({ before, after }) => before || after!.memberIds.length > 0);
  const missing = changed.map(({ crewId }) => crewId).filter((id) => !makes.has(id));
  const empty = await leftEmpty(tx, missing);
  const dayOfCrew = new Map(data.crews.map(({ crewId, onDay }) => [crewId, onDay]));
  const mayGoBack = ({ crewId, before, after }: CrewStepMove) => {
    const now = makes.get(crewId) ?? empty.get(crewId);
    if (!after) return now === undefined && before!.isNew!.on >= today;
    const on = dayOfCrew.get(crewId) ?? now?.isNew?.on;
    return now !== undefined && sameMake(now, after) && on! >= today;
  };
  if (!changed.every(mayGoBack)) return { makes, back: 0, stay: changed.length };
  for (const { crewId, before, after } of changed)
    makes.set(crewId, after ? asBefore({ before, after }, empty.get(crewId)) : before!);
  return { makes, back: changed.length, stay: 0 };
};

/** A crew as it was made: with nobody when it was not there, and as if it were new when nobody is on it now. */
const asBefore = ({ before, after }: { before: CrewMake | null; after: CrewMake }, empty?: CrewMake) => ({
  ...(before ?? { ...after, memberIds: [] }),
  isNew: empty?.isNew,
});

const nothing = { back: 0, stay: [], crews: 0, crewsStay: 0 };

/**
 * Makes a draft in which everything stands as it did before a publication, for a planner to look at and publish: what
 * customers were told is not unsaid, so nothing goes back behind their backs. Whoever does it once more is led to that draft.
 */
export const takeBackPlan = action(contract.takeBackPlan, async (work, { planId, name }) => {
  work.authorize(mayPlan(work.actor));
  const { from, until, moves, crews, ...was } = await publicationOf(work.tx, planId);
  const draft = await draftOf(work.tx, planId);
  if (draft) return { plan: await planRow(work.tx, draft.id), isThereAlready: true, ...nothing };
  const id = await insertPlan(work, { from, until, name: name || was.name, takesBack: planId });
  const plan = await lockPlan(work, id);
  const today = dayOf(work.now);
  const made = await makesBefore(work.tx, plan.state, crews, today);
  const { places, back, stay } = placesBefore(plan.state, moves, { today, makes: made.makes });
  if (back + made.back === 0) throw nothingToTakeBack();
  await takeStep(work, plan, { places, makes: made.makes }, { kind: "takeBack" });
  return {
    plan: await planRow(work.tx, id),
    isThereAlready: false,
    back,
    stay,
    crews: made.back,
    crewsStay: made.stay,
  };
});
