-- How long work really takes: what the simple rule said stays beside what was planned, so that both can be judged.
alter table visits add rule_minutes integer check (rule_minutes between 10 and 1440);

-- One row for each time the lengths of visits were learned from; only the newest counts, and only while it beats the rule.
create table duration_models (
  id uuid primary key default uuidv7(),
  made_at timestamptz not null,
  visits integer not null,
  -- Mean error in minutes over visits that came later than those learned from.
  rule_error real not null,
  model_error real not null,
  is_used boolean not null,
  model jsonb not null
);
create index duration_models_newest on duration_models (made_at desc);
