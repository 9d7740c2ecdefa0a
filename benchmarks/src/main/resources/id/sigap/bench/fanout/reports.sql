-- Their reports, verified, all in one ticket.
insert into report (id, case_number, kind, channel, category, suspect_kind, suspect_number, occurred_at, money_lost, narrative, language,
                    state, submitted_at, last_message, verified_number, ticket_number, ticketed, ticket)
select lpad(to_hex(n), 32, '0')::uuid, 'PGD-2001-' || n, 'COMPLAINT', 'SMS', 'PRIZE', 'DOMESTIC_MOBILE', '+6281100000900', now(), false,
       decode(repeat('5a', 400), 'hex'), 'ID', 'VERIFIED', now(), 0, '+6281100000900', 'SGP-2026-000900', true, '%3$s'
from generate_series(%1$d, %2$d) as n
