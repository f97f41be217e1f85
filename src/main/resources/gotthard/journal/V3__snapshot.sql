-- Where a run stood at one of its entries: a cache, never believed over the entries, and free to be removed. It is used only by the
-- version that made it. coding is that of blobs.
create table snapshot (
    run text not null primary key,
    seq bigint not null,
    chain bytea not null,
    maker text not null,
    digest bytea not null,
    coding bigint not null,
    content bytea not null
);

insert into journal_version (version) values (3);
