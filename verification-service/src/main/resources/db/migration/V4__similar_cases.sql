-- Cases of one number can be decided together; and what cases share is shown.
alter table verification_case
    add column merged_into uuid references verification_case,
    -- keyed hash; null for reports from before this column
    add column reporter text,
    drop constraint verification_case_state_check,
    add constraint verification_case_state_check check (state in ('WAITING', 'CLAIMED', 'AWAITING_EVIDENCE',
        'AWAITING_SECOND_APPROVAL', 'MERGED', 'VERIFIED', 'REJECTED', 'ANSWERED', 'WITHDRAWN')),
    add constraint merged_into_another check (merged_into <> report),
    add constraint merged_somewhere check (state <> 'MERGED' or merged_into is not null);

create index case_by_merged_into on verification_case (merged_into) where merged_into is not null;
create index case_by_reporter on verification_case (reporter, submitted_at) where reporter is not null;
drop index case_by_suspect;
create index case_by_suspect on verification_case (suspect_number, submitted_at) where suspect_number is not null;
create index case_evidence_by_content on case_evidence (sha256);
