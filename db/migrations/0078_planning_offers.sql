-- What planning may be tuned by; nothing in a field, or no row, is the product's own.
create table planning_settings (
  only_row boolean primary key default true check (only_row),
  -- Minutes at the end of each crew's day that only urgent work may use.
  reserve_minutes integer check (reserve_minutes between 0 and 480),
  hold_minutes integer check (hold_minutes between 1 and 120),
  -- Until how many hours ahead customers move or drop their appointment themselves.
  change_until_hours integer check (change_until_hours between 0 and 336),
  -- How long an earlier half day is offered to somebody of the waiting list.
  waiting_offer_hours integer check (waiting_offer_hours between 1 and 72),
  changed_at timestamptz not null
);
grant select on planning_settings to chargecars_portal;

drop function crew_stops_between(date, date, timestamptz);
-- What stands on those days already: where, how long and what was promised, and what is held for somebody who is choosing. A
-- visit nobody was told about yet may make room for another one: then what it asks itself comes along.
create function crew_stops_between(from_day date, until_day date, at timestamptz)
returns table (visit_id uuid, crew_id uuid, on_day date, day_part text, planned_start timestamptz, minutes integer,
  is_pinned boolean, is_under_way boolean, latitude double precision, longitude double precision, is_movable boolean,
  skills text[], not_before date, wished_part text, windows jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  with windows as (
    select visit_id, jsonb_agg(jsonb_build_array(on_day, from_minute, until_minute) order by on_day, from_minute) as windows
    from visit_windows group by visit_id
  )
  select v.id, v.crew_id, v.on_day, v.day_part, v.planned_start, v.minutes, v.is_pinned,
    v.status <> 'scheduled', s.latitude, s.longitude,
    v.status = 'scheduled' and v.confirmed_at is null and not v.is_pinned and v.linked_to_id is null
      and not exists (select from visits l where l.linked_to_id = v.id),
    v.skills, v.not_before, v.wished_part, w.windows
  from visits v join orders o on o.id = v.order_id left join sites s on s.id = o.site_id
    left join windows w on w.visit_id = v.id
  where v.on_day between from_day and until_day
    and v.status in ('scheduled', 'travelling', 'arrived', 'in_progress', 'completed', 'partial')
  union all
  select v.id, h.crew_id, h.on_day, h.day_part, h.planned_start, v.minutes, false, false, s.latitude, s.longitude, false,
    v.skills, v.not_before, v.wished_part, w.windows
  from slot_holds h join visits v on v.id = h.visit_id
    join orders o on o.id = v.order_id left join sites s on s.id = o.site_id
    left join windows w on w.visit_id = v.id
  where h.on_day between from_day and until_day and h.expires_at > at
  order by 5, 1
$$;

-- What a visit asks of a half day. After the visit it follows and before the ones that follow it, on other days; whoever waits
-- for a visit without a day, or begins together with another, cannot be booked by itself.
create function visit_demands(the_visit uuid)
returns table (latitude double precision, longitude double precision, minutes integer, skills text[], not_before date,
  not_after date, wished_part text, windows jsonb, is_urgent boolean, is_bookable boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.latitude, s.longitude, v.minutes, v.skills,
    greatest(v.not_before, case when v.link_kind = 'after' and l.status <> 'cancelled' then l.on_day + 1 end),
    (select min(f.on_day) - 1 from visits f where f.linked_to_id = v.id and f.link_kind = 'after' and f.status = 'scheduled'),
    v.wished_part,
    (select jsonb_agg(jsonb_build_array(w.on_day, w.from_minute, w.until_minute) order by w.on_day, w.from_minute)
      from visit_windows w where w.visit_id = v.id),
    visit_priority(v.priority, o.priority) = 10,
    coalesce(v.link_kind, '') <> 'together'
      and not exists (select from visits t where t.linked_to_id = v.id and t.link_kind = 'together' and t.status <> 'cancelled')
      and (l.id is null or l.status not in ('planned', 'rescheduled'))
  from visits v join orders o on o.id = v.order_id left join sites s on s.id = o.site_id
    left join visits l on l.id = v.linked_to_id
  where v.id = the_visit
$$;

-- The waiting list: to these customers an earlier half day is welcome, on these days of the week and in these parts.
create table earlier_wishes (
  visit_id uuid primary key references visits on delete cascade,
  weekdays smallint[] not null check (weekdays <@ '{1,2,3,4,5,6,7}' and cardinality(weekdays) > 0),
  parts text[] not null check (parts <@ '{morning,afternoon}' and cardinality(parts) > 0),
  asked_at timestamptz not null
);
-- Half days that came free and were offered; the first yes wins.
create table earlier_offers (
  id uuid primary key default uuidv7(),
  visit_id uuid not null references visits on delete cascade,
  on_day date not null,
  day_part text not null check (day_part in ('morning', 'afternoon')),
  offered_at timestamptz not null,
  expires_at timestamptz not null,
  answer text check (answer in ('yes', 'no', 'gone')),
  answered_at timestamptz,
  unique (visit_id, on_day, day_part),
  check ((answer is null) = (answered_at is null))
);
create index earlier_offers_open on earlier_offers (on_day, day_part) where answer is null;
grant select on earlier_wishes, earlier_offers to chargecars_portal;
alter table earlier_wishes enable row level security;
alter table earlier_offers enable row level security;
create policy reach on earlier_wishes for select to chargecars_portal using (exists (select from visits v where v.id = visit_id));
create policy reach on earlier_offers for select to chargecars_portal using (exists (select from visits v where v.id = visit_id));
