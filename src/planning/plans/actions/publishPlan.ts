import { sql } from "kysely";
import { action, actorName, json, type Work } from "#platform";
import { planning as contract } from "../../contract.ts";
import { planPublished } from "../../events.ts";
import { mayPlan } from "../../policy.ts";
import { instantOf } from "../../slots/crewState.ts";
import type { Route } from "../../slots/route.ts";
import { reasonNeeded } from "../../visits/problems.ts";
import { placeVisit, takeOffDay } from "../../visits/scheduling.ts";
import { type Visit, visits } from "../../visits/visitStore.ts";
import { dropBrought } from "../crews/dropBrought.ts";
import { crewChanges, publishCrews } from "../crews/publishCrews.ts";
import { movedBy } from "../movedBy.ts";
import { inForce, placeInForce } from "../planData.ts";
import { isFirm, isLocked, type PlanState, placesInForce, placesOf } from "../planState.ts";
import { lockPlan, type StepMove, samePlace } from "../planStore.ts";
import { planMoved, planRuleBreaches } from "../problems.ts";
import { movesBetween, type OpenPlan } from "../steps.ts";

const isMoved = ({ before, after }: StepMove) =>
  before?.crewId !== after?.crewId ||
  before?.part !== after?.part ||
  before?.isPinned !== after?.isPinned ||
  isLaterPinned(before, after);

/** A pinned visit has a time that was told. */
const isLaterPinned = (before: StepMove["before"], after: StepMove["after"]) =>
  after?.isPinned === true && before?.start !== after.start;

/** The route of a crew's day as a draft drives it. */
const routeOf = ({ scored }: PlanState, crewId: string): Route => {
  const day = scored.days.find(({ slot }) => slot.crewId === crewId)!;
  const stops = day.stops.map(({ task, start, end, drives }) => {
    return { visitId: task.id, start, end, travel: drives };
  });
  const travel = stops.reduce((sum, stop) => sum + stop.travel, day.drivesBack);
  return { stops, back: day.backAt, travel };
};

/** Writes times of all that is scheduled already in one go, so that visits may change places with each other. */
const shiftScheduled = async ({ tx, now }: Work, state: PlanState, moves: readonly StepMove[]) => {
  await sql`set constraints visits_crew_in_one_place deferred`.execute(tx);
  const stops = state.scored.days.flatMap((day) => day.stops);
  const endOf = new Map(stops.map(({ task, end }) => [task.id, end]));
  const rows = moves.flatMap(({ visitId, after }) =>
    after
      ? [
          {
            id: visitId,
            crewId: after.crewId,
            onDay: after.on,
            start: instantOf(after.on, after.start),
            end: instantOf(after.on, endOf.get(visitId)!),
          },
        ]
      : [],
  );
  if (rows.length === 0) return;
  await sql`update visits v set crew_id = m."crewId", on_day = m."onDay", planned_start = m."start", planned_end = m."end",
      updated_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as m(id uuid, "crewId" uuid, "onDay" date, "start" timestamptz, "end" timestamptz)
    where v.id = m.id and v.status = 'scheduled'`.execute(tx);
};

/** The visits that move, held; who gives up a time or departs takes no crew's day, so that may have happened meanwhile. */
const holdVisits = async ({ tx }: Work, plan: OpenPlan, moves: readonly StepMove[]) => {
  const statusOf = new Map(plan.state.data.visits.map(({ id, status }) => [id, status]));
  const held = new Map<string, Visit>();
  for (const { visitId } of moves) held.set(visitId, await visits.lock(tx, visitId));
  const elsewhere = moves.filter(({ visitId, before }) => {
    const visit = held.get(visitId)!;
    return visit.status !== statusOf.get(visitId) || !samePlace(placeInForce(visit), before);
  });
  if (elsewhere.length > 0)
    throw planMoved({
      visits: await movedBy(
        tx,
        plan,
        elsewhere.map(({ visitId }) => visitId),
      ),
    });
  return held;
};

const carryOut = async (work: Work, plan: OpenPlan, moves: readonly StepMove[], reason: string | null) => {
  const { state } = plan;
  const before = await holdVisits(work, plan, moves);
  for (const { visitId, after } of moves)
    if (!after)
      await takeOffDay(work, before.get(visitId)!, reason ?? "replanned", { isTold: reason !== null });
  await shiftScheduled(work, state, moves);
  for (const move of moves.filter(isMoved)) {
    const { visitId, after } = move;
    if (!after) continue;
    const place = { crewId: after.crewId, on: after.on, part: after.part, isPinned: after.isPinned };
    await placeVisit(
      work,
      before.get(visitId)!,
      { ...place, route: routeOf(state, after.crewId) },
      { reason, isTold: true },
    );
  }
};

/** Makes a draft the plan in force, as a whole; customers whose day or part of the day changes are told. */
export const publishPlan = action(contract.publishPlan, async (work, { planId, reason, despite }) => {
  work.authorize(mayPlan(work.actor));
  const { row, state } = await lockPlan(work, planId, { withDays: true });
  const { breaches } = state.scored;
  if (breaches.length > 0 && !despite) throw planRuleBreaches({ breaches });
  const known = new Map(state.data.visits.map((visit) => [visit.id, visit]));
  const moves = movesBetween(placesInForce(state.data), placesOf(state)).filter(
    ({ visitId }) => !isLocked(known.get(visitId)!),
  );
  const crews = crewChanges(state.data);
  const changesPromise = ({ visitId, before, after }: StepMove) =>
    isFirm(known.get(visitId)!) && (before?.on !== after?.on || before?.part !== after?.part);
  if (moves.some(changesPromise) && !reason) throw reasonNeeded({ move: "publish" });
  const made = await publishCrews(work, state.data, crews);
  await carryOut(work, { row, state }, moves, reason ?? null);
  const kept = row.takesBack ? await dropBrought(work, row.takesBack, made) : made;
  await work.tx
    .updateTable("plans")
    .set({
      status: "published",
      updatedAt: work.now,
      publishedBy: actorName(work.actor) ?? "",
      publishedMoves: json(moves),
      publishedCrews: json(kept),
    })
    .where("id", "=", planId)
    .execute();
  const counts = {
    planned: moves.filter(({ visitId, after }) => after && !inForce(known.get(visitId)!)).length,
    moved: moves.filter((move) => move.before && move.after && isMoved(move)).length,
    freed: moves.filter(({ after }) => !after).length,
    told: moves.filter((move) => changesPromise(move) || (!move.before && move.after)).length,
    crews: kept.length,
  };
  work.note({
    recordType: "plan",
    recordId: planId,
    changes: { moved: [0, moves.length] },
    reason: reason ?? null,
  });
  work.announce(
    planPublished({
      id: planId,
      from: row.fromOn,
      until: row.untilOn,
      moved: moves.length,
      told: counts.told,
    }),
  );
  return counts;
});
