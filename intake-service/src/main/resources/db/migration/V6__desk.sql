-- How loud each part of a recording is, sealed: what an officer's page draws its waveform from. Made when first asked for.
create table recording_shape (
    evidence uuid primary key references evidence on delete cascade,
    sealed   bytea not null
);

-- What officers noted of a recording, at a moment of it. Sealed: a note may quote the reporter.
create table recording_note (
    id        uuid primary key,
    evidence  uuid        not null references evidence on delete cascade,
    author    text        not null,
    client_id text        not null,
    at_millis int         not null check (at_millis between 0 and 86400000),
    text      bytea       not null,
    at        timestamptz not null,
    unique (evidence, author, client_id)
);
