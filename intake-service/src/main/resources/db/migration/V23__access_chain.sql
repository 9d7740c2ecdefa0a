-- Who has read what of a case is a chain of its own: whoever changes, drops or reorders a line breaks every hash after it.
-- Lines older than the chain have no place in it.
alter table access_log
    add column sequence      bigint check (sequence > 0),
    add column previous_hash bytea,
    add column hash          bytea,
    add unique (case_id, sequence),
    add check ((sequence is null) = (hash is null)),
    add check ((sequence = 1) = (previous_hash is null));
