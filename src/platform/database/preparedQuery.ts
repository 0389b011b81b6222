import pg from "pg";

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
  name: string;
  values: unknown[];
  [result]: Shape;
  [keepsRows]: boolean;
  hasBeenParsed(connection: Connection): boolean;
  prepare(connection: Connection): void;
  handleError(error: unknown, connection: Connection): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
}

const inside = pg.Query.prototype as unknown as Inside;
const { prepareValue } = (pg as unknown as { utils: { prepareValue: unknown } }).utils;

/** Per connection, because another may talk to another database. */
const shapes = new WeakMap<Connection, Map<string, Shape>>();

const shapesOf = (connection: Connection) => {
  const known = shapes.get(connection) ?? new Map<string, Shape>();
  shapes.set(connection, known);
  return known;
};

/**
 * A prepared statement whose rows were described once is not described again. PostgreSQL refuses one that would give other
 * columns than when it was prepared.
 */
export class PreparedQuery extends pg.Query {
  prepare(connection: Connection): void {
    const query = this as unknown as Inside;
    const shape = query.hasBeenParsed(connection) ? shapesOf(connection).get(query.name) : undefined;
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
    const known = shapesOf(connection);
    if (!known.has(query.name)) {
      const shape = shapeParts.map((part) => [part, query[result][part]]);
      known.set(query.name, Object.fromEntries(shape) as Shape);
    }
    inside.handleCommandComplete.call(query, message, connection);
  }
}
