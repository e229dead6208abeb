-- Runs in the order they were recorded. The trigger keeps it, so no way in goes around the log.
create table log_queue (
  position bigint generated always as identity primary key,
  run_id   uuid   not null unique
);

create function queue_for_log() returns trigger language plpgsql as $$
begin
  insert into log_queue (run_id) values (new.run_id);
  return null;
end
$$;
create trigger queue_for_log after insert on runs for each row execute function queue_for_log();

insert into log_queue (run_id) select run_id from runs order by recorded_at, run_id;

-- The log's leaves: one a run, for ever. No foreign key: an entry outlives its run's partition.
create table log_entries (
  index         bigint      primary key check (index >= 0),
  run_id        uuid        not null unique,
  record_hash   bytea       not null check (octet_length(record_hash) = 32),
  sequenced_at  timestamptz not null
);

-- Every checkpoint that was ever published, in that order.
create table log_checkpoints (
  number       bigint      primary key check (number >= 0),
  size         bigint      not null check (size >= 0),
  note         text        not null,
  published_at timestamptz not null
);
create table log_cosignatures (
  number      bigint      not null references log_checkpoints,
  line        text        not null,
  received_at timestamptz not null,
  primary key (number, line)
);

create trigger insert_only before update or delete or truncate on log_queue
  for each statement execute function refuse_change();
create trigger insert_only before update or delete or truncate on log_entries
  for each statement execute function refuse_change();
create trigger insert_only before update or delete or truncate on log_checkpoints
  for each statement execute function refuse_change();
create trigger insert_only before update or delete or truncate on log_cosignatures
  for each statement execute function refuse_change();
