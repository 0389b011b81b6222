import { stepAt } from "./orders.ts";
import { parts, prepare, type ScaleFacts, type Step } from "./step.ts";

/** How every order came where it is, and what was told about it. */
export const history = ({ end }: ScaleFacts): Step[] => [
  // A partner's yes comes before the approval that frees the order.
  prepare(`create temp table scale_moves on commit drop as
    select o.i, s.rank, o.id as order_id, s.move, s.to_status, ${stepAt("s.rank")} as at, null::text as reason,
      case when s.move = 'approve' and o.is_partner then 'partner_approved' else s.from_status end as from_status,
      case when s.move = 'create' and not o.by_machine then 'person' when s.move = 'create' then 'partner' else s.actor_kind end as actor_kind
    from scale_orders o join scale_steps s on s.rank <= o.reached where o.is_partner or s.rank <> 6
    union all
    select o.i, 12, o.id, case when o.ending = 'cancelled' then 'cancel' else 'hold' end, o.ending, o.at + o.span + interval '1 hour',
      'customer_withdrew', s.to_status, 'person'
    from scale_orders o join scale_steps s on s.rank = o.reached where o.ending is not null`),
  prepare("create index on scale_moves (i)"),
  prepare("analyze scale_moves"),
  parts(
    "order_moves (id, order_id, move, from_status, to_status, reason, actor_kind, actor_name, at)",
    `select pg_temp.id('move', i * 20 + rank, at), order_id, move, from_status, to_status, reason, actor_kind,
        case when actor_kind = 'person' then 'Noor de Planner' end, at
      from scale_moves where i between {from} and {to} order by at`,
  ),
  parts(
    "events (name, payload, order_id, record_id, actor_kind, at)",
    `select * from (
        select case when m.move = 'create' then 'orders/order-created' else 'orders/order-moved' end,
          case when m.move = 'create' then jsonb_build_object('id', o.id, 'orderId', o.id, 'number', o.number, 'status', 'new_lead',
              'source', case when o.by_machine then 'partner_api' else 'office' end)
            else jsonb_build_object('id', o.id, 'orderId', o.id, 'move', m.move, 'from', m.from_status, 'to', m.to_status, 'reason', m.reason) end,
          o.id, o.id, m.actor_kind, m.at
        from scale_moves m join scale_orders o on o.i = m.i where m.i between {from} and {to}
        union all
        select 'orders/lines-changed', jsonb_build_object('id', o.id, 'orderId', o.id, 'totalCents', o.total_cents), o.id, o.id,
          'automation', o.at from scale_orders o where o.i between {from} and {to}
        union all
        select 'billing/invoice-sent', jsonb_build_object('id', v.id, 'orderId', o.id, 'organizationId', o.payer_id, 'number', v.number,
            'grossCents', v.net_cents + v.vat_cents), o.id, v.id, 'automation', v.done_at
        from scale_invoices v join scale_orders o on o.i = v.order_i where o.i between {from} and {to}
      ) told(name, payload, order_id, record_id, actor_kind, at) where at <= timestamptz '${end}' order by at`,
  ),
];

/** Mails, as many as are still missing to the wanted number of records. */
export const mails = (count: number, orders: number): Step => ({
  table: "messages",
  records: true,
  sql: `insert into messages (id, key, template, order_id, organization_id, contact_id, business_entity, language, to_address, from_name,
      from_address, subject, body, html, status, attempts, created_at, sent_at)
    select pg_temp.id('mail', n, moment), 'scale:' || n, 'sales/intake-invitation', o.id, o.customer_id, o.contact_id, o.business_entity,
      'nl', o.email, o.entity_name, o.mail_address, 'Een paar vragen over uw laadpaal (' || o.number || ')', told, '<p>' || told || '</p>', 'sent', 1,
      moment, moment
    from generate_series(1, ${count}) n join scale_orders o on o.i = 1 + ((n::bigint - 1) * ${orders} / ${count}),
      lateral (select o.at + interval '1 minute' * (1 + n % 5), 'Beste ' || o.contact_name
        || ',' || chr(10) || chr(10) || 'Wij gaan voor u aan de slag met uw laadpaal. Daarvoor willen wij een paar dingen weten.') mail(moment, told)`,
});
