import type { z } from "zod";
import type { Route } from "#platform";

type Schema = z.ZodType & {
  options?: readonly unknown[];
  shape?: Record<string, Schema>;
  element?: Schema;
  value?: unknown;
};

const plain = [
  1,
  60,
  2026,
  "tekst",
  true,
  "2026-03-02",
  "08:00",
  "a@example.org",
  "1",
  "123456",
  "2026-03-02T08:00:00.000Z",
  "a".repeat(64),
];

/** A value a schema accepts, made from its own description; undefined when none was found. */
const valueFor = (schema: Schema, ids: readonly string[]): unknown => {
  const takes = (value: unknown) => schema.safeParse(value).success;
  if (schema.shape) {
    const object = filled(schema.shape, {}, ids);
    if (takes(object)) return object;
  }
  const listed = (schema.options ?? []).map((option) =>
    typeof option === "object" && option !== null ? valueFor(option as Schema, ids) : option,
  );
  // A literal has a value, an enum or a union options.
  const found = [schema.value, ...listed, ...ids.slice(0, 1), ...plain, [], {}].find(takes);
  if (found !== undefined) return found;
  if (schema.element) return [[valueFor(schema.element, ids)]].find(takes);
  return takes(null) ? null : undefined;
};

/** Fills what has to be filled; a name that stands in `known` gets the row that is meant. */
const filled = (
  shape: Record<string, Schema>,
  known: Readonly<Record<string, unknown>>,
  ids: readonly string[],
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(shape).flatMap(([name, schema]) => {
      if (name in known && schema.safeParse(known[name]).success) return [[name, known[name]]];
      return schema.safeParse(undefined).success ? [] : [[name, valueFor(schema, ids)]];
    }),
  );

/** Inputs that are chosen: what ends right behind the question who may, where going on takes long. */
const chosen: Readonly<Record<string, Record<string, unknown>>> = {
  "planning.repair": { what: { kind: "no_show", visitId: "0190f000-0000-7000-8000-0000000000ee" } },
};

/** The least that gets past the contract's check, about the rows in `known`. */
export const inputFor = ({ endpoint }: Route, known: Readonly<Record<string, unknown>>) => {
  const ids = ["0190f000-0000-7000-8000-0000000000ee"];
  const required = Object.assign(
    {},
    ...[endpoint.params, endpoint.query, endpoint.body].map((part) =>
      filled(part.shape as Record<string, Schema>, known, ids),
    ),
  ) as Record<string, unknown>;
  return { ...required, ...chosen[endpoint.name] };
};

/** What the contract has against an input; empty when it is good. */
export const unfit = ({ endpoint }: Route, input: Record<string, unknown>): string[] =>
  [endpoint.params, endpoint.query, endpoint.body].flatMap((part) => {
    const own = Object.fromEntries(Object.entries(input).filter(([name]) => name in part.shape));
    return (
      part.safeParse(own).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? []
    );
  });
