-- How far ahead customers choose, and what weighs how much in a plan, in minutes of driving; nothing is the product's own.
alter table planning_settings
  add column offer_days integer check (offer_days between 7 and 56),
  add column priority_weight integer check (priority_weight between 5 and 500),
  add column overtime_weight integer check (overtime_weight between 0 and 20),
  add column other_crew_weight integer check (other_crew_weight between 0 and 240),
  add column moved_weight integer check (moved_weight between 0 and 480),
  -- Spreading work evenly over crews.
  add column even_weight integer check (even_weight between 0 and 5);
