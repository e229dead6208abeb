-- Runs, their blocks and their content in monthly partitions. The month is that of the run's id: a
-- UUIDv7 has the milliseconds since 1970 in its first 48 bits, so a range of ids is a range of time,
-- and a run, sent twice, meets its first record in the same partition. Ids without a time (of any
-- other version) are in the partitions "undated", which no retention touches.

-- The first id that a month can have.
create function first_id(month date) returns uuid language sql immutable strict parallel safe
return rpad(lpad(to_hex((extract(epoch from month) * 1000)::bigint), 12, '0'), 32, '0')::uuid;

-- The month of an id's time.
create function month_of(id uuid) returns date language sql immutable strict parallel safe
return date_trunc('month', timestamp 'epoch' + interval '1 millisecond'
  * ('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint)::date;

-- Guards a partition as its table is guarded: triggers of statements are not inherited.
create function guard_partition(parent regclass, part regclass) returns void
  language plpgsql as $$
declare
  guard record;
begin
  for guard in
    select tgname, pg_get_triggerdef(oid) as definition from pg_trigger
    where tgrelid = parent and not tgisinternal and tgtype & 1 = 0
      and not exists (
        select from pg_trigger mine where mine.tgrelid = part and mine.tgname = pg_trigger.tgname)
  loop
    execute regexp_replace(guard.definition, ' ON \S+ ', format(' ON %s ', part));
  end loop;
end
$$;

-- Makes a month's partitions of every partitioned table, unless they are there. What came before
-- its month and lies among the undated moves over. The service calls this; it may do nothing else
-- to the tables.
create function make_month(month date) returns void
  language plpgsql security definer set search_path from current as $$
declare
  parent record;
  part text;
  early boolean;
begin
  if month <> date_trunc('month', month) then
    raise exception '% is not the first day of a month', month;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('glassbox/months', 0));
  for parent in
    select c.relname as name, a.attname as id from pg_partitioned_table p
    join pg_class c on c.oid = p.partrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = p.partattrs[0]
    where c.relnamespace = current_schema()::regnamespace order by c.relname
  loop
    part := parent.name || to_char(month, '_YYYY_MM');
    continue when to_regclass(quote_ident(part)) is not null;
    execute format('create table %I (like %I including all)', part, parent.name);
    execute format('select exists (select from %I where %I >= %L and %2$I < %4$L)',
      parent.name || '_undated', parent.id, first_id(month),
      first_id((month + interval '1 month')::date)) into early;
    if early then
      execute format('alter table %I disable trigger user', parent.name || '_undated');
      execute format('with early as (delete from %I where %I >= %L and %2$I < %4$L returning *)'
        || ' insert into %5$I select * from early',
        parent.name || '_undated', parent.id, first_id(month),
        first_id((month + interval '1 month')::date), part);
      execute format('alter table %I enable trigger user', parent.name || '_undated');
    end if;
    execute format('alter table %I attach partition %I for values from (%L) to (%L)',
      parent.name, part, first_id(month), first_id((month + interval '1 month')::date));
    perform guard_partition(parent.name::regclass, part::regclass);
  end loop;
end
$$;
revoke execute on function make_month(date) from public;

do $$
declare
  name text;
begin
  foreach name in array array['runs', 'blocks', 'run_blocks', 'contents', 'content_keys'] loop
    execute format('alter table %I rename to %I', name, name || '_v20');
    execute format('alter table %I rename constraint %I to %I',
      name || '_v20', name || '_pkey', name || '_v20_pkey');
    execute format('create table %I (like %I including defaults including constraints'
      || ' including storage) partition by range (run_id)', name, name || '_v20');
    execute format('create table %I partition of %I default', name || '_undated', name);
  end loop;
end
$$;

alter table runs add primary key (run_id);
-- A block's bytes, and so its hash, say which run it is of.
alter table blocks add primary key (run_id, hash);
alter table run_blocks add primary key (run_id, pass);
alter table contents add primary key (run_id, part);
alter table content_keys add primary key (run_id);
-- Nobody asked for it, and nothing could tell whether it was changed.
alter table content_keys drop column made_at;

select make_month(month) from (
  select month_of(run_id) as month from runs_v20 where substr(run_id::text, 15, 1) = '7'
  union
  select month_of(run_id) from blocks_v20 where substr(run_id::text, 15, 1) = '7'
  union
  select (date_trunc('month', now() at time zone 'UTC') + n * interval '1 month')::date
  from generate_series(0, 2) as n
) as months
where month between date '2020-01-01' and now() + interval '3 months';

insert into runs select * from runs_v20;
insert into blocks select * from blocks_v20;
insert into run_blocks select * from run_blocks_v20;
insert into contents select * from contents_v20;
insert into content_keys (run_id, wrapped) select run_id, wrapped from content_keys_v20;
drop table run_blocks_v20, runs_v20, blocks_v20, contents_v20, content_keys_v20;

create index runs_of_tenant on runs (tenant, started_at desc, run_id desc);

create trigger queue_for_log after insert on runs
  for each row execute function queue_for_log();
create trigger analytics_enqueue after insert on runs
  for each row execute function analytics_enqueue();
create trigger insert_only before update or delete or truncate on blocks
  for each statement execute function refuse_change();
create trigger insert_only before update or delete or truncate on runs
  for each statement execute function refuse_change();
create trigger insert_only before update or delete or truncate on run_blocks
  for each statement execute function refuse_change();
create trigger no_update before update or truncate on content_keys
  for each statement execute function refuse_change();
create trigger no_update before update or truncate on contents
  for each statement execute function refuse_change();
select guard_partition(inhparent::regclass, inhrelid::regclass)
from pg_inherits join pg_partitioned_table on partrelid = inhparent
join pg_class c on c.oid = inhrelid
where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace;
