-- Jobs come and go by the thousand: what is gone is swept away often, so that looking for the next one stays short.
alter table jobs set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
