-- How an answer is sealed: 0 with one key and nonce for all operations, as builds before this did; 1 with a key for each and a nonce of its own.
alter table idempotency add column sealing smallint not null default 0;
