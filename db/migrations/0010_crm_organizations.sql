-- Who: organizations in trees, contacts with a role and period in them, and the places where work is done.
create table organizations (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('household', 'business', 'partner', 'supplier', 'internal')),
  name text not null,
  legal_name text,
  parent_id uuid references organizations,
  partner_kinds text[] not null default '{}',
  reference text,
  vat_number text,
  kvk_number text,
  email text,
  invoice_email text,
  phone text,
  payment_days integer,
  invoice_rhythm text not null default 'per_order' check (invoice_rhythm in ('per_order', 'monthly')),
  sees_customer_prices boolean not null default true,
  purchase_order_required boolean not null default false,
  brand jsonb not null default '{}',
  source_system text,
  source_id text,
  source_hash text,
  imported_at timestamptz,
  created_at timestamptz not null,
  search text not null generated always as (plain(name || ' ' || coalesce(legal_name, '') || ' ' || coalesce(email, '') || ' ' || coalesce(reference, ''))) stored,
  check (parent_id <> id)
);
create index organizations_parent on organizations (parent_id) where parent_id is not null;
create index organizations_created on organizations (created_at, id);
create index organizations_name on organizations (name, id);
create index organizations_kind on organizations (kind, name, id);
create index organizations_search on organizations using gin (search gin_trgm_ops);
create unique index organizations_reference on organizations (parent_id, reference) where reference is not null and parent_id is not null;
create unique index organizations_source on organizations (source_system, source_id) where source_id is not null;

create table contacts (
  id uuid primary key default uuidv7(),
  first_name text,
  initials text,
  infix text,
  last_name text not null,
  email text,
  phone text,
  language text not null default 'nl' check (language in ('nl', 'en')),
  source_system text,
  source_id text,
  source_hash text,
  imported_at timestamptz,
  created_at timestamptz not null,
  name text not null generated always as (
    coalesce(nullif(first_name, '') || ' ', nullif(initials, '') || ' ', '') || coalesce(nullif(infix, '') || ' ', '') || last_name
  ) stored,
  search text not null generated always as (plain(
    coalesce(first_name, '') || ' ' || coalesce(infix, '') || ' ' || last_name || ' ' || coalesce(email, '') || ' ' || coalesce(phone, '')
  )) stored
);
create index contacts_email on contacts (email) where email is not null;
create index contacts_phone on contacts (phone) where phone is not null;
create index contacts_name on contacts (name, id);
create index contacts_search on contacts using gin (search gin_trgm_ops);
create unique index contacts_source on contacts (source_system, source_id) where source_id is not null;

create table contact_organizations (
  contact_id uuid not null references contacts,
  organization_id uuid not null references organizations,
  role text not null default 'member',
  from_on date not null,
  until_on date,
  primary key (contact_id, organization_id, role),
  check (until_on is null or until_on >= from_on)
);
create index contact_organizations_organization on contact_organizations (organization_id);

create table sites (
  id uuid primary key default uuidv7(),
  organization_id uuid not null references organizations,
  kind text not null default 'installation' check (kind in ('installation', 'billing')),
  street text,
  house_number integer,
  addition text,
  postal_code text,
  city text,
  country text not null default 'NL',
  latitude double precision,
  longitude double precision,
  confidence text not null default 'low' check (confidence in ('low', 'medium', 'high')),
  verified boolean not null default false,
  access_notes text,
  created_at timestamptz not null
);
create index sites_organization on sites (organization_id, kind);
create index sites_place on sites (postal_code, house_number);

-- The five trading entities; a sixth is a row.
create table business_entities (
  code text primary key,
  organization_id uuid not null references organizations,
  name text not null,
  prefix text not null unique,
  colour text not null,
  accent text not null,
  country text not null default 'NL',
  currency text not null default 'EUR',
  language text not null default 'nl',
  time_zone text not null default 'Europe/Amsterdam',
  payment_days integer not null,
  does_field_work boolean not null,
  invoices_by_itself boolean not null default false,
  mail_address text not null,
  phone text,
  iban text,
  vat_number text,
  kvk_number text,
  address_lines text[] not null default '{}',
  sort integer not null default 0
);

grant select on organizations, contacts, contact_organizations, sites, business_entities to chargecars_portal;
alter table organizations enable row level security;
alter table contacts enable row level security;
alter table contact_organizations enable row level security;
alter table sites enable row level security;
create policy own_tree on organizations for select to chargecars_portal using (id = any (app_organizations()));
create policy own_tree on contact_organizations for select to chargecars_portal using (organization_id = any (app_organizations()));
create policy own_tree on contacts for select to chargecars_portal using (exists (
  select from contact_organizations m where m.contact_id = contacts.id and m.organization_id = any (app_organizations())
));
create policy own_tree on sites for select to chargecars_portal using (organization_id = any (app_organizations()));
