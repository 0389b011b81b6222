-- What publishing a draft changed and who did it, so that it can be taken back.
alter table plans
  add column published_by text,
  add column published_moves jsonb,
  add column published_crews jsonb;
create index plans_published on plans (until_on, from_on) where status = 'published';
