import { action, invalidInput, notFound } from "#platform";
import { planning as contract } from "../../contract.ts";
import { mayPlan } from "../../policy.ts";
import { cardsById } from "../crewCards.ts";
import { lockCrew, writeMembers } from "../crewStore.ts";
import { unknown } from "../mustExist.ts";
import { crewFull } from "../problems.ts";
import { afterChange, mustBeRight } from "./keepCrew.ts";

const most = 3;

/** Puts somebody on a crew, and off the one the person was on that day; two planners at once wait for each other. */
export const assignMechanic = action(
  contract.assignMechanic,
  async (work, { mechanicId, on, crewId, despite }) => {
    const { tx } = work;
    work.authorize(mayPlan(work.actor));
    if (!(await tx.selectFrom("mechanics").select("id").where("id", "=", mechanicId).executeTakeFirst()))
      throw invalidInput({ errors: [unknown("/mechanicId")] });
    if (crewId && (await lockCrew(tx, crewId)).on !== on) throw notFound();
    const former = await tx
      .selectFrom("dayCrewMembers")
      .select("crewId")
      .where("mechanicId", "=", mechanicId)
      .where("onDay", "=", on)
      .executeTakeFirst();
    const formerCrewId = former?.crewId ?? null;
    const touched = [...new Set([formerCrewId, crewId].filter((id) => id !== null))];
    if (formerCrewId === crewId) return { formerCrewId, crews: await cardsById(tx, touched) };
    const before = await cardsById(tx, touched);
    if (formerCrewId) {
      const { mechanicIds } = await lockCrew(tx, formerCrewId);
      await writeMembers(
        work,
        formerCrewId,
        on,
        mechanicIds.filter((id) => id !== mechanicId),
      );
    }
    if (crewId) {
      const { mechanicIds, name } = await lockCrew(tx, crewId);
      if (mechanicIds.length >= most) throw crewFull({ name });
      await writeMembers(work, crewId, on, [...mechanicIds, mechanicId], { despite: true });
    }
    const crews = await cardsById(tx, touched);
    mustBeRight(before, crews, despite);
    await afterChange(work, crews);
    return { formerCrewId, crews };
  },
);
