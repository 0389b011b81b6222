-- A file is within reach with its order, as far as it was meant for outside: partners see what is for them and for the
-- customer, the holder of a link what is for the customer.
create policy reach on files for select to chargecars_portal using (
  order_id is not null and order_within_reach(order_id)
  and (visibility = 'customer' or (visibility = 'partner' and app_order() is null))
);
