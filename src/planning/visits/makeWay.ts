import type { Work } from "#platform";
import { instantOf } from "../slots/crewState.ts";
import type { Fit } from "../slots/offers.ts";
import { slotTaken } from "../slots/problems.ts";
import { visitMoved } from "./events.ts";
import { crewNameOf, orderFollows } from "./scheduling.ts";
import { shiftOthers } from "./shiftOthers.ts";
import { moveVisit, visits } from "./visitStore.ts";

/**
 * Moves the visit that makes room for another one. Only one that nobody was told about: it stays unconfirmed, and nobody
 * is mailed.
 */
export const makeWay = async (work: Work, { move }: Pick<Fit, "move">): Promise<void> => {
  if (!move) return;
  const { tx } = work;
  const visit = await visits.lock(tx, move.visitId);
  if (visit.status !== "scheduled" || visit.confirmedAt || visit.isPinned) throw slotTaken({ offers: [] });
  const stop = move.route.stops.find(({ visitId }) => visitId === visit.id)!;
  const { on, part, crewId } = move;
  await shiftOthers(work, visit.id, move);
  await moveVisit(work, visit, "move", {
    reason: "made room",
    changes: {
      onDay: on,
      dayPart: part,
      crewId,
      plannedStart: instantOf(on, stop.start),
      plannedEnd: instantOf(on, stop.end),
      travelMinutes: stop.travel,
    },
  });
  await orderFollows(work, visit.orderId);
  const { id, orderId, number } = visit;
  const moment = { id, orderId, number, on, part, crewId, crewName: await crewNameOf(work, crewId) };
  const former = {
    formerOn: visit.onDay!,
    formerPart: visit.dayPart!,
    formerCrewId: visit.crewId,
    reason: null,
  };
  work.announce(visitMoved({ ...moment, ...former }));
};
