CREATE VIEW occurrences AS
select
    c.id,
    c.event_id,
    c.start_utc,
    c.end_utc,
    c.start_local,
    c.end_local,
    c.all_day,
    c.event_status,
    c.place_id,
    c.recurrence_id,
    c.day,
    c.last_day,
    c.place_text,
    c.names,
    c.room
from occurrence c
join event e on e.id = c.event_id
where c.planned = 0 and e.planned = 0
