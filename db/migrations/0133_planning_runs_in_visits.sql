-- How far a run is, told in visits: planners count those, and weights only the optimiser does.
alter table plan_runs rename column priority_planned to visits_planned;
alter table plan_runs rename column priority_all to visits_all;
