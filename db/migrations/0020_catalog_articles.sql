-- What: articles and bundles, what partners call them, and what is agreed about prices.
create table articles (
  id uuid primary key default uuidv7(),
  number text not null unique,
  ean text,
  name text not null,
  description text,
  kind text not null check (kind in ('charger', 'cable', 'pole', 'material', 'service', 'shipping', 'accessory', 'seal', 'package')),
  category text not null,
  brand text,
  list_price_cents bigint not null check (list_price_cents >= 0),
  cost_cents bigint not null default 0,
  vat_rate integer not null default 2100,
  minutes integer not null default 0,
  skills text[] not null default '{}',
  requires_serial boolean not null default false,
  warranty_months integer,
  active boolean not null default true,
  search text not null generated always as (plain(number || ' ' || name || ' ' || coalesce(brand, '') || ' ' || coalesce(ean, ''))) stored
);
create index articles_name on articles (name, id);
create index articles_search on articles using gin (search gin_trgm_ops);

create table article_components (
  parent_id uuid not null references articles,
  component_id uuid not null references articles,
  quantity numeric(12, 3) not null default 1,
  sort integer not null default 0,
  primary key (parent_id, component_id),
  check (parent_id <> component_id)
);

create table partner_articles (
  organization_id uuid not null references organizations,
  partner_sku text not null,
  article_id uuid not null references articles,
  pack_factor numeric(12, 3) not null default 1,
  primary key (organization_id, partner_sku)
);

create table price_agreements (
  id uuid primary key default uuidv7(),
  name text not null,
  organization_id uuid references organizations,
  business_entity text references business_entities,
  kind text not null check (kind in ('customer_specific', 'dealer_standard', 'partner_wholesale', 'promotional')),
  partner_kind text,
  category text,
  discount integer not null default 0,
  markup integer not null default 0,
  fixed_prices jsonb not null default '{}',
  tiers jsonb not null default '[]',
  priority integer not null default 0,
  valid_from date not null,
  valid_until date,
  active boolean not null default true
);
create index price_agreements_organization on price_agreements (organization_id) where active;

-- Portals see what is sold, never what it costs us.
grant select (id, number, ean, name, description, kind, category, brand, list_price_cents, vat_rate, minutes, skills,
  requires_serial, warranty_months, active, search) on articles to chargecars_portal;
grant select on article_components, partner_articles to chargecars_portal;
alter table partner_articles enable row level security;
create policy own_tree on partner_articles for select to chargecars_portal using (organization_id = any (app_organizations()));
