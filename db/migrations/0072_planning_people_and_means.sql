-- People with what they may do on a day, vans, depots, rosters, absences, templates and the calendar of working days.
create table depots (
  id uuid primary key default uuidv7(),
  name text not null unique,
  street text,
  house_number integer,
  postal_code text,
  city text,
  latitude double precision not null,
  longitude double precision not null,
  active boolean not null default true,
  created_at timestamptz not null
);

alter table mechanics
  add home_street text,
  add home_house_number integer,
  add home_addition text,
  add home_postal_code text,
  add home_latitude double precision,
  add home_longitude double precision,
  -- Whether a day may begin and end at this person's front door.
  add starts_at_home boolean not null default false,
  add active_from date,
  add active_until date,
  add constraint mechanics_active_in_order check (active_until >= active_from);

-- A paper that says somebody may do something, from the day of issue until it expires.
create table certificates (
  id uuid primary key default uuidv7(),
  mechanic_id uuid not null references mechanics,
  kind text not null,
  issued_on date not null,
  expires_on date,
  authority text not null,
  file_id uuid references files,
  created_at timestamptz not null,
  check (expires_on >= issued_on),
  constraint certificates_once unique (mechanic_id, kind, issued_on)
);
create index certificates_expiring on certificates (expires_on) where expires_on is not null;

-- The hours somebody works each week, from a day on until the next roster; no roster is every working day.
create table rosters (
  mechanic_id uuid not null references mechanics,
  valid_from date not null,
  created_at timestamptz not null,
  primary key (mechanic_id, valid_from)
);
create table roster_hours (
  mechanic_id uuid not null,
  valid_from date not null,
  weekday smallint not null check (weekday between 1 and 7),
  starts_at time not null,
  ends_at time not null,
  primary key (mechanic_id, valid_from, weekday),
  foreign key (mechanic_id, valid_from) references rosters on delete cascade,
  check (ends_at > starts_at)
);

alter table vans
  add kind text not null default 'bus' check (kind in ('bus', 'van', 'truck', 'car', 'trailer')),
  -- What the van itself makes possible, such as digging with the machine it carries.
  add skills text[] not null default '{}',
  add equipment text[] not null default '{}',
  -- How many chargers fit in.
  add capacity smallint check (capacity between 0 and 1000);

create table van_repairs (
  id uuid primary key default uuidv7(),
  van_id uuid not null references vans,
  from_on date not null,
  until_on date not null,
  reason text,
  created_at timestamptz not null,
  check (until_on >= from_on),
  constraint van_repairs_one_at_a_time exclude using gist (
    van_id with =, daterange(from_on, until_on, '[]') with &&
  )
);

-- Absences are asked for and decided on; only approved ones count.
alter table absences drop constraint absences_kind_check;
alter table absences
  add constraint absences_kind_check check (kind in ('vacation', 'sick_leave', 'personal_day', 'training_day',
    'company_event', 'doctor_appointment', 'family_emergency', 'early_finish', 'late_start', 'lunch_break_extended',
    'partial_availability', 'other')),
  -- Away for a part of the day, in between.
  add away_from time,
  add away_until time,
  add approval text not null default 'approved' check (approval in ('pending', 'approved', 'rejected', 'cancelled')),
  add callable boolean not null default false,
  add remarks text,
  add decided_at timestamptz,
  add decided_by text,
  add constraint absences_away_in_order check (away_until > away_from),
  add constraint absences_away_whole check ((away_from is null) = (away_until is null)),
  add constraint absences_one_way check (
    (comes_at is not null)::int + (leaves_at is not null)::int + (away_from is not null)::int <= 1),
  -- The minutes of each day on which the person is not there.
  add away int4range not null generated always as (int4range(
    (case when leaves_at is not null then extract(epoch from leaves_at) / 60
      when away_from is not null then extract(epoch from away_from) / 60 else 0 end)::integer,
    (case when comes_at is not null then extract(epoch from comes_at) / 60
      when away_until is not null then extract(epoch from away_until) / 60 else 1440 end)::integer)) stored;
update absences a set approval = 'cancelled' where exists (
  select from absences b where b.mechanic_id = a.mechanic_id and b.id < a.id
    and daterange(a.from_on, a.until_on, '[]') && daterange(b.from_on, b.until_on, '[]') and a.away && b.away);
alter table absences add constraint absences_never_twice exclude using gist (
  mechanic_id with =, daterange(from_on, until_on, '[]') with &&, away with &&
) where (approval in ('pending', 'approved'));
create index absences_days on absences (until_on, from_on) where approval = 'approved';
create index absences_pending on absences (from_on) where approval = 'pending';

alter table day_crews
  -- At home or anywhere else; without it a day ends where it began.
  add end_name text,
  add end_latitude double precision,
  add end_longitude double precision,
  add max_jobs smallint check (max_jobs between 1 and 20),
  add constraint day_crews_end_whole check (
    (end_name is null) = (end_latitude is null) and (end_latitude is null) = (end_longitude is null));
-- On a crew although away or off that day, because a planner said so: then the absence does not count.
alter table day_crew_members add despite boolean not null default false;

create table crew_templates (
  id uuid primary key default uuidv7(),
  name text not null unique,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create table crew_template_crews (
  template_id uuid not null references crew_templates on delete cascade,
  weekday smallint not null check (weekday between 1 and 7),
  name text not null,
  van_id uuid not null references vans,
  mechanic_ids uuid[] not null check (cardinality(mechanic_ids) between 1 and 3),
  starts_at time not null,
  ends_at time not null,
  max_jobs smallint check (max_jobs between 1 and 20),
  depot_name text not null,
  depot_latitude double precision not null,
  depot_longitude double precision not null,
  primary key (template_id, weekday, name),
  unique (template_id, weekday, van_id),
  check (ends_at > starts_at)
);

-- What differs from the usual: Monday to Friday is work, official feast days are not.
create table working_day_choices (
  country text not null,
  rule text not null,
  works boolean not null,
  primary key (country, rule)
);

-- School holidays and the building trade's summer break; they close nothing, planners and customers see them.
create table calendar_periods (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('school_holiday', 'building_break', 'company_closed')),
  name text not null,
  region text check (region in ('noord', 'midden', 'zuid')),
  from_on date not null,
  until_on date not null,
  check (until_on >= from_on)
);
create index calendar_periods_days on calendar_periods (until_on, from_on);
insert into calendar_periods (kind, name, region, from_on, until_on)
select 'school_holiday', name, region, from_on::date, until_on::date from (values
  ('Herfstvakantie', 'noord', '2025-10-18', '2025-10-26'), ('Herfstvakantie', 'midden', '2025-10-18', '2025-10-26'),
  ('Herfstvakantie', 'zuid', '2025-10-11', '2025-10-19'), ('Kerstvakantie', null, '2025-12-20', '2026-01-04'),
  ('Voorjaarsvakantie', 'noord', '2026-02-21', '2026-03-01'), ('Voorjaarsvakantie', 'midden', '2026-02-14', '2026-02-22'),
  ('Voorjaarsvakantie', 'zuid', '2026-02-14', '2026-02-22'), ('Meivakantie', null, '2026-04-25', '2026-05-03'),
  ('Zomervakantie', 'noord', '2026-07-04', '2026-08-16'), ('Zomervakantie', 'midden', '2026-07-18', '2026-08-30'),
  ('Zomervakantie', 'zuid', '2026-07-11', '2026-08-23'),
  ('Herfstvakantie', 'noord', '2026-10-10', '2026-10-18'), ('Herfstvakantie', 'midden', '2026-10-17', '2026-10-25'),
  ('Herfstvakantie', 'zuid', '2026-10-17', '2026-10-25'), ('Kerstvakantie', null, '2026-12-19', '2027-01-03'),
  ('Voorjaarsvakantie', 'noord', '2027-02-20', '2027-02-28'), ('Voorjaarsvakantie', 'midden', '2027-02-20', '2027-02-28'),
  ('Voorjaarsvakantie', 'zuid', '2027-02-13', '2027-02-21'), ('Meivakantie', null, '2027-04-24', '2027-05-02'),
  ('Zomervakantie', 'noord', '2027-07-10', '2027-08-22'), ('Zomervakantie', 'midden', '2027-07-17', '2027-08-29'),
  ('Zomervakantie', 'zuid', '2027-07-24', '2027-09-05')
) v (name, region, from_on, until_on);

-- What somebody may do on a day: skills without papers always, skills with papers while one of them is valid.
create function mechanic_skills_on(the_mechanic uuid, the_day date) returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(skill order by skill), '{}') from (
    select unnest(skills) as skill from mechanics where id = the_mechanic
    except select kind from certificates where mechanic_id = the_mechanic
    union select kind from certificates
      where mechanic_id = the_mechanic and the_day >= issued_on and the_day <= coalesce(expires_on, the_day)
  ) s
$$;

-- Whether somebody works at all on a day: employed, and no approved absence that takes the whole of it.
create function mechanic_is_there(the_mechanic uuid, the_day date) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from mechanics m where m.id = the_mechanic and m.active
      and the_day >= coalesce(m.active_from, the_day) and the_day <= coalesce(m.active_until, the_day))
    and not exists (select from absences a where a.mechanic_id = the_mechanic and a.approval = 'approved'
      and the_day between a.from_on and a.until_on and a.away = int4range(0, 1440))
$$;

-- The minutes of a day somebody works by the roster in force: none on a day off, all of them without a roster.
create function mechanic_hours_on(the_mechanic uuid, the_day date) returns int4range
language sql stable security definer set search_path = public, pg_temp as $$
  select case when r.valid_from is null then int4range(0, 1440) else coalesce((
      select int4range((extract(epoch from h.starts_at) / 60)::integer, (extract(epoch from h.ends_at) / 60)::integer)
      from roster_hours h where h.mechanic_id = the_mechanic and h.valid_from = r.valid_from
        and h.weekday = extract(isodow from the_day)), 'empty') end
  from (select max(valid_from) as valid_from from rosters
    where mechanic_id = the_mechanic and valid_from <= the_day) r
$$;

create function van_is_there(the_van uuid, the_day date) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from vans where id = the_van and active)
    and not exists (select from van_repairs r where r.van_id = the_van and the_day between r.from_on and r.until_on)
$$;

-- Who is away is not put on a crew, whoever writes: absence and crew wait for each other at the person's row.
create function guard_crew_member() returns trigger language plpgsql as $$
begin
  perform from mechanics where id = new.mechanic_id for share;
  if not new.despite and not mechanic_is_there(new.mechanic_id, new.on_day) then
    raise exception 'mechanic % is away on %', new.mechanic_id, new.on_day
      using errcode = '23514', constraint = 'day_crew_members_person_there';
  end if;
  return new;
end $$;
create trigger day_crew_members_guard before insert or update of mechanic_id, on_day, despite on day_crew_members
  for each row execute function guard_crew_member();

create function guard_absence() returns trigger language plpgsql as $$
begin
  perform from mechanics where id = new.mechanic_id for no key update;
  return new;
end $$;
create trigger absences_guard before insert or update on absences for each row execute function guard_absence();

-- A van in repair goes with nobody, and a van with a crew goes into repair only when that crew is told: same waiting.
create function guard_crew_van() returns trigger language plpgsql as $$
begin
  perform from vans where id = new.van_id for share;
  if not van_is_there(new.van_id, new.on_day) then
    raise exception 'van % is in repair on %', new.van_id, new.on_day
      using errcode = '23514', constraint = 'day_crews_van_there';
  end if;
  return new;
end $$;
create trigger day_crews_guard before insert or update of van_id, on_day on day_crews
  for each row execute function guard_crew_van();
create function guard_van_repair() returns trigger language plpgsql as $$
begin
  perform from vans where id = new.van_id for no key update;
  return new;
end $$;
create trigger van_repairs_guard before insert or update on van_repairs for each row execute function guard_van_repair();

drop function crew_days_between(date, date);
-- The days of crews with who is there and what they can do together that day, van included; nameless, so that a
-- customer's offers can be worked out. A crew without people or without its van is not there.
create function crew_days_between(from_day date, until_day date)
returns table (crew_id uuid, on_day date, starts integer, ends integer, latitude double precision,
  longitude double precision, skills text[], end_latitude double precision, end_longitude double precision, max_jobs smallint)
language sql stable security definer set search_path = public, pg_temp as $$
  with there as (
    select m.crew_id, m.mechanic_id, m.on_day, m.despite from day_crew_members m
    where m.on_day between from_day and until_day
      and (m.despite or mechanic_is_there(m.mechanic_id, m.on_day))
  ), hours as (
    select t.crew_id, max(upper(a.away)) filter (where lower(a.away) = 0) as comes,
      min(lower(a.away)) filter (where upper(a.away) = 1440) as leaves
    from there t join absences a on a.mechanic_id = t.mechanic_id and t.on_day between a.from_on and a.until_on
    where a.approval = 'approved' and not t.despite group by t.crew_id
  )
  select c.id, c.on_day,
    greatest((extract(epoch from c.starts_at) / 60)::integer, h.comes),
    least((extract(epoch from c.ends_at) / 60)::integer, h.leaves),
    c.depot_latitude, c.depot_longitude,
    array(select distinct skill from (
      select unnest(mechanic_skills_on(t.mechanic_id, c.on_day)) as skill from there t where t.crew_id = c.id
      union select unnest(v.skills) from vans v where v.id = c.van_id) s order by skill),
    coalesce(c.end_latitude, c.depot_latitude), coalesce(c.end_longitude, c.depot_longitude), c.max_jobs
  from day_crews c left join hours h on h.crew_id = c.id
  where c.on_day between from_day and until_day and van_is_there(c.van_id, c.on_day)
    and exists (select from there t where t.crew_id = c.id)
  order by c.on_day, c.id
$$;


-- The hours in between in which somebody of a crew is away: for that long the crew is nowhere.
create function crew_breaks_between(from_day date, until_day date)
returns table (crew_id uuid, on_day date, from_minute integer, until_minute integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select crew_id, on_day, lower(away), upper(away) from (
    select m.crew_id, m.on_day, unnest(range_agg(a.away)) as away
    from day_crew_members m join absences a on a.mechanic_id = m.mechanic_id and m.on_day between a.from_on and a.until_on
    where m.on_day between from_day and until_day and not m.despite and a.approval = 'approved'
      and lower(a.away) > 0 and upper(a.away) < 1440
    group by m.crew_id, m.on_day
  ) b order by on_day, crew_id, lower(away)
$$;
