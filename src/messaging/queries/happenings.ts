import { type RawBuilder, sql } from "kysely";

type Ids = RawBuilder<unknown>;

/** Whose story it is, each as a list of ids or a question that answers with one. */
export interface Protagonist {
  /** The orders that are theirs. */
  orders: Ids;
  /** The organizations whose invoices are theirs. */
  payers: Ids;
  /** The column by which a mail is to them. */
  receiver: "contact_id" | "organization_id";
  id: string;
  /** The organizations and people whose data is theirs. */
  records: Ids;
}

/** Which part of the story is wanted. */
export interface Part {
  names: readonly string[] | undefined;
  /** Newest first, or oldest first. */
  newestFirst: boolean;
  /** Moment and id of the last happening of the page before. */
  after: readonly [at: unknown, id: string] | undefined;
  /** How many at most; all of it when left out. */
  most?: number;
}

export interface Happening {
  id: string;
  name: string;
  at: string;
  actorKind: "person" | "partner" | "customer" | "automation";
  actorId: string | null;
  orderId: string | null;
  recordId: string | null;
  payload: Record<string, unknown>;
}

const idOf = (letter: string, id: Ids) => sql`${sql.lit(letter)} || lpad(${id}::text, 19, '0')`;
const event = sql`${idOf("e", sql`e.id`)} as id, e.name, e.at, e.actor_kind, e.actor_id, e.order_id, e.record_id, e.payload`;

/** Steps that are theirs to know: mail is told to whoever it went to, an invoice to whoever pays it. */
const told = ({ payers }: Protagonist, { names, after, newestFirst }: Part) => {
  const conditions = [
    sql`e.name not like 'messaging/%'`,
    sql`(e.name not like 'billing/%' or e.payload ->> 'organizationId' is null
      or (e.payload ->> 'organizationId')::uuid in (${payers}))`,
  ];
  if (names?.length) conditions.push(sql`e.name in (${sql.join(names)})`);
  if (after) {
    const [at, id] = after;
    const further = newestFirst ? sql`<` : sql`>`;
    // The first says nothing new, but an index can stop there.
    conditions.push(
      sql`e.at ${further}= ${at}`,
      sql`(e.at, ${idOf("e", sql`e.id`)}) ${further} (${at}, ${id})`,
    );
  }
  return sql.join(conditions, sql` and `);
};

/**
 * Steps of their orders. The steps of a page can only be of the orders whose own next step comes first: that is looked up for each
 * order, and the other steps for so many orders as a page has rows. A partner has thousands of orders with a dozen steps each.
 */
const stepsOf = (whose: Protagonist, part: Part) => {
  const steps = told(whose, part);
  const all = sql`select distinct id as order_id from (${whose.orders}) theirs(id)`;
  if (part.most === undefined)
    return sql`select ${event} from (${all}) o join events e on e.order_id = o.order_id where ${steps}`;
  const way = part.newestFirst ? sql`desc` : sql`asc`;
  const inTurn = (most: number) =>
    sql`where e.order_id = o.order_id and ${steps} order by e.at ${way}, e.id ${way} limit ${most}`;
  return sql`
    select ${event} from (
      select o.order_id from (${all}) o cross join lateral (select e.at, e.id from events e ${inTurn(1)}) next
      order by next.at ${way}, next.id ${way} limit ${part.most}
    ) o cross join lateral (select e.* from events e ${inTurn(part.most)}) e`;
};

/** Mail to them: about an order it is found by the order, outside any order by the mail itself. */
const mailTo = ({ receiver, id }: Protagonist) => sql`
  select ${event} from messages m join events e on e.order_id = m.order_id and e.record_id = m.id
  where m.${sql.ref(receiver)} = ${id} and e.name like 'messaging/%'
  union all
  select ${event} from messages m join events e on e.record_id = m.id
  where m.${sql.ref(receiver)} = ${id} and m.order_id is null and e.order_id is null`;

/** Changes of their own data, by the names of the fields; what stood there is in nobody's timeline. */
const changesOf = ({ records }: Protagonist) => sql`
  select ${idOf("a", sql`l.id`)}, 'crm/' || l.record_type || '-changed', l.at, l.actor_kind, l.actor_id,
    l.order_id, l.record_id, jsonb_build_object(
      'name', (select c.name from contacts c where c.id = l.record_id),
      'fields', case jsonb_typeof(l.changes -> 'fields') when 'array' then l.changes -> 'fields'
        else (select coalesce(jsonb_agg(field), '[]') from jsonb_object_keys(l.changes) field) end)
  from audit_lines l
  where l.record_id in (${records}) and l.record_type in ('organization', 'contact')`;

/** What happened with somebody, as a table to choose a page from. */
export const happeningsOf = (whose: Protagonist, part: Part) =>
  sql<Happening>`(${stepsOf(whose, part)} union all ${mailTo(whose)} union all ${changesOf(whose)})`;
