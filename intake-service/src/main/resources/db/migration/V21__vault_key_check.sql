-- By which each key of the vault is known again: with another one the service doesn't start. Written at the first start.
create table vault_key_check (
    key    text  primary key check (key in ('master-key', 'hash-key')),
    value  bytea not null
);
revoke update, delete, truncate on vault_key_check from "${runtimeRole}";
