-- Content of the file store that no row names any more, and since when: it is removed a day later.
create table unused_content (
  sha256 bytea primary key,
  seen_at timestamptz not null
);
create index files_content on files (sha256);
create index file_renderings_content on file_renderings (sha256);
