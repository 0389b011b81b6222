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

const event = sql`'e' || lpad(e.id::text, 19, '0') as id, e.name, e.at, e.actor_kind, e.actor_id, e.order_id, e.record_id, e.payload`;

/** Steps of their orders. Mail is told to whoever it went to, an invoice to whoever pays it. */
const stepsOf = ({ orders, payers }: Protagonist) => sql`
  select ${event} from events e
  where e.order_id in (${orders}) and e.name not like 'messaging/%'
    and (e.name not like 'billing/%' or e.payload ->> 'organizationId' is null
      or (e.payload ->> 'organizationId')::uuid in (${payers}))`;

/** Mail to them: about an order it is found by the order, outside any order by the mail itself. */
const mailTo = ({ receiver, id }: Protagonist) => sql`
  select ${event} from messages m join events e on e.order_id = m.order_id and e.record_id = m.id
  where m.${sql.ref(receiver)} = ${id} and e.name like 'messaging/%'
  union all
  select ${event} from messages m join events e on e.record_id = m.id
  where m.${sql.ref(receiver)} = ${id} and m.order_id is null and e.order_id is null`;

/** Changes of their own data, by the names of the fields; what stood there is in nobody's timeline. */
const changesOf = ({ records }: Protagonist) => sql`
  select 'a' || lpad(l.id::text, 19, '0'), 'crm/' || l.record_type || '-changed', l.at, l.actor_kind, l.actor_id,
    l.order_id, l.record_id, jsonb_build_object(
      'name', (select c.name from contacts c where c.id = l.record_id),
      'fields', case jsonb_typeof(l.changes -> 'fields') when 'array' then l.changes -> 'fields'
        else (select coalesce(jsonb_agg(field), '[]') from jsonb_object_keys(l.changes) field) end)
  from audit_lines l
  where l.record_id in (${records}) and l.record_type in ('organization', 'contact')`;

/** Everything that happened with somebody, as a table to choose a page from. */
export const happeningsOf = (whose: Protagonist) =>
  sql<Happening>`(${stepsOf(whose)} union all ${mailTo(whose)} union all ${changesOf(whose)})`;
