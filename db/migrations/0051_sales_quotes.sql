-- Quotes hang on the lines of an order; what was sent is frozen per version, and every payer signs its own lines.
create table quotes (
  id uuid primary key default uuidv7(),
  number text not null,
  order_id uuid not null references orders,
  version integer not null check (version > 0),
  status text not null,
  valid_until date,
  -- Made by the house and not yet touched by a person: it may go out by itself.
  automatic boolean not null default false,
  notes text,
  document jsonb,
  document_hash text,
  gross_cents bigint not null default 0,
  decided_reason text,
  created_at timestamptz not null,
  ready_at timestamptz,
  sent_at timestamptz,
  decided_at timestamptz,
  unique (number, version),
  check (sent_at is null or (document is not null and document_hash is not null))
);
create index quotes_order on quotes (order_id, version);
create index quotes_sent on quotes (valid_until, id) where status = 'sent';
create unique index quotes_current on quotes (order_id) where status in ('draft', 'ready', 'sent', 'accepted');
create trigger quotes_guard before update of status on quotes for each row execute function guard_status('quote');

-- What was sent never changes: a revision is a new version.
create function keep_document() returns trigger language plpgsql as $$
begin
  if old.document is not null and (new.document is distinct from old.document or new.document_hash is distinct from old.document_hash) then
    raise exception 'the document of a quote that was sent never changes' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger quotes_document before update on quotes for each row execute function keep_document();

create table sign_offs (
  id uuid primary key default uuidv7(),
  quote_id uuid not null references quotes,
  order_id uuid not null references orders,
  organization_id uuid not null references organizations,
  contact_id uuid references contacts,
  side text not null check (side in ('customer', 'partner')),
  status text not null,
  -- The quote as this payer sees it, and signs it.
  document jsonb not null,
  document_hash text not null,
  gross_cents bigint not null,
  method text check (method in ('drawn', 'typed', 'agreement')),
  signed_name text,
  signature_file_id uuid references files,
  signed_at timestamptz,
  address text,
  user_agent text,
  reason text,
  viewed_at timestamptz,
  pdf_file_id uuid references files,
  created_at timestamptz not null,
  unique (quote_id, organization_id),
  check (status <> 'signed' or (signed_at is not null and method is not null and signed_name is not null))
);
create index sign_offs_order on sign_offs (order_id);
create index sign_offs_waiting on sign_offs (organization_id, created_at, id) where status = 'pending';
create trigger sign_offs_guard before update of status on sign_offs for each row execute function guard_status('sign_off');
create trigger sign_offs_document before update on sign_offs for each row execute function keep_document();

-- Below which amount a payer's own lines need no signature, because it was agreed; zero means: always ask.
create table payer_agreements (
  organization_id uuid primary key references organizations,
  approves_below_cents bigint not null check (approves_below_cents >= 0),
  changed_at timestamptz not null
);


-- A payer reads its own rendering only; the whole document, with everybody's prices, is for the house.
grant select (id, number, order_id, version, status, valid_until, created_at, sent_at, decided_at) on quotes to chargecars_portal;
grant select on sign_offs to chargecars_portal;
alter table quotes enable row level security;
alter table sign_offs enable row level security;
alter table payer_agreements enable row level security;
create policy own_order on quotes for select to chargecars_portal
  using (sent_at is not null and order_within_reach(order_id));
create policy own_part on sign_offs for select to chargecars_portal using (
  organization_id = any (app_organizations()) or (order_id = app_order() and organization_id = coalesce(
    app_payer(), (select o.end_customer_id from orders o where o.id = app_order())))
);
