-- Which store of evidence belongs to this database: the store carries the same id as its mark. One row, written at the first start.
create table evidence_store (
    id       uuid primary key,
    made_at  timestamptz not null default now(),
    only_one boolean     not null default true unique check (only_one)
);
revoke update, delete, truncate on evidence_store from "${runtimeRole}";
