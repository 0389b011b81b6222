import { action } from "#platform";
import { planning as contract } from "../../contract.ts";
import { mayPlan } from "../../policy.ts";
import { visitRows } from "../../visits/queries/rows.ts";

/** Notes that somebody is away, and shows the visits this touches. */
export const addAbsence = action(contract.addAbsence, async ({ tx, actor, now, authorize, note }, given) => {
  authorize(mayPlan(actor));
  const { mechanicId, fromOn, untilOn, kind } = given;
  const { id } = await tx
    .insertInto("absences")
    .values({
      mechanicId,
      fromOn,
      untilOn,
      kind,
      comesAt: given.comesAt ?? null,
      leavesAt: given.leavesAt ?? null,
      createdAt: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  note({ recordType: "absence", recordId: id, reason: kind });
  const visits = await visitRows(tx)
    .innerJoin("dayCrewMembers as m", "m.crewId", "v.crewId")
    .where("m.mechanicId", "=", mechanicId)
    .where("v.onDay", ">=", fromOn)
    .where("v.onDay", "<=", untilOn)
    .where("v.status", "=", "scheduled")
    .orderBy("v.plannedStart")
    .execute();
  return { id, visits };
});
