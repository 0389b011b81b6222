import { describe, expect, test } from "vitest";
import { type PriceAgreement, priceOf } from "./pricing.ts";

const wallbox = { id: "a1", category: "chargers", listPriceCents: 100_00 };
const question = {
  organizationId: "energy-co",
  partnerKinds: ["energy"],
  businessEntity: "chargecars",
  quantity: 1,
  on: "2026-03-02",
};
const agreement = (over: Partial<PriceAgreement> = {}): PriceAgreement => ({
  id: "g1",
  organizationId: null,
  businessEntity: null,
  partnerKind: null,
  category: null,
  discount: 0,
  markup: 0,
  fixedPrices: {},
  tiers: [],
  priority: 0,
  validFrom: "2026-01-01",
  validUntil: null,
  ...over,
});

describe("the price of an article", () => {
  test("is the list price without an agreement", () => {
    expect(priceOf(wallbox, [], question)).toEqual({
      unitPriceCents: 100_00,
      listPriceCents: 100_00,
      agreementId: null,
    });
  });

  test("takes discount and then markup", () => {
    const price = priceOf(wallbox, [agreement({ discount: 1000, markup: 500 })], question);
    expect(price.unitPriceCents).toBe(94_50);
  });

  test("takes a fixed price outright", () => {
    const price = priceOf(wallbox, [agreement({ discount: 5000, fixedPrices: { a1: 77_00 } })], question);
    expect(price.unitPriceCents).toBe(77_00);
  });

  test("prefers what was agreed with the customer over what holds for its kind", () => {
    const own = agreement({ id: "own", organizationId: "energy-co", discount: 100 });
    const kind = agreement({ id: "kind", partnerKind: "energy", discount: 3000, priority: 99 });
    expect(priceOf(wallbox, [kind, own], question).agreementId).toBe("own");
  });

  test("prefers higher priority, then the newer one", () => {
    const old = agreement({ id: "old", discount: 100, validFrom: "2025-01-01" });
    const young = agreement({ id: "young", discount: 200, validFrom: "2026-02-01" });
    const strong = agreement({ id: "strong", discount: 300, validFrom: "2020-01-01", priority: 1 });
    expect(priceOf(wallbox, [old, young], question).agreementId).toBe("young");
    expect(priceOf(wallbox, [old, young, strong], question).agreementId).toBe("strong");
  });

  test("forgets agreements of others, of other entities, and outside their period", () => {
    const others = [
      agreement({ organizationId: "somebody-else", discount: 9000 }),
      agreement({ businessEntity: "laderthuis", discount: 9000 }),
      agreement({ validUntil: "2026-03-01", discount: 9000 }),
      agreement({ validFrom: "2026-03-03", discount: 9000 }),
      agreement({ category: "cables", discount: 9000 }),
    ];
    expect(priceOf(wallbox, others, question).agreementId).toBeNull();
  });

  test.each([
    [9, 100_00],
    [10, 95_00],
    [49, 95_00],
    [50, 90_00],
    [1000, 85_00],
  ])("for %i pieces follows the volume tiers", (quantity, unitPriceCents) => {
    const tiers = [
      { min: 10, max: 49, discount: 500 },
      { min: 50, max: 99, discount: 1000 },
      { min: 100, discount: 1500 },
    ];
    expect(priceOf(wallbox, [agreement({ tiers })], { ...question, quantity }).unitPriceCents).toBe(
      unitPriceCents,
    );
  });

  test("rounds half up to the cent", () => {
    const odd = { ...wallbox, listPriceCents: 99 };
    expect(priceOf(odd, [agreement({ discount: 5000 })], question).unitPriceCents).toBe(50);
  });
});
