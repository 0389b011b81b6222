-- Whether crews go out on any day of a period; a customer may know that, and no more of them.
create function has_crews_between(from_day date, until_day date) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from day_crews where on_day between from_day and until_day)
$$;
