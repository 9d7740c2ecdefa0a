-- A file on its way in, in parts. Its name is not kept; what was said of its type is sealed.
create table partial_upload (
    id         uuid primary key,
    case_id    uuid        not null references case_key,
    case_kind  text        not null check (case_kind in ('REPORT', 'APPEAL')),
    declared   bytea       not null,
    length     bigint      not null check (length > 0),
    received   bigint      not null check (received between 0 and length),
    parts      int         not null,
    evidence   uuid,
    expires_at timestamptz not null,
    check (evidence is null or received = length)
);
create index partial_upload_by_case on partial_upload (case_id);
create index partial_upload_by_end on partial_upload (expires_at);

-- A row if and only if its blob lies in the store, under the same id.
create table upload_part (
    id     uuid primary key,
    upload uuid   not null references partial_upload on delete cascade,
    start  bigint not null check (start >= 0),
    length bigint not null check (length > 0),
    unique (upload, start)
);

-- How far each side has read a conversation.
create table read_mark (
    report   uuid   not null references report,
    reader   text   not null check (reader in ('REPORTER', 'OFFICER')),
    sequence bigint not null check (sequence > 0),
    primary key (report, reader)
);
