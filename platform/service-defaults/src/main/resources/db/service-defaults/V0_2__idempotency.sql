-- Answers to requests that create, so that a client that lost one can ask again. Neither the key nor the answer can be read here:
-- the key is hashed and the answer sealed with it.
create table idempotency (
    key_hash     bytea       not null,
    operation    text        not null,
    request_hash bytea       not null,
    answer       bytea,
    created_at   timestamptz not null default transaction_timestamp(),
    primary key (key_hash, operation)
);
create index idempotency_created_at on idempotency (created_at);
