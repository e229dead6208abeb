-- Sealed blocks by the hash of their bytes. Several blocks may name one pass of a run (a producer
-- that was cut off and tried again); the run's envelope says which count.
create table blocks (
  hash            bytea            primary key check (octet_length(hash) = 32),
  run_id          uuid             not null,
  pass            integer          not null check (pass >= 0),
  tokens          integer          not null check (tokens >= 0),
  max_residual    double precision not null check (max_residual < 1e-3),
  median_residual double precision not null,
  received_at     timestamptz      not null,
  bytes           bytea            not null
);
-- Bytes are packed already.
alter table blocks alter column bytes set storage external;
create index blocks_run on blocks (run_id, pass);

-- Recorded runs: the envelope as JSON, and what the lists show of it.
create table runs (
  run_id          uuid             primary key,
  tenant          varchar(200)     not null,
  kind            varchar(32)      not null,
  federation      varchar(200)     not null,
  started_at      timestamptz      not null,
  decision        varchar(32)      not null,
  tokens          integer          not null,
  max_residual    double precision not null,
  median_residual double precision not null,
  record_hash     varchar(64)      not null check (record_hash ~ '^[0-9a-f]{64}$'),
  envelope        text             not null,
  shares          text             not null,
  recorded_at     timestamptz      not null
);
create index runs_of_tenant on runs (tenant, started_at desc, run_id desc);

create table run_blocks (
  run_id uuid    not null references runs,
  pass   integer not null,
  hash   bytea   not null references blocks,
  primary key (run_id, pass)
);

-- Text, only of tenants that opted in. The one table of runs from which rows may be deleted.
create table run_contents (
  run_id  uuid primary key references runs,
  content text not null
);

-- Blocks that were refused because they do not add up. An alarm is open until it is acknowledged.
create table alarms (
  id           uuid             primary key,
  run_id       uuid             not null,
  pass         integer          not null,
  block_hash   bytea            not null unique check (octet_length(block_hash) = 32),
  max_residual double precision not null,
  raised_at    timestamptz      not null
);
create table alarm_acknowledgements (
  alarm_id        uuid        primary key references alarms,
  acknowledged_at timestamptz not null
);

-- What is recorded stays as it was recorded.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is insert-only: % refused', tg_table_name, tg_op
    using errcode = 'insufficient_privilege';
end
$$;

create trigger insert_only before update or delete or truncate on blocks
  for each statement execute function refuse_change();
create trigger insert_only before update or delete or truncate on runs
  for each statement execute function refuse_change();
create trigger insert_only before update or delete or truncate on run_blocks
  for each statement execute function refuse_change();
create trigger insert_only before update or delete or truncate on alarms
  for each statement execute function refuse_change();
create trigger insert_only before update or delete or truncate on alarm_acknowledgements
  for each statement execute function refuse_change();
create trigger no_update before update on run_contents
  for each statement execute function refuse_change();
