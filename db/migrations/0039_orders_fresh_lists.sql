-- Lists and searches are answered by an index alone where the pages of orders are known to hold nothing half-done. By itself PostgreSQL
-- looks after that once a fifth of the table has changed; new orders and those that move stand at the top of every list long before.
alter table orders set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
