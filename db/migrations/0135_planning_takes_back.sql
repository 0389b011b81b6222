-- Which publication a draft takes back: who takes it back once more is led to that draft.
alter table plans add column takes_back uuid references plans on delete set null;
create index plans_takes_back on plans (takes_back) where takes_back is not null;
