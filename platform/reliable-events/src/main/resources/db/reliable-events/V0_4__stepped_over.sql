-- Records that could not even be read, and that a person had this service step over. What was before them is done with.
create table stepped_over (
    topic            text        not null,
    record_partition int         not null,
    record_offset    bigint      not null,
    reason           text        not null,
    stepped_by       text        not null default session_user,
    stepped_at       timestamptz not null default transaction_timestamp(),
    primary key (topic, record_partition, record_offset)
);
revoke update, delete, truncate on stepped_over from "${runtimeRole}";
