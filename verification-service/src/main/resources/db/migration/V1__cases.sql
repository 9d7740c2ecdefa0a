-- A report on the help desk. No personal data: ids, hashes, the reported number.
create table verification_case (
    report                       uuid primary key,
    version                      bigint      not null,
    case_number                  text        not null,
    kind                         text        not null,
    channel                      text        not null,
    category                     text        not null,
    suspect_kind                 text,
    suspect_number               text,
    occurred_at                  timestamptz not null,
    money_lost                   boolean     not null,
    language                     text        not null,
    submitted_at                 timestamptz not null,
    -- place in the queue: 0 money lost, 1 several reports of the number, 2 normal
    priority                     smallint    not null check (priority between 0 and 2),
    state                        text        not null check (state in ('WAITING', 'CLAIMED', 'AWAITING_EVIDENCE',
                                     'AWAITING_SECOND_APPROVAL', 'VERIFIED', 'REJECTED', 'ANSWERED', 'WITHDRAWN')),
    claimed_by                   text,
    claimed_until                timestamptz,
    asked_for                    text[]      not null default '{}',
    evidence_pieces              int         not null default 0,
    unread_messages              int         not null default 0,
    last_activity_at             timestamptz not null,
    finding_number               text check (finding_number ~ '^\+628[0-9]{7,11}$'),
    finding_category             text,
    finding_operator             text,
    finding_evidence             uuid[],
    finding_evidence_complete_at timestamptz,
    finding_decided_by           text,
    approved_by                  text,
    rejection                    text,
    answer                       text,
    closed_by                    text,
    closed_at                    timestamptz,

    constraint somebody_has_it check ((state in ('CLAIMED', 'AWAITING_EVIDENCE', 'AWAITING_SECOND_APPROVAL'))
        = (claimed_by is not null and claimed_until is not null)),
    -- no block without a decision by an officer over evidence
    constraint verified_over_evidence check (state not in ('VERIFIED', 'AWAITING_SECOND_APPROVAL')
        or finding_number is not null and finding_decided_by is not null and cardinality(finding_evidence) > 0),
    constraint approved_by_another check (approved_by is null or approved_by <> finding_decided_by),
    constraint rejected_for_a_reason check ((state = 'REJECTED') = (rejection is not null)),
    constraint answered_somehow check ((state = 'ANSWERED') = (answer is not null)),
    constraint closed_by_somebody check ((state in ('VERIFIED', 'REJECTED', 'ANSWERED', 'WITHDRAWN'))
        = (closed_by is not null and closed_at is not null))
);

-- The queue, page by page: one state, or all that are open.
create index case_by_state on verification_case (state, priority, submitted_at, report);
create index case_open on verification_case (priority, submitted_at, report)
    where state in ('WAITING', 'CLAIMED', 'AWAITING_EVIDENCE', 'AWAITING_SECOND_APPROVAL');
create index case_by_suspect on verification_case (suspect_number) where suspect_number is not null;
-- Who decided on a number: asked when its owner appeals.
create index case_by_finding on verification_case (finding_number) where state = 'VERIFIED';

-- What was found clean; the bytes stay in the vault.
create table case_evidence (
    report      uuid        not null references verification_case,
    evidence    uuid        not null,
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    media_type  text        not null,
    size_bytes  bigint      not null,
    checked_as  text        not null,
    attached_at timestamptz not null,
    primary key (report, evidence)
);

-- How many reports there are of a number, those taken back not counted.
create table reported_number (
    number  text primary key,
    reports int  not null check (reports >= 0)
);
