-- What is recorded beside the log, numbered without gaps in the order of commits: a row that is taken
-- away is missed. V71 seals and numbers what was recorded before.
create table journal (
  number bigint       primary key check (number >= 0),
  kind   varchar(16)  not null,
  id     uuid         not null,
  detail varchar(100) not null,
  seal   bytea        not null
);
create trigger insert_only before update or delete or truncate on journal
  for each statement execute function refuse_change();

alter table alarms add column seal bytea;
alter table alarm_acknowledgements add column seal bytea;
alter table royalty_receipts add column seal bytea;
