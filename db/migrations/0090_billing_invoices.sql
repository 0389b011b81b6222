-- Money: one invoice per payer, payments on it, and reminders.
create table invoices (
  id uuid primary key default uuidv7(),
  number text unique,
  kind text not null default 'invoice' check (kind in ('invoice', 'credit')),
  status text not null default 'draft' check (status in ('draft', 'sent', 'partial', 'paid', 'credited')),
  business_entity text not null references business_entities,
  order_id uuid not null references orders,
  organization_id uuid not null references organizations,
  contact_id uuid not null references contacts,
  credit_of_id uuid references invoices,
  language text not null default 'nl',
  addressee text[] not null,
  purchase_order text,
  invoiced_on date,
  due_on date,
  net_cents bigint not null,
  vat_cents bigint not null,
  gross_cents bigint not null,
  vat jsonb not null,
  paid_cents bigint not null default 0,
  reminder_level integer not null default 0,
  document_id uuid references files,
  created_at timestamptz not null,
  sent_at timestamptz,
  paid_at timestamptz,
  search text not null default '',
  check ((status = 'draft') = (number is null)),
  check (kind = 'credit' or gross_cents >= 0)
);
create trigger invoices_guard before update of status on invoices for each row execute function guard_status('invoice');
create index invoices_order on invoices (order_id);
create index invoices_organization on invoices (organization_id, created_at, id);
create index invoices_created on invoices (created_at, id);
create index invoices_status on invoices (status, created_at, id);
create index invoices_due on invoices (due_on, id) where status in ('sent', 'partial');
create index invoices_search on invoices using gin (search gin_trgm_ops);
create unique index invoices_credit_once on invoices (credit_of_id) where credit_of_id is not null;
create unique index invoices_one_open_per_payer on invoices (order_id, organization_id)
  where kind = 'invoice' and status <> 'credited';

create table invoice_lines (
  id uuid primary key default uuidv7(),
  invoice_id uuid not null references invoices on delete cascade,
  order_line_id uuid references order_lines,
  position integer not null,
  description text not null,
  quantity numeric(12, 3) not null,
  unit_price_cents bigint not null,
  discount integer not null default 0,
  vat_rate integer not null,
  total_cents bigint not null
);
create index invoice_lines_invoice on invoice_lines (invoice_id, position);

-- What was sent stays as it was: only payments, reminders and its document may be added.
create function keep_final_invoice() returns trigger language plpgsql as $$
begin
  if old.status <> 'draft' and (old.number, old.gross_cents, old.net_cents, old.vat_cents, old.invoiced_on, old.organization_id, old.addressee)
    is distinct from (new.number, new.gross_cents, new.net_cents, new.vat_cents, new.invoiced_on, new.organization_id, new.addressee) then
    raise exception 'a final invoice is corrected by a credit note' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger invoices_final before update on invoices for each row execute function keep_final_invoice();

create function keep_final_lines() returns trigger language plpgsql as $$
begin
  if exists (select from invoices where id = old.invoice_id and status <> 'draft') then
    raise exception 'a final invoice is corrected by a credit note' using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger invoice_lines_final before update or delete on invoice_lines for each row execute function keep_final_lines();

create table payments (
  id uuid primary key default uuidv7(),
  invoice_id uuid not null references invoices,
  amount_cents bigint not null,
  method text not null check (method in ('bank_transfer', 'ideal', 'credit_card', 'direct_debit', 'cash', 'credit_note')),
  status text not null check (status in ('pending', 'completed', 'failed')),
  provider text,
  provider_reference text,
  checkout_url text,
  paid_on date,
  booked_by text,
  remark text,
  created_at timestamptz not null,
  unique (provider, provider_reference)
);
create index payments_invoice on payments (invoice_id, created_at);

grant select on invoices, invoice_lines, payments to chargecars_portal;
alter table invoices enable row level security;
alter table invoice_lines enable row level security;
alter table payments enable row level security;
create policy payer on invoices for select to chargecars_portal using (
  status <> 'draft' and (organization_id = any (app_organizations()) or (
    order_id = app_order()
    and organization_id = coalesce(app_payer(), (select o.end_customer_id from orders o where o.id = app_order()))
  ))
);
create policy payer on invoice_lines for select to chargecars_portal using (
  exists (select from invoices i where i.id = invoice_lines.invoice_id)
);
create policy payer on payments for select to chargecars_portal using (
  exists (select from invoices i where i.id = payments.invoice_id)
);

-- What the built-in test provider remembers, as a bank would.
create table test_bank_payments (
  reference text primary key,
  amount_cents bigint not null,
  description text not null,
  return_url text not null,
  status text not null default 'open' check (status in ('open', 'paid', 'failed'))
);
