-- A piece of evidence as a browser can show it, made here: picture, film or sound without what a camera wrote beside it. A row from the moment
-- it may be looked at; with a blob, sealed in the store under that id, once it is made; with neither blob nor next try if it can't be made.
create table derivative (
    evidence    uuid primary key references evidence on delete cascade,
    type        text not null,
    tries       int  not null check (tries >= 0),
    next_try_at timestamptz,
    blob        uuid unique,
    media_type  text,
    size_bytes  bigint check (size_bytes > 0),
    check ((blob is null) = (media_type is null) and (blob is null) = (size_bytes is null)),
    check (blob is null or next_try_at is null)
);
create index derivative_by_next_try on derivative (type, next_try_at) where next_try_at is not null;

-- What was found clean before there were any.
insert into derivative (evidence, type, tries, next_try_at)
select id, type, 0, now() from evidence
where state = 'CLEAN' and type in ('JPEG', 'PNG', 'WEBP', 'HEIC', 'AMR');
