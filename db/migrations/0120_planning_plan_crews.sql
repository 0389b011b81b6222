-- A draft carries crews too: what differs from a crew in force; what is null is as in force.
create table plan_crews (
  plan_id uuid not null references plans on delete cascade,
  crew_id uuid not null references day_crews on delete cascade,
  member_ids uuid[] check (cardinality(member_ids) <= 3),
  van_id uuid references vans,
  depot_name text,
  depot_latitude double precision,
  depot_longitude double precision,
  primary key (plan_id, crew_id),
  check (member_ids is not null or van_id is not null or depot_name is not null),
  check ((depot_name is null) = (depot_latitude is null) and (depot_latitude is null) = (depot_longitude is null))
);

-- For each crew that a step changed: how it was made, and how it is.
alter table plan_steps add column crews jsonb not null default '[]';
alter table plan_runs add column forms_crews boolean not null default false;

-- A way to mend the plan after something happened: what happened, and how calm against driving was weighed.
alter table plans
  add column repairs text check (repairs in ('ill', 'van_broken', 'overrun', 'no_show', 'emergency')),
  add column way text check (way in ('least_disruption', 'balanced', 'least_travel')),
  add constraint plans_repair_whole check ((repairs is null) = (way is null));
update plans set repairs = split_part(name, ' · ', 1), way = split_part(name, ' · ', 2)
where name ~ '^(ill|van_broken|overrun|no_show|emergency) · (least_disruption|balanced|least_travel)$';

-- Two crews change vans with each other when a plan is published.
alter table day_crews
  drop constraint day_crews_van_once,
  add constraint day_crews_van_once unique (on_day, van_id) deferrable initially immediate;
