import type { Day, Work } from "#platform";
import { homeDepot } from "../means/depots.ts";
import { usualHours } from "./usualHours.ts";
import type { CrewPlace } from "./views.ts";

export interface NewDayCrew {
  on: Day;
  name: string;
  vanId: string;
  /** One to three people, the leader first. */
  mechanicIds: readonly string[];
  depot?: CrewPlace;
  startsAt?: string;
  endsAt?: string;
}

const crewFacts = (crew: NewDayCrew) => {
  const { vanId, depot = homeDepot, startsAt = usualHours.startsAt, endsAt = usualHours.endsAt } = crew;
  return {
    vanId,
    depotName: depot.name,
    depotLatitude: depot.latitude,
    depotLongitude: depot.longitude,
    startsAt,
    endsAt,
  };
};

/**
 * Makes the crews of a day, or of several; the same name on the same day is the same crew. Nobody and no van is on two
 * crews of a day. Gives their ids in the order in which they were given.
 */
export const addDayCrews = async ({ tx, now }: Work, crews: readonly NewDayCrew[]): Promise<string[]> => {
  if (crews.length === 0) return [];
  const made = await tx
    .insertInto("dayCrews")
    .values(crews.map((crew) => ({ onDay: crew.on, name: crew.name, ...crewFacts(crew), createdAt: now })))
    .onConflict((conflict) =>
      conflict.columns(["onDay", "name"]).doUpdateSet((row) => ({
        vanId: row.ref("excluded.vanId"),
        depotName: row.ref("excluded.depotName"),
        depotLatitude: row.ref("excluded.depotLatitude"),
        depotLongitude: row.ref("excluded.depotLongitude"),
        startsAt: row.ref("excluded.startsAt"),
        endsAt: row.ref("excluded.endsAt"),
      })),
    )
    .returning(["id", "onDay", "name"])
    .execute();
  const idOf = new Map(made.map(({ id, onDay, name }) => [`${onDay} ${name}`, id]));
  const ids = crews.map(({ on, name }) => idOf.get(`${on} ${name}`)!);
  await tx.deleteFrom("dayCrewMembers").where("crewId", "in", ids).execute();
  const members = crews.flatMap(({ on, mechanicIds }, crew) =>
    mechanicIds.map((mechanicId, place) => ({
      crewId: ids[crew]!,
      onDay: on,
      mechanicId,
      position: place + 1,
    })),
  );
  if (members.length > 0) await tx.insertInto("dayCrewMembers").values(members).execute();
  return ids;
};

/** Makes one crew for a day. */
export const addDayCrew = async (work: Work, crew: NewDayCrew): Promise<string> =>
  (await addDayCrews(work, [crew]))[0]!;
