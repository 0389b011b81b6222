import { describe, expect, test } from "vitest";
import { Problem } from "#platform/contract";
import { addProblems, sentenceOf } from "../words/problems.ts";
import { planningProblems } from "./problems.ts";

addProblems(planningProblems);

describe("a crew that stays in", () => {
  const told = (why: string) =>
    (["nl", "en"] as const).map((language) =>
      sentenceOf(
        new Problem("planning/crew-stays-in", 409, "", { crew: "Ploeg 3", van: "Bus 12", why }),
        language,
      ),
    );

  test("is told with the reason and what can be done", () => {
    expect(told("van_in_repair")).toEqual([
      "Ploeg 3 gaat die dag niet weg: Bus 12 staat in de garage. Geef de ploeg een andere bus, of kies een andere ploeg of dag.",
      "Ploeg 3 does not go out that day: Bus 12 is in repair. Give the crew another van, or choose another crew or day.",
    ]);
    expect(told("van_retired")[0]).toContain("Bus 12 is niet meer in gebruik. Geef de ploeg een andere bus,");
    expect(told("nobody")[0]).toContain("er is niemand van de ploeg. Zet er iemand op,");
  });
});
