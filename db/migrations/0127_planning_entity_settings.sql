-- What a business entity does otherwise than the group in its appointments with customers; nothing in a field, or no row, is as the group.
create table planning_entity_settings (
  business_entity text primary key references business_entities (code),
  reserve_minutes integer check (reserve_minutes between 0 and 480),
  hold_minutes integer check (hold_minutes between 1 and 120),
  change_until_hours integer check (change_until_hours between 0 and 336),
  waiting_offer_hours integer check (waiting_offer_hours between 1 and 72),
  offer_days integer check (offer_days between 7 and 56),
  changed_at timestamptz not null
);
grant select on planning_entity_settings to chargecars_portal;
