-- How a status of orders is called, what colour it has and how long it may last, where the office tuned that. Nothing in a
-- field, or no row, is the product's own; zero hours is no clock. Which status follows which is code.
create table order_status_settings (
  status text primary key,
  label_nl text,
  label_en text,
  customer_label_nl text,
  customer_label_en text,
  tone text check (tone in ('neutral', 'info', 'progress', 'success', 'warning', 'danger')),
  within_hours integer check (within_hours between 0 and 8760),
  changed_at timestamptz not null
);
grant select on order_status_settings to chargecars_portal;
