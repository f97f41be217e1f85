-- Till when its holder keeps a run, by the database's clock, in milliseconds since 1970. Where locks of
-- the operating system are the leases, it stays 0.
alter table lease add column until bigint not null default 0;

insert into journal_version (version) values (2);
