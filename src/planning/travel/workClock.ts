import { type DrivingClock, drivingClock } from "./clock.ts";
import { builtInTravel } from "./model.ts";

/** Minutes of the day between which work and driving stand still for everybody; nothing when both are the same. */
export interface Lunch {
  from: number;
  until: number;
}

export const noLunch: Lunch = { from: 0, until: 0 };

/**
 * A day's clock with lunch cut out of it: what lies between two of its minutes is work, driving or waiting. Whoever plans
 * by it needs no rule for breaks, because a piece of work that begins before lunch simply ends that much later.
 */
export class WorkClock {
  readonly driving: DrivingClock;
  private readonly lunch: Lunch;

  constructor(lunch: Lunch, isWorkday: boolean) {
    this.lunch = lunch;
    const rush = isWorkday ? builtInTravel.rush : [];
    this.driving = drivingClock(
      rush.map(([from, until]) => [this.at(from), this.at(until)] as const),
      builtInTravel.rushFactor,
    );
  }

  /** A minute of the day on this clock; all of lunch is one moment. */
  at(minute: number): number {
    const { from, until } = this.lunch;
    if (minute <= from) return minute;
    return minute < until ? from : minute - until + from;
  }

  /** The minute of the day at which work begins: after lunch, unless it must begin earlier. */
  startOf(time: number, latest: number): number {
    const { from, until } = this.lunch;
    if (time !== from) return this.endOf(time);
    return Math.min(until, Math.max(from, latest));
  }

  /** The minute of the day at which work or driving ends: before lunch when it just can. */
  endOf(time: number): number {
    const { from, until } = this.lunch;
    return time <= from ? time : time - from + until;
  }
}

const known = new Map<string, WorkClock>();

/** The clock of a day; made once for each lunch. */
export const workClock = (lunch: Lunch = noLunch, isWorkday = true): WorkClock => {
  const key = `${lunch.from} ${lunch.until} ${isWorkday}`;
  const clock = known.get(key) ?? new WorkClock(lunch, isWorkday);
  known.set(key, clock);
  return clock;
};
