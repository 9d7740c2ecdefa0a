-- How often the scanner could not say anything of this piece; the more often, the later it is asked again.
alter table evidence add column fruitless_checks int not null default 0;
