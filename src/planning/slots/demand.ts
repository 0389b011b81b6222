import type { Point } from "../travel/model.ts";
import { type DayPart, offeredParts, type StartWindow, windowOf } from "./dayPart.ts";

/** Work may begin on a day between these minutes. */
export type ExactWindow = readonly [on: string, fromMinute: number, untilMinute: number];

/** What a visit asks of its place. */
export interface Demand {
  visitId: string;
  place: Point;
  minutes: number;
  skills: readonly string[];
  /** Chargers the crew brings along. */
  chargers?: number;
  /** First and last day on which it may be. */
  notBefore?: string | null;
  notAfter?: string | null;
  wishedPart?: DayPart | null;
  /** With any, the work begins within one of them, and other days are not allowed. */
  windows?: readonly ExactWindow[] | null;
  /** May use what is kept free for urgent work. */
  isUrgent?: boolean;
  /** Left out: yes. Linked visits are sometimes for a planner only. */
  isBookable?: boolean;
}

/** The half days that may be promised: the wished one, or any. A wish for the whole day takes either. */
export const partsFor = ({ wishedPart }: Pick<Demand, "wishedPart">): readonly DayPart[] =>
  wishedPart && wishedPart !== "full_day" ? [wishedPart] : offeredParts;

/** A window cut to another one; nothing when they do not meet. */
const within = (window: StartWindow, { earliest, latest }: StartWindow): StartWindow[] => {
  const both = { earliest: Math.max(window.earliest, earliest), latest: Math.min(window.latest, latest) };
  return both.earliest <= both.latest ? [both] : [];
};

/** When the work may begin on a day, in the promised part of it; nothing when the visit does not allow that. */
export const startWindows = (demand: Demand, on: string, part: DayPart): StartWindow[] => {
  if (demand.notBefore && on < demand.notBefore) return [];
  if (demand.notAfter && on > demand.notAfter) return [];
  if (!partsFor(demand).includes(part) && part !== demand.wishedPart) return [];
  const { windows } = demand;
  if (!windows || windows.length === 0) return [windowOf[part]];
  return windows.flatMap(([day, earliest, latest]) =>
    day === on ? within(windowOf[part], { earliest, latest }) : [],
  );
};

/** The promise of a visit that stands on a day already, cut to the exact window it stands in. */
export const standingWindow = (
  { windows }: Pick<Demand, "windows">,
  at: { on: string; part: DayPart; start: number },
): StartWindow => {
  const exact = (windows ?? []).find(
    ([day, from, until]) => day === at.on && at.start >= from && at.start <= until,
  );
  const promise = windowOf[at.part];
  if (!exact) return promise;
  return within(promise, { earliest: exact[1], latest: exact[2] })[0] ?? promise;
};
