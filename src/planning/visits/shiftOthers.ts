import { sql } from "kysely";
import type { Day, Work } from "#platform";
import { instantOf } from "../slots/crewState.ts";
import type { Route } from "../slots/route.ts";

/**
 * Writes the times of everything else on the crew's day, which shift within what was promised. One after the other: only
 * at the end of the transaction is the crew in one place at a time again.
 */
export const shiftOthers = async (
  { tx, now }: Pick<Work, "tx" | "now">,
  visitId: string,
  { on, route }: { on: Day; route: Route },
): Promise<void> => {
  await sql`set constraints visits_crew_in_one_place deferred`.execute(tx);
  for (const stop of route.stops) {
    if (stop.visitId === visitId) continue;
    const plannedStart = instantOf(on, stop.start);
    await tx
      .updateTable("visits")
      .set({ plannedStart, plannedEnd: instantOf(on, stop.end), travelMinutes: stop.travel, updatedAt: now })
      .where("id", "=", stop.visitId)
      .where("status", "=", "scheduled")
      .execute();
    await tx.updateTable("slotHolds").set({ plannedStart }).where("visitId", "=", stop.visitId).execute();
  }
};
