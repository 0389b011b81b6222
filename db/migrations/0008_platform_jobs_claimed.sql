-- A job that reaches outside is claimed while that lasts: it stands as waiting until the lease is over, under the claim of who does it.
alter table jobs add column claim uuid;
