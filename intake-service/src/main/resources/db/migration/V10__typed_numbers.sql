-- How a number was typed, sealed like the rest of a case: an officer sees it beside how it was understood. Older cases have none.
alter table report add column suspect_as_typed bytea;
alter table appeal add column number_as_typed bytea;
