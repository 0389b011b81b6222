import { sql, type Updateable } from "kysely";
import { type Db, notFound, type Tables, type Tx, type Work } from "#platform";
import { inWords } from "../inWords.ts";
import type { CrewFacts } from "./views.ts";

export type NewCrew = Omit<CrewFacts, "id" | "mechanicIds"> & {
  id?: string | undefined;
  mechanicIds: readonly string[];
  /** Puts people on it although they are away. */
  despite?: boolean;
};

/** The columns of what is known of a crew. */
export const crewColumns = (facts: Partial<NewCrew>): Updateable<Tables["dayCrews"]> => ({
  ...(facts.name === undefined ? {} : { name: facts.name }),
  ...(facts.vanId === undefined ? {} : { vanId: facts.vanId }),
  ...(facts.startsAt === undefined ? {} : { startsAt: facts.startsAt }),
  ...(facts.endsAt === undefined ? {} : { endsAt: facts.endsAt }),
  ...(facts.maxJobs === undefined ? {} : { maxJobs: facts.maxJobs }),
  ...(facts.start === undefined
    ? {}
    : {
        depotName: facts.start.name,
        depotLatitude: facts.start.latitude,
        depotLongitude: facts.start.longitude,
      }),
  ...(facts.end === undefined
    ? {}
    : {
        endName: facts.end?.name ?? null,
        endLatitude: facts.end?.latitude ?? null,
        endLongitude: facts.end?.longitude ?? null,
      }),
});

/** Writes who is on a crew, the leader first; whoever was on it and stays is there as before. */
export const writeMembers = async (
  { tx }: Pick<Work, "tx">,
  crewId: string,
  on: string,
  mechanicIds: readonly string[],
  { despite = false }: { despite?: boolean } = {},
): Promise<void> => {
  const former = await tx
    .deleteFrom("dayCrewMembers")
    .where("crewId", "=", crewId)
    .returning(["mechanicId", "despite"])
    .execute();
  if (mechanicIds.length === 0) return;
  // Somebody who fell ill stays on the crew until a planner takes him off: changing the van does not ask about him.
  const { rows: away } = await sql<{ id: string }>`select id from mechanics
    where id = any(${[...mechanicIds]}::uuid[]) and not mechanic_is_there(id, ${on})`.execute(tx);
  const isAway = new Set(away.map(({ id }) => id));
  const members = mechanicIds.map((mechanicId, index) => ({
    crewId,
    onDay: on,
    mechanicId,
    position: index + 1,
    despite:
      isAway.has(mechanicId) &&
      (despite || former.some((one) => one.mechanicId === mechanicId && one.despite)),
  }));
  await inWords(tx.insertInto("dayCrewMembers").values(members).execute());
};

/** Crews of a day are made one after another: at once they would wait for each other's van, name and people in a circle. */
export const oneAtATime = (tx: Tx, on: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`planning/crews of ${on}`}, 0))`.execute(tx);

/** Makes a crew with its people. */
export const insertCrew = async (work: Work, crew: NewCrew): Promise<string> => {
  await oneAtATime(work.tx, crew.on);
  const { id } = await inWords(
    work.tx
      .insertInto("dayCrews")
      .values({
        ...(crew.id ? { id: crew.id } : {}),
        onDay: crew.on,
        createdAt: work.now,
        ...(crewColumns(crew) as ReturnType<typeof crewColumns> & { name: string }),
      } as never)
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  await writeMembers(work, id, crew.on, crew.mechanicIds, { despite: crew.despite ?? false });
  return id;
};

const crewFacts = (db: Db) =>
  db
    .selectFrom("dayCrews as c")
    .select(["c.id", "c.onDay as on", "c.name", "c.vanId", "c.maxJobs"])
    .select([
      "c.depotName",
      "c.depotLatitude",
      "c.depotLongitude",
      "c.endName",
      "c.endLatitude",
      "c.endLongitude",
    ])
    .select(sql<string>`to_char(c.starts_at, 'HH24:MI')`.as("startsAt"))
    .select(sql<string>`to_char(c.ends_at, 'HH24:MI')`.as("endsAt"))
    .select(
      sql<
        string[]
      >`array(select m.mechanic_id from day_crew_members m where m.crew_id = c.id order by m.position)`.as(
        "mechanicIds",
      ),
    )
    .orderBy("c.onDay")
    .orderBy(sql`c.name collate "nl-x-icu"`);

type FactsRow = Awaited<ReturnType<ReturnType<typeof crewFacts>["execute"]>>[number];

const factsOf = (row: FactsRow): CrewFacts => {
  const { depotName, depotLatitude, depotLongitude, endName, endLatitude, endLongitude, ...crew } = row;
  return {
    ...crew,
    start: { name: depotName, latitude: depotLatitude, longitude: depotLongitude },
    end: endName === null ? null : { name: endName, latitude: endLatitude!, longitude: endLongitude! },
  };
};

/** Crews of some days, or some crews, as they are made. */
export const crewsWith = async (
  db: Db,
  which: { from: string; until: string } | { ids: readonly string[] },
): Promise<CrewFacts[]> => {
  if ("ids" in which && which.ids.length === 0) return [];
  const select =
    "ids" in which
      ? crewFacts(db).where("c.id", "in", which.ids)
      : crewFacts(db).where("c.onDay", ">=", which.from).where("c.onDay", "<=", which.until);
  return (await select.execute()).map(factsOf);
};

/** A crew, with all crews of its day held for this transaction: bookings on that day wait. */
export const lockCrew = async (tx: Tx, crewId: string): Promise<CrewFacts> => {
  const found = await tx.selectFrom("dayCrews").select("onDay").where("id", "=", crewId).executeTakeFirst();
  if (!found) throw notFound();
  await tx
    .selectFrom("dayCrews")
    .select("id")
    .where("onDay", "=", found.onDay)
    .orderBy("id")
    .forUpdate()
    .execute();
  const [crew] = await crewsWith(tx, { ids: [crewId] });
  if (!crew) throw notFound();
  return crew;
};
