-- Rollups of recorded runs. Derived, so they may be updated: everything here but the receipts can
-- be thrown away and counted again from the runs.

-- Runs that the rollups do not hold yet. A run enters in the transaction that records it and leaves
-- in the transaction that counts it: once, whatever crashes in between.
create table analytics_pending (
  seq    bigint generated always as identity primary key,
  run_id uuid not null
);

create function analytics_enqueue() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into analytics_pending (run_id) values (new.run_id);
  return null;
end
$$;
create trigger analytics_enqueue after insert on runs
  for each row execute function analytics_enqueue();

insert into analytics_pending (run_id) select run_id from runs order by recorded_at;

-- Sums are whole numbers (micro = 1e-6), so that the order of counting changes nothing.
create table analytics_federation_days (
  tenant        varchar(200)     not null,
  day           date             not null,
  federation    varchar(200)     not null,
  runs          bigint           not null,
  answered_runs bigint           not null,
  tokens        bigint           not null,
  csa_runs      bigint           not null,
  csa_micro     bigint           not null,
  chi_runs      bigint           not null,
  chi_micro     bigint           not null,
  max_residual  double precision not null,
  primary key (tenant, day, federation)
);

create table analytics_specialist_days (
  tenant        varchar(200) not null,
  day           date         not null,
  federation    varchar(200) not null,
  specialist    varchar(200) not null,
  runs          bigint       not null,
  mass_micro    bigint       not null,
  led           bigint       not null,
  overruled     bigint       not null,
  overruled_runs bigint      not null,
  majority_runs bigint       not null,
  primary key (tenant, day, federation, specialist)
);

-- Histograms over runs: of a measure, how many runs are in which bin.
create table analytics_histogram_days (
  tenant     varchar(200) not null,
  day        date         not null,
  federation varchar(200) not null,
  measure    varchar(16)  not null,
  bin        integer      not null,
  runs       bigint       not null,
  primary key (tenant, day, federation, measure, bin)
);

create index alarms_by_time on alarms (raised_at);

-- Receipts of royalties: issued once for a fee of a run.
create table royalty_receipts (
  run_id    uuid         not null,
  fee_id    varchar(100) not null,
  tenant    varchar(200) not null,
  fee       bigint       not null check (fee > 0),
  currency  char(3)      not null,
  issued_at timestamptz  not null,
  receipt   text         not null,
  primary key (run_id, fee_id)
);
create trigger insert_only before update or delete or truncate on royalty_receipts
  for each statement execute function refuse_change();
