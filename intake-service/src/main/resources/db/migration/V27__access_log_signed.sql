-- The ends of these chains are signed as the journal's are, by when the database saw them.
alter table access_log
    add column recorded_at timestamptz not null default now();
create index access_log_by_time on access_log (recorded_at);
