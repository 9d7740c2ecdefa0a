-- So many running clocks of three operators, due in a day and later: what sla-monitor would have written, had it heard the requests.
insert into clock (request, ticket, operator, ticket_number, action, window_millis, evidence_complete_at, requested_at, clock_start,
                   at_risk_share, delivered_at, state, started_at, at_risk_at, due_at)
select lpad(to_hex(n), 32, '0')::uuid, lpad(to_hex(n), 32, '1')::uuid, (array['TELKOMSEL', 'INDOSAT', 'XLSMART'])[n %% 3 + 1],
       'SGP-2026-' || n, 'BLOCK', 86400000, now(), now(), 'DELIVERED', 0.75, now(), 'RUNNING', now(),
       now() + interval '18 hours' + n * interval '1 millisecond', now() + interval '24 hours' + n * interval '1 millisecond'
from generate_series(1, %d) as n
