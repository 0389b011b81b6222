import { sql } from "kysely";
import { type Db, dayOf, notFound, query } from "#platform";
import { planning as contract } from "../../contract.ts";
import { maySeePlans } from "../../policy.ts";
import { crewsThatGo } from "../crews/dropBrought.ts";
import { crewsOut } from "../crewsOut.ts";
import { possiblePlaces } from "../moves.ts";
import { estimated, readPlan, stepsOf } from "../planStore.ts";
import { planView } from "../planView.ts";
import { runOfPlan, runView } from "../runs.ts";
import type { PlanRow, Publication } from "../views.ts";
import { changesOf } from "./changes.ts";

const repairOf = () =>
  sql<PlanRow["repair"]>`case when p.repairs is null then null
    else jsonb_build_object('what', p.repairs, 'way', p.way) end`.as("repair");

const planRows = (db: Db) =>
  db
    .selectFrom("plans as p")
    .select([
      "p.id",
      "p.name",
      "p.fromOn as from",
      "p.untilOn as until",
      "p.status",
      "p.revision",
      "p.madeBy",
    ])
    .select(["p.createdAt", "p.updatedAt"])
    .select(repairOf());

const withChanges = async (db: Db, rows: readonly Omit<PlanRow, "changes">[]): Promise<PlanRow[]> => {
  const changes = await changesOf(db, rows);
  return rows.map((row) => ({ ...row, changes: changes.get(row.id) ?? 0 }));
};

export const planRow = async (db: Db, planId: string): Promise<PlanRow> => {
  const row = await planRows(db).where("p.id", "=", planId).executeTakeFirst();
  if (!row) throw notFound();
  return (await withChanges(db, [row as PlanRow]))[0]!;
};

export const plans = query(contract.plans, async ({ db, actor, authorize }, { from, until }) => {
  authorize(maySeePlans(actor));
  const rows = await planRows(db)
    .where("p.status", "=", "draft")
    .where("p.isOffered", "=", false)
    .where("p.fromOn", "<=", until)
    .where("p.untilOn", ">=", from)
    .orderBy("p.createdAt", "desc")
    .limit(50)
    .execute();
  return { rows: await withChanges(db, rows as PlanRow[]) };
});

/** How many visits a publication put elsewhere, counted in the same way. */
const movesOf = () =>
  sql<number>`(select count(*)::integer from jsonb_to_recordset(p.published_moves) as m(before jsonb, after jsonb)
    where (m.before->>'crewId' = m.after->>'crewId' and m.before->>'part' = m.after->>'part'
      and m.before->>'isPinned' = m.after->>'isPinned'
      and abs((m.before->>'start')::real - (m.after->>'start')::real) < ${estimated}) is not true)`.as(
    "visits",
  );

/** So many are shown at most. */
const mostPublications = 20;

export const publications = query(
  contract.publications,
  async ({ db, actor, authorize }, { from, until }) => {
    authorize(maySeePlans(actor));
    const rows = await db
      .selectFrom("plans as p")
      .select(["p.id", "p.name", "p.fromOn as from", "p.untilOn as until"])
      .select(["p.updatedAt as publishedAt", "p.publishedBy"])
      .select(movesOf())
      .select(sql<number>`jsonb_array_length(published_crews)`.as("crews"))
      .select(repairOf())
      .where("p.status", "=", "published")
      // Of one that changed nothing, as when two publish the same at once, there is nothing to take back.
      .where(sql<boolean>`(p.published_moves <> '[]' or p.published_crews <> '[]')`)
      .where("p.fromOn", "<=", until)
      .where("p.untilOn", ">=", from)
      .orderBy("p.updatedAt", "desc")
      .orderBy("p.id", "desc")
      .limit(mostPublications)
      .execute();
    return { rows: rows as Publication[] };
  },
);

export const plan = query(contract.plan, async ({ db, actor, now, authorize }, { planId }) => {
  authorize(maySeePlans(actor));
  const [row, { row: record, state }, steps, run] = await Promise.all([
    planRow(db, planId),
    readPlan(db, planId, { today: dayOf(now) }),
    stepsOf(db, planId),
    runOfPlan(db, planId, now),
  ]);
  const view = planView(state);
  const [out, going] = await Promise.all([
    crewsOut(db, state),
    record.takesBack ? crewsThatGo(db, record.takesBack, state) : [],
  ]);
  return {
    ...row,
    score: view.score(),
    days: view.days(),
    visits: view.visits(),
    crewsOut: out,
    crewsThatGo: going.map(({ id, name, on }) => ({ id, name, on })),
    ...steps,
    run,
  };
});

export const placesFor = query(
  contract.placesFor,
  async ({ db, actor, now, authorize }, { planId, visitId }) => {
    authorize(maySeePlans(actor));
    const { state } = await readPlan(db, planId, { today: dayOf(now), loose: true });
    return { places: possiblePlaces(state, visitId) };
  },
);

export const planRun = query(contract.planRun, async ({ db, actor, now, authorize }, { runId }) => {
  authorize(maySeePlans(actor));
  return runView(db, runId, now);
});
