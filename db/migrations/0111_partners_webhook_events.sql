-- Of which steps a partner wants to hear; everything unless it was chosen.
alter table partner_channels add column webhook_events text[] not null default
  '{order.created,order.status_changed,quote.created,quote.approved,visit.scheduled,order.completed}';
grant select (webhook_events) on partner_channels to chargecars_portal;
