import { z } from "zod";
import { type Door, endpoint } from "./endpoint.ts";
import { Flag } from "./shapes.ts";

/** Up to how many rows a list is counted; a total above it means "more than this". */
export const mostCounted = 1000;

/**
 * One page of rows; `next` is the cursor of the following page, absent on the last one. `total` is there when it was asked
 * for: exact up to `mostCounted`, one above it for more.
 */
export const pageOf = <R extends z.ZodType>(row: R) =>
  z.object({ rows: z.array(row), next: z.string().nullable(), total: z.int().optional() });

/** The sort words of a list: each name, and with `-` in front for descending. */
type SortWord<S extends string> = S | `-${S}`;

/**
 * Declares a list: `GET` with filters, sort and keyset paging, the same for API, web and export.
 * Cursors hold on to the sort they were made with; a cursor of another sort is refused.
 */
export const listEndpoint = <
  R extends z.ZodType,
  F extends z.ZodRawShape,
  const S extends readonly [string, ...string[]],
>(given: {
  name: string;
  summary: string;
  path: string;
  doors: readonly Door[];
  row: R;
  filters: F;
  sorts: S;
  defaultSort: SortWord<S[number]>;
}) => {
  const words = given.sorts.flatMap((sort) => [sort, `-${sort}`]) as SortWord<S[number]>[];
  const paging = {
    sort: z
      .enum(words as [SortWord<S[number]>, ...SortWord<S[number]>[]])
      .default(given.defaultSort as never),
    cursor: z.string().max(500).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    /** Whether to count the rows as well; stops counting just above 1,000. */
    total: Flag.optional(),
  };
  return endpoint({
    name: given.name,
    summary: given.summary,
    method: "GET",
    path: given.path,
    doors: given.doors,
    query: z.object({ ...given.filters, ...paging }) as z.ZodObject<F & typeof paging>,
    response: pageOf(given.row),
  });
};
