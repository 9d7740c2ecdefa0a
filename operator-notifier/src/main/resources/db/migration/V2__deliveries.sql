-- One row per request and channel: what is to be brought to an operator, and how that went.
create table delivery (
    id              uuid primary key,
    -- requests of one number are brought in the order in which they were asked for
    place           bigint      not null generated always as identity,
    request         uuid        not null references operator_request,
    channel         text        not null check (channel in ('KAFKA', 'EMAIL')),
    -- the request's own, so that the next one of a lane is found by index
    operator        text        not null,
    number          text        not null,
    state           text        not null check (state in ('PENDING', 'RETRYING', 'DELIVERED', 'FAILED')),
    attempts        int         not null default 0 check (attempts >= 0),
    queued_at       timestamptz not null,
    -- when it may be taken; a worker that takes it moves this past the end of its lease
    next_attempt_at timestamptz not null,
    delivered_at    timestamptz,
    last_error      text,
    unique (request, channel),
    constraint a_delivery_has_a_time check ((state = 'DELIVERED') = (delivered_at is not null)),
    constraint a_failure_has_a_reason check (state not in ('RETRYING', 'FAILED') or last_error is not null)
);

create index delivery_due on delivery (operator, channel, next_attempt_at) where state in ('PENDING', 'RETRYING');
create index delivery_in_order on delivery (operator, channel, number, place) where state in ('PENDING', 'RETRYING');
create index delivery_by_state on delivery (state, id);
-- A queue churns: vacuum by count, not by share.
alter table delivery set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
