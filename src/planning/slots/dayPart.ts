/** Parts of a day a customer chooses from; the work starts within them. */
export type DayPart = "morning" | "afternoon" | "full_day";

/** Minutes of the day between which the work starts. */
export interface StartWindow {
  earliest: number;
  latest: number;
}

const hour = 60;

/** The first minute that is no longer of the day. */
export const midnight = 24 * hour;

/** The promise behind a day part: work starts within it. */
export const windowOf: Readonly<Record<DayPart, StartWindow>> = {
  morning: { earliest: 8 * hour, latest: 12 * hour },
  afternoon: { earliest: 12 * hour, latest: 17 * hour },
  full_day: { earliest: 8 * hour, latest: 17 * hour },
};

/** The minute of the day from which a customer expects us: a fixed time itself, else the beginning of the promised part of the day. */
export const expectedFrom = ({
  part,
  start,
  isPinned,
}: {
  part: DayPart;
  start: number;
  isPinned: boolean;
}): number => (isPinned ? start : windowOf[part].earliest);

/** What customers choose from. */
export const offeredParts = ["morning", "afternoon"] as const satisfies DayPart[];

/** The half day in which a minute of the day falls. */
export const partAt = (minute: number): DayPart => (minute < 12 * hour ? "morning" : "afternoon");
