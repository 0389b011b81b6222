-- A way to mend the plan is offered until somebody takes it; what is only offered is not in the list of plans.
alter table plans
  add column is_offered boolean not null default false,
  add constraint plans_offered_to_mend check (not is_offered or repairs is not null);
create index plans_offered on plans (created_at) where is_offered;
