import { describe, expect, test } from "vitest";
import { moveOrder } from "#orders";
import { noor } from "../../../tests/cast.ts";
import { bookSlot, dropMyVisit } from "../slots/actions/customer.ts";
import { testHouse } from "../testHouse.ts";
import { testDay as day, robot } from "../testing.ts";
import { freeVisit } from "./actions/office.ts";
import { calendarFile } from "./calendarFile.ts";
import { myVisit } from "./queries/outside.ts";

const made = await testHouse();
const { house } = made;

/** What the customer's calendar was told, oldest first. */
const told = async (orderId: string) => {
  const rows = await house.platform.database.db
    .selectFrom("messages")
    .select("calendar")
    .where("orderId", "=", orderId)
    .where("calendar", "is not", null)
    .orderBy("id")
    .execute();
  return rows.map(({ calendar }) => {
    const line = (name: string) => new RegExp(`^${name}[:;](.*)$`, "m").exec(calendar!)?.[1]?.trim();
    return {
      method: line("METHOD"),
      uid: line("UID"),
      sequence: Number(line("SEQUENCE")),
      start: line("DTSTART"),
      status: line("STATUS"),
    };
  });
};

const booked = async (part: "morning" | "afternoon" = "morning") => {
  await made.crew();
  const waiting = await made.waiting();
  const slot = { visitId: waiting.visit.id, on: day };
  await house.does(waiting.customer, bookSlot, { ...slot, part });
  return { ...waiting, slot };
};

describe("the calendar of a customer", () => {
  test("is invited, moved and freed under one identity with a rising number", async () => {
    const { orderId, visit, customer, slot } = await booked();
    await house.does(customer, bookSlot, { ...slot, part: "afternoon" });
    await house.does(noor, freeVisit, { visitId: visit.id, reason: "ziek" });
    await house.does(customer, bookSlot, { ...slot, part: "morning" });
    const uid = `${visit.id}@chargecars`;
    expect(await told(orderId)).toEqual([
      { method: "REQUEST", uid, sequence: 1, start: "20260310T070000Z", status: "CONFIRMED" },
      { method: "REQUEST", uid, sequence: 2, start: "20260310T110000Z", status: "CONFIRMED" },
      { method: "CANCEL", uid, sequence: 3, start: "20260310T110000Z", status: "CANCELLED" },
      { method: "REQUEST", uid, sequence: 4, start: "20260310T070000Z", status: "CONFIRMED" },
    ]);
    const { visits } = await house.asks(customer, myVisit, {});
    expect(visits[0]?.calendarFile).toMatch(/^SEQUENCE:4\r$/m);
    expect(visits[0]?.calendarFile).toMatch(/^METHOD:PUBLISH\r$/m);
  });

  test("hears that the appointment is off when the customer drops it or the order ends", async () => {
    const dropped = await booked();
    await house.does(dropped.customer, dropMyVisit, { visitId: dropped.visit.id, reason: "Ziek" });
    expect((await told(dropped.orderId)).map(({ method }) => method)).toEqual(["REQUEST", "CANCEL"]);
    await made.clear();
    const cancelled = await booked();
    await house.works(robot, (work) => moveOrder(work, cancelled.orderId, "cancel", { reason: "duplicate" }));
    await house.settles();
    expect((await told(cancelled.orderId)).map(({ method }) => method)).toEqual(["REQUEST", "CANCEL"]);
  });
});

describe("a calendar file", () => {
  const file = (more: object) =>
    calendarFile({
      visitId: "v",
      on: "2026-07-01",
      part: "full_day",
      change: 1,
      title: "Laadpaal; met, komma\nen regel",
      place: null,
      now: "2026-06-01T10:00:00.000Z",
      ...more,
    });

  test("keeps what was typed on its own line, whichever way that ended", () => {
    const lines = file({
      title: "Klant\rATTENDEE:mailto:x@example.org",
      place: "Straat 1\r\nSTATUS:CANCELLED",
    })
      .split(/\r\n|\r|\n/)
      .filter((line) => /^(SUMMARY|LOCATION|ATTENDEE|STATUS)/.test(line));
    expect(lines).toEqual([
      "SUMMARY:Klant\\nATTENDEE:mailto:x@example.org",
      "LOCATION:Straat 1\\nSTATUS:CANCELLED",
      "STATUS:CONFIRMED",
    ]);
  });

  test("says UTC in summer and winter, whatever the clock of the server", () => {
    const zone = process.env.TZ;
    for (const name of ["UTC", "Pacific/Auckland"]) {
      process.env.TZ = name;
      expect(file({})).toContain("DTSTART:20260701T060000Z\r\nDTEND:20260701T150000Z");
      expect(file({ on: "2026-12-01" })).toContain("DTSTART:20261201T070000Z");
    }
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  test("keeps a name from breaking out of its line", () => {
    const invited = file({ method: "REQUEST", to: { name: 'Eva"\r\nX-A:1', mail: "eva@example.org" } });
    expect(invited).not.toMatch(/^X-A/m);
    expect(invited).toContain("SUMMARY:Laadpaal\\; met\\, komma\\nen regel");
  });
});
