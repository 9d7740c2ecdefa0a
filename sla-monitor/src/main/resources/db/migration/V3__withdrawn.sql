-- A request may be withdrawn; and a late answer waits for the watermark, as silence does.
alter table clock
    add column withdrawn_at    timestamptz,
    -- when it was said to be at risk: a window is said to be so once
    add column at_risk_said_at timestamptz;
update clock set at_risk_said_at = at_risk_at where state = 'AT_RISK';

alter table clock
    drop constraint clock_state_check,
    add constraint clock_state_check check (state in
        ('AWAITING_START', 'RUNNING', 'AT_RISK', 'BREACHED', 'MET', 'MET_LATE', 'DECLINED', 'WITHDRAWN', 'RETRACTED')),
    drop constraint clock_retraction_check,
    add constraint clock_retraction_check check (retraction in ('CONFIRMED_IN_TIME', 'DECLINED_IN_TIME', 'WITHDRAWN')),
    -- what is withdrawn before anybody had it never starts
    drop constraint starts_only_when_known,
    add constraint starts_only_when_known check ((state <> 'AWAITING_START' or started_at is null)
        and (started_at is not null or state in ('AWAITING_START', 'WITHDRAWN'))
        and (started_at is null) = (due_at is null) and (started_at is null) = (at_risk_at is null)
        and (started_at is null or requested_at is not null)),
    add constraint at_risk_was_said check (state <> 'AT_RISK' or at_risk_said_at is not null),
    add constraint withdrawn_is_withdrawn check ((state <> 'WITHDRAWN' and retraction is distinct from 'WITHDRAWN') or withdrawn_at is not null),
    -- one withdrawn later was late by then
    add constraint withdrawn_in_time check (
        (state <> 'WITHDRAWN' and retraction is distinct from 'WITHDRAWN') or due_at is null or withdrawn_at <= due_at),
    -- nobody is late who answered in time, or was told in time not to act
    add constraint breach_stands_for_nothing_in_time check (state not in ('BREACHED', 'MET_LATE')
        or (least(confirmed_at, declined_at, withdrawn_at) <= due_at) is not true);

-- The sweep's: a late answer is in its way no longer.
drop index clock_falls_due, clock_falls_at_risk, clock_answered_undelivered;
create index clock_falls_due on clock (due_at) where state = 'AT_RISK';
create index clock_falls_at_risk on clock (at_risk_at) where state = 'RUNNING';
-- Answered in time before any delivery was reported: a handful at most.
create index clock_answered_undelivered on clock (least(confirmed_at, declined_at))
    where state in ('RUNNING', 'AT_RISK', 'WITHDRAWN') and least(confirmed_at, declined_at) <= due_at;

-- The gauges': a breach of what is withdrawn waits for nobody.
drop index clock_standing;
create index clock_standing on clock (operator, state)
    where state in ('AWAITING_START', 'RUNNING', 'AT_RISK', 'BREACHED') and withdrawn_at is null;
