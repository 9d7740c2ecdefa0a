-- A recording that every browser plays was heard as it came, with what its recorder wrote beside it. Something is made of each now.
insert into derivative (evidence, type, tries, next_try_at)
select id, type, 0, now() from evidence
where state = 'CLEAN' and type in ('MP3', 'M4A', 'OGG', 'WAV')
on conflict do nothing;

-- A waveform is of what is heard: measured anew when it is next looked at.
delete from recording_shape;
