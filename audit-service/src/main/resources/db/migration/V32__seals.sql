-- A seal is a keyed hash over the other columns of its row, or what binds them, made with a key that
-- is not in the database: no column can be changed unseen, derived numbers and times included. V33
-- seals what was recorded before.
alter table runs add column content_kept boolean not null default false;
alter table blocks add column content_kept boolean not null default false;

alter table only runs disable trigger insert_only;
update runs r set content_kept = true
where exists (select from contents c where c.run_id = r.run_id and c.part = 'text')
  or exists (select from erasures e where e.run_id = r.run_id);
alter table only runs enable trigger insert_only;
alter table only blocks disable trigger insert_only;
update blocks b set content_kept = true
where exists (
  select from contents c
  where c.run_id = b.run_id and c.part = 'block:' || encode(b.hash, 'hex'));
alter table only blocks enable trigger insert_only;
alter table runs alter column content_kept drop default;
alter table blocks alter column content_kept drop default;

alter table runs add column seal bytea;
alter table blocks add column seal bytea;
-- Whose run it was, as a keyed hash: once the run is dropped, its tenant and no other is told so.
alter table log_entries add column owner bytea;
alter table log_entries add column seal bytea;
alter table log_checkpoints add column seal bytea;
alter table log_cosignatures add column seal bytea;
alter table erasures add column seal bytea;
alter table retentions add column seal bytea;

-- Master keys that wrapped data keys, by fingerprint; the last is in use. After a rotation every data
-- key is wrapped anew: its row is deleted and written with the new number.
create table content_master_keys (
  number      smallint primary key check (number > 0),
  fingerprint bytea    not null unique check (octet_length(fingerprint) = 16)
);
insert into content_master_keys select 1, fingerprint from content_master_key;
drop table content_master_key;
create trigger insert_only before update or delete or truncate on content_master_keys
  for each statement execute function refuse_change();
alter table content_keys add column master smallint not null default 1;
alter table content_keys alter column master drop default;
