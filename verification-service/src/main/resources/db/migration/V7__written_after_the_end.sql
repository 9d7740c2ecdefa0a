-- What a reporter writes after the decision is listed until an officer answers it or puts it aside.
create index case_written_after on verification_case (priority, submitted_at, report)
    where unread_messages > 0 and state in ('VERIFIED', 'REJECTED', 'ANSWERED');

-- Whoever decided had read what was there.
update verification_case set unread_messages = 0
where unread_messages > 0 and (state = 'WITHDRAWN'
    or state in ('VERIFIED', 'REJECTED', 'ANSWERED') and last_activity_at <= closed_at);
