import { type Expression, type SelectQueryBuilder, type SqlBool, sql } from "kysely";
import { mostCounted, problem } from "./contract/index.ts";
import type { Db } from "./database/open.ts";
import { type Given, shapedStatement } from "./database/statement.ts";

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

/** Where the page before ended: the value it is sorted by and the id of its last row. */
export const cursorPlace = (cursor: string, sort: string): Key => {
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

interface Keys {
  /** The column (never null) behind each sort word. */
  columns: Record<string, Expression<unknown>>;
  /** Breaks ties. */
  id: Expression<unknown>;
}

interface How {
  sort: string;
  after?: Key | undefined;
  most: number;
}

const wordOf = (sort: string) => (sort.startsWith("-") ? sort.slice(1) : sort);

const columnOf = ({ columns }: Keys, sort: string) => {
  const column = columns[wordOf(sort)];
  if (!column) throw staleCursor();
  return column;
};

const inOrder = <D, T extends keyof D, R>(select: SelectQueryBuilder<D, T, R>, keys: Keys, sort: string) => {
  const direction = sort.startsWith("-") ? sql`desc` : sql`asc`;
  return select.orderBy(sql`${columnOf(keys, sort)} ${direction}`).orderBy(sql`${keys.id} ${direction}`);
};

/** Counts no further than a person cares to read. */
const upToMost = <D, T extends keyof D, R>(select: SelectQueryBuilder<D, T, R>) =>
  select
    .clearSelect()
    .select(sql<number>`1`.as("one"))
    .limit(mostCounted + 1);

/** A page whose ids are found first: an index may do that alone, and the table is read for the rows that are shown only. */
const pageOfFound = <D, T extends keyof D, R, F, U extends keyof F>(
  rows: SelectQueryBuilder<D, T, R>,
  found: SelectQueryBuilder<F, U, unknown>,
  { keys, how }: { keys: Keys; how: How },
) => {
  const ids = pageFrom(found.clearSelect().select(sql`${keys.id}`.as("id")), keys, how);
  return inOrder(rows.where(sql<SqlBool>`${keys.id} in (${ids})`), keys, how.sort);
};

/** One more than is shown tells whether there is a next page. */
const pageFrom = <D, T extends keyof D, R>(
  select: SelectQueryBuilder<D, T, R>,
  keys: Keys,
  { sort, after, most }: How,
) => {
  const page = inOrder(select, keys, sort).limit(most);
  if (!after) return page;
  const [value, lastId] = after;
  const isFurther = sort.startsWith("-") ? sql`<` : sql`>`;
  return page.where(sql<SqlBool>`(${columnOf(keys, sort)}, ${keys.id}) ${isFurther} (${value}, ${lastId})`);
};

const shown = <R extends { id: string }>(rows: readonly R[], { sort, limit }: Paging) => {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const key = last?.[wordOf(sort) as keyof R] as Key[0];
  return { rows: page, next: rows.length > limit && last ? encode(sort, [key, last.id]) : null };
};

const refusingCursors = <T>(asked: Promise<T>, { cursor }: Paging): Promise<T> =>
  asked.catch((error: unknown) => {
    throw cursor && isUnfitValue(error) ? staleCursor() : error;
  });

/** How many rows a query has, without walking through more of them than a person cares to read. */
export const countUpToMost = async <D, T extends keyof D, R>(select: SelectQueryBuilder<D, T, R>) =>
  (await upToMost(select).execute()).length;

interface Page<R> {
  rows: R[];
  next: string | null;
  total?: number;
}

/**
 * One page of a query by keyset: no offset, no count, as fast on page a thousand as on the first. Rows must hold the sort words and
 * `id` under those names.
 */
export const pageByKeyset = async <D, T extends keyof D, R extends { id: string }>(
  select: SelectQueryBuilder<D, T, R>,
  paging: Paging,
  keys: Keys,
): Promise<Page<R>> => {
  const { sort, cursor, limit } = paging;
  const after = cursor ? cursorPlace(cursor, sort) : undefined;
  const asked = pageFrom(select, keys, { sort, after, most: limit + 1 }).execute();
  const rows = await refusingCursors(asked, paging);
  const page = shown(rows, paging);
  return paging.total ? { ...page, total: await countUpToMost(select) } : page;
};

/**
 * Pages of a list that is asked many times a second, as `pageByKeyset` gives them: its statements are built once for every
 * set of filters, sort and place. `choose` decides by whether a filter is there, not by what it is. Where `late` is true of the
 * filters, a page's ids are found first and its rows read by them.
 */
export const keptPages = <D, T extends keyof D, R extends { id: string }, G extends Given>(
  choose: (db: Db, filters: G) => SelectQueryBuilder<D, T, R>,
  keys: Keys,
  late: (filters: G) => boolean = () => false,
): ((db: Db, paging: Paging, filters: G) => Promise<Page<R>>) => {
  type Placed = G & { after?: Key | undefined; most: number };
  const pages = shapedStatement((db, sort: string, { after, most, ...given }: Placed) => {
    const filters = given as unknown as G;
    const [found, how] = [choose(db, filters), { sort, after, most }];
    if (!late(filters)) return pageFrom(found, keys, how);
    return pageOfFound(choose(db, {} as G), found, { keys, how });
  });
  const counts = shapedStatement((db, _form: "count", given: G) => upToMost(choose(db, given)));
  return async (db, paging, filters) => {
    const { sort, cursor, limit } = paging;
    const after = cursor ? cursorPlace(cursor, sort) : undefined;
    const asked = pages(db, sort, { ...filters, after, most: limit + 1 });
    const rows = await refusingCursors(asked, paging);
    const page = shown(rows, paging);
    return paging.total ? { ...page, total: (await counts(db, "count", filters)).length } : page;
  };
};
