-- Up to which amount, VAT included, an entity sends quotes by itself; above it a person looks first.
alter table business_entities add column quotes_by_itself_up_to_cents bigint not null default 500000
  check (quotes_by_itself_up_to_cents >= 0);
