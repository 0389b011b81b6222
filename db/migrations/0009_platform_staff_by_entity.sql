-- Staff who may see the work of some entities only; null is all of them.
alter table users add column business_entities text[];

-- The role in which such staff read and write. Its rights on tables are written after every migration: db/rights/staff.sql.
do $$ begin
  if not exists (select from pg_roles where rolname = 'chargecars_staff') then
    create role chargecars_staff nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin execute format('grant chargecars_staff to %I', current_user); end $$;
grant usage on schema public to chargecars_staff;

-- The entities whose work the staff member of this transaction may see.
create function app_entities() returns text[] language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('app.entities', true), '')::text[], '{}')
$$;
