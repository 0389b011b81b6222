-- When everybody has lunch, as a minute of the day, and for how long; nothing is the product's own, 0 minutes is no lunch.
alter table planning_settings
  add column lunch_from integer check (lunch_from between 600 and 900),
  add column lunch_minutes integer check (lunch_minutes between 0 and 120);
