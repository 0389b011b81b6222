import type pg from "pg";

/**
 * Indexes by which people search and turn pages: text in pieces, and what sorts, with an id to tell the same apart. What looks up a record
 * or guards a rule is not among them, nor what workers take jobs by.
 */
const listIndexes = `
  select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
  from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am m on m.oid = c.relam
    join pg_attribute first on first.attrelid = i.indexrelid and first.attnum = 1
  where c.relnamespace = 'public'::regnamespace and not i.indisunique and i.indrelid <> 'jobs'::regclass
    and not exists (select from pg_constraint where conindid = i.indexrelid)
    and (m.amname = 'gin' or (first.atttypid <> 'uuid'::regtype
      and exists (select from pg_attribute where attrelid = i.indexrelid and attnum > 1 and attname = 'id')))
  order by c.relname`;

/**
 * Does something without the indexes of lists, and makes them anew when it is done: nobody turns pages meanwhile, and a thousand rows
 * are indexed in one go at a fraction of what each change of each row costs. Broken off half way they are missing, so
 * this is for what is thrown away then.
 */
export const withoutListIndexes = async (pool: pg.Pool, does: () => Promise<void>): Promise<void> => {
  const { rows } = await pool.query<{ name: string; definition: string }>(listIndexes);
  if (rows.length > 0) await pool.query(rows.map(({ name }) => `drop index ${name}`).join(";"));
  await does();
  if (rows.length > 0) await pool.query(rows.map(({ definition }) => definition).join(";"));
};
