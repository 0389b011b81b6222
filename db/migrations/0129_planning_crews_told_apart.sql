-- The states of the crews are told apart by which changes are seen, not only by how many and the newest: what somebody reads beside a change
-- of their own that is then taken back must never count as what others read later.
create or replace function crews_as_of() returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select (select oid from pg_database where datname = current_database()) || ':' || count(*) || ':'
    || coalesce(bit_xor(hashint8extended(id, 0)), 0) from crew_changes
$$;
