import { describe, expect, test } from "vitest";
import { phases } from "../status.ts";
import { moveBetween } from "./moveBetween.ts";

const phase = (name: string) => phases.find((each) => each.name === name)!;

describe("dragging an order on the board", () => {
  test.each([
    ["intake_completed", "planning", "planWithoutQuote"],
    ["both_approved", "in_progress", "shipGoods"],
    ["in_progress", "completed", "complete"],
    ["planning", "planning", "here"],
  ] as const)("from %s to %s makes %s", (status, to, move) => {
    expect(moveBetween(status, phase(to))).toBe(move);
  });

  test.each([
    ["new_lead", "planning", "bySignature"],
    ["planning", "scheduled", "byVisit"],
    ["scheduled", "in_progress", "byMechanic"],
    ["scheduled", "new", "notBack"],
  ] as const)("from %s to %s explains itself", (status, to, because) => {
    expect(moveBetween(status, phase(to))).toEqual({ because });
  });
});
