-- A number's owner asks for it to be unblocked. Who the owner is stays in the vault.
create table appeal (
    appeal        uuid primary key,
    version       bigint      not null,
    appeal_number text        not null,
    number        text        not null check (number ~ '^\+628[0-9]{7,11}$'),
    submitted_at  timestamptz not null,
    state         text        not null check (state in ('SUBMITTED', 'UPHELD', 'DISMISSED')),
    dismissal     text,
    decided_by    text,
    decided_at    timestamptz,

    constraint dismissed_for_a_reason check ((state = 'DISMISSED') = (dismissal is not null)),
    constraint decided_by_somebody check ((state = 'SUBMITTED') = (decided_by is null and decided_at is null))
);
create index appeal_by_state on appeal (state, submitted_at, appeal);
create index appeal_by_age on appeal (submitted_at, appeal);

create table appeal_evidence (
    appeal   uuid not null references appeal,
    evidence uuid not null,
    sha256   text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    primary key (appeal, evidence)
);
