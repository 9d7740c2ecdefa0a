-- A block is also lifted because two people let the number go, or because the operator blocked after it was asked not to.
alter table ticket
    drop constraint ticket_state_check,
    add constraint ticket_state_check check (state in ('OPENED', 'BLOCK_REQUESTED', 'ACKNOWLEDGED', 'DECLINED', 'BLOCKED',
                                                       'RELEASE_PROPOSED', 'UNBLOCK_REQUESTED', 'UNBLOCKED', 'CLOSED')),
    add late_block_at timestamptz,
    add release_proposed_by text,
    add constraint a_release_is_proposed_by_somebody check ((state = 'RELEASE_PROPOSED') = (release_proposed_by is not null));

alter table operator_request
    drop constraint unblocking_rests_on_an_appeal,
    add reason text check (reason in ('APPEAL', 'RELEASE', 'LATE_BLOCK'));
update operator_request set reason = 'APPEAL' where action = 'UNBLOCK';
alter table operator_request
    add constraint unblocking_has_a_reason check ((action = 'UNBLOCK') = (reason is not null)),
    add constraint an_appeal_is_named check ((appeal is not null) = (reason is not null and reason = 'APPEAL'));

-- Appeals that were upheld: a report decided before one, and heard of after it, opens no way to a block.
create table upheld_appeal (
    appeal     uuid primary key,
    number     text        not null check (number ~ '^\+628[0-9]{7,11}$'),
    decided_by text        not null,
    at         timestamptz not null
);
create index upheld_appeal_of_number on upheld_appeal (number, at desc);
