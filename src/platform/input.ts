import type { Endpoint, ParsedOf } from "./contract/index.ts";
import { inputProblem } from "./http/inputProblem.ts";

const pick = (from: Record<string, unknown>, shape: object) =>
  Object.fromEntries(Object.keys(shape).flatMap((key) => (key in from ? [[key, from[key]]] : [])));

/** Checks what was given against the contract; throws one problem that names every field that is wrong. */
export const parse = <E extends Endpoint>(endpoint: E, input: unknown): ParsedOf<E> => {
  const given = (input ?? {}) as Record<string, unknown>;
  const ofPath = pick(given, endpoint.params.shape);
  const ofQuery = pick(given, endpoint.query.shape);
  const elsewhere = new Set([...Object.keys(endpoint.params.shape), ...Object.keys(endpoint.query.shape)]);
  const ofBody = Object.fromEntries(Object.entries(given).filter(([key]) => !elsewhere.has(key)));
  const results = [
    endpoint.params.safeParse(ofPath),
    endpoint.query.safeParse(ofQuery),
    endpoint.body.safeParse(ofBody),
  ];
  const issues = results.flatMap((result) => result.error?.issues ?? []);
  if (issues.length > 0) throw inputProblem(issues);
  return Object.assign({}, ...results.map((result) => result.data)) as never;
};
