-- How each partner speaks to us: where the parts of an order stand in its payload, its calls, and what it is told.
create table partner_channels (
  organization_id uuid primary key references organizations,
  key text not null unique,
  business_entity text not null references business_entities,
  fields jsonb not null default '{}',
  repeated_order text not null default 'conflict' check (repeated_order in ('conflict', 'existing')),
  lines_billed_to text not null default 'account' check (lines_billed_to in ('account', 'end_customer')),
  status_map jsonb not null default '{}',
  webhook_url text,
  webhook_secret_sealed bytea,
  active boolean not null default true
);

-- Every call of a partner, also the refused ones, so that the desk can see and replay it.
create table partner_calls (
  id uuid primary key default uuidv7(),
  organization_id uuid not null references organizations,
  order_id uuid references orders,
  partner_order_id text,
  outcome text not null check (outcome in ('created', 'lead_created', 'existing', 'conflict', 'refused')),
  payload jsonb not null,
  problem jsonb,
  at timestamptz not null
);
create index partner_calls_organization on partner_calls (organization_id, at, id);
create index partner_calls_refused on partner_calls (at, id) where outcome in ('refused', 'conflict');

create table webhook_deliveries (
  id uuid primary key default uuidv7(),
  organization_id uuid not null references organizations,
  order_id uuid references orders,
  event text not null,
  body jsonb not null,
  attempts integer not null default 0,
  status text not null default 'waiting' check (status in ('waiting', 'delivered', 'failed')),
  last_status integer,
  last_error text,
  created_at timestamptz not null,
  delivered_at timestamptz
);
create index webhook_deliveries_organization on webhook_deliveries (organization_id, created_at, id);
create index webhook_deliveries_order on webhook_deliveries (order_id);

grant select (organization_id, key, business_entity, fields, repeated_order, lines_billed_to, status_map, webhook_url, active)
  on partner_channels to chargecars_portal;
alter table partner_channels enable row level security;
create policy own on partner_channels for select to chargecars_portal using (organization_id = any (app_organizations()));
grant select on partner_calls, webhook_deliveries to chargecars_portal;
alter table partner_calls enable row level security;
alter table webhook_deliveries enable row level security;
create policy own on partner_calls for select to chargecars_portal using (organization_id = any (app_organizations()));
create policy own on webhook_deliveries for select to chargecars_portal using (organization_id = any (app_organizations()));
