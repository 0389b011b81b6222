import type { Day, Work } from "#platform";
import { instantOf } from "../slots/crewState.ts";
import type { Route } from "../slots/route.ts";

/** Writes the times of everything on the crew's day but a visit, which shift within what was promised. */
export const shiftOthers = async (
  { tx, now }: Pick<Work, "tx" | "now">,
  visitId: string | null,
  { on, route }: { on: Day; route: Route },
): Promise<void> => {
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

/** Writes how long driving to each visit of a crew's day takes; its times stay. */
export const tellDriving = async ({ tx, now }: Pick<Work, "tx" | "now">, { stops }: Route): Promise<void> => {
  for (const { visitId, travel } of stops)
    await tx
      .updateTable("visits")
      .set({ travelMinutes: travel, updatedAt: now })
      .where("id", "=", visitId)
      .where("status", "=", "scheduled")
      .execute();
};
