-- A stranger's key may be longer than an index takes: subject has its beginning and its digest then, and this the whole of it.
alter table set_aside add column whole_key text;
-- When a record was appended counts where the broker says it; of what lies here from before it isn't known who did.
update set_aside set appended_at = greatest(appended_at, set_aside_at) where topic like 'operator.%';
