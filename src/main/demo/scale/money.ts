import { stepAt } from "./orders.ts";
import { changes, parts, prepare, records, type ScaleFacts, type Step } from "./step.ts";
import { number } from "./tools.ts";

/** Invoices of what is done, paid when they are old enough; the newest work waits for the office's check. */
export const money = ({ end }: ScaleFacts): Step[] => [
  prepare(`create temp table scale_invoices on commit drop as
    select row_number() over (order by done_at, order_i) as i, order_i, pg_temp.id('invoice', order_i, done_at) as id, prefix,
      extract(year from done_at)::int as year, null::text as number, done_at, net_cents,
      round(net_cents * 0.21)::bigint as vat_cents,
      case when done_at < timestamptz '${end}' - interval '12 days' then done_at + interval '5 days' end as paid_at
    from (select o.i as order_i, o.prefix, date_trunc('minute', ${stepAt(11)}) as done_at, o.total_cents as net_cents
      from scale_orders o where o.reached = 11 and o.ending is null) done
    where done_at < timestamptz '${end}' - interval '2 days'`),
  prepare("create unique index on scale_invoices (i)"),
  number("scale_invoices", "invoice", "{entity}-INV-{year}-"),
  prepare("analyze scale_invoices"),
  records(
    `invoices (id, number, status, business_entity, order_id, organization_id, contact_id, addressee, invoiced_on, due_on, net_cents,
      vat_cents, gross_cents, vat, paid_cents, created_at, sent_at, paid_at, search)`,
    `select v.id, v.number, case when v.paid_at is null then 'sent' else 'paid' end, o.business_entity, o.id, o.payer_id, o.payer_contact_id,
        array[o.payer_name, o.street || ' ' || o.house_number, o.postal_code || ' ' || o.city], v.done_at::date,
        v.done_at::date + o.payment_days, v.net_cents, v.vat_cents, v.net_cents + v.vat_cents,
        jsonb_build_array(jsonb_build_object('vatRate', 2100, 'netCents', v.net_cents, 'vatCents', v.vat_cents)),
        case when v.paid_at is null then 0 else v.net_cents + v.vat_cents end, v.done_at, v.done_at, v.paid_at,
        plain(v.number || ' ' || o.number || ' ' || o.payer_name)
      from scale_invoices v join scale_orders o on o.i = v.order_i where v.order_i between {from} and {to}`,
  ),
  parts(
    `invoice_lines (invoice_id, order_line_id, position, description, quantity, unit_price_cents, vat_rate, total_cents)`,
    `select v.id, l.id, l.n - 1, l.description, l.quantity, l.list_price_cents, l.vat_rate, l.quantity * l.list_price_cents
      from scale_lines l join scale_invoices v on v.order_i = l.i where l.i between {from} and {to}`,
  ),
  records(
    "payments (id, invoice_id, amount_cents, method, status, paid_on, booked_by, created_at)",
    `select pg_temp.id('payment', i, paid_at), id, net_cents + vat_cents, 'bank_transfer', 'completed', paid_at::date,
        'Fenna Boekhouder', paid_at from scale_invoices where paid_at is not null and order_i between {from} and {to}`,
  ),
  changes(`update orders t set billing_state = case when v.paid_at is null then 'invoiced' else 'paid' end, closed_at = v.paid_at,
      updated_at = coalesce(v.paid_at, v.done_at)
    from scale_invoices v join scale_orders o on o.i = v.order_i where t.id = o.id and v.order_i between {from} and {to}`),
  changes(`update order_lines t set status = 'invoiced' from scale_lines l join scale_invoices v on v.order_i = l.i
    where t.id = l.id and l.i between {from} and {to}`),
];
