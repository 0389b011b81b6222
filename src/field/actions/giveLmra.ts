import { action, actorName } from "#platform";
import { field as contract, type Lmra } from "../contract.ts";
import { lmraGiven } from "../events.ts";
import { reasonNeeded } from "../problems.ts";
import { moveWorkOrder } from "../workOrderStore.ts";
import { endJob } from "./callOff.ts";
import { jobOf, viewOf } from "./job.ts";

const points = [
  "electricalSafety",
  "equipmentPresent",
  "workspaceSafe",
  "customerInformed",
  "emergencyKnown",
  "cupboardSafe",
  "workplaceSafe",
] as const satisfies (keyof Lmra)[];

/** One "no", or a crew that cannot go on, calls the job off. */
export const outcomeOf = (lmra: Lmra): "no_risks" | "risks_noted" | "called_off" => {
  if (!lmra.canGoOn || points.some((point) => !lmra[point])) return "called_off";
  return lmra.otherRisks || lmra.riskLevel !== "low" ? "risks_noted" : "no_risks";
};

/**
 * The last-minute risk analysis, before anything else on site (Arbeidsomstandighedenwet art. 5, 8). Failed, it ends the
 * work order as cancelled, and another visit follows.
 */
export const giveLmra = action(
  contract.giveLmra,
  async (work, { workOrderId, lmraId, at: given, ...lmra }) => {
    const { workOrder, mechanicId, at } = await jobOf(work, workOrderId, given);
    const begun = await moveWorkOrder(work, workOrder, "beginLmra");
    const outcome = outcomeOf(lmra);
    if (outcome === "called_off" && !lmra.otherRisks)
      throw reasonNeeded({
        errors: [{ pointer: "/otherRisks", problem: "required", message: "Say what is unsafe" }],
      });
    await work.tx
      .insertInto("lmras")
      .values({
        ...lmra,
        id: lmraId,
        workOrderId,
        outcome,
        byMechanicId: mechanicId,
        byName: actorName(work.actor) ?? "",
        doneAt: at,
      })
      .execute();
    const { id, orderId, visitId, number } = workOrder;
    work.announce(lmraGiven({ id, orderId, visitId, number, outcome, riskLevel: lmra.riskLevel }));
    if (outcome !== "called_off") await moveWorkOrder(work, begun, "approveLmra");
    else {
      const failed = await moveWorkOrder(work, begun, "failLmra");
      const reason = `LMRA: ${lmra.otherRisks}`;
      await endJob(work, failed, { reason, at, kind: "lmra_failed" });
    }
    return viewOf(work, workOrder);
  },
);
