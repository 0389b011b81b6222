import type { PlanDay, PlanPlace, PlanVisit } from "#planning/contract";
import type { BoardState } from "./state.ts";

/** Where visits are put: on a crew's day after a visit there (`null` is first), at a minute, or off the plan. */
export interface Target {
  crewId: string;
  afterId?: string | null;
  start?: number;
  part?: PlanPlace["part"];
}

export interface LocalMove {
  visitIds: readonly string[];
  to: Target | null;
}

/** Driving that is reckoned with until the server has said how long it takes. */
const guessedDrive = 20;

const indexAfter = (visitIds: readonly string[], afterId: string | null | undefined) => {
  if (afterId === null) return 0;
  const at = afterId === undefined ? -1 : visitIds.indexOf(afterId);
  return at < 0 ? visitIds.length : at + 1;
};

const noon = 720;

/** Gives visits from a place in the day on a time that does not overlap; those in front stay as they are. */
const laidOut = (day: PlanDay, visits: Map<string, PlanVisit>, from: number, start: number | undefined) => {
  let free = day.opens;
  day.visitIds.forEach((id, index) => {
    const visit = visits.get(id);
    if (!visit?.at) return;
    const earliest = index === 0 ? free : free + (visit.travelMinutes ?? guessedDrive);
    const wanted = index === from ? (start ?? earliest) : visit.at.start;
    const begins = index < from ? visit.at.start : Math.max(earliest, wanted);
    if (begins !== visit.at.start)
      visits.set(id, { ...visit, at: { ...visit.at, start: begins }, ends: begins + visit.minutes });
    free = begins + visit.minutes;
  });
};

const withoutVisit = (days: Map<string, PlanDay>, visit: PlanVisit) => {
  const day = visit.at && days.get(visit.at.crewId);
  if (day) days.set(day.crewId, { ...day, visitIds: day.visitIds.filter((id) => id !== visit.id) });
};

const putOne = (
  days: Map<string, PlanDay>,
  visits: Map<string, PlanVisit>,
  visitId: string,
  to: Target | null,
) => {
  const visit = visits.get(visitId);
  if (!visit || visit.isLocked) return;
  withoutVisit(days, visit);
  const day = to && days.get(to.crewId);
  if (!day) {
    visits.set(visitId, { ...visit, at: null, ends: null, travelMinutes: null, terms: [], breaches: [] });
    return;
  }
  const index = indexAfter(day.visitIds, to.afterId);
  const changed = { ...day, visitIds: day.visitIds.toSpliced(index, 0, visitId) };
  const start = to.start ?? day.opens;
  const part = to.part ?? visit.at?.part ?? (start < noon ? "morning" : "afternoon");
  const at = { crewId: day.crewId, on: day.on, part, start, isPinned: to.start !== undefined };
  visits.set(visitId, {
    ...visit,
    at,
    ends: start + visit.minutes,
    travelMinutes: null,
    terms: [],
    breaches: [],
  });
  days.set(day.crewId, changed);
  laidOut(changed, visits, index, to.start);
};

/** The board as it will about be after a move, shown until the server has answered. */
export const moveLocally = (state: BoardState, { visitIds, to }: LocalMove): BoardState => {
  const days = new Map(state.days);
  const visits = new Map(state.visits);
  let target = to;
  for (const visitId of visitIds) {
    putOne(days, visits, visitId, target);
    if (target) target = { crewId: target.crewId, afterId: visitId };
  }
  return { ...state, days, visits };
};
