import { describe, expect, test } from "vitest";
import { totalsOf } from "#platform/contract";
import { canonical, changesBetween, documentFor, type QuotedLine, totalsPerPayer } from "./quoteDocument.ts";

const head = {
  number: "QT-CC-2026-00001",
  version: 1,
  orderNumber: "CC-2026-00001",
  entity: "ChargeCars",
  customerName: "Anna",
  address: null,
  sentOn: "2026-03-02",
  validUntil: "2026-04-01",
  notes: null,
};
const line = (over: Partial<QuotedLine>): QuotedLine => ({
  lineId: "a",
  parentLineId: null,
  description: "Wallbox",
  quantity: 1,
  unitPriceCents: 749_00,
  discount: 0,
  vatRate: 2100,
  totalCents: 749_00,
  billedToId: "partner",
  billedToName: "Zonneweide",
  ...over,
});
const lines = [
  line({}),
  line({
    lineId: "b",
    description: "Zonnepanelen",
    totalCents: 333_33,
    unitPriceCents: 333_33,
    billedToId: "anna",
    billedToName: "Anna",
  }),
  line({
    lineId: "c",
    description: "Boek",
    unitPriceCents: 33_33,
    totalCents: 33_33,
    vatRate: 900,
    billedToId: "anna",
    billedToName: "Anna",
  }),
];
const anna = { organizationId: "anna", name: "Anna", side: "customer", seesOthersPrices: false } as const;
const partner = {
  organizationId: "partner",
  name: "Zonneweide",
  side: "partner",
  seesOthersPrices: true,
} as const;

describe("a quote", () => {
  test("hides what the partner pays from the customer, and shows it as a line", () => {
    const document = documentFor(head, lines, anna);
    expect(document.lines[0]).toMatchObject({
      description: "Wallbox",
      isMine: false,
      totalCents: null,
      unitPriceCents: null,
    });
    expect(JSON.stringify(document)).not.toContain("74900");
    expect(document.totals).toMatchObject({ netCents: 366_66, vatCents: 70_00 + 3_00, grossCents: 439_66 });
  });

  test("shows the partner what the customer pays, unless it is set not to", () => {
    expect(documentFor(head, lines, partner).lines[1]).toMatchObject({ totalCents: 333_33, isMine: false });
    const discreet = documentFor(head, lines, { ...partner, seesOthersPrices: false });
    expect(discreet.lines[1]).toMatchObject({ totalCents: null });
  });

  test("adds up: the nets of the payers are the net of the whole", () => {
    const perPayer = totalsPerPayer(lines);
    expect(perPayer.map(({ organizationId }) => organizationId)).toEqual(["partner", "anna"]);
    expect(perPayer.reduce((sum, each) => sum + each.netCents, 0)).toBe(totalsOf(lines).netCents);
    for (const each of perPayer)
      expect(each.vat.reduce((sum, rate) => sum + rate.netCents + rate.vatCents, 0)).toBe(each.grossCents);
  });

  test("says what changed for a payer", () => {
    const before = documentFor(head, lines, anna);
    const changed = [
      lines[0]!,
      { ...lines[1]!, totalCents: 300_00 },
      line({ lineId: "d", description: "Graven", billedToId: "anna", totalCents: 50_00 }),
    ];
    const changes = changesBetween(before, documentFor(head, changed, anna));
    expect(changes.map(({ kind, description }) => [kind, description])).toEqual([
      ["changed", "Zonnepanelen"],
      ["added", "Graven"],
      ["removed", "Boek"],
      ["total", ""],
    ]);
  });

  test("has one text for the same content, whatever the order of its keys", () => {
    expect(canonical({ b: [1, { d: null, c: "é" }], a: undefined })).toBe(
      canonical({ b: [1, { c: "é", d: null }] }),
    );
  });
});
