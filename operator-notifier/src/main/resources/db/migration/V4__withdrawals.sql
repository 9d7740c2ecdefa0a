-- A request may be withdrawn: no answer is awaited any more, and whoever it was brought to is told.
alter table operator_request
    add column withdrawn_at timestamptz,
    -- the latest block that is no answer any more, said as a fact once
    add column late_block_at timestamptz,
    drop constraint operator_request_state_check,
    add constraint operator_request_state_check
        check (state in ('PENDING', 'ACKNOWLEDGED', 'CONFIRMED', 'DECLINED', 'WITHDRAWN')),
    add constraint a_withdrawal_has_a_time check ((state = 'WITHDRAWN') = (withdrawn_at is not null)),
    add constraint only_what_has_ended_comes_late
        check (late_block_at is null or action = 'BLOCK' and state not in ('PENDING', 'ACKNOWLEDGED'));

-- Whether, and when, an operator was last asked to lift the block of a number.
create index unblock_of_number on operator_request (operator, number, requested_at) where action = 'UNBLOCK';

-- What was withdrawn before it was heard of.
create table withdrawn_unheard (
    request      uuid primary key,
    withdrawn_at timestamptz not null
);

-- By each channel a request is brought, and its withdrawal if it may have been brought before.
alter table delivery
    add column matter text not null default 'REQUEST' check (matter in ('REQUEST', 'WITHDRAWAL')),
    drop constraint delivery_state_check,
    add constraint delivery_state_check
        check (state in ('PENDING', 'RETRYING', 'DELIVERED', 'FAILED', 'CANCELLED')),
    drop constraint delivery_request_channel_key,
    add constraint one_delivery_of_each unique (request, channel, matter);

-- What is answered needs no bringing.
update delivery d set state = 'CANCELLED'
from operator_request r
where r.id = d.request and d.state in ('PENDING', 'RETRYING') and r.state in ('CONFIRMED', 'DECLINED');
