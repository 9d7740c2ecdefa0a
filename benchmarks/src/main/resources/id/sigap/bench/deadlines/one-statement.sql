-- What the sweep does, as one statement inside the server: claim, flag, journal with a hash, point.
with due as (
    select request from clock
    where state = 'AT_RISK' and confirmed_at is null and declined_at is null and due_at <= now()
    order by due_at for update skip locked),
flagged as (
    update clock set state = 'BREACHED', breached_at = date_trunc('milliseconds', now()) from due where clock.request = due.request
    returning clock.request::text as subject, ticket, operator, action, started_at, due_at, breached_at),
told as (
    select subject, breached_at, convert_to(json_build_object('request', subject, 'ticket', ticket, 'operator', operator, 'action', action,
        'startedAt', started_at, 'dueAt', due_at, 'at', breached_at)::text, 'UTF8') as payload from flagged),
said as (
    insert into journal (subject, version, id, topic, type, occurred_at, actor, payload, trace_parent, hash)
    select subject, 1, uuidv7(), 'sigap.sla', 'id.sigap.sla.sla-breached.v1', breached_at, 'system', payload,
           '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', sha256(payload) from told)
insert into pending (shard, subject, version) select abs(hashtext(subject)) % 16, subject, 1 from told
