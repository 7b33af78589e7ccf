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
    e.details,
    coalesce(e.details -> '$.topics', '[]') as topics,
    coalesce(e.details -> '$.subjects', '[]') as subjects,
    coalesce(e.details -> '$.audience', '[]') as audience,
    e.details ->> '$.minimum_age' as minimum_age,
    e.details ->> '$.maximum_age' as maximum_age,
    e.details ->> '$.is_accessible_for_free' as is_free,
    (
        select min(j.value ->> '$.minimum')
        from json_each(e.details, '$.offers') j
        where coalesce(j.value ->> '$.is_optional', 0) = 0
    ) as price_min,
    (
        select max(j.value ->> '$.maximum')
        from json_each(e.details, '$.offers') j
        where coalesce(j.value ->> '$.is_optional', 0) = 0
    ) as price_max,
    e.details ->> '$.registration.required' as registration_required,
    nullif(e.details ->> '$.registration.state', '') as registration_state,
    e.details ->> '$.registration.opens' as registration_opens,
    e.details ->> '$.registration.closes' as registration_closes,
    (
        select json_group_array(j.value ->> '$.code')
        from json_each(e.details, '$.accessibility') j
        where coalesce(j.value ->> '$.is_available', 1) = 1
    ) as accessibility,
    (
        select json_group_array(j.value ->> '$.code')
        from json_each(e.details, '$.accessibility') j
        where coalesce(j.value ->> '$.is_available', 1) = 0
    ) as lacks,
    nullif(e.details ->> '$.attendance_mode', '') as attendance_mode,
    e.room,
    coalesce(nullif(p.municipality_code, ''), e.municipality_code) as municipality_code,
    coalesce(p.district, '') as district,
    coalesce(nullif(p.postal_code, ''), e.postal_code) as postal_code,
    e.origins,
    e.conflicts
from event e
join organizer o on o.id = e.organizer_id
left join place p on p.id = e.place_id
where e.planned = 0
