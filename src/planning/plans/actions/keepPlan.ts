import { sql } from "kysely";
import { action, actorName, type Day, invalidInput, type Tx, type Work } from "#platform";
import { planning as contract } from "../../contract.ts";
import { planChanged } from "../../events.ts";
import { refuseOddPeriod } from "../../period.ts";
import { mayPlan } from "../../policy.ts";
import { lockPlan } from "../planStore.ts";
import { planRow } from "../queries/plans.ts";
import type { PlanRow } from "../views.ts";

interface Days {
  from: Day;
  until: Day;
}

/** Begins a draft: empty, so that it shows what is in force. */
export const insertPlan = async (
  work: Work,
  {
    from,
    until,
    name,
    repair = null,
    takesBack = null,
  }: Days & { name: string; repair?: PlanRow["repair"]; takesBack?: string | null },
): Promise<string> => {
  const { id } = await work.tx
    .insertInto("plans")
    .values({
      name,
      repairs: repair?.what ?? null,
      way: repair?.way ?? null,
      // Not in the list of plans until somebody takes it.
      isOffered: repair !== null,
      takesBack,
      fromOn: from,
      untilOn: until,
      madeBy: actorName(work.actor) ?? "",
      createdAt: work.now,
      updatedAt: work.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  work.announce(planChanged({ id, what: "made" }));
  return id;
};

/** What a draft has otherwise than in force, visits and crews, in another draft as well. */
const copyDraft = async (tx: Tx, from: string, to: string) => {
  await sql`insert into plan_new_crews (plan_id, crew_id, on_day, name, van_id, member_ids, depot_name, depot_latitude,
      depot_longitude, starts_at, ends_at)
    select ${to}, crew_id, on_day, name, van_id, member_ids, depot_name, depot_latitude, depot_longitude, starts_at, ends_at
    from plan_new_crews where plan_id = ${from}`.execute(tx);
  await sql`insert into plan_places (plan_id, visit_id, crew_id, new_crew_id, on_day, day_part, start_minute, is_pinned)
    select ${to}, visit_id, crew_id, new_crew_id, on_day, day_part, start_minute, is_pinned
    from plan_places where plan_id = ${from}`.execute(tx);
  await sql`insert into plan_crews (plan_id, crew_id, member_ids, van_id, depot_name, depot_latitude, depot_longitude)
    select ${to}, crew_id, member_ids, van_id, depot_name, depot_latitude, depot_longitude
    from plan_crews where plan_id = ${from}`.execute(tx);
};

/** What a draft moved to a day that a copy does not have would stand nowhere in it, and lose its time. */
const mustHaveAllDays = ({ from, until }: Days, of: Days) => {
  if (from <= of.from && until >= of.until) return;
  const message = `a copy has all days of its plan, ${of.from} until ${of.until}`;
  throw invalidInput({ errors: [{ pointer: "/copyOf", problem: "other", message }] });
};

export const makePlan = action(contract.makePlan, async (work, { from, until, name, copyOf }) => {
  const { tx } = work;
  work.authorize(mayPlan(work.actor));
  refuseOddPeriod({ from, until }, work.now);
  if (copyOf) mustHaveAllDays({ from, until }, await planRow(tx, copyOf));
  const id = await insertPlan(work, { from, until, name: name || from });
  if (copyOf) await copyDraft(tx, copyOf, id);
  return planRow(tx, id);
});

export const renamePlan = action(contract.renamePlan, async (work, { planId, name }) => {
  work.authorize(mayPlan(work.actor));
  await lockPlan(work, planId);
  await work.tx.updateTable("plans").set({ name, updatedAt: work.now }).where("id", "=", planId).execute();
  work.announce(planChanged({ id: planId, what: "renamed" }));
  return planRow(work.tx, planId);
});

export const discardPlan = action(contract.discardPlan, async (work, { planId }) => {
  work.authorize(mayPlan(work.actor));
  await lockPlan(work, planId);
  await work.tx
    .updateTable("plans")
    .set({ status: "discarded", updatedAt: work.now })
    .where("id", "=", planId)
    .execute();
  work.announce(planChanged({ id: planId, what: "discarded" }));
  return planRow(work.tx, planId);
});
