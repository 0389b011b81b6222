-- What a crew does at a visit: work order, last-minute risk analysis, photos, serial numbers and handover.
create table work_orders (
  id uuid primary key default uuidv7(),
  number text not null unique,
  visit_id uuid not null unique references visits,
  order_id uuid not null references orders,
  status text not null,
  job_kind text not null,
  mechanic_id uuid references mechanics,
  arrived_at timestamptz,
  work_started_at timestamptz,
  work_ended_at timestamptz,
  materials jsonb not null default '{}',
  answers jsonb not null default '{}',
  answers_complete boolean not null default false,
  work_performed text,
  remarks text,
  signed_name text,
  signature_file_id uuid references files,
  signed_at timestamptz,
  satisfaction integer check (satisfaction between 1 and 5),
  cancel_reason text,
  pdf_file_id uuid references files,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index work_orders_order on work_orders (order_id);
create trigger work_orders_guard before update of status on work_orders
  for each row execute function guard_status('work_order');

create table lmras (
  id uuid primary key,
  work_order_id uuid not null unique references work_orders,
  electrical_safety boolean not null,
  equipment_present boolean not null,
  workspace_safe boolean not null,
  customer_informed boolean not null,
  emergency_known boolean not null,
  cupboard_safe boolean not null,
  workplace_safe boolean not null,
  other_risks text not null default '',
  can_go_on boolean not null,
  risk_level text not null check (risk_level in ('low', 'medium', 'high')),
  outcome text not null check (outcome in ('no_risks', 'risks_noted', 'called_off')),
  by_mechanic_id uuid references mechanics,
  by_name text not null,
  done_at timestamptz not null
);

create table work_photos (
  id uuid primary key,
  work_order_id uuid not null references work_orders,
  file_id uuid not null references files,
  place text not null,
  taken_at timestamptz not null
);
create index work_photos_work_order on work_photos (work_order_id);

-- Chargers and cables where they hang, found again by their serial number.
create table installed_assets (
  id uuid primary key,
  order_id uuid not null references orders,
  work_order_id uuid not null references work_orders,
  site_id uuid references sites,
  organization_id uuid not null references organizations,
  article_id uuid references articles,
  name text not null,
  ean text not null default '',
  serial text not null check (serial <> ''),
  installed_on date not null,
  warranty_until date,
  status text not null default 'installed' check (status in ('installed', 'removed', 'replaced')),
  created_at timestamptz not null,
  constraint installed_assets_serial_once unique (ean, serial)
);
create index installed_assets_order on installed_assets (order_id);
create index installed_assets_work_order on installed_assets (work_order_id);
create index installed_assets_serial on installed_assets using gin (serial gin_trgm_ops);

-- Nothing after the risk analysis without it (V&G: no work before it is safe), and no handover without its evidence.
create function guard_work_order() returns trigger language plpgsql as $$
begin
  if new.status in ('lmra_approved', 'materials_checking', 'materials_verified', 'materials_missing', 'materials_added',
      'work_in_progress', 'work_completed', 'customer_review', 'customer_signed', 'completed')
    and not exists (select from lmras where work_order_id = new.id and outcome <> 'called_off') then
    raise exception 'work order % has no approved LMRA', new.number using errcode = 'check_violation';
  end if;
  if new.status in ('customer_signed', 'completed') and (
      new.signed_at is null or not new.answers_complete
      or not exists (select from work_photos where work_order_id = new.id)) then
    raise exception 'work order % misses signature, photos or checklist', new.number using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger work_orders_gates before insert or update of status on work_orders
  for each row execute function guard_work_order();

grant select (id, number, visit_id, order_id, status, job_kind, arrived_at, work_started_at, work_ended_at, signed_name,
  signed_at, pdf_file_id, created_at) on work_orders to chargecars_portal;
grant select on installed_assets to chargecars_portal;
alter table work_orders enable row level security;
alter table installed_assets enable row level security;
create policy reach on work_orders for select to chargecars_portal using (order_within_reach(order_id));
create policy reach on installed_assets for select to chargecars_portal using (order_within_reach(order_id));
