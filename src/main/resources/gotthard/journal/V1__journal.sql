-- One row a run: how far its journal reaches, so that a removed end is seen.
create table run (
    number bigint not null,
    run text not null primary key,
    last bigint not null,
    chain bytea not null
);

-- Bodies are leaves of a Merkle tree and are never rewritten.
create table event (
    run text not null,
    seq bigint not null,
    kind text not null,
    body bytea not null,
    chain bytea not null,
    primary key (run, seq)
);

-- The words of an event; erased ones keep their row. coding: 0 plain, 1 deflated, 2 erased.
create table blob (
    run text not null,
    seq bigint not null,
    salt bytea not null,
    coding bigint not null,
    content bytea not null,
    primary key (run, seq)
);

create table lease (
    run text not null primary key,
    fence bigint not null,
    holder text not null
);

create table inbox (
    item bigint not null primary key,
    run text not null,
    request bytea not null
);

create table progress (
    run text not null,
    step text not null,
    progress bytea not null,
    primary key (run, step)
);

create table journal_version (
    version bigint not null
);

insert into journal_version (version) values (1);
