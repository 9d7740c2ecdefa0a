-- Up to when the journal's heads have been signed; each row is a statement on Kafka.
create table signed_heads (
    number     bigint primary key,
    through    timestamptz not null,
    signed_at  timestamptz not null,
    heads      int         not null
);
revoke update, delete, truncate on signed_heads from "${runtimeRole}";
