import { sql } from "kysely";
import { type Actor, type Db, notFound } from "#platform";
import { mayPlan } from "../../policy.ts";
import { type VisitStatus, visitStatus } from "../visitStatus.ts";

/** Visits with the order, place and crew they belong to. */
export const visitRows = (db: Db) =>
  db
    .selectFrom("visits as v")
    .innerJoin("orders as o", "o.id", "v.orderId")
    .leftJoin("dayCrews as c", "c.id", "v.crewId")
    .select([
      "v.id",
      "v.number",
      "v.orderId",
      "o.number as orderNumber",
      "o.businessEntity",
      "o.customerName",
      "o.place",
      "o.priority",
      "o.requestedOn",
      "v.kind",
      "v.status",
      "v.minutes",
      "v.skills",
      "v.onDay as on",
      "v.dayPart as part",
      "v.crewId",
      "c.name as crewName",
      "v.plannedStart",
      "v.plannedEnd",
      "v.travelMinutes",
      "v.isPinned",
      "v.confirmedBy",
      "v.rescheduleCount",
      "v.rescheduleReason",
      "v.createdAt",
    ]);

/** Visits in full, each with the moves a planner could make now. */
export const visitViews = async (db: Db, actor: Actor, which: { visitId: string } | { orderId: string }) => {
  const rows = await visitRows(db)
    .select(["v.cancelReason", "v.actualStart", "v.actualEnd"])
    .select(sql<string[]>`crew_first_names(v.crew_id)`.as("crew"))
    .$if("visitId" in which, (select) => select.where("v.id", "=", (which as { visitId: string }).visitId))
    .$if("orderId" in which, (select) =>
      select.where("v.orderId", "=", (which as { orderId: string }).orderId),
    )
    .orderBy("v.sequence")
    .execute();
  return rows.map((row) => ({ ...row, moves: movesFor(actor, row.status as VisitStatus) }));
};

const byPlanner = ["schedule", "move", "free", "cancel"];

const movesFor = (actor: Actor, status: VisitStatus) => {
  const open = Object.entries(visitStatus.movesOf({ status })).filter(([move]) => byPlanner.includes(move));
  if (mayPlan(actor)) return Object.fromEntries(open);
  return Object.fromEntries(
    open.map(([move]) => [move, { can: false, missing: ["scope:operations.planning"] }]),
  );
};

export const visitView = async (db: Db, actor: Actor, visitId: string) => {
  const [view] = await visitViews(db, actor, { visitId });
  if (!view) throw notFound();
  return view;
};

/** A visit in the words of customer and partner. */
export const visitsForOthers = (db: Db, orderId: string) =>
  db
    .selectFrom("visits as v")
    .select([
      "v.id",
      "v.orderId",
      "v.number",
      "v.kind",
      "v.status",
      "v.onDay as on",
      "v.dayPart as part",
      "v.minutes",
      "v.skills",
      "v.plannedStart",
      "v.plannedEnd",
      "v.calendarChange",
    ])
    .select(sql<string[]>`crew_first_names(v.crew_id)`.as("crew"))
    .where("v.orderId", "=", orderId)
    .where("v.status", "<>", "cancelled")
    .orderBy("v.sequence")
    .execute();
