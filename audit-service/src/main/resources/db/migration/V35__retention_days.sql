-- The days (UTC, comma between) on which runs of a dropped month had begun: their rollups cannot be
-- counted again.
alter table retentions add column days text not null default '';
alter table retentions alter column days drop default;
