-- More than one appeal may be upheld while an operator is asked to lift one block.
create table followed_ticket_appeal (
    ticket uuid not null references followed_ticket,
    appeal uuid not null,
    primary key (ticket, appeal)
);
insert into followed_ticket_appeal (ticket, appeal) select ticket, appeal from followed_ticket where appeal is not null;
alter table followed_ticket drop column appeal;

-- An upheld appeal that waits for the operator says so from now on.
update appeal set state = 'UNBLOCK_ASKED'
where state = 'UPHELD' and id in (select appeal from followed_ticket_appeal);
