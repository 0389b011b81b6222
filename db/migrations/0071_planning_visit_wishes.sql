-- What a planner weighs about a visit, beside how long it takes and what it asks.
alter table visits
  -- Between 1 and 10; without one the order's priority tells it, see visit_priority.
  add priority smallint check (priority between 1 and 10),
  -- A plan that leaves it out is wrong, whatever it wins elsewhere.
  add must_do boolean not null default false,
  -- Leaving it out of a plan that ends before this day costs nothing.
  add may_wait_until date,
  -- Nothing may happen before this day: the charger comes in, the contractor is there.
  add not_before date,
  -- The part of a day the customer asked for; it holds as firmly as a promise.
  add wished_part text check (wished_part in ('morning', 'afternoon', 'full_day')),
  -- The crew or person the customer knows; a wish, never a must.
  add preferred_crew_name text,
  add preferred_mechanic_id uuid references mechanics,
  -- Done only after another visit has ended, or begun at the very same time by another crew.
  add linked_to_id uuid references visits,
  add link_kind text check (link_kind in ('after', 'together')),
  add constraint visits_linked_in_a_way check ((linked_to_id is null) = (link_kind is null)),
  add constraint visits_not_linked_to_itself check (linked_to_id <> id);
create index visits_linked on visits (linked_to_id) where linked_to_id is not null;

-- When the work may begin, in minutes of the day. A visit without a row may begin at any time its day part allows; one with
-- rows only within one of them, so a day without a row is not allowed.
create table visit_windows (
  visit_id uuid not null references visits on delete cascade,
  on_day date not null,
  from_minute integer not null check (from_minute between 0 and 1439),
  until_minute integer not null check (until_minute between 0 and 1440),
  primary key (visit_id, on_day, from_minute),
  check (until_minute >= from_minute)
);
create index visit_windows_day on visit_windows (on_day);

-- How much a visit counts: its own number, or what its order's priority is worth.
create function visit_priority(own smallint, of_order text) returns smallint
language sql immutable parallel safe as $$
  select coalesce(own, case of_order when 'low' then 1 when 'normal' then 3 when 'high' then 6 when 'urgent' then 10 end)::smallint
$$;

grant select (wished_part) on visits to chargecars_portal;
