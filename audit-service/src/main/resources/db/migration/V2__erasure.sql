-- Texts and token ids live encrypted under a key of their run, and only there.
drop table run_contents;

-- One data key a run, wrapped by the master key, which is not in the database. A row that is
-- deleted is content that is erased.
create table content_keys (
  run_id  uuid        primary key,
  wrapped bytea       not null check (octet_length(wrapped) = 60),
  made_at timestamptz not null
);

-- Encrypted parts of a run: 'text', and the content of each block as 'block:<hash>'. No foreign
-- key: blocks come before their run.
create table contents (
  run_id uuid        not null,
  part   varchar(80) not null,
  sealed bytea       not null,
  primary key (run_id, part)
);
alter table contents alter column sealed set storage external;

-- Which master key wraps the data keys: a fingerprint of it, so that a wrong one is found at start.
create table content_master_key (
  id          smallint primary key default 1 check (id = 1),
  fingerprint bytea    not null check (octet_length(fingerprint) = 16)
);

-- Who had what erased, and when.
create table erasures (
  number    bigint       generated always as identity unique,
  run_id    uuid         primary key,
  tenant    varchar(200) not null,
  erased_by varchar(200) not null,
  erased_at timestamptz  not null
);

create trigger no_update before update or truncate on content_keys
  for each statement execute function refuse_change();
create trigger no_update before update or truncate on contents
  for each statement execute function refuse_change();
create trigger insert_only before update or delete or truncate on content_master_key
  for each statement execute function refuse_change();
create trigger insert_only before update or delete or truncate on erasures
  for each statement execute function refuse_change();
