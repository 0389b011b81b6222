-- Sets of filters of a list that people keep under a name: their own, or shared with everybody who works beside them.
create table saved_views (
  id uuid primary key default uuidv7(),
  list text not null,
  owner_id uuid not null references users on delete cascade,
  owner_name text not null,
  -- For people of a partner; a view is shared within one organization, and the house is one too.
  organization_id uuid,
  name text not null,
  filters jsonb not null default '{}',
  shared boolean not null default false,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create unique index saved_views_name on saved_views (owner_id, list, lower(name));
create index saved_views_shared on saved_views (list, organization_id) where shared;

-- With which view a list opens for somebody.
create table default_views (
  user_id uuid not null references users on delete cascade,
  list text not null,
  view_id uuid not null references saved_views on delete cascade,
  primary key (user_id, list)
);
create index default_views_view on default_views (view_id);

grant select on saved_views, default_views to chargecars_portal;
alter table saved_views enable row level security;
alter table default_views enable row level security;
create policy own on saved_views for select to chargecars_portal using (organization_id = any (app_organizations()));
create policy own on default_views for select to chargecars_portal using (exists (
  select from saved_views v where v.id = view_id and v.organization_id = any (app_organizations())
));
