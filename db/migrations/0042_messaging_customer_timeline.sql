-- A mail outside any order is found in the timeline of whoever it went to by its own number.
create index events_outside_orders on events (record_id, id) where order_id is null and record_id is not null;
