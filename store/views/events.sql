CREATE VIEW events AS
select
    e.id,
    e.kind,
    e.names ->> '$.fi' as name_fi,
    e.names ->> '$.sv' as name_sv,
    e.names ->> '$.en' as name_en,
    e.slug,
    e.place_id,
    e.organizer_id,
    e.event_status,
    (
        select min(c.start_utc)
        from occurrence c
        where c.event_id = e.id and c.event_status <> 'EventCancelled'
            and c.over_utc > (select value from setting where key = 'moment')
    ) as next_start_utc,
    nullif(e.first_start_utc, '') as first_start_utc,
    e.last_end_utc,
    e.listings,
    coalesce(e.names ->> '$.und', e.names ->> '$.fi', e.names ->> '$.sv', e.names ->> '$.en', (select min(j.value) from json_each(e.names) j), '') as name,
    e.description,
    coalesce(p.names ->> '$.fi', p.names ->> '$.sv', p.names ->> '$.en', e.place_text) as place,
    coalesce(o.names ->> '$.fi', o.names ->> '$.sv', o.names ->> '$.en') as organizer,
    e.place_text,
    e.latitude,
    e.longitude,
    e.planned,
    e.is_series,
    e.timezone,
    nullif(e.first_start, '') as first_start,
    e.first_end,
    nullif(e.url, '') as url,
    e.sequence,
    e.first_seen,
    e.last_changed,
    e.withdrawn_at,
    e.withdrawn_reason,
    e.names,
    e.descriptions,
    e.recurrence,
    e.recurrence_timezone,
    e.conference,
    e.categories,
    e.images,
    e.in_language,
    e.source_ids,
    e.listing_ids,
    e.details
from event e
join organizer o on o.id = e.organizer_id
left join place p on p.id = e.place_id
