CREATE VIEW conflicts AS
select
    e.id || ':' || j.key as id,
    e.id as event_id,
    j.value ->> '$.field' as field,
    j.value ->> '$.listing_id' as listing_id,
    l.source_id,
    j.value ->> '$.value' as value,
    coalesce(j.value ->> '$.shown', '') as shown,
    j.value ->> '$.day' as day
from event e
join json_each(e.conflicts) j
join listing l on l.id = j.value ->> '$.listing_id'
where e.planned = 0
