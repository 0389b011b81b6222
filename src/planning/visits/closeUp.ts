import { type Day, dayOf, listen, type Work } from "#platform";
import { crewChanged } from "../events.ts";
import { crewDays, lockDays } from "../slots/crewState.ts";
import type { TimedStop } from "../slots/route.ts";
import { asPlanned, inPlannedOrder, plannedTimes } from "./asPlanned.ts";
import { visitCancelled, visitFreed, visitMoved } from "./events.ts";
import { crewNameOf } from "./scheduling.ts";

interface Left {
  formerOn?: Day | null | undefined;
  formerCrewId?: string | null | undefined;
}

/** Writes how long driving to each visit takes; gives how many had another figure. */
const tellDriving = async ({ tx, now }: Work, stops: readonly TimedStop[]): Promise<number> => {
  let changed = 0;
  for (const { visitId, travel } of stops) {
    const { numUpdatedRows } = await tx
      .updateTable("visits")
      .set({ travelMinutes: travel, updatedAt: now })
      .where("id", "=", visitId)
      .where("status", "=", "scheduled")
      .where("travelMinutes", "is distinct from", travel)
      .executeTakeFirst();
    changed += Number(numUpdatedRows);
  }
  return changed;
};

/** A visit left a crew's day: what stood after it is driven to from elsewhere now. Times stay as they were promised. */
const closeUp = async (work: Work, { formerOn: on, formerCrewId: crewId }: Left): Promise<void> => {
  if (!on || !crewId || on < dayOf(work.now)) return;
  await lockDays(work.tx, { days: [on] });
  const days = await crewDays(work.tx, { from: on, until: on, now: work.now });
  const day = days.find((each) => each.crewId === crewId);
  if (!day) return;
  const stops = inPlannedOrder(day.stops, await plannedTimes(work.tx, crewId));
  if ((await tellDriving(work, asPlanned(day, stops))) === 0) return;
  const name = await crewNameOf(work, crewId);
  work.announce(crewChanged({ id: crewId, on, name, what: "changed" }));
};

export const closeUpAfterMove = listen(visitMoved, "planning/close-up-after-move", closeUp);
export const closeUpAfterFreed = listen(visitFreed, "planning/close-up-after-freed", closeUp);
export const closeUpAfterCancelled = listen(visitCancelled, "planning/close-up-after-cancelled", closeUp);
