import type { Db } from "#platform";
import { crewFull, crewHasBreaches, vanOnOtherCrew } from "../../crews/problems.ts";
import { vanInRepair } from "../../means/problems.ts";
import type { CrewFacts } from "../planCrews.ts";
import { peopleOn } from "../planCrews.ts";
import type { PlanState } from "../planState.ts";
import { notInPlan, planCrewsMoved } from "../problems.ts";
import type { CrewMake, CrewMove } from "../views.ts";
import { makesOf } from "./make.ts";

const mostPeople = 3;

const crewOf = ({ data }: PlanState, id: string): CrewFacts => {
  const crew = data.crews.find(({ crewId }) => crewId === id);
  if (!crew) throw notInPlan({ ids: [id] });
  return crew;
};

type Of<Kind extends CrewMove["kind"]> = Extract<CrewMove, { kind: Kind }>;
type Changed = Map<string, CrewMake>;

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
  const [person] = await peopleOn(db, [{ id: mechanicId, on }]);
  if (!person) throw notInPlan({ ids: [mechanicId] });
  if (person.isAbsent)
    throw crewHasBreaches({ breaches: [{ kind: "person_away", crewName: to.name, detail: person.name }] });
  makes.set(to.crewId, { ...make, memberIds: [...make.memberIds, mechanicId] });
};

/** Another van for a crew; the crew that has it that day gets this crew's van. */
const moveVan = async (db: Db, state: PlanState, makes: Changed, { crewId, vanId, was }: Of<"van">) => {
  const crew = crewOf(state, crewId);
  if (crew.vanId !== was) throw planCrewsMoved({ crews: [crew.name] });
  const other = state.data.crews.find((each) => each.onDay === crew.onDay && each.vanId === vanId);
  if (other) makes.set(other.crewId, { ...makes.get(other.crewId)!, vanId: crew.vanId });
  else await mustBeFree(db, crew, vanId);
  makes.set(crewId, { ...makes.get(crewId)!, vanId });
};

/** A van of no crew of this plan may still be in repair, or with a crew that is not there. */
const mustBeFree = async (db: Db, { onDay }: CrewFacts, vanId: string) => {
  const van = await db
    .selectFrom("vans as v")
    .select(({ fn, val, exists, selectFrom }) => [
      fn<boolean>("van_is_there", ["v.id", val(onDay)]).as("isThere"),
      exists(
        selectFrom("dayCrews as c")
          .select("c.id")
          .whereRef("c.vanId", "=", "v.id")
          .where("c.onDay", "=", onDay),
      ).as("isTaken"),
    ])
    .where("v.id", "=", vanId)
    .executeTakeFirst();
  if (!van) throw notInPlan({ ids: [vanId] });
  if (!van.isThere) throw vanInRepair();
  if (van.isTaken) throw vanOnOtherCrew();
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
export const afterCrewMove = async (db: Db, state: PlanState, move: CrewMove): Promise<Changed> => {
  const makes = makesOf(state.data.crews);
  if (move.kind === "person") await movePerson(db, state, makes, move);
  else if (move.kind === "van") await moveVan(db, state, makes, move);
  else await moveDepot(db, state, makes, move);
  return makes;
};
