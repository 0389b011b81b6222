import { type Day, dayOf, listen, type Work } from "#platform";
import { crewDays, lockDays } from "../slots/crewState.ts";
import { routeOf } from "../slots/route.ts";
import { visitCancelled, visitFreed, visitMoved } from "./events.ts";
import { shiftOthers, tellDriving } from "./shiftOthers.ts";

interface Left {
  formerOn?: Day | null | undefined;
  formerCrewId?: string | null | undefined;
}

/**
 * A visit left a crew's day: what stood after it is driven to from elsewhere now. Times move up within what was promised;
 * on the day itself only the driving is told anew, since people are on their way by the old times.
 */
const closeUp = async (work: Work, { formerOn: on, formerCrewId }: Left): Promise<void> => {
  const today = dayOf(work.now);
  if (!on || !formerCrewId || on < today) return;
  await lockDays(work.tx, { days: [on] });
  const days = await crewDays(work.tx, { from: on, until: on, now: work.now });
  const day = days.find(({ crewId }) => crewId === formerCrewId);
  const route = day && routeOf(day, day.stops);
  if (!route) return;
  if (on === today) await tellDriving(work, route);
  else await shiftOthers(work, null, { on, route });
};

export const closeUpAfterMove = listen(visitMoved, "planning/close-up-after-move", closeUp);
export const closeUpAfterFreed = listen(visitFreed, "planning/close-up-after-freed", closeUp);
export const closeUpAfterCancelled = listen(visitCancelled, "planning/close-up-after-cancelled", closeUp);
