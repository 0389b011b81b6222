import { Temporal } from "temporal-polyfill";
import type { Day, Instant } from "./contract/index.ts";
import { quickDay, quickInstant, quickLater, quickLocal, writtenDay } from "./quickTime.ts";

/** Tells the time; handed in, so that demo, tests and simulation can live at any moment. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

/** A clock that stands still until it is moved. */
export const handClock = (start: Instant) => {
  let at = start;
  return {
    now: () => at,
    set: (to: Instant) => {
      at = to;
    },
    /** Moves forward by an ISO 8601 duration such as `PT2H` or `P7D`. */
    forward: (duration: string) => {
      at = later(at, duration);
    },
  };
};

/** The house's own zone; entities in other countries carry theirs. */
export const houseZone = "Europe/Amsterdam";

const toInstant = (value: Temporal.Instant): Instant => new Date(value.epochMilliseconds).toISOString();

/** An instant moved by an ISO 8601 duration (calendar days in the house's zone); negative durations go back. */
export const later = (at: Instant, duration: string, zone = houseZone): Instant =>
  quickLater(at, duration, zone) ??
  toInstant(
    Temporal.Instant.from(at).toZonedDateTimeISO(zone).add(Temporal.Duration.from(duration)).toInstant(),
  );

/** The calendar day it is at an instant in a zone. */
export const dayOf = (at: Instant, zone = houseZone): Day =>
  quickLocal(at, zone)?.slice(0, 10) ??
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString();

/** The instant of a day and local time (`HH:MM`) in a zone. */
export const instantAt = (on: Day, time: string, zone = houseZone): Instant =>
  quickInstant(on, time, zone) ??
  toInstant(Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant());

/** Local time of day (`HH:MM`) of an instant. */
export const timeOf = (at: Instant, zone = houseZone): string =>
  quickLocal(at, zone)?.slice(11) ??
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: "minute" });

/** A day moved by a number of days. */
export const daysAfter = (on: Day, days: number): Day => {
  const day = Number.isInteger(days) ? quickDay(on) : undefined;
  return day === undefined
    ? Temporal.PlainDate.from(on).add({ days }).toString()
    : writtenDay(day + days * 86_400_000);
};

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (on: Day): number => {
  const day = quickDay(on);
  return day === undefined ? Temporal.PlainDate.from(on).dayOfWeek : new Date(day).getUTCDay() || 7;
};

/** Whole minutes from one instant to another. */
export const minutesBetween = (from: Instant, until: Instant): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / 60_000);

/** Whether a moment has passed: an instant, or a whole calendar day. */
export const isPast = (moment: string, now: Instant, zone = houseZone): boolean =>
  moment.length === 10 ? moment < dayOf(now, zone) : moment < now;
