import { sql } from "kysely";
import type { Capability, Db } from "#platform";

/** What must hold for all data, however it came in; `breaches` counts the rows for which it does not. */
export interface Invariant {
  name: string;
  breaches: string;
}

export interface Verdict {
  name: string;
  breaches: number;
}

/** The table behind each kind of record that has statuses. */
const tableOf: Readonly<Record<string, string>> = {
  order: "orders",
  intake: "intakes",
  quote: "quotes",
  sign_off: "sign_offs",
  visit: "visits",
  work_order: "work_orders",
  invoice: "invoices",
};

/** How the numbers of a series are written: the entity, year and number are taken from them. */
const numbered = [
  ["order", "orders", "^([A-Z0-9]+)-([0-9]{4})-([0-9]+)$"],
  ["quote", "quotes", "^QT-([A-Z0-9]+)-([0-9]{4})-([0-9]+)$"],
  ["visit", "visits", "^VST-([A-Z0-9]+)-([0-9]{4})-([0-9]+)$"],
  ["work_order", "work_orders", "^WO-([A-Z0-9]+)-([0-9]{4})-([0-9]+)$"],
  ["invoice", "invoices", "^([A-Z0-9]+)-INV-([0-9]{4})-([0-9]+)$"],
] as const;

const inParts = (table: string, pattern: string) =>
  `select p[1] as entity, p[2]::int as year, p[3]::bigint as number
   from ${table} t, regexp_match(t.number, '${pattern}') p where p is not null`;

const missesParty = (role: string, column: string) =>
  `select count(*) from orders o where not exists (select from order_parties p
    where p.order_id = o.id and p.role = '${role}' and p.organization_id = o.${column})`;

const fixed: readonly Invariant[] = [
  { name: "every order has its account as a party", breaches: missesParty("account", "account_id") },
  {
    name: "every order has its end customer as a party",
    breaches: missesParty("end_customer", "end_customer_id"),
  },
  {
    name: "the total of an order is the sum of its lines",
    breaches: `select count(*) from orders o left join (select order_id, sum(total_cents) as total from order_lines
      where status <> 'cancelled' group by order_id) l on l.order_id = o.id where o.total_cents <> coalesce(l.total, 0)`,
  },
  {
    name: "the last move of an order led to its status",
    breaches: `select count(*) from orders o where o.status is distinct from (select m.to_status from order_moves m
      where m.order_id = o.id order by m.at desc, m.id desc limit 1)`,
  },
  {
    name: "every move of an order starts where the one before it ended",
    breaches: `select count(*) from (select from_status, lag(to_status) over (partition by order_id order by at, id) as before
      from order_moves) m where from_status is distinct from before`,
  },
  {
    name: "every contact belongs to an organization",
    breaches: `select count(*) from contacts c where not exists (select from contact_organizations m where m.contact_id = c.id)`,
  },
  {
    name: "every order can be found by its text",
    breaches: "select count(*) from orders where position(lower(number) in search) = 0",
  },
  {
    name: "every invoice with a number can be found by it",
    breaches:
      "select count(*) from invoices where number is not null and position(lower(number) in search) = 0",
  },
  {
    name: "the amounts of an invoice are those of its lines",
    breaches: `select count(*) from invoices i left join (select invoice_id, sum(total_cents) as net from invoice_lines group by 1) l
      on l.invoice_id = i.id where abs(i.net_cents) <> abs(coalesce(l.net, 0)) or i.gross_cents <> i.net_cents + i.vat_cents`,
  },
  {
    name: "what an invoice says was paid came in as payments",
    breaches: `select count(*) from invoices i left join (select invoice_id, sum(amount_cents) as paid from payments
      where status = 'completed' group by 1) p on p.invoice_id = i.id
      where i.kind = 'invoice' and i.status <> 'credited' and i.paid_cents <> coalesce(p.paid, 0)`,
  },
  {
    name: "no invoice number is missing or double",
    breaches: `select count(*) from (select entity, year, count(*) as used, max(number) as last
      from (${inParts("invoices", numbered[4][2])}) n group by 1, 2) used
      full join (select * from number_series where kind = 'invoice') s using (entity, year)
      where used.used is distinct from used.last or used.last is distinct from s.last`,
  },
  {
    name: "every completed work order has its risk analysis and a photo",
    breaches: `select count(*) from work_orders w where w.status = 'completed' and (not exists (select from lmras l where l.work_order_id = w.id)
      or not exists (select from work_photos p where p.work_order_id = w.id))`,
  },
];

const statusesOf = (capabilities: readonly Capability[]): Invariant[] =>
  capabilities.flatMap(({ statuses = {} }) =>
    Object.entries(statuses).flatMap(([record, { pairs }]) => {
      const table = tableOf[record];
      if (!table) return [];
      const names = new Set(pairs.flatMap(({ from, to }) => [from, to]));
      const known = [...names].map((name) => `'${name}'`).join(", ");
      const breaches = `select count(*) from ${table} where status not in (${known})`;
      return [{ name: `${table} have statuses that exist`, breaches }];
    }),
  );

const series: readonly Invariant[] = numbered.map(([kind, table, pattern]) => ({
  name: `the series of numbers is ahead of the ${table}`,
  breaches: `select count(*) from (select entity, year, max(number) as last from (${inParts(table, pattern)}) n group by 1, 2) used
    left join number_series s on s.kind = '${kind}' and s.entity = used.entity and s.year = used.year
    where s.last is null or s.last < used.last`,
}));

/** Looks at all data and says of each rule how many rows break it. */
export const checkInvariants = async (
  db: Db,
  capabilities: readonly Capability[],
  more: readonly Invariant[] = [],
): Promise<Verdict[]> => {
  const verdicts: Verdict[] = [];
  for (const { name, breaches } of [...fixed, ...statusesOf(capabilities), ...series, ...more]) {
    const { rows } = await sql.raw<{ count: number }>(breaches).execute(db);
    verdicts.push({ name, breaches: Number(rows[0]?.count) });
  }
  return verdicts;
};
