-- What is on offer: every event that is not taken back and has an instance on some days (both inclusive), or has no dates at all.
-- It has been joined before, so that none of it stands here twice.
select
    e.id,
    e.kind,
    o.role,
    e.audience,
    e.topics,
    e.minimum_age,
    e.maximum_age,
    e.is_free,
    e.price_min,
    e.registration_required,
    coalesce(e.registration_state, '') as registration_state,
    e.accessibility,
    e.lacks,
    e.in_language,
    case
        when p.online = 1 or e.attendance_mode = 'online' then 'online'
        when e.municipality_code = '' and e.district = '' then ''
        else e.municipality_code || '/' || e.district
    end as area,
    e.place_id is not null as has_place,
    e.description <> '' as has_description,
    e.url is not null as has_address,
    json_array_length(e.source_ids) as sources,
    e.first_start_utc is null as is_standing,
    case when e.registration_required = 1 or e.registration_state is not null or e.kind = 'volunteering'
        then e.details ->> '$.registration.capacity' end as capacity
from (
    select distinct c.event_id as id
    from occurrences c
    where c.day <= :last and c.last_day >= :first and c.event_status not in ('EventCancelled', 'EventPostponed')
    union
    select s.id
    from events s
    where s.first_start_utc is null and s.event_status not in ('EventCancelled', 'EventPostponed')
) wanted
cross join events e on e.id = wanted.id
join organizers o on o.id = e.organizer_id
left join places p on p.id = e.place_id
where e.withdrawn_at is null
