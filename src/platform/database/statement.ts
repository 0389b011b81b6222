import type { Compilable, CompiledQuery } from "kysely";
import type { Db } from "./open.ts";
import { onePlan } from "./preparedNames.ts";

type Value = string | number;

/** Stands where a value will be while a statement is built; whoever looks at it then made a mistake. */
class Place {
  readonly index: number;
  constructor(index: number) {
    this.index = index;
  }
  [Symbol.toPrimitive](): never {
    throw new Error("The values of a statement are not known while it is built");
  }
}

const send = async <R>(db: Db, built: CompiledQuery<R>, values: readonly unknown[]): Promise<R[]> => {
  const parameters = built.parameters.map((each) => (each instanceof Place ? values[each.index] : each));
  const { rows } = await db.executeQuery<R>({ ...built, parameters });
  return rows;
};

const prepared = <R>(built: CompiledQuery<R>): CompiledQuery<R> => ({
  ...built,
  sql: `${onePlan} ${built.sql}`,
});

/**
 * A statement that is always the same but for its values, for what is asked many times a second: `build` runs once, with
 * a stand-in for each value, and what it made is sent again with the values of each call. So `build` may place values,
 * but not decide by them; lists that grow (`in`) do not fit, and what is compared with `null` is never found. Kysely takes
 * longer to build a statement of some joins than PostgreSQL to answer it. It is prepared as well once it came often, also when it
 * stops after some rows: it looks for what belongs to one record. In each connection PostgreSQL plans the first five times for their
 * values and then keeps one plan, unless that looks dearer; while the demo company is made it plans once.
 */
export const statement = <V extends readonly (Value | null)[], R>(
  build: (db: Db, ...values: V) => Compilable<R>,
): ((db: Db, ...values: V) => Promise<R[]>) => {
  let built: CompiledQuery<R> | undefined;
  return async (db, ...values) => {
    built ??= prepared(build(db, ...(values.map((_, index) => new Place(index)) as unknown as V)).compile());
    return send(db, built, values);
  };
};

/** What a statement of many shapes may be given; what is not given, or empty, leaves its part out. */
export type Given = Readonly<Record<string, Value | boolean | readonly (Value | null)[] | undefined>>;

/** So many shapes of one list are kept; then the first one makes room. */
const mostShapes = 200;

/** Which values there are, and how many: statements that are the same in this are the same but for their values. */
const takeApart = (given: Given) => {
  let shape = "";
  const values: unknown[] = [];
  const places: Record<string, unknown> = {};
  const placeFor = (value: unknown) => new Place(values.push(value) - 1);
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === "" || value === false) continue;
    if (Array.isArray(value) && value.length === 0) continue;
    shape += Array.isArray(value) ? `${name}*${value.length} ` : `${name} `;
    places[name] = value === true || (Array.isArray(value) ? value.map(placeFor) : placeFor(value));
  }
  return { shape, values, places };
};

/**
 * A statement whose parts depend on what is asked, such as the filters of a list. `build` runs once for every shape: for what is
 * given and how many there are of each, with a stand-in for every value. It decides by whether a value is there, and by `form`.
 */
export const shapedStatement = <F extends string, G extends Given, R>(
  build: (db: Db, form: F, given: G) => Compilable<R>,
): ((db: Db, form: F, given: G) => Promise<R[]>) => {
  const kept = new Map<string, CompiledQuery<R>>();
  return async (db, form, given) => {
    const { shape, values, places } = takeApart(given);
    const key = `${form} ${shape}`;
    const built = kept.get(key) ?? build(db, form, places as G).compile();
    if (kept.size >= mostShapes && !kept.has(key)) kept.delete(kept.keys().next().value!);
    kept.set(key, built);
    return send(db, built, values);
  };
};
