-- A browser that has shown a receipt: for a while its cookie opens the case in the receipt's stead.
create table browser_session (
    token_hash bytea primary key,
    case_id    uuid        not null references case_key,
    kind       text        not null check (kind in ('REPORT', 'APPEAL')),
    expires_at timestamptz not null
);
create index browser_session_by_end on browser_session (expires_at);

-- What an address has used of what it may do within a window; addresses as keyed hashes.
create table allowance (
    what         text        not null,
    address      bytea       not null,
    window_start timestamptz not null,
    used         int         not null,
    primary key (what, address, window_start)
);
create index allowance_by_age on allowance (window_start);

-- Proofs of work that were handed in; each is good for one report.
create table spent_proof (
    challenge text primary key,
    spent_at  timestamptz not null default now()
);

-- What is known of a number.
create index report_by_suspect on report (suspect_number) where suspect_number is not null;
