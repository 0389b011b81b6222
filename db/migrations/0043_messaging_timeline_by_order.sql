-- The newest step of each of somebody's orders is found at the end of the order's part of the index, so that a page of the
-- timeline of a partner with thousands of orders reads one step of each and all steps of a page's worth.
create index events_of_order on events (order_id, at, id) where order_id is not null;
drop index events_order;
