-- For when the authenticator app is lost: each code counts once, and is kept as a keyed hash only.
create table recovery_codes (
  user_id uuid not null references second_factors on delete cascade,
  hash bytea not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (user_id, hash)
);
