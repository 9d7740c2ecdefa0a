-- A key per case, sealed by the master key. Erasing a case is destroying its key; that there was one stays known.
create table case_key (
    case_id      uuid primary key,
    fields       bytea,
    files        bytea,
    created_at   timestamptz not null,
    destroyed_at timestamptz,
    check ((destroyed_at is null) = (fields is not null)),
    check ((destroyed_at is null) = (files is not null))
);

-- Who reports or appeals: name, e-mail and mobile, sealed.
create table person (
    case_id uuid primary key references case_key,
    sealed  bytea not null
);

-- Who has read what of whom. Append-only, as the journal.
create table access_log (
    id      uuid primary key,
    case_id uuid        not null references case_key,
    what    text        not null,
    item    uuid,
    who     text        not null,
    at      timestamptz not null
);
create index access_log_by_case on access_log (case_id, id);
revoke update, delete, truncate on access_log from "${runtimeRole}";

-- A receipt code, as its hash.
create table receipt (
    case_id   uuid primary key references case_key,
    code_hash bytea not null unique,
    kind      text  not null check (kind in ('REPORT', 'APPEAL'))
);

-- Wrong codes by keyed hash of the address they came from.
create table wrong_receipt (
    address  bytea       not null,
    tried_at timestamptz not null default now()
);
create index wrong_receipt_by_address on wrong_receipt (address, tried_at);
