-- The questions a customer answers about house, meter cupboard and cable route, and what came of them.
create table intakes (
  id uuid primary key default uuidv7(),
  order_id uuid not null unique references orders,
  status text not null,
  answers jsonb not null default '{}',
  -- What the customer asked for that no rule can price; a person looks at the quote.
  flags text[] not null default '{}',
  due_at timestamptz,
  sent_at timestamptz,
  started_at timestamptz,
  saved_at timestamptz,
  completed_at timestamptz,
  completed_by text check (completed_by in ('person', 'partner', 'customer', 'automation')),
  reminders integer not null default 0 check (reminders between 0 and 3),
  created_at timestamptz not null
);
create trigger intakes_guard before update of status on intakes for each row execute function guard_status('intake');

grant select on intakes to chargecars_portal;
alter table intakes enable row level security;
create policy own_order on intakes for select to chargecars_portal using (order_id = app_order());
