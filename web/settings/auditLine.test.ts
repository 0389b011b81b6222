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
    expect(changesOf(moved, { language: "nl" })).toBe("status: Partner akkoord → Geannuleerd · Te duur");
    const paid = { ...line, recordType: "invoice", changes: { paidCents: [null, 1_595_506] } };
    expect(changesOf(paid, { language: "en" })).toBe("paid: – → €15,955.06");
    const moves = { changes: { status: ["scheduled", "travelling"] }, reason: null };
    expect(changesOf({ ...moves, recordType: "visit" }, { language: "nl" })).toBe(
      "status: Ingepland → Onderweg",
    );
    const work = { changes: { status: ["created", "arrived_on_site"] }, reason: null };
    expect(changesOf({ ...work, recordType: "work_order" }, { language: "nl" })).toBe(
      "status: gemaakt → aangekomen",
    );
    expect(changesOf({ ...moves, recordType: "something_new" }, { language: "nl" })).toBe(
      "status: scheduled → travelling",
    );
  });

  test("says of which entity a value of planning is", () => {
    const tuned = {
      recordType: "planning_settings",
      changes: { businessEntity: "laderthuis", offerDays: [null, 14] },
      reason: null,
    };
    const entityName = (code: string) => (code === "laderthuis" ? "LaderThuis.nl" : code);
    expect(changesOf(tuned, { language: "nl", entityName })).toBe(
      "administratie: LaderThuis.nl · Hoe ver vooruit klanten kiezen: – → 14",
    );
    expect(changesOf(tuned, { language: "en" })).toMatch(/^entity: laderthuis · /);
    const limited = {
      recordType: "user",
      changes: { businessEntities: ["laderthuis", "ratioshop"] },
      reason: null,
    };
    expect(changesOf(limited, { language: "nl", entityName })).toBe(
      "administraties: LaderThuis.nl, ratioshop",
    );
  });

  test("says how an order stands with its money", () => {
    const closed = { ...line, changes: { billingState: ["to_check", "nothing_to_bill"] } };
    expect(changesOf(closed, { language: "nl" })).toBe("facturatie: Na te kijken → Niets te factureren");
  });
});
