import type { Db } from "#platform";
import { crewFull } from "../../crews/problems.ts";
import type { CrewFacts } from "../planCrews.ts";
import type { PlanState } from "../planState.ts";
import { notInPlan, planCrewsMoved } from "../problems.ts";
import type { OpenPlan } from "../steps.ts";
import { makesOf } from "./make.ts";
import { mustBeFree, mustBeThere } from "./mustBeThere.ts";
import { newCrew } from "./newCrew.ts";
import type { CrewMake, CrewMove } from "./views.ts";

const mostPeople = 3;

const crewOf = ({ data }: PlanState, id: string): CrewFacts => {
  const crew = data.crews.find(({ crewId }) => crewId === id);
  if (!crew) throw notInPlan({ ids: [id] });
  return crew;
};

type Of<Kind extends CrewMove["kind"]> = Extract<CrewMove, { kind: Kind }>;
type Changed = Map<string, CrewMake>;

/** A crew of the draft's own goes again; one in force is taken away where crews are made. */
const takeAway = (state: PlanState, makes: Changed, { crewId }: Of<"away">) => {
  if (!crewOf(state, crewId).isNew) throw notInPlan({ ids: [crewId] });
  makes.delete(crewId);
};

const isAtOnce = (a: CrewFacts, b: CrewFacts) => a.ownStarts < b.ownEnds && b.ownStarts < a.ownEnds;

/** Somebody goes with another crew of the day, comes to one, or goes with none. */
const movePerson = async (
  db: Db,
  state: PlanState,
  makes: Changed,
  { mechanicId, fromCrewId, toCrewId }: Of<"person">,
) => {
  const [from, to] = [fromCrewId, toCrewId].map((id) => (id ? crewOf(state, id) : null));
  const on = (from ?? to)?.onDay;
  if (!on || (from && to && from.onDay !== to.onDay)) throw notInPlan({ ids: [toCrewId ?? mechanicId] });
  const stands = state.data.crews.filter(
    (crew) => crew.onDay === on && crew.members.some(({ id }) => id === mechanicId),
  );
  const isAsSeen = from ? stands.includes(from) : !stands.some((crew) => isAtOnce(crew, to!));
  if (!isAsSeen) throw planCrewsMoved({ crews: [(stands[0] ?? from ?? to)!.name] });
  if (from) {
    const make = makes.get(from.crewId)!;
    makes.set(from.crewId, { ...make, memberIds: make.memberIds.filter((id) => id !== mechanicId) });
  }
  if (!to) return;
  const make = makes.get(to.crewId)!;
  if (make.memberIds.length >= mostPeople) throw crewFull({ name: to.name });
  await mustBeThere(db, [mechanicId], { on, crewName: to.name });
  makes.set(to.crewId, { ...make, memberIds: [...make.memberIds, mechanicId] });
};

/** Another van for a crew; the crew that has it that day gets this crew's van. */
const moveVan = async (db: Db, state: PlanState, makes: Changed, { crewId, vanId, was }: Of<"van">) => {
  const crew = crewOf(state, crewId);
  if (crew.vanId !== was) throw planCrewsMoved({ crews: [crew.name] });
  const other = state.data.crews.find((each) => each.onDay === crew.onDay && each.vanId === vanId);
  if (other) makes.set(other.crewId, { ...makes.get(other.crewId)!, vanId: crew.vanId });
  else await mustBeFree(db, crew.onDay, vanId);
  makes.set(crewId, { ...makes.get(crewId)!, vanId });
};

const moveDepot = async (db: Db, state: PlanState, makes: Changed, { crewId, depotId }: Of<"depot">) => {
  crewOf(state, crewId);
  const depot = await db
    .selectFrom("depots")
    .select(["name", "latitude", "longitude"])
    .where("id", "=", depotId)
    .executeTakeFirst();
  if (!depot) throw notInPlan({ ids: [depotId] });
  makes.set(crewId, { ...makes.get(crewId)!, depot });
};

/** How the crews of a draft are made after a move; throws when it cannot be, or when somebody else was ahead. */
export const afterCrewMove = async (db: Db, { state, row }: OpenPlan, move: CrewMove): Promise<Changed> => {
  const makes = makesOf(state.data.crews);
  if (move.kind === "new") makes.set(move.crewId, await newCrew(db, { state, row }, move));
  if (move.kind === "away") takeAway(state, makes, move);
  if (move.kind === "person") await movePerson(db, state, makes, move);
  else if (move.kind === "van") await moveVan(db, state, makes, move);
  else if (move.kind === "depot") await moveDepot(db, state, makes, move);
  return makes;
};
