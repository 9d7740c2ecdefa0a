-- A number to be blocked. One row in force per number; every change is said in the journal, in the same transaction.
create table ticket (
    id                   uuid primary key,
    ticket_number        text        not null unique check (ticket_number ~ '^SGP-[0-9]{4}-[0-9]{6,}$'),
    number               text        not null check (number ~ '^\+628[0-9]{7,11}$'),
    state                text        not null check (state in ('OPENED', 'BLOCK_REQUESTED', 'ACKNOWLEDGED', 'DECLINED', 'BLOCKED',
                                                               'UNBLOCK_REQUESTED', 'UNBLOCKED', 'CLOSED')),
    operator             text check (operator ~ '^[A-Z][A-Z0-9]{1,19}$'),
    category             text        not null,
    channel              text        not null,
    evidence_complete_at timestamptz not null,
    opened_at            timestamptz not null,
    current_request      uuid,
    due_at               timestamptz,
    blocked_at           timestamptz,
    unblocked_at         timestamptz,
    closed_at            timestamptz,
    outcome              text check (outcome in ('UNBLOCKED', 'NOT_BLOCKED', 'RELEASED')),
    -- how many events the ticket has said: the version of its last journal entry
    version              bigint      not null check (version > 0),
    constraint operator_is_named_before_it_is_asked check (operator is not null or state in ('OPENED', 'CLOSED')),
    constraint a_request_is_out_while_an_answer_is_awaited
        check ((current_request is not null) = (state in ('BLOCK_REQUESTED', 'ACKNOWLEDGED', 'UNBLOCK_REQUESTED'))
            and (current_request is null) = (due_at is null)),
    constraint an_end_has_an_outcome
        check ((state in ('UNBLOCKED', 'CLOSED')) = (outcome is not null) and (outcome is null) = (closed_at is null))
);

create unique index one_open_ticket_per_number on ticket (number) where state not in ('UNBLOCKED', 'CLOSED');

-- The lists of the help desk: newest first (ids are UUIDv7), by any of the filters.
create index ticket_by_state on ticket (state, id desc);
create index ticket_by_operator on ticket (operator, id desc);
create index ticket_by_operator_and_state on ticket (operator, state, id desc);
create index ticket_by_number on ticket (number, id desc);

-- The verified reports a ticket rests on; one that was taken out again keeps its row.
create table ticket_report (
    ticket      uuid        not null references ticket,
    report      uuid        not null,
    verified_at timestamptz not null,
    joined_at   timestamptz not null,
    left_at     timestamptz,
    primary key (ticket, report)
);

-- What operators were asked, and what became of it.
create table operator_request (
    id                 uuid primary key,
    ticket             uuid        not null references ticket,
    operator           text        not null check (operator ~ '^[A-Z][A-Z0-9]{1,19}$'),
    action             text        not null check (action in ('BLOCK', 'UNBLOCK')),
    state              text        not null check (state in ('PENDING', 'ACKNOWLEDGED', 'CONFIRMED', 'DECLINED', 'WITHDRAWN')),
    appeal             uuid,
    requested_at       timestamptz not null,
    due_at             timestamptz not null check (due_at > requested_at),
    acknowledged_at    timestamptz,
    answered_at        timestamptz,
    network_reference  text,
    decline_reason     text,
    suggested_operator text check (suggested_operator ~ '^[A-Z][A-Z0-9]{1,19}$'),
    note               text,
    constraint unblocking_rests_on_an_appeal check ((action = 'UNBLOCK') = (appeal is not null)),
    constraint a_decline_has_a_reason check ((state = 'DECLINED') = (decline_reason is not null))
);
create index operator_request_of_ticket on operator_request (ticket, requested_at);
-- deferred: a ticket and its first request are written together
alter table ticket add constraint the_current_request_exists
    foreign key (current_request) references operator_request deferrable initially deferred;

-- The last ticket number given in each year. A row, not a sequence: the numbers have no gaps, so nobody has to explain a missing one.
create table ticket_number_given (
    year int primary key check (year between 2000 and 9999),
    last int not null check (last > 0)
);
