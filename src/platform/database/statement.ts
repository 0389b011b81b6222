import type { Compilable, CompiledQuery } from "kysely";
import type { Db } from "./open.ts";

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

/**
 * A statement that is always the same but for its values, for what is asked many times a second: `build` runs once, with
 * a stand-in for each value, and what it made is sent again with the values of each call. So `build` may place values,
 * but not decide by them; `null` and lists that grow (`in`) do not fit. Kysely takes longer to build a statement of some
 * joins than PostgreSQL to answer it.
 */
export const statement = <V extends readonly (string | number)[], R>(
  build: (db: Db, ...values: V) => Compilable<R>,
): ((db: Db, ...values: V) => Promise<R[]>) => {
  let built: CompiledQuery<R> | undefined;
  return async (db, ...values) => {
    built ??= build(db, ...(values.map((_, index) => new Place(index)) as unknown as V)).compile();
    const parameters = built.parameters.map((each) => (each instanceof Place ? values[each.index] : each));
    const { rows } = await db.executeQuery<R>({ ...built, parameters });
    return rows;
  };
};
