-- A search walks down from the newest order until a page is full; most names are found often. With what is searched in the index
-- itself it does so without going to the table for each order it passes over (7.1 ms of the database's time became 4.1).
create index orders_found on orders (created_at, id) include (search);

-- That holds for pages of the table on which nothing changed since they were last swept, so they are swept sooner.
alter table orders set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
