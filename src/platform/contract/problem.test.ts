import { describe, expect, test } from "vitest";
import { illegalMove, Problem } from "./problem.ts";

describe("a problem", () => {
  test("leaves with its own type, title and number of HTTP, whatever its facts are called", () => {
    const facts = { status: "draft", type: "order", title: "Laadpaal", move: "publish" };
    expect(JSON.parse(JSON.stringify(new Problem("plans/closed", 409, "No draft any more", facts)))).toEqual({
      type: "/problems/plans/closed",
      title: "No draft any more",
      status: 409,
      move: "publish",
    });
  });

  test("tells in a fact of its own where something stands that cannot take a step", () => {
    const facts = { move: "plan", current: "cancelled", missing: [] };
    expect(JSON.parse(JSON.stringify(illegalMove(facts)))).toMatchObject({ status: 409, ...facts });
  });
});
