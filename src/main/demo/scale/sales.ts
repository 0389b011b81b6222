import { stepAt } from "./orders.ts";
import { parts, prepare, records, type Step } from "./step.ts";
import { number } from "./tools.ts";

const head = `'number', q.number, 'version', 1, 'orderNumber', o.number, 'entity', o.entity_name, 'customerName', o.customer_name,
  'address', o.street || ' ' || o.house_number || ', ' || o.postal_code || ' ' || o.city, 'sentOn', q.sent_at::date,
  'validUntil', q.sent_at::date + 30, 'notes', null`;
const totals = `'netCents', o.total_cents, 'vatCents', q.gross_cents - o.total_cents, 'grossCents', q.gross_cents,
  'vat', jsonb_build_array(jsonb_build_object('vatRate', 2100, 'netCents', o.total_cents, 'vatCents', q.gross_cents - o.total_cents))`;
const ofLine = `'lineId', l.id, 'description', l.description, 'quantity', l.quantity, 'unitPriceCents', l.list_price_cents,
  'discount', 0, 'vatRate', l.vat_rate, 'totalCents', l.quantity * l.list_price_cents`;

/** The quote as it was sent, in the form in which a quote keeps it. */
const document = `jsonb_build_object(${head}, 'totals', jsonb_build_array(jsonb_build_object('organizationId', o.payer_id, ${totals})),
  'lines', (select jsonb_agg(jsonb_build_object(${ofLine}, 'parentLineId', null, 'billedToId', o.payer_id,
    'billedToName', o.payer_name) order by l.n) from scale_lines l where l.i = o.i))`;
/** The same as its one payer reads and signs it. */
const forPayer = `jsonb_build_object(${head}, 'payerId', o.payer_id, 'payerName', o.payer_name, 'totals', jsonb_build_object(${totals}),
  'lines', (select jsonb_agg(jsonb_build_object(${ofLine}, 'isMine', true, 'payerName', o.payer_name, 'parts', '[]'::jsonb)
    order by l.n) from scale_lines l where l.i = o.i))`;
const marked = (value: string) => `encode(sha256(convert_to((${value})::text, 'UTF8')), 'hex')`;

/** Intakes, quotes and signatures. */
export const sales: readonly Step[] = [
  records(
    `intakes (id, order_id, status, answers, due_at, sent_at, started_at, saved_at, completed_at, completed_by, created_at)`,
    `select pg_temp.id('intake', i, at), id, case when reached >= 2 then 'completed' else 'sent' end,
        case when reached >= 2 then '{"cupboard": {"groups": "free", "connection": "3x25A"}, "route": {"walls": 1, "metres": 9, "digging": false}}'::jsonb
          else '{}'::jsonb end,
        ${stepAt(1)} + interval '7 days', ${stepAt(1)}, case when reached >= 2 then ${stepAt(2)} end,
        case when reached >= 2 then ${stepAt(2)} end, case when reached >= 2 then ${stepAt(2)} end,
        case when reached >= 2 then 'customer' end, ${stepAt(1)}
      from scale_orders o where reached >= 1 and i between {from} and {to}`,
  ),
  prepare(`create temp table scale_quotes on commit drop as
    select o.i, pg_temp.id('quote', o.i, o.at) as id, o.prefix, o.year, null::text as number, ${stepAt(3)} as created_at,
      case when o.reached >= 4 then ${stepAt(4)} end as ready_at, case when o.reached >= 5 then ${stepAt(5)} end as sent_at,
      case when o.reached >= 7 then ${stepAt(7)} when o.ending = 'cancelled' and o.reached >= 5 then o.at + o.span end as decided_at,
      case when o.reached >= 7 then 'accepted' when o.ending = 'cancelled' and o.reached >= 5 then 'rejected'
        when o.reached >= 5 then 'sent' when o.reached = 4 then 'ready' else 'draft' end as status,
      o.total_cents + round(o.total_cents * 0.21)::bigint as gross_cents
    from scale_orders o where o.reached >= 3`),
  prepare("create unique index on scale_quotes (i)"),
  number("scale_quotes", "quote", "QT-{entity}-{year}-"),
  prepare("analyze scale_quotes"),
  records(
    `quotes (id, number, order_id, version, status, valid_until, automatic, document, document_hash, gross_cents, created_at,
      ready_at, sent_at, decided_at)`,
    `select id, number, order_id, 1, status, valid_until, true, document, ${marked("document")}, gross_cents, created_at,
        ready_at, sent_at, decided_at
      from (select q.*, o.id as order_id, (q.sent_at + interval '30 days')::date as valid_until,
          case when q.sent_at is not null then ${document} end as document
        from scale_quotes q join scale_orders o on o.i = q.i where q.i between {from} and {to}) made`,
  ),
  parts(
    `sign_offs (id, quote_id, order_id, organization_id, contact_id, side, status, document, document_hash, gross_cents, method,
      signed_name, signed_at, created_at)`,
    `select id, quote_id, order_id, payer_id, payer_contact_id, side, status, document, ${marked("document")}, gross_cents,
        case when status = 'signed' then 'typed' end, case when status = 'signed' then payer_name end,
        case when status = 'signed' then decided_at end, sent_at
      from (select pg_temp.id('sign off', q.i, q.sent_at) as id, q.id as quote_id, o.id as order_id, o.payer_id, o.payer_contact_id,
          case when o.partner_pays then 'partner' else 'customer' end as side, o.payer_name, q.gross_cents, q.decided_at, q.sent_at,
          case when q.status = 'accepted' then 'signed' when q.status = 'rejected' then 'rejected' else 'pending' end as status,
          ${forPayer} as document
        from scale_quotes q join scale_orders o on o.i = q.i
        where q.sent_at is not null and q.i between {from} and {to}) made`,
  ),
];
