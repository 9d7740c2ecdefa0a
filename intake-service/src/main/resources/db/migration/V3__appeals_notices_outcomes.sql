create sequence appeal_count;

create table appeal (
    id               uuid primary key references case_key,
    appeal_number    text        not null unique,
    number           text        not null,
    statement        bytea       not null,
    language         text        not null check (language in ('ID', 'EN')),
    appellant        text        not null,
    state            text        not null,
    created_at       timestamptz not null,
    submitted_at     timestamptz,
    decided_at       timestamptz,
    dismissal_reason text,
    check ((state = 'DRAFT') = (submitted_at is null))
);

-- Mails to reporters and appellants. No address stands here: it is opened when the mail leaves.
create table notice (
    id              uuid primary key,
    case_id         uuid        not null references case_key,
    notice          text        not null,
    language        text        not null check (language in ('ID', 'EN')),
    case_number     text        not null,
    state           text        not null check (state in ('PENDING', 'SENT', 'FAILED', 'CANCELLED')),
    attempts        int         not null,
    next_attempt_at timestamptz not null,
    last_failure    text,
    created_at      timestamptz not null,
    settled_at      timestamptz,
    check ((state = 'PENDING') = (settled_at is null))
);
create index notice_due on notice (next_attempt_at) where state = 'PENDING';
create index notice_failed on notice (created_at) where state = 'FAILED';

-- The tickets that reports are part of, as heard from sigap.tickets.
create table followed_ticket (
    ticket        uuid primary key,
    ticket_number text not null,
    due_at        timestamptz,
    blocked_at    timestamptz,
    appeal        uuid
);
create table followed_ticket_report (
    ticket uuid not null references followed_ticket,
    report uuid not null,
    primary key (ticket, report)
);
