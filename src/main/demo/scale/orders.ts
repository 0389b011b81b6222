import { parts, prepare, records, type ScaleFacts, type Step } from "./step.ts";
import { number } from "./tools.ts";

/** The way of an ordinary order; an order has gone as far as its `reached`. */
export const way = [
  ["create", null, "new_lead", "partner"],
  ["sendIntake", "new_lead", "intake_sent", "automation"],
  ["completeIntake", "intake_sent", "intake_completed", "customer"],
  ["draftQuote", "intake_completed", "quote_draft", "automation"],
  ["readyQuote", "quote_draft", "quote_ready", "automation"],
  ["sendQuote", "quote_ready", "quote_sent", "automation"],
  ["approveByPartner", "quote_sent", "partner_approved", "partner"],
  ["approve", "quote_sent", "both_approved", "customer"],
  ["startPlanning", "both_approved", "planning", "automation"],
  ["schedule", "planning", "scheduled", "customer"],
  ["startWork", "scheduled", "in_progress", "person"],
  ["complete", "in_progress", "completed", "person"],
] as const;

const text = (value: string | null) => (value === null ? "null" : `'${value}'`);
const stepRows = way
  .map(([move, from, to, who], rank) => `(${rank}, ${text(move)}, ${text(from)}, ${text(to)}, ${text(who)})`)
  .join(", ");

/** When an order reached a step: evenly spread over the time it took. */
export const stepAt = (rank: string | number) => `(o.at + o.span * (${rank}) / greatest(o.reached, 1))`;

/** How far an order came, by its age: most old ones are done, the newest are leads. */
const reached = (orders: number) => `case
  when i < ${orders} * 0.88 then case when luck < 915 then 11 when luck < 972 then 3 + luck % 5 when luck < 985 then 8
    else 5 + luck % 4 end
  when i < ${orders} * 0.985 then (array[3, 5, 5, 7, 7, 8, 8, 9, 9, 9, 9, 11, 10])[1 + luck % 13]
  else (array[0, 0, 1, 1, 1, 2, 3])[1 + luck % 7] end`;

const staged = ({
  customers,
  orders,
  end,
  days,
}: ScaleFacts) => `create temp table scale_orders on commit drop as
  select o.i, o.at, pg_temp.id('order', o.i, o.at) as id, null::text as number, extract(year from o.at at time zone e.time_zone)::int as year,
    e.code as business_entity, e.prefix, e.name as entity_name, e.payment_days, e.mail_address, is_partner,
    case when reached = 6 and not is_partner then 5 else reached end as reached, ending,
    case when ending is null and reached < 11 then (timestamptz '${end}' - o.at) * 0.97
      else least((timestamptz '${end}' - o.at) * 0.9, interval '1 day' * (9 + luck % 24)) end as span,
    c.i as customer_i, c.id as customer_id, c.contact_id, c.site_id, c.first_name || ' ' || c.last_name as contact_name,
    c.first_name || ' ' || c.last_name || case when c.is_business then ' B.V.' else '' end as customer_name,
    c.email, c.city, c.postal_code, c.street, c.house_number,
    case when is_partner then a.id else c.id end as account_id,
    case when is_partner then a.name else c.first_name || ' ' || c.last_name || case when c.is_business then ' B.V.' else '' end end as account_name,
    is_partner and a.has_channel as by_machine, is_partner and a.pays as partner_pays,
    case when is_partner and a.pays then a.id else c.id end as payer_id,
    case when is_partner and a.pays then a.contact_id else c.contact_id end as payer_contact_id,
    case when is_partner and a.pays then a.name else c.first_name || ' ' || c.last_name end as payer_name,
    0::bigint as total_cents, luck
  from (
    select i, luck, is_partner, ${reached(orders)} as reached,
      case when i < ${orders} * 0.88 and luck between 915 and 971 then 'cancelled'
        when i < ${orders} * 0.88 and luck between 972 and 984 then 'on_hold' end as ending,
      timestamptz '${end}' - interval '${days} days' * (1 - (i - 1)::float8 / ${orders}) as at
    from generate_series(1, ${orders}) i,
      lateral (select pg_temp.pick('luck', i, 1000), pg_temp.pick('partner', i, 100) < 65) invented(luck, is_partner)
  ) o
  join scale_customers c on c.i = case when pg_temp.pick('again', o.i, 10) = 0 then 1 + pg_temp.pick('which', o.i, (least(o.i, ${customers}))::int)
    else ceil(o.i::float8 * ${customers} / ${orders})::int end
  join scale_accounts a on a.i = 1 + case when pg_temp.pick('big', o.i, 10) < 6 then pg_temp.pick('channel', o.i, least(5, (select count(*) from scale_accounts)::int))
    else pg_temp.pick('account', o.i, (select count(*) from scale_accounts)::int) end
  join (select *, row_number() over (order by sort) - 1 as place from business_entities where does_field_work) e
    on e.place = case when o.is_partner or pg_temp.pick('entity', o.i, 10) < 4 then 0
      else pg_temp.pick('which entity', o.i, (select count(*) from business_entities where does_field_work)::int) end`;

const articles = `create temp table scale_articles on commit drop as
  select *, row_number() over (partition by part order by number) - 1 as place
  from (select a.*, case when kind = 'charger' then 1 when kind = 'service' then 2 else 3 end as part
    from articles a where active and kind <> 'package' and vat_rate = 2100 and list_price_cents > 0) parted`;

/** A charger, the work, and one to three other things. */
const lines = `create temp table scale_lines on commit drop as
  select o.i, o.n, pg_temp.id('line', o.i * 10 + o.n, o.at) as id, a.id as article_id, a.name as description,
    case when a.kind = 'service' then 'service' else 'product' end as kind, a.list_price_cents, a.cost_cents, a.vat_rate,
    case when o.n < 3 then 1 else 1 + pg_temp.pick('quantity', o.i * 10 + o.n, 3) end as quantity
  from (select i, at, n, least(n, 3) as part
    from scale_orders cross join lateral generate_series(1, 3 + pg_temp.pick('lines', i, 3)) n) o
  join (select part, count(*)::int as many from scale_articles group by part) p on p.part = o.part
  join scale_articles a on a.part = o.part and a.place = pg_temp.pick('article', o.i * 10 + o.n, p.many)`;

/** The final status, and since when. */
const status = `case when o.ending is not null then o.ending else s.to_status end`;
const since = `case when o.ending is null then ${stepAt("o.reached")} else o.at + o.span + interval '1 hour' end`;

/** Orders with their parties, references and lines; `within` says how long each status may take. */
export const orders = (facts: ScaleFacts, within: Readonly<Record<string, string>>): Step[] => [
  prepare(
    `create temp table scale_steps (rank, move, from_status, to_status, actor_kind) on commit drop as values ${stepRows}`,
  ),
  prepare(
    `create temp table scale_within (status, within) on commit drop as values ${Object.entries(within)
      .map(([name, duration]) => `('${name}', interval '${duration}')`)
      .join(", ")}`,
  ),
  prepare(staged(facts)),
  prepare("create unique index on scale_orders (i)"),
  number("scale_orders", "order", "{entity}-{year}-"),
  prepare(articles),
  prepare(lines),
  prepare("create index on scale_lines (i)"),
  prepare("analyze scale_lines"),
  prepare(`update scale_orders o set total_cents = t.total from (
    select i, sum(quantity * list_price_cents) as total from scale_lines group by i) t where t.i = o.i`),
  prepare("analyze scale_orders"),
  records(
    `orders (id, number, business_entity, kind, status, status_since, status_due, billing_state, priority, source, account_id,
      end_customer_id, contact_id, site_id, completed_at, closed_at, cancel_reason, total_cents, account_name, customer_name,
      place, source_system, source_id, created_at, updated_at, search)`,
    `select o.id, o.number, o.business_entity, case when o.luck % 9 = 0 then 'upgrade' else 'installation' end, ${status},
        ${since}, ${since} + w.within, case when o.reached < 11 or o.ending is not null then 'none' else 'to_check' end,
        case when o.luck % 25 = 0 then 'high' else 'normal' end, case when o.by_machine then 'partner_api' else 'office' end,
        o.account_id, o.customer_id, o.contact_id, o.site_id,
        case when o.reached = 11 and o.ending is null then ${stepAt(11)} end, case when o.ending = 'cancelled' then ${since} end,
        case when o.ending = 'cancelled' then 'customer_withdrew' end, o.total_cents, o.account_name, o.customer_name, o.city,
        'scale', o.i, o.at, ${since},
        plain(concat_ws(' ', o.number, o.customer_name, o.account_name, o.city, o.postal_code, o.postal_code || o.house_number,
          o.street || ' ' || o.house_number, o.email, case when o.by_machine then 'S-' || o.i end))
      from scale_orders o join scale_steps s on s.rank = o.reached
        left join scale_within w on w.status = ${status}
      where o.i between {from} and {to}`,
  ),
  parts(
    "order_parties (order_id, role, organization_id, contact_id)",
    `select id, role, case when role = 'account' then account_id else customer_id end,
        case when role = 'end_customer' then contact_id end
      from scale_orders, unnest(array['account', 'end_customer']) role where i between {from} and {to}`,
  ),
  parts(
    "partner_references (order_id, organization_id, partner_order_id, content_hash, content)",
    `select id, account_id, 'S-' || i, sha256(convert_to('scale ' || i, 'UTF8')), jsonb_build_object('customer',
        jsonb_build_object('name', customer_name, 'email', email), 'products', '[]'::jsonb)
      from scale_orders where by_machine and i between {from} and {to}`,
  ),
  parts(
    `order_lines (id, order_id, position, article_id, description, kind, quantity, list_price_cents, unit_price_cents, cost_cents,
      vat_rate, total_cents, billed_to_id, status, origin)`,
    `select l.id, o.id, l.n * 100 - 90, l.article_id, l.description, l.kind, l.quantity, l.list_price_cents, l.list_price_cents,
        l.cost_cents, l.vat_rate, l.quantity * l.list_price_cents, o.payer_id,
        case when o.reached >= 11 then 'installed' when o.reached >= 7 then 'approved' when o.reached >= 5 then 'quoted' else 'draft' end,
        case when o.by_machine then 'partner' else 'office' end
      from scale_lines l join scale_orders o on o.i = l.i where l.i between {from} and {to}`,
  ),
  parts(
    "holds (order_id, category, details, status_before, opened_at, opened_by)",
    `select o.id, 'customer_delay', 'Klant wil later verder', s.to_status, ${since}, 'Noor de Planner'
      from scale_orders o join scale_steps s on s.rank = o.reached where o.ending = 'on_hold' and o.i between {from} and {to}`,
  ),
];
