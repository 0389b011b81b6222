-- People, their sessions and proofs, and the keys of partners' machines.
create table users (
  id uuid primary key default uuidv7(),
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default true,
  image text,
  role text not null default 'internal' check (role in ('admin', 'manager', 'internal', 'external', 'technician')),
  scopes text[] not null default '{}',
  organization_id uuid,
  contact_id uuid,
  mechanic_id uuid,
  language text not null default 'nl' check (language in ('nl', 'en')),
  active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (role <> 'external' or organization_id is not null)
);
create index users_name on users (name, id);
create index users_organization on users (organization_id) where organization_id is not null;
create unique index users_mechanic on users (mechanic_id) where mechanic_id is not null;

create table sessions (
  id uuid primary key default uuidv7(),
  token text not null unique,
  user_id uuid not null references users on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sessions_user on sessions (user_id);
create index sessions_expiry on sessions (expires_at);

-- How a person proves to be that person: a password (scrypt), an authenticator app, a mailed link, a passkey.
create table passwords (
  user_id uuid primary key references users on delete cascade,
  hash text not null,
  changed_at timestamptz not null
);

create table second_factors (
  user_id uuid primary key references users on delete cascade,
  sealed_secret bytea not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0
);

create table sign_in_links (
  hash bytea primary key,
  user_id uuid not null references users on delete cascade,
  return_to text,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_links_expiry on sign_in_links (expires_at);

-- Challenges of passkey ceremonies.
create table verifications (
  id uuid primary key default uuidv7(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verifications_identifier on verifications (identifier);
create index verifications_expiry on verifications (expires_at);

create table passkeys (
  id uuid primary key default uuidv7(),
  name text,
  public_key text not null,
  user_id uuid not null references users on delete cascade,
  credential_id text not null unique,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz default now()
);
create index passkeys_user on passkeys (user_id);

-- Counts tries to sign in per account and address; the key is a keyed hash, so no mail address stands here.
create table sign_in_tries (
  key bytea primary key,
  tries integer not null,
  until timestamptz not null
);
create index sign_in_tries_until on sign_in_tries (until);

-- A partner's machine proves itself with a secret: 32 random bytes of which only the SHA-256 is kept. A signing secret
-- must be read again to check a signature, so it is kept sealed under the platform's own secret.
create table api_keys (
  id uuid primary key default uuidv7(),
  organization_id uuid not null,
  name text not null,
  kind text not null check (kind in ('api_key', 'basic', 'form_token', 'hmac', 'oauth2')),
  prefix text not null,
  secret_hash bytea not null unique check (length(secret_hash) = 32),
  sealed_secret bytea,
  former_hash bytea unique check (length(former_hash) = 32),
  former_sealed bytea,
  former_until timestamptz,
  scopes text[] not null default '{}',
  addresses text[] not null default '{}',
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  check (kind <> 'hmac' or sealed_secret is not null)
);
create index api_keys_organization on api_keys (organization_id, id);
create index api_keys_name on api_keys (name, id);

-- Smaller renderings of stored pictures, by the content they were made from.
create table file_renderings (
  source_sha256 bytea not null,
  width integer not null,
  sha256 bytea not null,
  media_type text not null,
  primary key (source_sha256, width)
);
