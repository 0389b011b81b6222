-- Portals see no files but those a capability lets them see by a policy.
grant select on files to chargecars_portal;
alter table files enable row level security;
