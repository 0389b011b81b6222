-- Lists sorted by how long orders stand where they are.
create index orders_status_since on orders (status_since, id);
