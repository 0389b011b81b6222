import { type Capabilities, mayUse } from "./capabilities.ts";

export type Migration = { name: string; sql: string };

/** The capability in a name such as `0007_orders_line_billed_to.sql`. */
export function ownerOf({ name }: Pick<Migration, "name">): string | undefined {
  return /^\d{4}_([a-z]+)_[a-z0-9_]+\.sql$/.exec(name)?.[1];
}

/** Tells which migrations point up or sideways, or touch a table that is not theirs. */
export function breachesInTables(migrations: Migration[], map: Capabilities): string[] {
  const tables = new Map<string, string>();
  return migrations.flatMap((migration) => {
    const owner = ownerOf(migration);
    if (!owner || !(owner in map)) return [`${migration.name}: the name has no owner from the list`];
    const sql = withoutTexts(migration.sql);
    for (const table of named(sql, /create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?/g)) {
      tables.set(table, owner);
    }
    const allowed = mayUse(map, owner);
    return [
      ...named(sql, /\breferences\s+/g)
        .filter((table) => !allowed.includes(tables.get(table) ?? "nobody"))
        .map((table) => `${migration.name}: references ${table} of ${tables.get(table) ?? "nobody"}`),
      ...named(sql, /(?:alter|drop)\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?/g)
        .filter((table) => tables.get(table) !== owner)
        .map((table) => `${migration.name}: changes ${table} of ${tables.get(table) ?? "nobody"}`),
    ];
  });
}

function named(sql: string, before: RegExp): string[] {
  const name = /(?:public\.)?"?([a-z_][a-z0-9_]*)"?/.source;
  return [...sql.matchAll(new RegExp(before.source + name, "gi"))].map(([, table = ""]) =>
    table.toLowerCase(),
  );
}

/** Comments and quoted texts speak about tables without touching them. */
function withoutTexts(sql: string): string {
  return sql
    .replaceAll(/--.*$/gm, "")
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(/'(?:[^']|'')*'/g, "''");
}
