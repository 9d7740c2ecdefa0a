-- The journal: what happened, in the words that were said. Audit trail, outbox and replay source in one; append-only.
create table journal (
    subject       text        not null,
    version       bigint      not null check (version > 0),
    id            uuid        not null unique,
    topic         text        not null,
    type          text        not null,
    occurred_at   timestamptz not null,
    recorded_at   timestamptz not null default transaction_timestamp(),
    actor         text        not null,
    payload       bytea       not null,
    trace_parent  text,
    previous_hash bytea,
    hash          bytea       not null,
    primary key (subject, version),
    check ((version = 1) = (previous_hash is null))
);
create index journal_recorded_at on journal (recorded_at);

-- What Kafka has not acknowledged yet: pointers into the journal, deleted after the acknowledgement.
create table pending (
    shard       smallint    not null,
    subject     text        not null,
    version     bigint      not null,
    recorded_at timestamptz not null default transaction_timestamp(),
    primary key (shard, subject, version)
);
-- A queue churns: vacuum by count, not by share.
alter table pending set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
    autovacuum_vacuum_insert_scale_factor = 0, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 5000);

-- Every event handled, once.
create table inbox (
    event_id    uuid primary key,
    received_at timestamptz not null default transaction_timestamp()
);
create index inbox_received_at on inbox (received_at);

-- How far each aggregate has been followed: ids alone don't stop a reordered event.
create table inbox_position (
    topic   text   not null,
    subject text   not null,
    version bigint not null,
    primary key (topic, subject)
);

-- Records that could not be handled (DEAD), and those of the same key that wait behind one, or behind a gap (WAITING).
create table set_aside (
    id               uuid primary key,
    topic            text        not null,
    record_partition int         not null,
    record_offset    bigint      not null,
    subject          text,
    version          bigint,
    headers          jsonb       not null,
    value            bytea,
    appended_at      timestamptz not null,
    state            text        not null check (state in ('DEAD', 'WAITING')),
    reason           text        not null,
    set_aside_at     timestamptz not null default transaction_timestamp(),
    -- offsets alone are not enough: a broker that lost its tail hands them out again
    value_digest     bytea generated always as (sha256(coalesce(value, ''::bytea))) stored,
    unique (topic, record_partition, record_offset, value_digest)
);
create index set_aside_by_subject on set_aside (topic, subject, version);

-- What was said can't be unsaid: the runtime role reads and appends.
revoke update, delete, truncate on journal from "${runtimeRole}";
