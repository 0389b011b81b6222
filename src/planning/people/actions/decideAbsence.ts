import { action, actorName, notFound } from "#platform";
import { planning as contract } from "../../contract.ts";
import { meansChanged } from "../../events.ts";
import { inWords } from "../../inWords.ts";
import { mayPlan } from "../../policy.ts";
import { absenceWithVisits } from "../absenceHits.ts";
import { lockMechanic } from "../mechanics.ts";
import { alreadyDecided } from "../problems.ts";

const from: Readonly<Record<string, readonly string[]>> = {
  approved: ["pending", "rejected", "cancelled"],
  rejected: ["pending"],
  cancelled: ["pending", "approved"],
};

/** Says yes or no to an absence, or calls it off; a yes shows which visits it touches. */
export const decideAbsence = action(contract.decideAbsence, async (work, { absenceId, approval }) => {
  const { tx, actor, now, authorize, note, announce } = work;
  authorize(mayPlan(actor));
  const known = await tx
    .selectFrom("absences")
    .select(["mechanicId"])
    .where("id", "=", absenceId)
    .executeTakeFirst();
  if (!known) throw notFound();
  await lockMechanic(tx, known.mechanicId);
  const before = await tx
    .selectFrom("absences")
    .select("approval")
    .where("id", "=", absenceId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (!from[approval]?.includes(before.approval)) throw alreadyDecided({ approval: before.approval });
  const absence = await inWords(
    tx
      .updateTable("absences")
      .set({ approval, decidedAt: now, decidedBy: actorName(actor) })
      .where("id", "=", absenceId)
      .returningAll()
      .executeTakeFirstOrThrow(),
  );
  note({ recordType: "absence", recordId: absenceId, changes: { approval: [before.approval, approval] } });
  announce(meansChanged({ id: known.mechanicId, what: "absence" }));
  return absenceWithVisits(tx, absence, now);
});
