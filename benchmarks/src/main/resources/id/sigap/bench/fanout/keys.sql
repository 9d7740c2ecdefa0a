-- So many cases whose people were erased: their mails are queued, and then cancelled instead of sent.
insert into case_key (case_id, kind, created_at, destroyed_at)
select lpad(to_hex(n), 32, '0')::uuid, 'REPORT', now(), now() from generate_series(%d, %d) as n
