import { sql } from "kysely";
import { orders } from "#orders";
import { type Db, pageByKeyset, query } from "#platform";
import { planning as contract } from "../contract.ts";
import { offersFor } from "../offersFor.ts";
import { mayPlan, maySeePlanning } from "../policy.ts";
import { visits } from "../visitStore.ts";
import { visitRows, visitView, visitViews } from "./rows.ts";

const crewsOf = async (db: Db, from: string, until: string) => {
  const crews = await db
    .selectFrom("dayCrews as c")
    .innerJoin("vans as n", "n.id", "c.vanId")
    .select(["c.id", "c.onDay as on", "c.name", "n.name as van"])
    .select(sql<string>`to_char(c.starts_at, 'HH24:MI')`.as("startsAt"))
    .select(sql<string>`to_char(c.ends_at, 'HH24:MI')`.as("endsAt"))
    .where("c.onDay", ">=", from)
    .where("c.onDay", "<=", until)
    .orderBy("c.onDay")
    .orderBy("c.name")
    .execute();
  const members = await db
    .selectFrom("dayCrewMembers as m")
    .innerJoin("mechanics as p", "p.id", "m.mechanicId")
    .select(["m.crewId", "p.id", "p.name", "p.firstName", "p.skills"])
    .select(
      sql<boolean>`exists (select from absences a where a.mechanic_id = p.id
        and m.on_day between a.from_on and a.until_on and a.comes_at is null and a.leaves_at is null)`.as(
        "isAbsent",
      ),
    )
    .where("m.onDay", ">=", from)
    .where("m.onDay", "<=", until)
    .orderBy("m.position")
    .execute();
  const ofCrew = Map.groupBy(members, ({ crewId }) => crewId);
  return crews.map((crew) => {
    const people = ofCrew.get(crew.id) ?? [];
    const present = people.filter(({ isAbsent }) => !isAbsent);
    return { ...crew, members: people, skills: [...new Set(present.flatMap(({ skills }) => skills))] };
  });
};

export const week = query(contract.week, async ({ db, actor, authorize }, { from, until }) => {
  authorize(maySeePlanning(actor));
  const [crews, rows] = await Promise.all([
    crewsOf(db, from, until),
    visitRows(db)
      .where("v.onDay", ">=", from)
      .where("v.onDay", "<=", until)
      .where("v.status", "<>", "cancelled")
      .orderBy("v.plannedStart")
      .execute(),
  ]);
  return { crews, visits: rows };
});

export const visitsList = query(
  contract.visits,
  async ({ db, actor, authorize }, { sort, cursor, limit, ...filters }) => {
    authorize(maySeePlanning(actor));
    const { unplanned, status, kind, businessEntity, from, until } = filters;
    let select = visitRows(db);
    if (unplanned) select = select.where("v.status", "in", ["planned", "rescheduled"]);
    if (status?.length) select = select.where("v.status", "in", status);
    if (kind?.length) select = select.where("v.kind", "in", kind);
    if (businessEntity?.length) select = select.where("o.businessEntity", "in", businessEntity);
    if (from) select = select.where("v.onDay", ">=", from);
    if (until) select = select.where("v.onDay", "<=", until);
    const columns = { createdAt: sql`v.created_at`, number: sql`v.number` };
    return pageByKeyset(select, { sort, cursor, limit }, { columns, id: sql`v.id` });
  },
);

export const visitById = query(contract.visit, async ({ db, actor, authorize }, { visitId }) => {
  authorize(maySeePlanning(actor));
  return visitView(db, actor, visitId);
});

export const visitsOfOrder = query(contract.visitsOfOrder, async ({ db, actor, authorize }, { orderId }) => {
  authorize(maySeePlanning(actor));
  const { status } = await orders.byId(db, orderId);
  const isBeingPlanned = status === "planning" || status === "scheduled";
  return { rows: await visitViews(db, actor, { orderId }), canAdd: isBeingPlanned && mayPlan(actor) };
});

export const offersForVisit = query(
  contract.offersForVisit,
  async ({ db, actor, now, authorize }, { visitId }) => {
    authorize(maySeePlanning(actor));
    return { offers: (await offersFor(db, await visits.byId(db, visitId), now)) as never };
  },
);

export const mechanicsList = query(contract.mechanics, async ({ db, actor, authorize }) => {
  authorize(maySeePlanning(actor));
  const rows = await db
    .selectFrom("mechanics")
    .select(["id", "code", "name", "level", "skills"])
    .where("active", "=", true)
    .orderBy("name")
    .execute();
  return { rows };
});
