-- What is agreed with a partner about quotes, each by itself: whose signature comes first, and up to which amount its
-- quotes go out by themselves (nothing: as the entity does).
alter table payer_agreements alter column approves_below_cents drop not null;
alter table payer_agreements add column signing_order text
  check (signing_order in ('parallel', 'partner_first', 'customer_first'));
alter table payer_agreements add column by_itself_up_to_cents bigint check (by_itself_up_to_cents >= 0);
