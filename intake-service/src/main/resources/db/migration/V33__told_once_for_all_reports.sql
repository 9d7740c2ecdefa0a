-- What a ticket says to its reports stands once, however many they are.
alter table followed_ticket add steps int not null default 0;

-- Which ticket a report is in, and after which of its steps it came.
alter table report
    add ticket       uuid references followed_ticket,
    add ticket_since int not null default 0;
update report set ticket = joined.ticket
from followed_ticket_report joined join followed_ticket followed on followed.ticket = joined.ticket
where joined.report = report.id and followed.ticket_number = report.ticket_number;
create index report_of_ticket on report (ticket, id) where ticket is not null;
drop table followed_ticket_report;
-- the ticket's
alter table report drop column deadline;

alter table timeline_entry
    alter report drop not null,
    add ticket uuid references followed_ticket,
    add place  int check (place > 0),
    add constraint of_a_report_or_of_a_ticket check ((report is null) = (ticket is not null) and (ticket is null) = (place is null));
create unique index timeline_entry_of_ticket on timeline_entry (ticket, place) where ticket is not null;

-- A notice that is still to be given to some of the reports that a ticket had at one of its steps.
create table circular (
    id         uuid primary key,
    ticket     uuid not null references followed_ticket,
    place      int  not null,
    notice     text not null,
    told_up_to uuid not null,
    unique (ticket, place)
);
