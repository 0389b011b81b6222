-- A draft may have crews that are not there yet: they become crews when it is published.
create table plan_new_crews (
  plan_id uuid not null references plans on delete cascade,
  crew_id uuid not null,
  on_day date not null,
  name text not null,
  van_id uuid not null references vans,
  member_ids uuid[] not null check (cardinality(member_ids) <= 3),
  depot_name text not null,
  depot_latitude double precision not null,
  depot_longitude double precision not null,
  starts_at time not null,
  ends_at time not null,
  check (ends_at > starts_at),
  primary key (plan_id, crew_id),
  unique (plan_id, crew_id, on_day)
);

-- A visit of a draft stands with a crew that is there, or with one of the draft's own.
alter table plan_places
  add column new_crew_id uuid,
  add foreign key (plan_id, new_crew_id, on_day) references plan_new_crews (plan_id, crew_id, on_day) on delete cascade,
  drop constraint plan_places_check,
  add constraint plan_places_one_crew check (crew_id is null or new_crew_id is null),
  add constraint plan_places_whole check (
    (coalesce(crew_id, new_crew_id) is null) = (start_minute is null)
    and (coalesce(crew_id, new_crew_id) is null) = (on_day is null)
    and (coalesce(crew_id, new_crew_id) is null) = (day_part is null));
