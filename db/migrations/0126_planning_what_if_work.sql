-- What if is also asked with work that is not agreed on yet: quotes for their chance, and what is to be expected.
alter table plan_what_ifs
  add column work text[] not null default '{}' check (work <@ array['quoted', 'expected']);

-- Answers from before tell of agreed work only.
create function pg_temp.with_work(visits jsonb) returns jsonb language sql immutable as $$
  select coalesce(jsonb_agg(visit || '{"work": "waiting", "region": null}' order by number), '[]')
  from jsonb_array_elements(visits) with ordinality as each (visit, number)
$$;
update plan_what_ifs set result = result || jsonb_build_object(
    'drawn', '[]'::jsonb,
    'expectedCrewDays', 0,
    'crewsNeeded', null,
    'asIs', result -> 'asIs' || '{"byWork": []}',
    'changed', result -> 'changed' || '{"byWork": []}',
    'wins', pg_temp.with_work(result -> 'wins'),
    'loses', pg_temp.with_work(result -> 'loses'))
  where result is not null;
