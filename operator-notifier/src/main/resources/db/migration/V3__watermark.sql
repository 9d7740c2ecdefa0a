-- Up to when all confirmations received are published. It never goes back, whichever replica says it.
create table watermark (
    only_one boolean primary key default true check (only_one),
    through  timestamptz not null
);
insert into watermark (through) values ('-infinity');
