import { sql } from "kysely";
import { type Db, dayOf, notFound, query } from "#platform";
import { planning as contract } from "../../contract.ts";
import { mayPlan, maySeePlanning } from "../../policy.ts";

const certificatesOf = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom("certificates")
    .select(["id", "mechanicId", "kind", "issuedOn", "expiresOn", "authority", "fileId"])
    .where("mechanicId", "in", ids)
    .orderBy("kind")
    .orderBy("issuedOn", "desc")
    .execute();

/** The roster in force on a day and those that follow. */
const rostersOf = async (db: Db, ids: readonly string[], today: string) => {
  const rows = await db
    .selectFrom("rosters as r")
    .innerJoin("rosterHours as h", (join) =>
      join.onRef("h.mechanicId", "=", "r.mechanicId").onRef("h.validFrom", "=", "r.validFrom"),
    )
    .select(["r.mechanicId", "r.validFrom", "h.weekday"])
    .select(sql<string>`to_char(h.starts_at, 'HH24:MI')`.as("startsAt"))
    .select(sql<string>`to_char(h.ends_at, 'HH24:MI')`.as("endsAt"))
    .where("r.mechanicId", "in", ids)
    .where(
      sql<boolean>`r.valid_from >= coalesce((select max(x.valid_from) from rosters x
        where x.mechanic_id = r.mechanic_id and x.valid_from <= ${today}), ${today}::date)`,
    )
    .orderBy("r.validFrom")
    .orderBy("h.weekday")
    .execute();
  return Map.groupBy(rows, ({ mechanicId }) => mechanicId);
};

type RosterRow = { validFrom: string; weekday: number; startsAt: string; endsAt: string };

const rosterViews = (rows: readonly RosterRow[]) =>
  [...Map.groupBy(rows, ({ validFrom }) => validFrom)].map(([validFrom, days]) => ({
    validFrom,
    days: days.map(({ weekday, startsAt, endsAt }) => ({ weekday, startsAt, endsAt })),
  }));

const mechanicViews = async (
  db: Db,
  { past = false, id, today }: { past?: boolean | undefined; id?: string; today: string },
) => {
  let select = db.selectFrom("mechanics").selectAll().orderBy("name").orderBy("id");
  if (id) select = select.where("id", "=", id);
  else if (!past)
    select = select
      .where("active", "=", true)
      .where((where) => where.or([where("activeUntil", "is", null), where("activeUntil", ">=", today)]));
  const rows = await select.execute();
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const [certificates, rosters] = await Promise.all([certificatesOf(db, ids), rostersOf(db, ids, today)]);
  const papersOf = Map.groupBy(certificates, ({ mechanicId }) => mechanicId);
  return rows.map(({ homePlace, ...row }) => ({
    ...row,
    home: {
      street: row.homeStreet,
      houseNumber: row.homeHouseNumber,
      addition: row.homeAddition,
      postalCode: row.homePostalCode,
      city: homePlace,
      latitude: row.homeLatitude,
      longitude: row.homeLongitude,
    },
    certificates: papersOf.get(row.id) ?? [],
    rosters: rosterViews(rosters.get(row.id) ?? []),
  }));
};

/** One mechanic, in full. */
export const mechanicView = async (db: Db, mechanicId: string, now: string) => {
  const [view] = await mechanicViews(db, { id: mechanicId, today: dayOf(now) });
  if (!view) throw notFound();
  return view;
};

/** Of where people live the place is for everybody of the office, the address for who lets a route start there. */
const placeOnly = <View extends { home: { city: string | null } }>(view: View) => {
  const { city } = view.home;
  const address = { street: null, houseNumber: null, addition: null, postalCode: null };
  return { ...view, home: { ...address, city, latitude: null, longitude: null } };
};

export const mechanicsList = query(contract.mechanics, async ({ db, actor, now, authorize }, { past }) => {
  authorize(maySeePlanning(actor));
  const rows = await mechanicViews(db, { past, today: dayOf(now) });
  return { rows: mayPlan(actor) ? rows : rows.map(placeOnly) };
});
