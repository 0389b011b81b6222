-- What staff of some entities may see and change, table by table, in every query and action: rows that name one of their entities
-- or hang on an order of one. Written anew after each migration, so that a new table is guarded from its first day.
do $$
declare
  this record;
  within text;
begin
  for this in
    select c.relname as name, c.relrowsecurity as is_guarded,
      bool_or(a.attname = 'business_entity') as has_entity, bool_or(a.attname = 'order_id') as has_order,
      has_table_privilege('chargecars_portal', c.oid, 'select') or has_any_column_privilege('chargecars_portal', c.oid, 'select')
        as is_open_to_portal
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migrations'
    group by c.oid, c.relname, c.relrowsecurity
  loop
    execute format('grant select, insert, update, delete on %I to chargecars_staff', this.name);
    within := case
      when this.has_entity then '(business_entity is null or business_entity = any ((select app_entities())::text[]))'
      when this.has_order then '(order_id is null or order_within_entities(order_id))'
    end;
    if within is null and not this.is_guarded then continue; end if;
    if not this.is_guarded then
      execute format('alter table %I enable row level security', this.name);
      if this.is_open_to_portal then
        execute format('create policy open on %I for select to chargecars_portal using (true)', this.name);
      end if;
    end if;
    execute format('drop policy if exists staff_by_entity on %I', this.name);
    execute format('create policy staff_by_entity on %I to chargecars_staff using (%s)', this.name, coalesce(within, 'true'));
  end loop;
end $$;
grant usage on all sequences in schema public to chargecars_staff;
