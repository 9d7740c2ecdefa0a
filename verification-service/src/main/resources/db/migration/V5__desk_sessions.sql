-- Who is logged in at the desk: the cookie holds a random name, only its hash is here, and the tokens are sealed with the desk's session key.
create table desk_session (
    name_hash bytea       primary key,
    tokens    text        not null,
    ends_at   timestamptz not null
);
create index desk_session_by_end on desk_session (ends_at);
