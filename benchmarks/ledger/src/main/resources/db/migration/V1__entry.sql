-- The state that an event tells of.
create table entry (
    subject uuid        primary key,
    changes bigint      not null,
    changed timestamptz not null
);
