-- A customer may read the place of its own order: found by its place, however many orders there are.
create index orders_site on orders (site_id);
