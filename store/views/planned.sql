CREATE VIEW planned AS
select
    c.id,
    c.event_id,
    coalesce(e.names ->> '$.und', e.names ->> '$.fi', e.names ->> '$.sv', e.names ->> '$.en', (select min(j.value) from json_each(e.names) j), '') as name,
    e.kind,
    c.start_utc,
    c.end_utc,
    c.start_local,
    c.end_local,
    c.all_day,
    c.day,
    c.last_day,
    c.event_status,
    c.place_id,
    c.room,
    c.place_text,
    e.organizer_id,
    coalesce(e.details -> '$.topics', '[]') as topics,
    coalesce(e.details -> '$.subjects', '[]') as subjects,
    coalesce(e.details -> '$.audience', '[]') as audience,
    e.names
from occurrence c
join event e on e.id = c.event_id
where (c.planned = 1 or e.planned = 1) and e.withdrawn_at is null
