import type { PlanDay, PlanVisit } from "#planning/contract";

/** Minutes of the day between which the board draws. */
export interface Scale {
  from: number;
  until: number;
}

const hour = 60;

/** The hours that have to be drawn so that every crew's day and every visit fits. */
export const scaleOf = (days: readonly PlanDay[]): Scale => {
  const opens = Math.min(8 * hour, ...days.map((day) => day.opens));
  const closes = Math.max(17 * hour, ...days.map((day) => Math.max(day.closes, day.backAt)));
  return { from: Math.floor(opens / hour) * hour, until: Math.min(1440, Math.ceil(closes / hour) * hour) };
};

/** Where a minute is on the line, in hundredths. */
export const shareOf = ({ from, until }: Scale, minute: number): number =>
  (100 * (Math.min(Math.max(minute, from), until) - from)) / (until - from);

/** The minute at a place on the line, in whole quarters. */
export const minuteAt = ({ from, until }: Scale, share: number): number =>
  Math.round((from + share * (until - from)) / 15) * 15;

/** A piece of driving between two stops of a day. */
export interface Drive {
  from: number;
  until: number;
}

/** The drives of a day: right after the visit before, waiting comes after the drive; the last is the way back. */
export const drivesOf = (day: PlanDay, visits: readonly PlanVisit[]): Drive[] => {
  let free = day.opens;
  const drives: Drive[] = [];
  for (const { at, ends, travelMinutes, minutes } of visits) {
    if (!at) continue;
    const takes = travelMinutes ?? 0;
    const from = drives.length === 0 ? Math.max(free, at.start - takes) : Math.min(free, at.start - takes);
    if (takes > 0) drives.push({ from, until: Math.min(at.start, from + takes) });
    free = ends ?? at.start + minutes;
  }
  if (visits.length > 0 && day.backAt > free) drives.push({ from: free, until: day.backAt });
  return drives;
};

/** The visit after which a drop at a minute comes; `null` is first of the day. */
export const afterAt = (
  visits: readonly PlanVisit[],
  minute: number,
  moved: ReadonlySet<string>,
): string | null => {
  let after: string | null = null;
  for (const { id, at, minutes } of visits)
    if (!moved.has(id) && at && at.start + minutes / 2 <= minute) after = id;
  return after;
};
