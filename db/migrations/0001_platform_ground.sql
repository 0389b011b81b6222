-- The ground floor: events, jobs, audit, idempotency, numbers, files, settings and the guard on statuses.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- Portal and API callers read under this role, so that row-level security holds for them.
do $$
begin
  if not exists (select from pg_roles where rolname = 'chargecars_portal') then
    create role chargecars_portal nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin execute format('grant chargecars_portal to %I', current_user); end $$;
grant usage on schema public to chargecars_portal;

-- Who is asking, as told by the transaction: organizations within reach, or one order.
create function app_organizations() returns uuid[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('app.organizations', true), ''), '{}')::uuid[] $$;
create function app_order() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.order', true), '')::uuid $$;

-- For whom the holder of a link pays; null when the link does not say.
create function app_payer() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.payer', true), '')::uuid $$;

-- Search without accents in generated columns and indexes needs an immutable wrapper.
create function plain(value text) returns text language sql immutable parallel safe strict as
  $$ select lower(public.unaccent('public.unaccent'::regdictionary, value)) $$;

-- Which status may follow which, written from the status machines in code at every migration.
create table allowed_moves (
  record_type text not null,
  from_status text not null,
  to_status text not null,
  primary key (record_type, from_status, to_status)
);

create function guard_status() returns trigger language plpgsql as $$
begin
  if new.status is distinct from old.status and not exists (
    select from allowed_moves
    where record_type = tg_argv[0] and from_status = old.status and to_status = new.status
  ) then
    raise exception 'illegal move of %: % to %', tg_argv[0], old.status, new.status using errcode = 'check_violation';
  end if;
  return new;
end $$;

create function forbid_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

-- Everything that happened, in the transaction that caused it; also the source of live screens.
create table events (
  id bigint generated always as identity primary key,
  name text not null,
  payload jsonb not null,
  order_id uuid,
  record_id uuid,
  actor_kind text not null,
  actor_id text,
  at timestamptz not null
);
create index events_order on events (order_id, id) where order_id is not null;

-- Portals see no events but those a capability lets them see by a policy.
grant select on events to chargecars_portal;
alter table events enable row level security;

-- Work for later or elsewhere; a listener of an event is a job too.
create table jobs (
  id bigint generated always as identity primary key,
  kind text not null,
  payload jsonb not null,
  key text unique,
  event_id bigint references events on delete cascade,
  order_id uuid,
  status text not null default 'waiting' check (status in ('waiting', 'dead')),
  run_at timestamptz not null,
  attempts integer not null default 0,
  last_error text,
  created_at timestamptz not null
);
create index jobs_due on jobs (run_at, id) where status = 'waiting';
create index jobs_dead on jobs (id) where status = 'dead';
create index jobs_event on jobs (event_id) where event_id is not null;

-- Who did what; sealed into a hash chain shortly after it was written.
create table audit_lines (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  action text not null,
  actor_kind text not null,
  actor_id text,
  actor_name text,
  on_behalf_of text,
  record_type text,
  record_id uuid,
  order_id uuid,
  changes jsonb not null default '{}',
  reason text,
  address text,
  request_id text
);
create index audit_lines_record on audit_lines (record_id, id) where record_id is not null;
create index audit_lines_order on audit_lines (order_id, id) where order_id is not null;
create trigger audit_lines_append_only before update or delete on audit_lines
  for each row execute function forbid_change();

create table audit_seals (
  position bigint primary key,
  line_id bigint not null unique references audit_lines,
  hash bytea not null
);
create trigger audit_seals_append_only before update or delete on audit_seals
  for each row execute function forbid_change();

create table idempotency_keys (
  caller text not null,
  key text not null,
  endpoint text not null,
  request_hash bytea not null,
  status integer,
  answer jsonb,
  created_at timestamptz not null,
  primary key (caller, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);

create table number_series (
  entity text not null,
  kind text not null,
  year integer not null,
  last bigint not null,
  primary key (entity, kind, year)
);

create table files (
  id uuid primary key default uuidv7(),
  sha256 bytea not null,
  size bigint not null,
  media_type text not null,
  name text not null,
  kind text not null,
  visibility text not null default 'internal' check (visibility in ('internal', 'partner', 'customer')),
  order_id uuid,
  record_id uuid,
  uploaded_by_kind text not null,
  uploaded_by_id text,
  created_at timestamptz not null
);
create index files_order on files (order_id, id) where order_id is not null;

create table settings (
  key text primary key,
  value jsonb not null,
  updated_at timestamptz not null default now()
);

-- Signed links for customers: the token is an HMAC over the id, so nothing secret is stored.
create table access_links (
  id uuid primary key default uuidv7(),
  purpose text not null,
  order_id uuid not null,
  contact_id uuid,
  organization_id uuid,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  created_at timestamptz not null
);
create index access_links_order on access_links (order_id, purpose);
