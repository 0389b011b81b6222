-- Messages to people, each belonging to a contact and grouped by organization and order.
create table messages (
  id uuid primary key default uuidv7(),
  key text unique,
  template text not null,
  order_id uuid references orders,
  organization_id uuid not null references organizations,
  contact_id uuid not null references contacts,
  business_entity text not null references business_entities,
  language text not null,
  to_address text not null,
  from_name text not null,
  from_address text not null,
  subject text not null,
  body text not null,
  html text not null,
  status text not null default 'queued' check (status in ('queued', 'kept', 'sent', 'failed')),
  error text,
  attempts integer not null default 0,
  created_at timestamptz not null,
  sent_at timestamptz
);
create index messages_created on messages (created_at, id);
create index messages_order on messages (order_id, created_at) where order_id is not null;
create index messages_contact on messages (contact_id, created_at);
create index messages_organization on messages (organization_id, created_at);

-- A file, or a document that is made when somebody first asks for it.
create table message_attachments (
  message_id uuid not null references messages,
  name text not null,
  file_id uuid references files,
  document text,
  record_id uuid,
  primary key (message_id, name),
  check (file_id is not null or (document is not null and record_id is not null))
);

-- Texts that the office wrote over the ones the product brings.
create table mail_texts (
  template text not null,
  language text not null check (language in ('nl', 'en')),
  subject text not null,
  body text not null,
  changed_at timestamptz not null,
  changed_by text,
  primary key (template, language)
);
