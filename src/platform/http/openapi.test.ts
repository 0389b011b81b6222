import build from "fast-json-stringify";
import { expect, test } from "vitest";
import { z } from "zod";
import { jsonSchemaOf } from "./openapi.ts";

test("an answer holds what the contract names, also inside what may be null", () => {
  const answer = z.object({
    site: z.object({ id: z.string() }).nullable(),
    rows: z.array(z.object({ n: z.int() })),
  });
  const write = build(jsonSchemaOf(answer) as never);
  const row = { n: 1, secret: "no" };
  expect(write({ site: { id: "a", secret: "no" }, rows: [row], secret: "no" })).toBe(
    '{"site":{"id":"a"},"rows":[{"n":1}]}',
  );
  expect(write({ site: null, rows: [] })).toBe('{"site":null,"rows":[]}');
});
