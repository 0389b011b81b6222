import { type Expression, type SelectQueryBuilder, type SqlBool, sql } from "kysely";
import { mostCounted, problem } from "./contract/index.ts";

export const staleCursor = problem(
  "platform/stale-cursor",
  400,
  "This page no longer fits the list; start again",
);

interface Paging {
  sort: string;
  cursor?: string | undefined;
  limit: number;
  total?: boolean | undefined;
}

type Key = [value: string | number | null, id: string];

const encode = (sort: string, [value, id]: Key) =>
  Buffer.from(JSON.stringify([sort, value, id])).toString("base64url");

const decode = (cursor: string, sort: string): Key => {
  try {
    const [madeFor, value, id] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as [
      string,
      Key[0],
      string,
    ];
    if (madeFor === sort && typeof id === "string") return [value, id];
  } catch {
    // falls through to the refusal
  }
  throw staleCursor();
};

/** Whether the database could not read a value, as happens with a cursor that was made up. */
const isUnfitValue = (error: unknown) => String((error as { code?: unknown }).code).startsWith("22");

/** How many rows a query has, without walking through more of them than a person cares to read. */
const countUpTo = async <D, T extends keyof D, R>(select: SelectQueryBuilder<D, T, R>): Promise<number> => {
  const rows = await select
    .clearSelect()
    .select(sql<number>`1`.as("one"))
    .limit(mostCounted + 1)
    .execute();
  return rows.length;
};

/**
 * One page of a query by keyset: no offset, no count, as fast on page a thousand as on the first. `columns` names the
 * column (never null) behind each sort word; `id` breaks ties. Rows must hold the sort words and `id` under those names.
 */
export const pageByKeyset = async <D, T extends keyof D, R extends { id: string }>(
  select: SelectQueryBuilder<D, T, R>,
  { sort, cursor, limit, total }: Paging,
  { columns, id }: { columns: Record<string, Expression<unknown>>; id: Expression<unknown> },
): Promise<{ rows: R[]; next: string | null; total?: number }> => {
  const descending = sort.startsWith("-");
  const word = descending ? sort.slice(1) : sort;
  const column = columns[word];
  if (!column) throw staleCursor();
  const direction = descending ? sql`desc` : sql`asc`;
  let page = select
    .orderBy(sql`${column} ${direction}`)
    .orderBy(sql`${id} ${direction}`)
    .limit(limit + 1);
  if (cursor) {
    const [value, lastId] = decode(cursor, sort);
    const after: Expression<SqlBool> = descending
      ? sql<SqlBool>`(${column}, ${id}) < (${value}, ${lastId})`
      : sql<SqlBool>`(${column}, ${id}) > (${value}, ${lastId})`;
    page = page.where(after);
  }
  const rows = await page.execute().catch((error: unknown) => {
    throw cursor && isUnfitValue(error) ? staleCursor() : error;
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last ? encode(sort, [last[word as keyof R] as Key[0], last.id]) : null;
  return { rows: shown, next, ...(total ? { total: await countUpTo(select) } : {}) };
};
