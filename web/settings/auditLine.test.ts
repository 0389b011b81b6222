import { describe, expect, test } from "vitest";
import { changesOf, recordOf } from "./auditLine.ts";

const line = { recordType: "order", changes: {}, reason: null };

describe("a line of the audit log", () => {
  test("says in words what it is about", () => {
    expect(recordOf({ recordType: "work_order" }, "nl")).toBe("Werkbon");
    expect(recordOf({ recordType: "work_order" }, "en")).toBe("Work order");
    expect(recordOf({ recordType: "something_new" }, "nl")).toBe("something_new");
  });

  test("says statuses, amounts and reasons as people read them", () => {
    const moved = {
      ...line,
      changes: { status: ["partner_approved", "cancelled"] },
      reason: "too_expensive",
    };
    expect(changesOf(moved, "nl")).toBe("status: Partner akkoord → Geannuleerd · Te duur");
    const paid = { ...line, recordType: "invoice", changes: { paidCents: [null, 1_595_506] } };
    expect(changesOf(paid, "en")).toBe("paid: – → €15,955.06");
    const moves = { changes: { status: ["scheduled", "travelling"] }, reason: null };
    expect(changesOf({ ...moves, recordType: "visit" }, "nl")).toBe("status: Ingepland → Onderweg");
    const work = { changes: { status: ["created", "arrived_on_site"] }, reason: null };
    expect(changesOf({ ...work, recordType: "work_order" }, "nl")).toBe("status: gemaakt → aangekomen");
    expect(changesOf({ ...moves, recordType: "something_new" }, "nl")).toBe("status: scheduled → travelling");
  });

  test("says of which entity a value of planning is", () => {
    const tuned = {
      recordType: "planning_settings",
      changes: { businessEntity: "laderthuis", offerDays: [null, 14] },
      reason: null,
    };
    expect(changesOf(tuned, "nl")).toBe("administratie: laderthuis · Hoe ver vooruit klanten kiezen: – → 14");
    expect(changesOf(tuned, "en")).toMatch(/^entity: laderthuis · /);
  });
});
