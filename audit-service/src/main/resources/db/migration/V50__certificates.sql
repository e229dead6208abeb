-- Rollups of certificates. Derived like those of V20, and counted anew with them.

-- Runs by domain; domain is empty for runs that carry none.
create table analytics_certificate_days (
  tenant         varchar(200) not null,
  day            date         not null,
  federation     varchar(200) not null,
  domain         varchar(32)  not null,
  runs           bigint       not null,
  certified_runs bigint       not null,
  untrusted_runs bigint       not null,
  primary key (tenant, day, federation, domain)
);

-- Tokens by delta. A block stores a delta as one of 256 levels, (level / 255)^2, so that means,
-- percentiles and maxima from here are exact.
create table analytics_delta_days (
  tenant     varchar(200) not null,
  day        date         not null,
  federation varchar(200) not null,
  domain     varchar(32)  not null,
  level      smallint     not null check (level between 0 and 255),
  tokens     bigint       not null,
  primary key (tenant, day, federation, domain, level)
);

-- What was counted before: without domain and certificate.
insert into analytics_certificate_days
select tenant, day, federation, '', runs, 0, 0 from analytics_federation_days;
