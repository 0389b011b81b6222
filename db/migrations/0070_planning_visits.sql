-- Who works when, and the visits they drive to.
create table mechanics (
  id uuid primary key default uuidv7(),
  code text not null unique,
  name text not null,
  first_name text not null,
  level text not null default 'senior' check (level in ('apprentice', 'junior', 'senior', 'master', 'team_leader')),
  skills text[] not null default '{}',
  home_place text,
  active boolean not null default true,
  created_at timestamptz not null
);

create table vans (
  id uuid primary key default uuidv7(),
  plate text not null unique,
  name text not null,
  active boolean not null default true,
  created_at timestamptz not null
);

-- A crew is made for one day: a person, a van or a crew's name never occurs twice on it.
create table day_crews (
  id uuid primary key default uuidv7(),
  on_day date not null,
  name text not null,
  van_id uuid not null references vans,
  depot_name text not null,
  depot_latitude double precision not null,
  depot_longitude double precision not null,
  starts_at time not null,
  ends_at time not null,
  created_at timestamptz not null,
  check (ends_at > starts_at),
  constraint day_crews_name_once unique (on_day, name),
  constraint day_crews_van_once unique (on_day, van_id),
  unique (id, on_day)
);

create table day_crew_members (
  crew_id uuid not null,
  on_day date not null,
  mechanic_id uuid not null references mechanics,
  position smallint not null check (position between 1 and 3),
  primary key (crew_id, mechanic_id),
  unique (crew_id, position),
  constraint day_crew_members_person_once unique (on_day, mechanic_id),
  foreign key (crew_id, on_day) references day_crews (id, on_day) on delete cascade
);

-- No row is available. A time says when somebody comes later or leaves earlier; without one it is the whole day.
create table absences (
  id uuid primary key default uuidv7(),
  mechanic_id uuid not null references mechanics,
  from_on date not null,
  until_on date not null,
  kind text not null check (kind in ('vacation', 'sick_leave', 'personal_day', 'training_day', 'company_event',
    'doctor_appointment', 'family_emergency', 'early_finish', 'late_start', 'other')),
  comes_at time,
  leaves_at time,
  created_at timestamptz not null,
  check (until_on >= from_on),
  check (comes_at is null or leaves_at is null)
);
create index absences_mechanic on absences (mechanic_id, from_on);

create table visits (
  id uuid primary key default uuidv7(),
  number text not null unique,
  order_id uuid not null references orders,
  sequence integer not null,
  kind text not null check (kind in ('survey', 'installation', 'service', 'maintenance', 'repair', 'upgrade',
    'inspection', 'warranty', 'relocation', 'removal')),
  status text not null,
  minutes integer not null check (minutes between 10 and 1440),
  skills text[] not null default '{}',
  on_day date,
  day_part text check (day_part in ('morning', 'afternoon', 'full_day')),
  crew_id uuid,
  planned_start timestamptz,
  planned_end timestamptz,
  travel_minutes integer,
  -- Planned by hand at this very time; the route is built around it.
  is_pinned boolean not null default false,
  confirmed_at timestamptz,
  confirmed_by text check (confirmed_by in ('customer', 'planner')),
  actual_start timestamptz,
  actual_end timestamptz,
  reschedule_count integer not null default 0,
  reschedule_reason text,
  cancel_reason text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (order_id, sequence),
  foreign key (crew_id, on_day) references day_crews (id, on_day),
  check (planned_end > planned_start),
  constraint visits_scheduled_somewhere check (
    status not in ('scheduled', 'travelling', 'arrived', 'in_progress')
    or (crew_id is not null and on_day is not null and day_part is not null
      and planned_start is not null and planned_end is not null)
  ),
  -- A crew is in one place at a time, whoever plans it. Deferrable, because a route moves as a whole.
  constraint visits_crew_in_one_place exclude using gist (
    crew_id with =, tstzrange(planned_start, planned_end) with &&
  ) where (status in ('scheduled', 'travelling', 'arrived', 'in_progress')) deferrable initially immediate
);
create trigger visits_guard before update of status on visits for each row execute function guard_status('visit');
create index visits_order on visits (order_id, sequence);
create index visits_day on visits (on_day, crew_id, planned_start) where on_day is not null;
create index visits_waiting on visits (created_at, id) where status in ('planned', 'rescheduled');

-- A place kept for somebody who is choosing; after ten minutes it no longer counts.
create table slot_holds (
  visit_id uuid primary key references visits on delete cascade,
  crew_id uuid not null,
  on_day date not null,
  day_part text not null check (day_part in ('morning', 'afternoon', 'full_day')),
  planned_start timestamptz not null,
  expires_at timestamptz not null,
  foreign key (crew_id, on_day) references day_crews (id, on_day) on delete cascade
);
create index slot_holds_day on slot_holds (on_day, expires_at);

-- The days of crews with who is there and what they can do together; nameless, so that a customer's offers can be worked out.
create function crew_days_between(from_day date, until_day date)
returns table (crew_id uuid, on_day date, starts integer, ends integer, latitude double precision,
  longitude double precision, skills text[])
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, c.on_day,
    (extract(epoch from greatest(c.starts_at, max(a.comes_at))) / 60)::integer,
    (extract(epoch from least(c.ends_at, min(a.leaves_at))) / 60)::integer,
    c.depot_latitude, c.depot_longitude,
    array(select distinct unnest(p.skills) from day_crew_members dm join mechanics p on p.id = dm.mechanic_id
      where dm.crew_id = c.id and not exists (select from absences x where x.mechanic_id = dm.mechanic_id
        and c.on_day between x.from_on and x.until_on and x.comes_at is null and x.leaves_at is null))
  from day_crews c
    join day_crew_members m on m.crew_id = c.id
    left join absences a on a.mechanic_id = m.mechanic_id and c.on_day between a.from_on and a.until_on
  where c.on_day between from_day and until_day
  group by c.id
  having not bool_and(a.id is not null and a.comes_at is null and a.leaves_at is null)
  order by c.on_day, c.id
$$;

-- What stands on those days already: where, how long and what was promised, and what is held for somebody who is choosing.
create function crew_stops_between(from_day date, until_day date, at timestamptz)
returns table (visit_id uuid, crew_id uuid, on_day date, day_part text, planned_start timestamptz, minutes integer,
  is_pinned boolean, is_under_way boolean, latitude double precision, longitude double precision)
language sql stable security definer set search_path = public, pg_temp as $$
  select v.id, v.crew_id, v.on_day, v.day_part, v.planned_start, v.minutes, v.is_pinned,
    v.status <> 'scheduled', s.latitude, s.longitude
  from visits v join orders o on o.id = v.order_id left join sites s on s.id = o.site_id
  where v.on_day between from_day and until_day
    and v.status in ('scheduled', 'travelling', 'arrived', 'in_progress', 'completed', 'partial')
  union all
  select v.id, h.crew_id, h.on_day, h.day_part, h.planned_start, v.minutes, false, false, s.latitude, s.longitude
  from slot_holds h join visits v on v.id = h.visit_id
    join orders o on o.id = v.order_id left join sites s on s.id = o.site_id
  where h.on_day between from_day and until_day and h.expires_at > at
  order by 5, 1
$$;

-- Who comes, by first name, as customers and partners see it.
create function crew_first_names(the_crew uuid) returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(m.first_name order by c.position), '{}')
  from day_crew_members c join mechanics m on m.id = c.mechanic_id where c.crew_id = the_crew
$$;

grant select (id, number, order_id, sequence, kind, status, minutes, skills, on_day, day_part, crew_id, planned_start,
  planned_end, confirmed_at, actual_start, actual_end, reschedule_count, created_at, updated_at) on visits to chargecars_portal;
alter table visits enable row level security;
create policy reach on visits for select to chargecars_portal using (order_within_reach(order_id));
