import { action, type Day, dayOf, daysAfter, type Work } from "#platform";
import { planning as contract } from "../../contract.ts";
import type { Weights } from "../../optimizer/model.ts";
import { mostDays } from "../../period.ts";
import { mayPlan } from "../../policy.ts";
import { withMoved } from "../../settings/weights.ts";
import { visits } from "../../visits/visitStore.ts";
import { keepFacts } from "../happened.ts";
import { keepOrder } from "../keepOrder.ts";
import { mustBeSensible } from "../mustBeSensible.ts";
import { type PlanData, planData } from "../planData.ts";
import { isFirm, type PlanState, placesInForce, placesOf, planState } from "../planState.ts";
import { readPlan } from "../planStore.ts";
import { planView } from "../planView.ts";
import { movable, solvePlan } from "../solvePlan.ts";
import { movesBetween, takeStep } from "../steps.ts";
import type { Disruption, PlanPlace, Repair } from "../views.ts";
import { insertPlan } from "./keepPlan.ts";

interface Way {
  kind: Repair["kind"];
  weights: Weights;
}

/** Three ways to weigh calm against driving. */
const waysBy = (weights: Weights): Way[] => [
  { kind: "least_disruption", weights: withMoved(weights, 4 * weights.dayMoved) },
  { kind: "balanced", weights },
  { kind: "least_travel", weights: { ...withMoved(weights, weights.dayMoved / 3), crewMoved: 2 } },
];
const secondsEach = 0.8;
const daysToMend = 6;

const daysOf = async (work: Work, what: Disruption): Promise<{ from: Day; until: Day }> => {
  const today = dayOf(work.now);
  if (what.kind === "ill" || what.kind === "van_broken") {
    const from = later(what.from, today);
    const until = later(what.until, daysAfter(from, daysToMend));
    return { from, until: earlier(until, daysAfter(from, mostDays)) };
  }
  if (what.kind === "emergency") return { from: what.on, until: daysAfter(what.on, daysToMend) };
  const { onDay } = await visits.byId(work.tx, what.visitId);
  const from = onDay ?? today;
  return { from, until: daysAfter(from, daysToMend) };
};

const later = (a: Day, b: Day) => (a > b ? a : b);
const earlier = (a: Day, b: Day) => (a < b ? a : b);

const tells = (state: PlanState, visitId: string, from: PlanPlace | null, to: PlanPlace | null) => {
  const visit = state.data.visits.find(({ id }) => id === visitId);
  if (visit && !from && to) return "first_time" as const;
  if (!visit || !isFirm(visit)) return "nothing" as const;
  if (!to) return "no_time" as const;
  if (from?.on !== to.on) return "new_day" as const;
  return from.part === to.part ? ("nothing" as const) : ("new_time" as const);
};

const repairOf = (planId: string, kind: Repair["kind"], after: PlanState): Repair => {
  const facts = new Map(after.data.visits.map((visit) => [visit.id, visit]));
  const moves = movesBetween(placesInForce(after.data), placesOf(after)).filter(
    (move) => move.before?.crewId !== move.after?.crewId || move.before?.part !== move.after?.part,
  );
  return {
    planId,
    kind,
    score: planView(after).score(),
    moves: moves.map(({ visitId, before: from, after: to }) => ({
      visitId,
      number: facts.get(visitId)!.number,
      customerName: facts.get(visitId)!.customerName,
      from,
      to,
      tells: tells(after, visitId, from, to),
    })),
  };
};

/** Solves what is left after something happened, with one way of weighing calm against driving. */
const mend = async (data: PlanData, today: Day, what: Disruption, { kind, weights }: Way) => {
  const places = placesInForce(data);
  // The step begins at what is in force, so that a visit that lost its time is part of it.
  const before = planState(data, placesInForce(data), { today, loose: true });
  if (what.kind === "no_show") places.delete(what.visitId);
  const standing = new Set(places.keys());
  const hit = planState(data, places, { today, loose: true });
  const state = { ...hit, problem: { ...hit.problem, weights } };
  const mayMove = (id: string) => standing.has(id) || (what.kind === "emergency" && id === what.visitId);
  const free = new Set([...movable(state, { scope: "all" })].filter(mayMove));
  const { places: solved } = await solvePlan(state, free, { seconds: secondsEach, threads: 1 });
  return { before, solved: kind === "least_disruption" ? keepOrder(hit, solved) : solved };
};

/** Mends the plan after something happened: up to three drafts, from the calmest to the shortest roads. */
export const repair = action(contract.repair, async (work, { what }) => {
  work.authorize(mayPlan(work.actor));
  await mustBeSensible(work, what);
  await keepFacts(work, what);
  const days = await daysOf(work, what);
  const data = await planData(work.tx, days);
  const today = dayOf(work.now);
  const mended = await Promise.all(
    waysBy(data.weights).map(async (way) => ({ kind: way.kind, ...(await mend(data, today, what, way)) })),
  );
  const repairs: Repair[] = [];
  const seen = new Set<string>();
  for (const { kind, before, solved } of mended) {
    const key = JSON.stringify(
      [...solved].map(([id, { crewId, part }]) => `${id} ${crewId} ${part}`).toSorted(),
    );
    if (seen.has(key)) continue;
    seen.add(key);
    const id = await insertPlan(work, { ...days, name: "", repair: { what: what.kind, way: kind } });
    const row = await work.tx.selectFrom("plans").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
    await takeStep(work, { row, state: before }, { places: solved }, { kind: "repair" });
    const { state: after } = await readPlan(work.tx, id, { today });
    repairs.push(repairOf(id, kind, after));
  }
  return { repairs };
});
