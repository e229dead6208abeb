-- Rights of the role that the service works with, after every migration, so that new tables have
-- them: read and insert. Only an erasure deletes, and only what is derived (analytics_*) changes.
-- Does nothing where the role does not exist, or for a user who may not grant.
do $$
declare
  derived text;
begin
  if not exists (select from pg_roles where rolname = 'glassbox_writer')
    or not pg_has_role(
      (select relowner from pg_class where oid = 'blocks'::regclass), 'usage')
    or current_user = 'glassbox_writer'
  then
    return;
  end if;
  execute format('grant usage on schema %I to glassbox_writer', current_schema());
  execute format('grant select, insert on all tables in schema %I to glassbox_writer',
    current_schema());
  execute format('grant usage on all sequences in schema %I to glassbox_writer',
    current_schema());
  revoke insert on flyway_schema_history from glassbox_writer;
  grant delete on content_keys, contents to glassbox_writer;
  for derived in
    select p.oid::regprocedure::text from pg_proc p
    where p.pronamespace = current_schema()::regnamespace
      and p.proname in ('make_month', 'seal_month', 'drop_month')
  loop
    execute format('grant execute on function %s to glassbox_writer', derived);
  end loop;
  for derived in
    select tablename from pg_tables
    where schemaname = current_schema() and tablename like 'analytics\_%'
  loop
    execute format('grant update, delete on %I to glassbox_writer', derived);
  end loop;
end
$$;
