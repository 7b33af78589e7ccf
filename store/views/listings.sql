CREATE VIEW listings AS
select
    l.id,
    l.source_id,
    l.uid,
    l.recurrence_id,
    case when e.id is null or e.planned then null else e.id end as event_id,
    l.kind,
    l.names ->> '$.fi' as name_fi,
    l.names ->> '$.sv' as name_sv,
    l.names ->> '$.en' as name_en,
    coalesce(l.names ->> '$.und', l.names ->> '$.fi', l.names ->> '$.sv', l.names ->> '$.en', (select min(j.value) from json_each(l.names) j), '') as name,
    nullif(l.start_utc, '') as start_utc,
    l.end_utc,
    nullif(l.start_local, '') as start_local,
    l.timezone,
    l.all_day,
    l.event_status,
    l.place_id,
    l.place_text,
    l.organizer_id,
    nullif(l.url, '') as url,
    l.first_seen,
    coalesce(l.last_seen, t.last_fetched) as last_seen,
    l.last_changed,
    l.withdrawn_at,
    l.withdrawn_reason,
    l.names
from listing l
join source_state t on t.source_id = l.source_id
left join strand g on g.id = l.event_id
left join event e on e.id = g.event_id
where coalesce(nullif(l.data, '') ->> '$.planned', 0) = 0
    and l.event_id not in (select h.id from hidden_strands h)
