-- One count for whatever an anonymous person may do within a while; of networks, people, mailboxes, numbers and cases, as keyed hashes.
-- A window begins with the first time.
delete from allowance;
alter table allowance rename column address to whom;
alter table allowance drop constraint allowance_pkey, add primary key (what, whom);
drop table wrong_receipt;
