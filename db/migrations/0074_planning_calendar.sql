-- Counts what was sent to the customer's calendar, so that the newest always wins there.
alter table visits add column calendar_change integer not null default 0;
grant select (calendar_change) on visits to chargecars_portal;
