-- Chargers a visit brings, and how many fit in the van of a crew: `vans.capacity`, which is no limit where it is not told.
alter table visits add column chargers smallint not null default 0 check (chargers between 0 and 1000);
update visits v set chargers = least(1000, lines.chargers)
from (select l.order_id, ceil(sum(l.quantity))::integer as chargers from order_lines l join articles a on a.id = l.article_id
  where a.kind = 'charger' and l.status <> 'cancelled' group by l.order_id) lines
where lines.order_id = v.order_id and v.kind in ('installation', 'upgrade')
  and v.status in ('planned', 'rescheduled', 'scheduled') and v.sequence = 1 and lines.chargers > 0;

drop function crew_days_between(date, date);
create function crew_days_between(from_day date, until_day date)
returns table (crew_id uuid, on_day date, starts integer, ends integer, latitude double precision,
  longitude double precision, skills text[], end_latitude double precision, end_longitude double precision, max_jobs smallint,
  capacity smallint)
language sql stable security definer set search_path = public, pg_temp as $$
  with there as materialized (
    select m.crew_id, m.mechanic_id, m.on_day, m.despite, p.skills
    from day_crew_members m join mechanics p on p.id = m.mechanic_id
    where m.on_day between from_day and until_day
      and (m.despite or (p.active
        and m.on_day between coalesce(p.active_from, m.on_day) and coalesce(p.active_until, m.on_day)
        and not exists (select from absences a where a.mechanic_id = m.mechanic_id and a.approval = 'approved'
          and m.on_day between a.from_on and a.until_on and a.away = int4range(0, 1440))))
  ), hours as (
    select t.crew_id, max(upper(a.away)) filter (where lower(a.away) = 0) as comes,
      min(lower(a.away)) filter (where upper(a.away) = 1440) as leaves
    from there t join absences a on a.mechanic_id = t.mechanic_id and t.on_day between a.from_on and a.until_on
    where a.approval = 'approved' and not t.despite group by t.crew_id
  ), crews as materialized (
    select c.*, v.skills as van_skills, v.capacity from day_crews c join vans v on v.id = c.van_id
    where c.on_day between from_day and until_day and v.active
      and not exists (select from van_repairs r where r.van_id = v.id and c.on_day between r.from_on and r.until_on)
  ), able as (
    -- A skill that needs a paper counts on the days on which the paper is good.
    select crew_id, array_agg(skill order by skill) as skills from (
      select t.crew_id, s.skill from there t cross join lateral unnest(t.skills) s(skill)
        where not exists (select from certificates f where f.mechanic_id = t.mechanic_id and f.kind = s.skill)
      union
      select t.crew_id, f.kind from there t join certificates f on f.mechanic_id = t.mechanic_id
        and t.on_day between f.issued_on and coalesce(f.expires_on, t.on_day)
      union
      select c.id, s.skill from crews c cross join lateral unnest(c.van_skills) s(skill)
    ) each group by crew_id
  )
  select c.id, c.on_day,
    greatest((extract(epoch from c.starts_at) / 60)::integer, h.comes),
    least((extract(epoch from c.ends_at) / 60)::integer, h.leaves),
    c.depot_latitude, c.depot_longitude, coalesce(a.skills, '{}'),
    coalesce(c.end_latitude, c.depot_latitude), coalesce(c.end_longitude, c.depot_longitude), c.max_jobs, c.capacity
  from crews c left join hours h on h.crew_id = c.id left join able a on a.crew_id = c.id
  where c.id in (select t.crew_id from there t)
  order by c.on_day, c.id
$$;

drop function crew_stops_between(date, date, timestamptz);
create function crew_stops_between(from_day date, until_day date, at timestamptz)
returns table (visit_id uuid, crew_id uuid, on_day date, day_part text, planned_start timestamptz, minutes integer,
  is_pinned boolean, is_under_way boolean, latitude double precision, longitude double precision, is_movable boolean,
  skills text[], not_before date, wished_part text, windows jsonb, chargers smallint)
language sql stable security definer set search_path = public, pg_temp as $$
  with windows as (
    select visit_id, jsonb_agg(jsonb_build_array(on_day, from_minute, until_minute) order by on_day, from_minute) as windows
    from visit_windows group by visit_id
  )
  select v.id, v.crew_id, v.on_day, v.day_part, v.planned_start, v.minutes, v.is_pinned,
    v.status <> 'scheduled', s.latitude, s.longitude,
    v.status = 'scheduled' and v.confirmed_at is null and not v.is_pinned and v.linked_to_id is null
      and not exists (select from visits l where l.linked_to_id = v.id),
    v.skills, v.not_before, v.wished_part, w.windows, v.chargers
  from visits v join orders o on o.id = v.order_id left join sites s on s.id = o.site_id
    left join windows w on w.visit_id = v.id
  where v.on_day between from_day and until_day
    and v.status in ('scheduled', 'travelling', 'arrived', 'in_progress', 'completed', 'partial')
  union all
  select v.id, h.crew_id, h.on_day, h.day_part, h.planned_start, v.minutes, false, false, s.latitude, s.longitude, false,
    v.skills, v.not_before, v.wished_part, w.windows, v.chargers
  from slot_holds h join visits v on v.id = h.visit_id
    join orders o on o.id = v.order_id left join sites s on s.id = o.site_id
    left join windows w on w.visit_id = v.id
  where h.on_day between from_day and until_day and h.expires_at > at
  order by 5, 1
$$;

drop function visit_demands(uuid);
create function visit_demands(the_visit uuid)
returns table (latitude double precision, longitude double precision, minutes integer, skills text[], not_before date,
  not_after date, wished_part text, windows jsonb, is_urgent boolean, is_bookable boolean,
  chargers smallint)
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
      and (l.id is null or l.status not in ('planned', 'rescheduled')),
    v.chargers
  from visits v join orders o on o.id = v.order_id left join sites s on s.id = o.site_id
    left join visits l on l.id = v.linked_to_id
  where v.id = the_visit
$$;
