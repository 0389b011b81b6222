import pg from "pg";

/** One statement as a handler sent it, with what came back. */
interface Statement {
  /** Under which it was prepared. */
  name: string | undefined;
  text: string;
  values: unknown[];
  rows: Record<string, unknown>[];
}
export type Recording = readonly Statement[];

type Sent = string | { name: string; text: string; values: unknown[] };
type Heard = (error: unknown, result: pg.QueryResult) => void;
type Ask = (sent: Sent, values?: unknown[] | Heard) => Promise<pg.QueryResult>;

/** Writes down every statement that is sent to the database while `does` runs. */
export const record = async (does: () => Promise<unknown>): Promise<Recording> => {
  const statements: Statement[] = [];
  const client = pg.Client.prototype as unknown as { query: Ask };
  const { query } = client;
  client.query = async function (this: pg.Client, sent, values) {
    const given = typeof values === "function" ? undefined : values;
    const {
      name,
      text,
      values: own,
    } = typeof sent === "string" ? { name: undefined, text: sent, values: given } : sent;
    const statement: Statement = { name, text, values: own ?? [], rows: [] };
    statements.push(statement);
    // Whoever asks with a statement of its own class hears the answer in a callback.
    if (typeof values === "function")
      return query.call(this, sent, (error, result) => {
        statement.rows = result?.rows ?? [];
        values(error, result);
      });
    const result = await query.call(this, sent, values);
    statement.rows = result.rows ?? [];
    return result;
  };
  try {
    await does();
  } finally {
    client.query = query;
  }
  return statements;
};

const ids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Sends the same statements again through the bare driver. What the database hands out anew (ids of new rows) takes the
 * place of what it handed out when it was recorded; `renamed` does the same for texts that must be new each time.
 */
export const replay = async (
  client: pg.ClientBase,
  recording: Recording,
  renamed: ReadonlyMap<string, string> = new Map(),
): Promise<void> => {
  const known = new Map<string | number, string | number>();
  const again = (value: unknown): unknown => {
    if (typeof value === "number") return known.get(value) ?? value;
    if (typeof value !== "string") return value;
    let text = known.size > 0 ? value.replace(ids, (id) => String(known.get(id) ?? id)) : value;
    for (const [from, to] of renamed) text = text.replaceAll(from, to);
    return text;
  };
  for (const { name, text, values, rows } of recording) {
    const result = await client.query({ ...(name ? { name } : {}), text, values: values.map(again) });
    for (const [index, row] of rows.entries()) {
      const before = row.id as string | number | undefined;
      const now = result.rows[index]?.id as string | number | undefined;
      if (before !== undefined && now !== undefined && now !== before) known.set(before, now);
    }
  }
};
