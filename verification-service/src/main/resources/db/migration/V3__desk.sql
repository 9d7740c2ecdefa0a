-- Who looks at which case now: each open page says so every few seconds. By the database's clock, so that replicas agree.
create table case_presence (
    report  uuid        not null references verification_case,
    officer text        not null,
    seen_at timestamptz not null,
    primary key (report, officer)
);
create index case_presence_by_time on case_presence (seen_at);

-- What was decided lately, and by whom: the supervisor's view.
create index case_by_closing on verification_case (closed_at) where closed_at is not null;
-- What nobody moved: the supervisor's view.
create index case_by_activity on verification_case (last_activity_at)
    where state in ('WAITING', 'CLAIMED', 'AWAITING_EVIDENCE', 'AWAITING_SECOND_APPROVAL');
