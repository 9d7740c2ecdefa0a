-- What happened to a ticket that decides whom it waits for, in the ticket's own order. Tickets of before have no clock.
create table ticket_clock (
    ticket        uuid primary key,
    ticket_number text,
    awaited       text not null check (awaited in ('OPERATOR_NAME', 'ANSWER', 'REROUTE', 'SECOND_APPROVAL', 'NOTHING')),
    since         timestamptz not null,
    -- of whom an answer is awaited
    request       uuid,

    constraint answer_is_to_a_request check ((awaited = 'ANSWER') = (request is not null))
);
create table ticket_step (
    ticket               uuid not null references ticket_clock,
    place                int not null,
    kind                 text not null check (kind in
        ('OPENED', 'ASKED', 'DECLINED', 'BLOCKED', 'UNBLOCKED', 'WITHDRAWN', 'RELEASE_PROPOSED', 'RELEASE_REFUSED', 'CLOSED')),
    at                   timestamptz not null,
    request              uuid,
    operator             text,
    evidence_complete_at timestamptz,

    primary key (ticket, place),
    constraint asked_of_somebody check (kind <> 'ASKED' or num_nulls(request, operator) = 0)
);

-- What waits for the regulator, by how long it has.
create index ticket_clock_waits on ticket_clock (since, ticket) where awaited in ('OPERATOR_NAME', 'REROUTE', 'SECOND_APPROVAL');
