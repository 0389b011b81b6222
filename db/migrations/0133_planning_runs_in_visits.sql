-- How far a run is, told in visits: planners count those, and weights only the optimiser does. What runs before told in
-- weights stays as it was.
alter table plan_runs
  add column visits_planned integer not null default 0,
  add column visits_all integer not null default 0;
