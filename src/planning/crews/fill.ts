import { sql } from "kysely";
import type { Db, Tx } from "#platform";
import type { NewCrew } from "./crewStore.ts";
import type { Skipped } from "./views.ts";

export type Wanted = Omit<NewCrew, "id" | "on" | "despite">;

/** What is known of people, vans and crews on a day. */
export interface DayState {
  crewNames: ReadonlySet<string>;
  takenPeople: Set<string>;
  takenVans: Set<string>;
  awayPeople: ReadonlySet<string>;
  offPeople: ReadonlySet<string>;
  awayVans: ReadonlySet<string>;
  nameOf(id: string): string;
}

const idsOf = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id));

/** How a day stands before crews are made for it. */
export const dayState = async (tx: Db | Tx, on: string): Promise<DayState> => {
  const [crews, members, people, vans] = await Promise.all([
    tx.selectFrom("dayCrews").select(["name", "vanId"]).where("onDay", "=", on).execute(),
    tx.selectFrom("dayCrewMembers").select("mechanicId").where("onDay", "=", on).execute(),
    sql<{ id: string; name: string; isThere: boolean; isOff: boolean }>`
      select id, name, mechanic_is_there(id, ${on}) as is_there, isempty(mechanic_hours_on(id, ${on})) as is_off
      from mechanics`.execute(tx),
    sql<{ id: string; name: string; isThere: boolean }>`
      select id, name, van_is_there(id, ${on}) as is_there from vans`.execute(tx),
  ]);
  const names = new Map([...people.rows, ...vans.rows].map(({ id, name }) => [id, name]));
  return {
    crewNames: new Set(crews.map(({ name }) => name)),
    takenPeople: new Set(members.map(({ mechanicId }) => mechanicId)),
    takenVans: new Set(crews.map(({ vanId }) => vanId)),
    awayPeople: idsOf(people.rows.filter(({ isThere }) => !isThere)),
    offPeople: idsOf(people.rows.filter(({ isOff }) => isOff)),
    awayVans: idsOf(vans.rows.filter(({ isThere }) => !isThere)),
    nameOf: (id) => names.get(id) ?? id,
  };
};

type Reason = Omit<Skipped, "on">;

/** What of a wanted crew can be made on a day; whoever is away is left out and named, and without a van nobody goes. */
export const fitToDay = (wanted: Wanted, day: DayState): { crew: Wanted | null; skipped: Reason[] } => {
  const crewName = wanted.name;
  const why = (kind: Reason["kind"], detail = "") => ({ crewName, kind, detail });
  if (day.crewNames.has(crewName)) return { crew: null, skipped: [why("already_there")] };
  const van = day.nameOf(wanted.vanId);
  if (day.awayVans.has(wanted.vanId)) return { crew: null, skipped: [why("van_away", van)] };
  if (day.takenVans.has(wanted.vanId)) return { crew: null, skipped: [why("van_taken", van)] };
  const skipped: Reason[] = [];
  const mechanicIds = wanted.mechanicIds.filter((id) => {
    const kind = day.awayPeople.has(id)
      ? ("person_away" as const)
      : day.offPeople.has(id)
        ? ("person_off" as const)
        : day.takenPeople.has(id)
          ? ("person_taken" as const)
          : null;
    if (kind) skipped.push(why(kind, day.nameOf(id)));
    return kind === null;
  });
  if (mechanicIds.length === 0) return { crew: null, skipped: [...skipped, why("nobody_left")] };
  for (const id of mechanicIds) day.takenPeople.add(id);
  day.takenVans.add(wanted.vanId);
  return { crew: { ...wanted, mechanicIds }, skipped };
};
