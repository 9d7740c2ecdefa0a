-- What a sender says of a file's type is not looked at any more, and so not kept.
alter table partial_upload drop column declared;
