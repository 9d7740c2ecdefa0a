-- What an operator was asked, and what it answered. Every change is said in the journal, in the same transaction.
create table operator_request (
    id                 uuid primary key,
    ticket             uuid        not null,
    ticket_number      text        not null,
    operator           text        not null check (operator ~ '^[A-Z][A-Z0-9]{1,19}$'),
    action             text        not null check (action in ('BLOCK', 'UNBLOCK')),
    number             text        not null check (number ~ '^\+628[0-9]{7,11}$'),
    category           text,
    requested_at       timestamptz not null,
    due_at             timestamptz not null,
    state              text        not null check (state in ('PENDING', 'ACKNOWLEDGED', 'CONFIRMED', 'DECLINED')),
    acknowledged_at    timestamptz,
    answered_at        timestamptz,
    answered_via       text check (answered_via in ('KAFKA', 'REST')),
    done_at            timestamptz,
    network_reference  text,
    decline_reason     text,
    suggested_operator text check (suggested_operator ~ '^[A-Z][A-Z0-9]{1,19}$'),
    note               text,
    -- W3C trace context of the report that led here: the deliveries carry it on
    trace_parent       text,
    constraint an_acknowledgement_has_a_time check (state <> 'ACKNOWLEDGED' or acknowledged_at is not null),
    constraint an_answer_has_a_time_and_a_way
        check ((state in ('CONFIRMED', 'DECLINED')) = (answered_at is not null)
            and (answered_at is null) = (answered_via is null)),
    constraint a_confirmation_says_when check ((state = 'CONFIRMED') = (done_at is not null)),
    constraint a_decline_has_a_reason check ((state = 'DECLINED') = (decline_reason is not null)),
    constraint only_a_block_can_be_declined check (state <> 'DECLINED' or action = 'BLOCK')
);

-- An operator's list, oldest first (ids are UUIDv7), and the part of it that waits for an answer.
create index request_of_operator on operator_request (operator, id);
create index request_awaiting_answer on operator_request (operator, id) where state in ('PENDING', 'ACKNOWLEDGED');
