import type { Tone } from "../ui/theme.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const measured = (milliseconds: number) => {
  if (milliseconds >= 2 * day) return { unit: "Days", count: Math.floor(milliseconds / day) } as const;
  if (milliseconds >= hour) return { unit: "Hours", count: Math.floor(milliseconds / hour) } as const;
  return { unit: "Minutes", count: Math.max(1, Math.floor(milliseconds / minute)) } as const;
};

/** What is left of a clock or how far it is over, and how worrying that is. */
export const clockOf = (due: string | null, now: Date) => {
  if (due === null) return undefined;
  const left = new Date(due).getTime() - now.getTime();
  const { unit, count } = measured(Math.abs(left));
  const tone: Tone = left < 0 ? "danger" : left < day ? "warning" : "neutral";
  return { word: `${left < 0 ? "late" : "left"}${unit}` as const, count, tone };
};

/** How long something lasts already. */
export const passedSince = (since: string, now: Date) => {
  const { unit, count } = measured(now.getTime() - new Date(since).getTime());
  return { word: `since${unit}` as const, count };
};
