-- One clock per request. A row is made by whichever fact arrives first; the state is derived from the facts by the aggregate, and by the sweep.
create table clock (
    request              uuid primary key,
    ticket               uuid not null,
    operator             text not null,
    -- what the request says; absent until it has arrived
    ticket_number        text,
    action               text check (action in ('BLOCK', 'UNBLOCK')),
    window_millis        bigint check (window_millis > 0),
    evidence_complete_at timestamptz,
    requested_at         timestamptz,
    -- the policy of the moment the request arrived: a later change does not move a running clock
    clock_start          text check (clock_start in ('DELIVERED', 'REQUESTED', 'EVIDENCE_COMPLETE')),
    at_risk_share        numeric check (at_risk_share > 0 and at_risk_share <= 1),
    -- what was brought and answered
    delivered_at         timestamptz,
    failed_channels      text[] not null default '{}',
    acknowledged_at      timestamptz,
    confirmed_at         timestamptz,
    declined_at          timestamptz,
    -- what follows from it
    state                text not null default 'AWAITING_START' check (state in
        ('AWAITING_START', 'RUNNING', 'AT_RISK', 'BREACHED', 'MET', 'MET_LATE', 'DECLINED', 'RETRACTED')),
    started_at           timestamptz,
    at_risk_at           timestamptz,
    due_at               timestamptz,
    breached_at          timestamptz,
    retraction           text check (retraction in ('CONFIRMED_IN_TIME', 'DECLINED_IN_TIME')),

    constraint request_complete check (requested_at is null
        or num_nulls(ticket_number, action, window_millis, clock_start, at_risk_share) = 0),
    constraint starts_only_when_known check ((state = 'AWAITING_START') = (started_at is null)
        and (started_at is null) = (due_at is null) and (started_at is null) = (at_risk_at is null)
        and (started_at is null or requested_at is not null)),
    constraint due_follows_start check (started_at <= at_risk_at and at_risk_at <= due_at),
    constraint breach_has_its_moment check (
        (state in ('BREACHED', 'MET_LATE', 'RETRACTED')) = (breached_at is not null)),
    constraint met_is_confirmed check (state not in ('MET', 'MET_LATE') or confirmed_at is not null),
    constraint declined_is_declined check (state <> 'DECLINED' or declined_at is not null),
    constraint retraction_has_its_reason check ((state = 'RETRACTED') = (retraction is not null))
);

-- The sweep's: what is still unanswered, by the moment it falls due.
create index clock_falls_due on clock (due_at)
    where state = 'AT_RISK' and confirmed_at is null and declined_at is null;
create index clock_falls_at_risk on clock (at_risk_at)
    where state = 'RUNNING' and confirmed_at is null and declined_at is null;
-- Answered before any delivery was reported: a handful at most.
create index clock_answered_undelivered on clock (least(confirmed_at, declined_at))
    where state in ('RUNNING', 'AT_RISK') and (confirmed_at is not null or declined_at is not null);

-- The readers'.
create index clock_open on clock (request) where state in ('AWAITING_START', 'RUNNING', 'AT_RISK');
create index clock_breached on clock (breached_at, request) where state in ('BREACHED', 'MET_LATE');
create index clock_standing on clock (operator, state) where state in ('AWAITING_START', 'RUNNING', 'AT_RISK', 'BREACHED');
create index clock_by_operator on clock (operator, request);
create index clock_by_ticket on clock (ticket);
create index clock_by_request_time on clock (requested_at, operator);
create index clock_by_operator_and_request_time on clock (operator, requested_at);
