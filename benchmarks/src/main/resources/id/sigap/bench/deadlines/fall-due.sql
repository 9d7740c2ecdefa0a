-- The next so many clocks are at risk and all fall due at one moment.
update clock set state = 'AT_RISK', at_risk_said_at = date_trunc('milliseconds', now()), started_at = at.due - interval '24 hours', at_risk_at = at.due - interval '6 hours', due_at = at.due
from (select %s as due) at
where request between lpad(to_hex(%d), 32, '0')::uuid and lpad(to_hex(%d), 32, '0')::uuid
