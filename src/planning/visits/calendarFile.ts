import { type Instant, instantAt } from "#platform";
import type { DayPart } from "../slots/dayPart.ts";

const windows: Readonly<Record<DayPart, readonly [string, string]>> = {
  morning: ["08:00", "12:00"],
  afternoon: ["12:00", "17:00"],
  full_day: ["08:00", "17:00"],
};

const utc = (at: Instant) => at.replace(/[-:]|\.\d{3}/g, "");
const escaped = (value: string) =>
  value.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r\n?|\n/g, "\\n");

/** A name in a parameter; quotes and line ends cannot stand in it (RFC 6868). */
const quoted = (value: string) => `"${value.replace(/["\r\n]+/g, " ")}"`;

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

export type CalendarMethod = "PUBLISH" | "REQUEST" | "CANCEL";

/**
 * An appointment for somebody's own calendar: the promised half day in UTC, the same identity after every change, and a
 * number that rises. An invitation or a cancellation (RFC 5546) names who invites whom.
 */
export const calendarFile = (appointment: {
  visitId: string;
  on: string;
  part: DayPart;
  change: number;
  title: string;
  place: string | null;
  now: Instant;
  method?: CalendarMethod;
  from?: { name: string; mail: string };
  to?: { name: string; mail: string };
}): string => {
  const { method = "PUBLISH" } = appointment;
  const [from, until] = windows[appointment.part];
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//ChargeCars//Planning//NL",
    `METHOD:${method}`,
    "BEGIN:VEVENT",
    `UID:${appointment.visitId}@chargecars`,
    `SEQUENCE:${appointment.change}`,
    `DTSTAMP:${utc(appointment.now)}`,
    `DTSTART:${utc(instantAt(appointment.on, from))}`,
    `DTEND:${utc(instantAt(appointment.on, until))}`,
    `SUMMARY:${escaped(appointment.title)}`,
    ...(appointment.place ? [`LOCATION:${escaped(appointment.place)}`] : []),
    `STATUS:${method === "CANCEL" ? "CANCELLED" : "CONFIRMED"}`,
    ...(appointment.from
      ? [`ORGANIZER;CN=${quoted(appointment.from.name)}:mailto:${appointment.from.mail}`]
      : []),
    ...(appointment.to
      ? [
          `ATTENDEE;CN=${quoted(appointment.to.name)};PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:${appointment.to.mail}`,
        ]
      : []),
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
};
