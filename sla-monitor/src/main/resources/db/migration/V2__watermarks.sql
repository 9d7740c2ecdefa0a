-- Up to when all confirmations of a partition have been handled here: written in the transaction of the batch that carried the watermark.
create table watermark (
    partition_number int primary key check (partition_number >= 0),
    through          timestamptz not null,
    advanced_at      timestamptz not null
);
