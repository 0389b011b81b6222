import type pg from "pg";

export interface TableFacts {
  name: string;
  /** Columns whose values are kept; generated ones make themselves. */
  columns: string[];
  /** The column that numbers its rows by itself, if any. */
  identity: string | null;
}

/** Written by the platform itself at every start. */
const ownTables = "('migrations', 'allowed_moves')";

const readTables = `
  select c.relname as name,
    array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns,
    max(a.attname::text) filter (where a.attidentity <> '') as identity
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ${ownTables}
  group by c.relname order by c.relname`;
const readReferences = `
  select distinct f.conrelid::regclass::text as "from", f.confrelid::regclass::text as "to"
  from pg_constraint f where f.contype = 'f' and f.connamespace = 'public'::regnamespace and f.conrelid <> f.confrelid`;

/** All tables, each after those it refers to. */
export const tablesInOrder = async (client: pg.ClientBase): Promise<TableFacts[]> => {
  const { rows: tables } = await client.query<TableFacts>(readTables);
  const { rows: references } = await client.query<{ from: string; to: string }>(readReferences);
  const ordered: TableFacts[] = [];
  const waiting = new Map(tables.map((table) => [table.name, table]));
  while (waiting.size > 0) {
    const blocked = new Set(references.filter(({ to }) => waiting.has(to)).map(({ from }) => from));
    const free = [...waiting.values()].filter(({ name }) => !blocked.has(name));
    if (free.length === 0)
      throw new Error(`Tables refer to each other in a circle: ${[...waiting.keys()].join(", ")}`);
    for (const table of free) waiting.delete(table.name);
    ordered.push(...free);
  }
  return ordered;
};

export const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");
