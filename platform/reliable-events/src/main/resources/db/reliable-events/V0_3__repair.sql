-- A dead letter keeps its identity wherever a copy of it turns up: its event's id, or its place on the topic.
alter table set_aside
    add column event_id uuid,
    add column tries    int not null default 0;
comment on column set_aside.tries is 'how often it could not be handled; 0 for what only waits for an earlier version';
update set_aside set tries = 1 where state = 'DEAD';
alter table set_aside
    add column identity text generated always as (coalesce(event_id::text, record_partition::text || ':' || record_offset::text)) stored,
    drop constraint set_aside_topic_record_partition_record_offset_value_digest_key,
    add unique (topic, identity, value_digest);
create index set_aside_dead_events on set_aside (event_id) where state = 'DEAD';

-- Dead letters that left the shelf: handled after all, or dropped by a person. A copy that comes later changes nothing.
create table settled (
    topic        text        not null,
    identity     text        not null,
    value_digest bytea       not null,
    dead_letter  uuid        not null,
    subject      text,
    version      bigint,
    outcome      text        not null check (outcome in ('HANDLED', 'DROPPED')),
    reason       text        not null,
    settled_by   text        not null default session_user,
    settled_at   timestamptz not null default transaction_timestamp(),
    primary key (topic, identity, value_digest)
);
create index settled_dead_letter on settled (dead_letter);
revoke update, delete, truncate on settled from "${runtimeRole}";

-- Where each partition is read next, written with what was read: a database restored from a backup brings its own place along.
create table bookmark (
    topic            text   not null,
    record_partition int    not null,
    next_offset      bigint not null,
    leader_epoch     int,
    primary key (topic, record_partition)
);
