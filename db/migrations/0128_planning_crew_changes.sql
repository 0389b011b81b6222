-- What crews can do on a day changes seldom and is asked with every offer. Whatever changes it leaves a row here, seen by others once it is
-- committed: as long as nobody sees another row, what was read before still holds. Rows go at night.
create table crew_changes (
  id bigint generated always as identity primary key,
  at timestamptz not null default now()
);
create index crew_changes_at on crew_changes (at);

create function note_crew_change() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into crew_changes default values;
  return null;
end $$;

do $$
declare table_name text;
begin
  foreach table_name in array array['mechanics', 'certificates', 'absences', 'day_crews', 'day_crew_members', 'vans', 'van_repairs'] loop
    execute format('create trigger %1$s_note_crew_change after insert or update or delete or truncate on %1$I
      for each statement execute function note_crew_change()', table_name);
  end loop;
end $$;

-- Tells two states of the crews apart: of which database, how many changes are seen, and the newest of them.
create function crews_as_of() returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select (select oid from pg_database where datname = current_database()) || ':' || count(*) || ':' || coalesce(max(id), 0) from crew_changes
$$;
