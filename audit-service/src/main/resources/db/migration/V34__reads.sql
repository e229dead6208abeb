-- Who read what of the audit, when and for what purpose. In monthly partitions by the read's id, and
-- kept as long as the runs of that month.
create table audit_reads (
  id      uuid         primary key,
  tenant  varchar(200) not null,
  reader  varchar(200) not null,
  kind    varchar(32)  not null,
  run_id  uuid,
  detail  varchar(400) not null,
  purpose varchar(200),
  read_at timestamptz  not null,
  seal    bytea        not null
) partition by range (id);
create index audit_reads_of_tenant on audit_reads (tenant, id desc);
create trigger insert_only before update or delete or truncate on audit_reads
  for each statement execute function refuse_change();
create table audit_reads_undated partition of audit_reads default;
do $$
begin
  perform guard_partition('audit_reads'::regclass, 'audit_reads_undated'::regclass);
  perform make_month((date_trunc('month', now() at time zone 'UTC') + n * interval '1 month')::date)
  from generate_series(0, 2) as n;
end
$$;
