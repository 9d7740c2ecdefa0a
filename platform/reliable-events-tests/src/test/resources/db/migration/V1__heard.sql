-- What the test's listener heard, in order.
create table heard (
    place   bigint generated always as identity primary key,
    subject text not null,
    version bigint not null,
    what    text not null
);
