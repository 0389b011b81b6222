-- Drafts of plans: what would stand elsewhere than it does now, until somebody publishes it.
create table plans (
  id uuid primary key default uuidv7(),
  name text not null,
  from_on date not null,
  until_on date not null,
  status text not null default 'draft' check (status in ('draft', 'published', 'discarded')),
  -- Counts the steps; who changes a plan holds its row.
  revision integer not null default 0,
  made_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (until_on >= from_on and until_on <= from_on + 42)
);
create index plans_open on plans (until_on, from_on) where status = 'draft';

-- Only visits that stand elsewhere in the draft than in force, or at another time; without a crew it is taken off.
create table plan_places (
  plan_id uuid not null references plans on delete cascade,
  visit_id uuid not null references visits on delete cascade,
  crew_id uuid,
  on_day date,
  day_part text check (day_part in ('morning', 'afternoon', 'full_day')),
  start_minute integer check (start_minute between 0 and 1439),
  is_pinned boolean not null default false,
  primary key (plan_id, visit_id),
  foreign key (crew_id, on_day) references day_crews (id, on_day) on delete cascade,
  check ((crew_id is null) = (start_minute is null) and (crew_id is null) = (on_day is null)
    and (crew_id is null) = (day_part is null))
);

-- What was done to a draft, step by step, so that each can be taken back and made again.
create table plan_steps (
  plan_id uuid not null references plans on delete cascade,
  revision integer not null,
  kind text not null,
  made_by text not null,
  made_at timestamptz not null,
  is_undone boolean not null default false,
  -- For each visit that moved: where it stood, and where it went.
  moves jsonb not null,
  primary key (plan_id, revision)
);

create table plan_runs (
  id uuid primary key default uuidv7(),
  plan_id uuid not null references plans on delete cascade,
  scope text not null check (scope in ('all', 'selection', 'rest')),
  visit_ids uuid[] not null default '{}',
  seconds real not null,
  status text not null default 'running' check (status in ('running', 'done', 'stopped', 'failed')),
  stop_asked boolean not null default false,
  seconds_passed real not null default 0,
  steps bigint not null default 0,
  priority_planned integer not null default 0,
  priority_all integer not null default 0,
  cost bigint not null default 0,
  problem text,
  started_by text not null,
  started_at timestamptz not null,
  ended_at timestamptz
);
create unique index plan_runs_one_at_a_time on plan_runs (plan_id) where status = 'running';
