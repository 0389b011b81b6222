-- What would happen with other crews in a week: asked by a planner, worked out beside the plan, never part of it.
create table plan_what_ifs (
  id uuid primary key default uuidv7(),
  week date not null check (extract(isodow from week) = 1),
  -- What is different, as asked.
  changes jsonb not null,
  status text not null default 'running' check (status in ('running', 'done', 'failed')),
  -- How it came out as it is and with the changes, with the visits that win and lose.
  result jsonb,
  problem text,
  made_by text not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  check ((status = 'done') = (result is not null))
);
create index plan_what_ifs_newest on plan_what_ifs (made_at desc);
