-- The spine: orders with their parties, references, lines, moves, holds and exceptions.
create table orders (
  id uuid primary key default uuidv7(),
  number text not null unique,
  business_entity text not null references business_entities,
  kind text not null,
  status text not null,
  status_since timestamptz not null,
  status_due timestamptz,
  billing_state text not null default 'none' check (billing_state in ('none', 'to_check', 'to_invoice', 'invoiced', 'paid')),
  priority text not null default 'normal' check (priority in ('low', 'normal', 'high', 'urgent')),
  source text not null,
  account_id uuid not null references organizations,
  end_customer_id uuid not null references organizations,
  contact_id uuid not null references contacts,
  site_id uuid references sites,
  owner_id uuid,
  requested_on date,
  planned_on date,
  completed_at timestamptz,
  closed_at timestamptz,
  notes text,
  cancel_reason text,
  total_cents bigint not null default 0,
  account_name text not null,
  customer_name text not null,
  place text,
  parent_order_id uuid references orders,
  source_system text,
  source_id text,
  source_hash text,
  imported_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  search text not null default ''
);
create trigger orders_guard before update of status on orders for each row execute function guard_status('order');
create index orders_created on orders (created_at, id);
create index orders_updated on orders (updated_at, id);
create index orders_status on orders (status, created_at, id);
create index orders_entity on orders (business_entity, created_at, id);
create index orders_status_due on orders (status_due, id) where status_due is not null;
create index orders_account on orders (account_id, created_at, id);
create index orders_customer on orders (end_customer_id, created_at, id);
create index orders_contact on orders (contact_id);
create index orders_billing on orders (billing_state, updated_at, id) where billing_state <> 'none';
create index orders_search on orders using gin (search gin_trgm_ops);
create unique index orders_source on orders (source_system, source_id) where source_id is not null;

create table order_parties (
  order_id uuid not null references orders,
  role text not null check (role in ('account', 'end_customer', 'intermediary', 'sales_agent', 'installer',
    'technical_contact', 'project_manager', 'billing_contact')),
  organization_id uuid not null references organizations,
  contact_id uuid references contacts,
  level integer not null default 0,
  label text,
  primary key (order_id, role, organization_id)
);
create index order_parties_organization on order_parties (organization_id, order_id);

create table partner_references (
  order_id uuid primary key references orders,
  organization_id uuid not null references organizations,
  partner_order_id text not null,
  content_hash bytea not null,
  content jsonb not null,
  purchase_order text,
  customer_account text,
  dealer_group text,
  dealer text,
  sales_agent text,
  unique (organization_id, partner_order_id)
);

create table order_lines (
  id uuid primary key default uuidv7(),
  order_id uuid not null references orders,
  position integer not null,
  article_id uuid references articles,
  partner_sku text,
  description text not null,
  kind text not null default 'product' check (kind in ('product', 'service', 'discount')),
  quantity numeric(12, 3) not null,
  list_price_cents bigint,
  unit_price_cents bigint,
  cost_cents bigint not null default 0,
  discount integer not null default 0,
  vat_rate integer not null default 2100,
  total_cents bigint not null default 0,
  billed_to_id uuid not null references organizations,
  approver_id uuid references contacts,
  agreement_id uuid references price_agreements,
  parent_line_id uuid references order_lines on delete cascade,
  status text not null default 'draft' check (status in ('draft', 'quoted', 'approved', 'installed', 'invoiced', 'cancelled')),
  origin text not null default 'order'
);
create index order_lines_order on order_lines (order_id, position);
create index order_lines_payer on order_lines (billed_to_id);
create index order_lines_unknown on order_lines (partner_sku) where article_id is null and partner_sku is not null;

create table order_moves (
  id uuid primary key default uuidv7(),
  order_id uuid not null references orders,
  move text not null,
  from_status text,
  to_status text not null,
  reason text,
  actor_kind text not null check (actor_kind in ('person', 'partner', 'customer', 'automation')),
  actor_id text,
  actor_name text,
  at timestamptz not null
);
create index order_moves_order on order_moves (order_id, at);
create index order_moves_at on order_moves (at);

create table holds (
  id uuid primary key default uuidv7(),
  order_id uuid not null references orders,
  category text not null,
  details text not null,
  status_before text not null,
  resume_on date,
  opened_at timestamptz not null,
  opened_by text,
  resolved_at timestamptz,
  resolution text
);
create unique index holds_active on holds (order_id) where resolved_at is null;

-- The one place where steps wait for a person.
create table exceptions (
  id uuid primary key default uuidv7(),
  order_id uuid references orders,
  kind text not null,
  key text not null default '',
  facts jsonb not null default '{}',
  organization_id uuid references organizations,
  owner_id uuid,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  resolved_at timestamptz,
  resolved_by text,
  resolution text
);
create unique index exceptions_open_once on exceptions (order_id, kind, key) where resolved_at is null;
create index exceptions_open on exceptions (due_at, id) where resolved_at is null;
create index exceptions_order on exceptions (order_id);

grant select on orders, order_parties, partner_references, order_moves to chargecars_portal;
grant select (id, order_id, position, article_id, partner_sku, description, kind, quantity, list_price_cents, unit_price_cents,
  discount, vat_rate, total_cents, billed_to_id, approver_id, parent_line_id, status, origin) on order_lines to chargecars_portal;

alter table orders enable row level security;
alter table order_parties enable row level security;
alter table partner_references enable row level security;
alter table order_lines enable row level security;
alter table order_moves enable row level security;

-- An order is within reach of the holder of its link and of every organization that is a party to it.
create function order_within_reach(the_order uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select the_order = app_order() or exists (
    select from order_parties p where p.order_id = the_order and p.organization_id = any (app_organizations())
  ) $$;
create policy reach on orders for select to chargecars_portal using (order_within_reach(id));
create policy reach on order_parties for select to chargecars_portal using (order_within_reach(order_id));
create policy reach on partner_references for select to chargecars_portal using (organization_id = any (app_organizations()));
-- The holder of a link sees the lines it pays for; a customer never sees what a partner pays.
create policy reach on order_lines for select to chargecars_portal using (
  case when app_order() is null then order_within_reach(order_id)
  else order_id = app_order() and billed_to_id = coalesce(app_payer(), (select o.end_customer_id from orders o where o.id = app_order()))
  end
);
create policy reach on order_moves for select to chargecars_portal using (order_within_reach(order_id));
create policy reach on events for select to chargecars_portal using (order_id is not null and order_within_reach(order_id));

-- The people, organizations and places of an order within reach may be read too.
create policy of_order on organizations for select to chargecars_portal using (exists (
  select from order_parties p where p.organization_id = organizations.id and order_within_reach(p.order_id)
));
create policy of_order on contacts for select to chargecars_portal using (exists (
  select from orders o where o.contact_id = contacts.id and order_within_reach(o.id)
));
create policy of_order on sites for select to chargecars_portal using (exists (
  select from orders o where o.site_id = sites.id and order_within_reach(o.id)
));
