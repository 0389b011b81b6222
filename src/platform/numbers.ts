import { sql } from "kysely";
import type { Db } from "./database/open.ts";
import type { Work } from "./work.ts";

interface Series {
  /** Prefix of the business entity, such as `CC`. */
  entity: string;
  kind: string;
  year: number;
}

/** Writes a number the way people see it: at least five digits, growing when the year needs more. */
const written = ({ entity, year }: Series, pattern: string, last: number) =>
  pattern
    .replace("{entity}", entity)
    .replace("{year}", String(year))
    .replace("{number}", String(last).padStart(5, "0"));

const advance = async (db: Db, { entity, kind, year }: Series): Promise<number> => {
  const { rows } = await sql<{ last: number }>`
    insert into number_series (entity, kind, year, last) values (${entity}, ${kind}, ${year}, 1)
    on conflict (entity, kind, year) do update set last = number_series.last + 1
    returning last`.execute(db);
  return rows[0]!.last;
};

/**
 * The same in a transaction of its own, over in a moment. It need not wait for the disk: whoever uses the number commits
 * later and waits for both; when nobody does, the number may come again.
 */
const advanceAside = async (db: Db, { entity, kind, year }: Series): Promise<number> => {
  const { rows } = await sql<{ last: number }>`
    insert into number_series (entity, kind, year, last) values (${entity}, ${kind}, ${year}, 1)
    on conflict (entity, kind, year) do update set last = number_series.last + 1
    returning last, set_config('synchronous_commit', 'off', true)`.execute(db);
  return rows[0]!.last;
};

/**
 * The next number of a series, for what people only have to find: orders, quotes, visits. Nobody waits for anybody; work
 * that is rolled back leaves a gap.
 * @param pattern such as `{entity}-{year}-{number}`
 */
export const drawNumber = async (
  work: Pick<Work, "aside">,
  series: Series,
  pattern: string,
): Promise<string> => written(series, pattern, await advanceAside(work.aside, series));

/**
 * The next number of a series without gaps, drawn inside the transaction: the series waits for the commit, so no number
 * is ever missing or double. For invoices (Wet OB 1968 art. 35a lid 1 sub b: sequential), as late in the work as can be.
 * @param pattern such as `{entity}-INV-{year}-{number}`
 */
export const drawNumberWithoutGaps = async (
  work: Pick<Work, "tx">,
  series: Series,
  pattern: string,
): Promise<string> => written(series, pattern, await advance(work.tx, series));
