-- The number that was found to be fraud, which need not be the one reported; and whether a ticket was ever heard of.
alter table report
    add verified_number text,
    add ticketed        boolean not null default false;

update report set ticketed = true
where ticket_number is not null
   or exists (select from timeline_entry told
              where told.report = report.id and told.step in ('TICKET_OPENED', 'TICKET_JOINED'));
update report set verified_number = suspect_number
where state = 'VERIFIED' and not ticketed and suspect_kind = 'DOMESTIC_MOBILE';

create index report_awaiting_ticket on report (verified_number) where not ticketed and verified_number is not null;
