-- What the service does for the ticket's end, as one statement inside the server. The mails are due later: the postman is not to meet them here.
with ended as (
    update report set state = 'CLOSED', ticket_end = 'BLOCKED' where ticket = '%1$s' returning id, language, case_number),
told as (
    insert into timeline_entry (id, ticket, place, at, step) values (uuidv7(), '%1$s', 1, now(), 'NUMBER_BLOCKED'))
insert into notice (id, case_id, notice, language, case_number, state, attempts, next_attempt_at, created_at)
select uuidv7(), id, 'BLOCKED', language, case_number, 'PENDING', 0, now() + interval '10 minutes', now() from ended
