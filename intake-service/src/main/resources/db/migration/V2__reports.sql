create sequence case_count;

create table report (
    id             uuid primary key references case_key,
    case_number    text        not null unique,
    kind           text        not null check (kind in ('COMPLAINT', 'INFORMATION')),
    channel        text        not null,
    category       text        not null,
    suspect_kind   text,
    suspect_number text,
    occurred_at    timestamptz not null,
    money_lost     boolean     not null,
    narrative      bytea       not null,
    language       text        not null check (language in ('ID', 'EN')),
    state          text        not null,
    submitted_at   timestamptz not null,
    last_message   bigint      not null,
    ticket_number  text,
    deadline       timestamptz,
    ticket_end     text,
    check ((suspect_kind is null) = (suspect_number is null))
);

-- What the reporter is shown of the story; ordered by time, whenever it was learnt.
create table timeline_entry (
    id     uuid primary key,
    report uuid        not null references report,
    at     timestamptz not null,
    step   text        not null,
    detail text
);
create index timeline_entry_by_report on timeline_entry (report, at, id);

-- The conversation: no gaps, no doubles.
create table message (
    id        uuid primary key,
    report    uuid        not null references report,
    sequence  bigint      not null check (sequence > 0),
    author    text        not null check (author in ('REPORTER', 'OFFICER')),
    officer   text,
    client_id text,
    text      bytea       not null,
    at        timestamptz not null,
    unique (report, sequence),
    unique (report, author, client_id),
    check ((author = 'OFFICER') = (officer is not null))
);

-- A row if and only if its blob lies in the store, under the same id.
create table evidence (
    id             uuid primary key,
    case_id        uuid        not null references case_key,
    case_kind      text        not null check (case_kind in ('REPORT', 'APPEAL')),
    sha256         text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    type           text        not null,
    size_bytes     bigint      not null check (size_bytes > 0),
    state          text        not null check (state in ('QUARANTINED', 'CLEAN', 'REFUSED')),
    evidence_check text,
    received_at    timestamptz not null,
    next_check_at  timestamptz,
    unique (case_id, sha256),
    check ((state = 'CLEAN') = (evidence_check is not null)),
    check ((state = 'QUARANTINED') = (next_check_at is not null))
);
create index evidence_unchecked on evidence (next_check_at) where state = 'QUARANTINED';
