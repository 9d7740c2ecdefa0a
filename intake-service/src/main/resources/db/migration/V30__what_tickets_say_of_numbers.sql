-- What a ticket says of its number, and what a report that joins late has missed of it.
alter table followed_ticket
    add number           text,
    add unblock_asked_at timestamptz,
    add unblock_asked_of text,
    add ended_at         timestamptz;

-- From before: the number its reports named, and what they were told of it.
update followed_ticket set number = (
    select min(report.suspect_number)
    from followed_ticket_report joined join report on report.id = joined.report
    where joined.ticket = followed_ticket.ticket and report.suspect_kind = 'DOMESTIC_MOBILE');
update followed_ticket set ended_at = now(), blocked_at = null, due_at = null
where exists (
    select from followed_ticket_report joined join report on report.id = joined.report
    where joined.ticket = followed_ticket.ticket and report.ticket_end in ('NOT_BLOCKED', 'UNBLOCKED'));

create index followed_ticket_by_number on followed_ticket (number);

-- The report's own story: whoever was taken out of a ticket is told nothing of it any more.
update report set state = 'VERIFIED', ticket_end = null
where state = 'CLOSED' and ticket_number is null;

-- Evidence was asked for, and the officer went on without and found the report proven: the vault had passed over that.
update report set state = 'VERIFIED'
where state in ('AWAITING_EVIDENCE', 'SUBMITTED', 'WITHDRAWN')
  and exists (select from timeline_entry told where told.report = report.id and told.step = 'VERIFIED');
