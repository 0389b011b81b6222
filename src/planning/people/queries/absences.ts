import { sql } from "kysely";
import { type Db, notFound, query } from "#platform";
import { planning as contract } from "../../contract.ts";
import { mayPlan, maySeePlanning } from "../../policy.ts";
import { absenceWithVisits } from "../absenceHits.ts";

const time = (column: string) => sql<string | null>`to_char(${sql.ref(column)}, 'HH24:MI')`;

const absenceRows = (db: Db) =>
  db
    .selectFrom("absences as a")
    .innerJoin("mechanics as m", "m.id", "a.mechanicId")
    .select(["a.id", "a.mechanicId", "m.name as mechanicName", "a.fromOn", "a.untilOn", "a.kind"])
    .select(["a.approval", "a.callable", "a.remarks"])
    .select(time("a.comes_at").as("comesAt"))
    .select(time("a.leaves_at").as("leavesAt"))
    .select(time("a.away_from").as("awayFrom"))
    .select(time("a.away_until").as("awayUntil"));

export const absencesList = query(
  contract.absences,
  async ({ db, actor, authorize }, { from, until, mechanicId }) => {
    authorize(maySeePlanning(actor));
    let select = absenceRows(db)
      .where("a.untilOn", ">=", from)
      .where("a.fromOn", "<=", until)
      .orderBy("a.fromOn")
      .orderBy("m.name")
      .limit(1000);
    if (mechanicId) select = select.where("a.mechanicId", "=", mechanicId);
    const rows = await select.execute();
    // Why somebody is away, in words, is between them and who plans.
    return { rows: mayPlan(actor) ? rows : rows.map((row) => ({ ...row, remarks: null })) };
  },
);

export const absenceHits = query(
  contract.absenceHits,
  async ({ db, actor, now, authorize }, { absenceId }) => {
    authorize(maySeePlanning(actor));
    const absence = await db
      .selectFrom("absences")
      .selectAll()
      .where("id", "=", absenceId)
      .executeTakeFirst();
    if (!absence) throw notFound();
    return absenceWithVisits(db, absence, now);
  },
);
