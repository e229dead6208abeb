-- The log holds more than runs: that a run's content was erased, and that a month of runs was
-- dropped, are entries of their own, so that what is gone can be told from what was taken.
alter table log_queue rename column run_id to record_id;
alter table log_queue drop constraint log_queue_run_id_key;
alter table log_queue add column kind varchar(16) not null default 'RUN'
  check (kind in ('RUN', 'ERASURE', 'RETENTION'));
alter table log_queue alter column kind drop default;
alter table log_queue add unique (record_id, kind);

alter table log_entries rename column run_id to record_id;
alter table log_entries drop constraint log_entries_run_id_key;
alter table log_entries add column kind varchar(16) not null default 'RUN'
  check (kind in ('RUN', 'ERASURE', 'RETENTION'));
alter table log_entries alter column kind drop default;
alter table log_entries add unique (record_id, kind);

-- What was erased: the record is JSON (docs/formats/log-v1.md); its hash is the log's entry.
alter table erasures rename to erasures_v20;
alter table erasures_v20 rename constraint erasures_pkey to erasures_v20_pkey;
create table erasures (
  run_id uuid primary key,
  record text not null
);
insert into erasures (run_id, record)
select e.run_id, json_build_object(
  'version', 1,
  'run_id', e.run_id,
  'record_hash', r.record_hash,
  'tenant', e.tenant,
  'by', e.erased_by,
  'at', to_char(e.erased_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text
from erasures_v20 e join runs r on r.run_id = e.run_id order by e.number;

-- Which months were dropped, in the same way.
create table retentions (
  month  date primary key check (extract(day from month) = 1),
  record text not null
);

create or replace function queue_for_log() returns trigger language plpgsql as $$
begin
  insert into log_queue (kind, record_id) values ('RUN', new.run_id);
  return null;
end
$$;
create function queue_erasure() returns trigger language plpgsql as $$
begin
  insert into log_queue (kind, record_id) values ('ERASURE', new.run_id);
  return null;
end
$$;
create function queue_retention() returns trigger language plpgsql as $$
begin
  insert into log_queue (kind, record_id) values ('RETENTION', first_id(new.month));
  return null;
end
$$;
create trigger queue_for_log after insert on erasures
  for each row execute function queue_erasure();
create trigger queue_for_log after insert on retentions
  for each row execute function queue_retention();
insert into log_queue (kind, record_id)
select 'ERASURE', run_id from erasures_v20 order by number;
drop table erasures_v20;

create trigger insert_only before update or delete or truncate on erasures
  for each statement execute function refuse_change();
create trigger insert_only before update or delete or truncate on retentions
  for each statement execute function refuse_change();

-- Closes a month: its partitions take no more rows, for ever. First step of a retention.
create function seal_month(month date) returns void
  language plpgsql security definer set search_path from current as $$
declare
  parent record;
  part text;
begin
  perform make_month(month);
  for parent in
    select c.relname as name from pg_partitioned_table p join pg_class c on c.oid = p.partrelid
    where c.relnamespace = current_schema()::regnamespace order by c.relname
  loop
    part := parent.name || to_char(month, '_YYYY_MM');
    continue when exists (
      select from pg_constraint where conrelid = part::regclass and conname = 'sealed');
    execute format('alter table %I add constraint sealed check (false) not valid', part);
  end loop;
end
$$;
revoke execute on function seal_month(date) from public;

-- Drops what a closed month holds. Last step of a retention: refused unless the log says so, under
-- a checkpoint that was published. Its empty partitions stay and take no rows.
create function drop_month(gone date) returns void
  language plpgsql security definer set search_path from current as $$
declare
  parent record;
  part text;
begin
  if not exists (
    select from retentions t join log_entries e
      on e.kind = 'RETENTION' and e.record_id = first_id(t.month)
    where t.month = gone and e.index < (select max(size) from log_checkpoints))
  then
    raise exception 'the log does not say that % was dropped', gone
      using errcode = 'insufficient_privilege';
  end if;
  for parent in
    select c.relname as name from pg_partitioned_table p join pg_class c on c.oid = p.partrelid
    where c.relnamespace = current_schema()::regnamespace order by c.relname
  loop
    part := parent.name || to_char(gone, '_YYYY_MM');
    continue when not exists (
      select from pg_constraint
      where conrelid = to_regclass(quote_ident(part)) and conname = 'sealed');
    execute format('drop table %I', part);
    execute format('create table %I partition of %I (constraint retired check (false))'
      || ' for values from (%L) to (%L)',
      part, parent.name, first_id(gone), first_id((gone + interval '1 month')::date));
    perform guard_partition(parent.name::regclass, part::regclass);
  end loop;
  alter table log_queue disable trigger insert_only;
  delete from log_queue where kind = 'RUN' and record_id >= first_id(gone)
    and record_id < first_id((gone + interval '1 month')::date);
  alter table log_queue enable trigger insert_only;
end
$$;
revoke execute on function drop_month(date) from public;
