import { action, actorName, type Day, daysAfter, invalidInput, type Work } from "#platform";
import { planning as contract } from "../../contract.ts";
import { planChanged } from "../../events.ts";
import { mayPlan } from "../../policy.ts";
import { lockPlan } from "../planStore.ts";
import { planRow } from "../queries/plans.ts";

const mostDays = 42;

/** Begins a draft: empty, so that it shows what is in force. */
export const insertPlan = async (
  work: Work,
  { from, until, name }: { from: Day; until: Day; name: string },
): Promise<string> => {
  const { id } = await work.tx
    .insertInto("plans")
    .values({
      name,
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

export const makePlan = action(contract.makePlan, async (work, { from, until, name, copyOf }) => {
  const { tx } = work;
  work.authorize(mayPlan(work.actor));
  if (until < from || until > daysAfter(from, mostDays))
    throw invalidInput({
      errors: [
        { pointer: "/body/until", problem: "not-valid", message: `at most ${mostDays} days after the first` },
      ],
    });
  const id = await insertPlan(work, { from, until, name: name || from });
  if (copyOf)
    await tx
      .insertInto("planPlaces")
      .columns(["planId", "visitId", "crewId", "onDay", "dayPart", "startMinute", "isPinned"])
      .expression((build) =>
        build
          .selectFrom("planPlaces")
          .select((eb) => [
            eb.val(id).$castTo<string>().as("planId"),
            "visitId",
            "crewId",
            "onDay",
            "dayPart",
            "startMinute",
            "isPinned",
          ])
          .where("planId", "=", copyOf),
      )
      .execute();
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
