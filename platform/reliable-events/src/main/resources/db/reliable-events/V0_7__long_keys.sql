-- A stranger's key may be longer than an index takes: subject has its beginning and its digest then, and this the whole of it.
alter table set_aside add column whole_key text;
