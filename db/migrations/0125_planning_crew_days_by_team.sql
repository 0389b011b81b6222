-- The days of crews, the same as before in a third of the time: what people may do together is worked out once for the same people in the
-- same van, absences are looked through once instead of for each person and day, and one plan does for any stretch of days. Without
-- nested loops that plan is good for four weeks as well as for a day, however short it takes the stretch to be.
create or replace function crew_days_between(from_day date, until_day date)
returns table (crew_id uuid, on_day date, starts integer, ends integer, latitude double precision,
  longitude double precision, skills text[], end_latitude double precision, end_longitude double precision, max_jobs smallint,
  capacity smallint)
language sql stable security definer set search_path = public, pg_temp
set plan_cache_mode = force_generic_plan set enable_nestloop = off as $$
  with turns as materialized (
    -- The days in this stretch from which somebody may do other things than before: the first, and where papers begin or end.
    select id as mechanic_id, from_day as from_on from mechanics
    union
    select mechanic_id, issued_on from certificates where issued_on > from_day and issued_on <= until_day
    union
    select mechanic_id, expires_on + 1 from certificates where expires_on >= from_day and expires_on < until_day
  ), able as materialized (
    -- A skill that needs a paper counts on the days on which the paper is good.
    select row_number() over () as number, t.mechanic_id, t.from_on,
      coalesce(lead(t.from_on) over (partition by t.mechanic_id order by t.from_on) - 1, until_day) as until_on, array(
        select skill from unnest(p.skills) skill
        where not exists (select from certificates f where f.mechanic_id = p.id and f.kind = skill)
        union all
        select f.kind from certificates f
        where f.mechanic_id = p.id and t.from_on between f.issued_on and coalesce(f.expires_on, t.from_on)) as skills
    from turns t join mechanics p on p.id = t.mechanic_id
  ), there as materialized (
    select m.crew_id, m.mechanic_id, m.on_day, m.despite, a.number
    from day_crew_members m join mechanics p on p.id = m.mechanic_id
      join able a on a.mechanic_id = m.mechanic_id and m.on_day between a.from_on and a.until_on
    where m.on_day between from_day and until_day
      and (m.despite or (p.active
        and m.on_day between coalesce(p.active_from, m.on_day) and coalesce(p.active_until, m.on_day)))
      and not exists (select from absences a where a.mechanic_id = m.mechanic_id and not m.despite and a.approval = 'approved'
        and m.on_day between a.from_on and a.until_on and a.away = int4range(0, 1440))
  ), hours as (
    select t.crew_id, max(upper(a.away)) filter (where lower(a.away) = 0) as comes,
      min(lower(a.away)) filter (where upper(a.away) = 1440) as leaves
    from there t join absences a on a.mechanic_id = t.mechanic_id and t.on_day between a.from_on and a.until_on
    where a.approval = 'approved' and not t.despite group by t.crew_id
  ), teams as materialized (
    select c.id, c.van_id, array_agg(t.number order by t.number) as numbers
    from day_crews c join there t on t.crew_id = c.id
    where c.on_day between from_day and until_day group by c.id
  ), together as materialized (
    -- The same people go with the same van most days: what they can do together is worked out once.
    select d.numbers, v.id as van_id, v.capacity, array(
      select unnest(a.skills) from able a where a.number = any(d.numbers)
      union select unnest(v.skills) order by 1) as skills
    from (select distinct numbers, van_id from teams) d join vans v on v.id = d.van_id where v.active
  )
  select c.id, c.on_day,
    greatest((extract(epoch from c.starts_at) / 60)::integer, h.comes),
    least((extract(epoch from c.ends_at) / 60)::integer, h.leaves),
    c.depot_latitude, c.depot_longitude, g.skills,
    coalesce(c.end_latitude, c.depot_latitude), coalesce(c.end_longitude, c.depot_longitude), c.max_jobs, g.capacity
  from day_crews c join teams t on t.id = c.id join together g on g.numbers = t.numbers and g.van_id = t.van_id
    left join hours h on h.crew_id = c.id
  where c.on_day between from_day and until_day
    and not exists (select from van_repairs r where r.van_id = c.van_id and c.on_day between r.from_on and r.until_on)
  order by c.on_day, c.id
$$;
