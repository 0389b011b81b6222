import { describe, expect, test } from "vitest";
import { answersOfPartner, questionsOpen, stepsDone } from "./intakeAnswers.ts";
import { outcomeOfIntake } from "./intakeRules.ts";

const wallbox = { articleNumber: "LAD-0011", description: "Wallbox 11 kW, 3-fase, vaste kabel" };

describe("answers", () => {
  test("bring only the cable beyond ten metres", () => {
    expect(outcomeOfIntake({ route: { metres: 10 } }, []).lines).toEqual([]);
    expect(outcomeOfIntake({ route: { metres: 22.4 } }, []).lines).toEqual([
      { articleNumber: "DNS-0031", quantity: 13 },
    ]);
  });

  test("bring digging by the metre, and a flag when nobody knows how far", () => {
    expect(outcomeOfIntake({ route: { digging: true, diggingMetres: 7 } }, []).lines).toEqual([
      { articleNumber: "DNS-0030", quantity: 7 },
    ]);
    expect(outcomeOfIntake({ route: { digging: true } }, [])).toEqual({
      lines: [],
      flags: ["digging_length_unknown"],
    });
  });

  test.each([
    ["free", []],
    ["room", [{ articleNumber: "DNS-0013", quantity: 1 }]],
    ["full", [{ articleNumber: "DNS-0012", quantity: 1 }]],
  ] as const)("bring what a consumer unit that is %s needs", (groups, lines) => {
    expect(outcomeOfIntake({ cupboard: { connection: "3x35A", groups } }, []).lines).toEqual(lines);
  });

  test("bring solar and load balancing, but nothing that is on the order already", () => {
    const answers = { cupboard: { connection: "3x25A" as const }, wishes: { solarLink: true } };
    const numbers = (ordered: string[]) =>
      outcomeOfIntake(
        answers,
        ordered.map((articleNumber) => ({ articleNumber, description: "" })),
      ).lines.map(({ articleNumber }) => articleNumber);
    expect(numbers([])).toEqual(["DNS-0020", "DNS-0021"]);
    expect(numbers(["DNS-0021"])).toEqual(["DNS-0020"]);
  });

  test("flag a charger that needs more phases than the house has", () => {
    const flagsFor = (connection: "1x25A" | "3x25A") =>
      outcomeOfIntake({ cupboard: { connection } }, [wallbox]).flags;
    expect(flagsFor("1x25A")).toEqual(["phase_mismatch"]);
    expect(flagsFor("3x25A")).toEqual([]);
  });
});

describe("a partner's answers", () => {
  const delivered = {
    property: "owner_occupied",
    grid_connection: "3x25A",
    distance_m: "9",
    digging: false,
    solar: true,
    remark: "whatever",
  };

  test("are read into our own questions; the rest is still asked", () => {
    const answers = answersOfPartner(delivered, [{ kind: "electrical_panel" }]);
    expect(answers).toEqual({
      house: { property: "owner_occupied" },
      cupboard: { connection: "3x25A" },
      route: { metres: 9, digging: false },
      wishes: { solarLink: true },
      photos: { photos: [], delivered: ["electrical_panel"] },
    });
    expect(stepsDone(answers)).toEqual(["photos"]);
    expect(questionsOpen(answers)).toContain("cupboard.groups");
  });

  test.each([null, "text", [1], { distance_m: -4, grid_connection: "9x99A", solar: "yes" }])(
    "that make no sense (%j) are no answers",
    (nonsense) => {
      expect(answersOfPartner(nonsense)).toEqual({});
    },
  );
});
