-- What somebody has typed on the form of a page, until they have sent it: sealed with a key that only their browser has.
create table kept_form (
    browser    bytea       not null,
    form       text        not null,
    sealed     bytea       not null,
    expires_at timestamptz not null,
    primary key (browser, form)
);
create index kept_form_by_end on kept_form (expires_at);
