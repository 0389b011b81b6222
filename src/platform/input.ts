import type { Action } from "./action.ts";
import type { Actor } from "./actor.ts";
import { type Endpoint, type FieldProblem, invalidInput, type ParsedOf } from "./contract/index.ts";
import { fieldProblems } from "./http/inputProblem.ts";
import type { Platform } from "./platform.ts";
import { readingAs } from "./rowRights.ts";

type Given = Record<string, unknown>;

const pick = (from: Given, shape: object): Given =>
  Object.fromEntries(Object.keys(shape).flatMap((key) => (key in from ? [[key, from[key]]] : [])));

/** What was given, by the part of the contract that names it; what nobody names goes with the body. */
const partsOf = ({ params, query, body }: Endpoint, input: unknown) => {
  const given = (input ?? {}) as Given;
  const elsewhere = new Set([...Object.keys(params.shape), ...Object.keys(query.shape)]);
  const ofBody = Object.fromEntries(Object.entries(given).filter(([key]) => !elsewhere.has(key)));
  return [
    { schema: params, given: pick(given, params.shape) },
    { schema: query, given: pick(given, query.shape) },
    { schema: body, given: ofBody },
  ];
};

const read = (endpoint: Endpoint, input: unknown): { input: Given; errors: FieldProblem[] } => {
  const results = partsOf(endpoint, input).map(({ schema, given }) => schema.safeParse(given));
  return {
    input: Object.assign({}, ...results.map(({ data }) => data)),
    errors: fieldProblems(results.flatMap(({ error }) => error?.issues ?? [])),
  };
};

/** Checks what was given against the contract; throws one problem that names every field that is wrong. */
export const parse = <E extends Endpoint>(endpoint: E, given: unknown): ParsedOf<E> => {
  const { input, errors } = read(endpoint, given);
  if (errors.length > 0) throw invalidInput({ errors });
  return input as never;
};

/** The fields that look right, each by itself. */
const rightFields = (endpoint: Endpoint, input: unknown): Given =>
  Object.fromEntries(
    partsOf(endpoint, input).flatMap(({ schema, given }) =>
      Object.entries(pick(given, schema.shape)).flatMap(([name, value]) => {
        const result = (schema.shape[name] as typeof schema).safeParse(value);
        return result.success ? [[name, result.data]] : [];
      }),
    ),
  );

/** Checks what was given for an action; when the contract refuses it, what the action knows of the other fields is told with it. */
export const parseFor = async (
  platform: Platform,
  { endpoint, alsoWrong }: Action,
  call: { actor: Actor; input: unknown },
): Promise<Given> => {
  const { input, errors } = read(endpoint, call.input);
  if (errors.length === 0) return input;
  const right = rightFields(endpoint, call.input);
  const more = alsoWrong ? await readingAs(platform, call.actor, (db) => alsoWrong(db, right)) : [];
  throw invalidInput({ errors: [...errors, ...more] });
};
