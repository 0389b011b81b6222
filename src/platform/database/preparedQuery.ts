import pg from "pg";
import { inCode } from "./columnNames.ts";

interface Connection {
  bind(how: object): void;
  execute(how: object): void;
  sync(): void;
}

/** Names inside pg's query, of which its types tell nothing. */
const result = "_result";
const keepsRows = "_accumulateRows";
/** How the rows of a statement look, as pg works it out from the server's description. */
const shapeParts = ["fields", "_parsers", "_prebuiltEmptyResultObject"] as const;
type Shape = Record<(typeof shapeParts)[number], unknown>;

interface Inside {
  name: string | undefined;
  values: unknown[];
  [result]: Shape;
  [keepsRows]: boolean;
  hasBeenParsed(connection: Connection): boolean;
  handleRowDescription(message: { fields: { name: string }[] }): void;
  prepare(connection: Connection): void;
  handleError(error: unknown, connection: Connection): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
}

const inside = pg.Query.prototype as unknown as Inside;
const { prepareValue } = (pg as unknown as { utils: { prepareValue: unknown } }).utils;

/** Per connection, because another may talk to another database. */
type Shapes = WeakMap<Connection, Map<string, Shape>>;

const shapesOf = (connection: Connection, shapes: Shapes) => {
  const known = shapes.get(connection) ?? new Map<string, Shape>();
  shapes.set(connection, known);
  return known;
};
const plainShapes: Shapes = new WeakMap();
const ourShapes: Shapes = new WeakMap();

/**
 * A prepared statement whose rows were described once is not described again. PostgreSQL refuses one that would give other
 * columns than when it was prepared.
 */
export class PreparedQuery extends pg.Query {
  protected readonly shapes: Shapes = plainShapes;

  /** Text and values are given apart: a configuration would be copied property by property. */
  constructor({ name, text, values }: { name?: string | undefined; text: string; values: unknown[] }) {
    super(text, values);
    (this as unknown as Inside).name = name;
  }

  prepare(connection: Connection): void {
    const query = this as unknown as Inside;
    const shape = query.hasBeenParsed(connection)
      ? shapesOf(connection, this.shapes).get(query.name!)
      : undefined;
    if (!shape) return inside.prepare.call(query, connection);
    try {
      connection.bind({ statement: query.name, values: query.values, valueMapper: prepareValue });
    } catch (error) {
      connection.sync();
      return query.handleError(error, connection);
    }
    Object.assign(query[result], shape);
    query[keepsRows] = true;
    connection.execute({});
    connection.sync();
  }

  handleCommandComplete(message: unknown, connection: Connection): void {
    const query = this as unknown as Inside;
    const known = shapesOf(connection, this.shapes);
    if (query.name && !known.has(query.name)) {
      const shape = shapeParts.map((part) => [part, query[result][part]]);
      known.set(query.name, Object.fromEntries(shape) as Shape);
    }
    inside.handleCommandComplete.call(query, message, connection);
  }
}

/**
 * A statement whose columns are spelled our way as soon as they are described. Its rows are made with those names; renaming them
 * afterwards, as a plugin of Kysely's would, copies every one.
 */
export class OurQuery extends PreparedQuery {
  protected override readonly shapes: Shapes = ourShapes;

  handleRowDescription(message: { fields: { name: string }[] }): void {
    for (const field of message.fields) field.name = inCode(field.name);
    inside.handleRowDescription.call(this as unknown as Inside, message);
  }
}
