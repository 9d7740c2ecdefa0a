-- What a case is: the id of a report names no appeal. A report's row stays when its data are erased.
alter table case_key add column kind text check (kind in ('REPORT', 'APPEAL'));
update case_key set kind = case when exists (select from report where report.id = case_key.case_id) then 'REPORT' else 'APPEAL' end;
alter table case_key alter column kind set not null;
