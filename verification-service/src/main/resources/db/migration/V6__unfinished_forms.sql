-- A form of the desk that could not be carried out, or waits for a yes: sealed with a key made of the token in the address and of who sent it.
create table unfinished_form (
    token_hash bytea       primary key,
    sealed     bytea       not null,
    ends_at    timestamptz not null
);
create index unfinished_form_by_end on unfinished_form (ends_at);
