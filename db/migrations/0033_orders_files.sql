-- The files of an order as partners and customers may see them; the table itself stays with the house.
create function order_files(the_order uuid)
returns table (id uuid, name text, media_type text, size bigint, kind text, visibility text, uploaded_by_kind text, created_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.id, f.name, f.media_type, f.size, f.kind, f.visibility, f.uploaded_by_kind, f.created_at from files f
  where f.order_id = the_order and order_within_reach(the_order)
    and f.visibility = any (case when app_order() is null then '{partner,customer}'::text[] else '{customer}'::text[] end)
$$;
revoke execute on function order_files(uuid) from public;
grant execute on function order_files(uuid) to chargecars_portal;
