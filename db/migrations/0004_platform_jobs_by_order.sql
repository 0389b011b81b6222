-- Listeners that wait for the same order are done together.
create index jobs_waiting_order on jobs (order_id, run_at) where status = 'waiting' and order_id is not null;
