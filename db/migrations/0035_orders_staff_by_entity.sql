-- An order is within reach of staff of some entities when it is of one of theirs.
create function order_within_entities(the_order uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select exists (select from orders o where o.id = the_order and o.business_entity = any (app_entities()))
$$;
