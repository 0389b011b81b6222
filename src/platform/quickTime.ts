import { Temporal } from "temporal-polyfill";
import type { Day, Instant } from "./contract/index.ts";

/**
 * The everyday cases of time by plain counting, which takes a fiftieth of what the calendar library takes. Each gives undefined for
 * what is not an everyday case; then the library is asked.
 */
const quarter = 900_000;
const hour = 3_600_000;
const mostKept = 20_000;
const offsets = new Map<string, Map<number, number>>();

/** How far the clocks of a zone are ahead at a moment. Clocks change on a quarter, so each quarter is looked up once. */
const offsetAt = (epoch: number, zone: string): number => {
  const ofZone = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, ofZone);
  const at = Math.floor(epoch / quarter);
  const known = ofZone.get(at);
  if (known !== undefined) return known;
  const moment = Temporal.Instant.fromEpochMilliseconds(at * quarter).toZonedDateTimeISO(zone);
  const offset = moment.offsetNanoseconds / 1e6;
  if (ofZone.size >= mostKept) ofZone.clear();
  ofZone.set(at, offset);
  return offset;
};

/** An instant as we write it, after 1970; before that clocks were changed at odd moments. */
const epochOf = (at: Instant): number | undefined => {
  const epoch = at.length === 24 && at.endsWith("Z") ? Date.parse(at) : Number.NaN;
  return epoch >= 0 ? epoch : undefined;
};

/** Day and time of an instant where the house is, as `2026-03-02T09:00`. */
export const quickLocal = (at: Instant, zone: string): string | undefined => {
  const epoch = epochOf(at);
  if (epoch === undefined) return undefined;
  return new Date(epoch + offsetAt(epoch, zone)).toISOString().slice(0, 16);
};

/** An instant moved by calendar days, where the clocks stand the same at both ends and for hours around the later one. */
const quickDays = (epoch: number, days: number, zone: string): Instant | undefined => {
  const moved = epoch + days * 24 * hour;
  const offset = offsetAt(epoch, zone);
  const isSame =
    moved > 0 && [moved - 3 * hour, moved, moved + 3 * hour].every((at) => offsetAt(at, zone) === offset);
  return isSame ? new Date(moved).toISOString() : undefined;
};

/** An instant moved by hours and minutes, or by days when each is as long as the other. */
export const quickLater = (at: Instant, duration: string, zone: string): Instant | undefined => {
  const epoch = epochOf(at);
  const [ofDays, back, days] = /^(-?)P(\d{1,4})D$/.exec(duration) ?? [];
  if (epoch !== undefined && ofDays) return quickDays(epoch, back ? -Number(days) : Number(days), zone);
  const [whole, minus, hours, minutes] = /^(-?)PT(?:(\d{1,6})H)?(?:(\d{1,8})M)?$/.exec(duration) ?? [];
  if (epoch === undefined || !whole || (!hours && !minutes)) return undefined;
  const span = Number(hours ?? 0) * hour + Number(minutes ?? 0) * 60_000;
  return new Date(minus ? epoch - span : epoch + span).toISOString();
};

/** The instant of a local time on a day on which no clock is changed. */
export const quickInstant = (on: Day, time: string, zone: string): Instant | undefined => {
  const day = quickDay(on);
  const clock =
    day !== undefined && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? Date.parse(`${on}T${time}:00.000Z`) : -1;
  if (clock < 24 * hour) return undefined;
  const offset = offsetAt(clock - 18 * hour, zone);
  if (offset !== offsetAt(clock + 18 * hour, zone)) return undefined;
  return new Date(clock - offset).toISOString();
};

/** A day in milliseconds, when it is one that exists. */
export const quickDay = (on: Day): number | undefined => {
  const day = /^\d{4}-\d\d-\d\d$/.test(on) ? Date.parse(on) : Number.NaN;
  return Number.isNaN(day) || writtenDay(day) !== on ? undefined : day;
};

export const writtenDay = (day: number): Day => new Date(day).toISOString().slice(0, 10);
