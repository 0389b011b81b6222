/** One statement of the fill. `{from}` and `{to}` in it stand for a range of row numbers: it then runs once per range. */
export interface Step {
  /** Where its rows go; null for preparations. */
  table: string | null;
  sql: string;
  /** Which rows count as records: things with a life of their own, as they were counted in the system before. */
  records?: boolean;
}

/** A step that prepares something for later ones. */
export const prepare = (sql: string): Step => ({ table: null, sql });

/** Rows of a table that are records: customers, orders, quotes, visits. */
export const records = (table: string, sql: string): Step => ({
  table,
  sql: `insert into ${table} ${sql}`,
  records: true,
});

/** Rows that are part of a record: lines, parties, moves, events. */
export const parts = (table: string, sql: string): Step => ({ table, sql: `insert into ${table} ${sql}` });

/** A statement that changes what earlier steps wrote. */
export const changes = (sql: string): Step => ({ table: null, sql });

export interface ScaleFacts {
  customers: number;
  organizations: number;
  orders: number;
  /** The moment up to which the company lived. */
  end: string;
  /** How many days back it goes. */
  days: number;
  /** SHA-256, in hex, and size of the picture that stands for every photo. */
  photo: { sha256: string; size: number };
}
