import { sql } from "kysely";
import { type Db, daysAfter, notFound, type Tx, type Work, weekdayOf } from "#platform";
import { crewsWith } from "./crewStore.ts";
import type { Wanted } from "./fill.ts";

/** The Monday of the week of a day. */
const mondayOf = (on: string) => daysAfter(on, 1 - weekdayOf(on));

/** The crews of a template on a weekday. */
export const templateCrews = async (db: Db, templateId: string, weekday: number): Promise<Wanted[]> => {
  const rows = await db
    .selectFrom("crewTemplateCrews")
    .select(["name", "vanId", "mechanicIds", "maxJobs", "depotName", "depotLatitude", "depotLongitude"])
    .select(sql<string>`to_char(starts_at, 'HH24:MI')`.as("startsAt"))
    .select(sql<string>`to_char(ends_at, 'HH24:MI')`.as("endsAt"))
    .where("templateId", "=", templateId)
    .where("weekday", "=", weekday)
    .orderBy(sql`name collate "nl-x-icu"`)
    .execute();
  return rows.map(({ depotName, depotLatitude, depotLongitude, ...crew }) => ({
    ...crew,
    start: { name: depotName, latitude: depotLatitude, longitude: depotLongitude },
    end: null,
  }));
};

/** Refuses a template that is not there (any more). */
export const mustBeTemplate = async (db: Db, templateId: string): Promise<void> => {
  const found = await db
    .selectFrom("crewTemplates")
    .select("id")
    .where("id", "=", templateId)
    .executeTakeFirst();
  if (!found) throw notFound();
};

/** Templates with how many crews each makes in a week. */
export const templateRows = (db: Db) =>
  db
    .selectFrom("crewTemplates as t")
    .leftJoin("crewTemplateCrews as c", "c.templateId", "t.id")
    .select(["t.id", "t.name"])
    .select(sql<number>`count(c.name)::int`.as("crews"))
    .groupBy("t.id")
    .orderBy("t.name");

/** Keeps the crews of a week under a name, weekday by weekday. */
export const keepTemplate = async ({ tx, now }: Work, { name, weekOf }: { name: string; weekOf: string }) => {
  const monday = mondayOf(weekOf);
  const crews = await crewsWith(tx, { from: monday, until: daysAfter(monday, 6) });
  const { id } = await tx
    .insertInto("crewTemplates")
    .values({ name, createdAt: now, updatedAt: now })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ updatedAt: now }))
    .returning("id")
    .executeTakeFirstOrThrow();
  await tx.deleteFrom("crewTemplateCrews").where("templateId", "=", id).execute();
  const rows = crews
    .filter(({ mechanicIds }) => mechanicIds.length > 0)
    .map(({ on, name: crewName, vanId, mechanicIds, startsAt, endsAt, maxJobs, start }) => ({
      templateId: id,
      weekday: weekdayOf(on),
      name: crewName,
      vanId,
      mechanicIds,
      startsAt,
      endsAt,
      maxJobs,
      depotName: start.name,
      depotLatitude: start.latitude,
      depotLongitude: start.longitude,
    }));
  if (rows.length > 0) await tx.insertInto("crewTemplateCrews").values(rows).execute();
  return { id, name, crews: rows.length };
};

/** Takes a template away. */
export const dropTemplate = async (tx: Tx, templateId: string): Promise<void> => {
  const gone = await tx
    .deleteFrom("crewTemplates")
    .where("id", "=", templateId)
    .returning("id")
    .executeTakeFirst();
  if (!gone) throw notFound();
};
