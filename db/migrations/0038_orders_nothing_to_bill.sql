-- An order of which nobody pays anything is closed without an invoice.
alter table orders drop constraint if exists orders_billing_state_check;
alter table orders add constraint orders_billing_state_check
  check (billing_state in ('none', 'to_check', 'to_invoice', 'invoiced', 'paid', 'nothing_to_bill')) not valid;
alter table orders validate constraint orders_billing_state_check;

-- The same question as `whatToBill` in the code: a line without a price, or a payer whose lines of a rate do not come to nothing.
create or replace function something_to_bill(the_order uuid) returns boolean language sql stable as $$
  select exists (select from order_lines where order_id = the_order and parent_line_id is null and status <> 'cancelled'
      and unit_price_cents is null)
    or exists (select from order_lines where order_id = the_order and parent_line_id is null and status <> 'cancelled'
      group by billed_to_id, vat_rate having sum(total_cents) <> 0) $$;

-- Whoever changes lines writes the total anew, so this sees both ways: closing with something to bill, and something added
-- to an order that was closed.
create or replace function guard_nothing_to_bill() returns trigger language plpgsql as $$
begin
  if new.status <> 'completed' or something_to_bill(new.id) then
    raise exception 'order % is not finished with nothing to bill', new.number using errcode = 'check_violation';
  end if;
  return new;
end $$;
create or replace trigger orders_nothing_to_bill before insert or update of billing_state, total_cents, status on orders
  for each row when (new.billing_state = 'nothing_to_bill') execute function guard_nothing_to_bill();
