-- The role that the audit service works with, made by the owner before each start of audit; its
-- rights come with the migrations (afterMigrate.sql). Read by psql:
--   GLASSBOX_POSTGRES_WRITER_PASSWORD=... psql --set=ON_ERROR_STOP=1 --file=roles.sql
\getenv password GLASSBOX_POSTGRES_WRITER_PASSWORD
select 'create role glassbox_writer login'
  where not exists (select from pg_roles where rolname = 'glassbox_writer') \gexec
alter role glassbox_writer password :'password';
