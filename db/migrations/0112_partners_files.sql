-- Files that a partner holds for us: fetched once, by a job, and then kept with the order.
create table partner_files (
  id uuid primary key default uuidv7(),
  organization_id uuid not null references organizations,
  order_id uuid not null references orders,
  url text not null,
  name text,
  kind text,
  status text not null default 'waiting' check (status in ('waiting', 'fetched', 'failed')),
  attempts integer not null default 0,
  error text,
  file_id uuid references files,
  created_at timestamptz not null,
  unique (order_id, url)
);
create index partner_files_waiting on partner_files (created_at) where status = 'waiting';
