import { type Instant, instantAt } from "#platform";
import type { DayPart } from "../slots/dayPart.ts";

const windows: Readonly<Record<DayPart, readonly [string, string]>> = {
  morning: ["08:00", "12:00"],
  afternoon: ["12:00", "17:00"],
  full_day: ["08:00", "17:00"],
};

const utc = (at: Instant) => at.replace(/[-:]|\.\d{3}/g, "");
const escaped = (value: string) => value.replace(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll("\n", "\\n");

/** Lines of at most 75 bytes, continued on the next (RFC 5545 §3.1); characters stay whole. */
const folded = (line: string): string => {
  let size = 0;
  return Array.from(line, (character) => {
    const bytes = Buffer.byteLength(character);
    size += bytes;
    if (size <= 74) return character;
    size = bytes + 1;
    return `\r\n ${character}`;
  }).join("");
};

/** An appointment for somebody's own calendar: the promised half day, the same identity after every change. */
export const calendarFile = (appointment: {
  visitId: string;
  on: string;
  part: DayPart;
  change: number;
  title: string;
  place: string | null;
  now: Instant;
}): string => {
  const [from, until] = windows[appointment.part];
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//ChargeCars//Planning//NL",
    "METHOD:PUBLISH",
    "BEGIN:VEVENT",
    `UID:${appointment.visitId}@chargecars`,
    `SEQUENCE:${appointment.change}`,
    `DTSTAMP:${utc(appointment.now)}`,
    `DTSTART:${utc(instantAt(appointment.on, from))}`,
    `DTEND:${utc(instantAt(appointment.on, until))}`,
    `SUMMARY:${escaped(appointment.title)}`,
    ...(appointment.place ? [`LOCATION:${escaped(appointment.place)}`] : []),
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
};
