CREATE VIEW availability AS
select
    e.id as event_id,
    a.listing_id,
    l.source_id,
    a.remaining,
    a.capacity,
    a.queue,
    a.queue_remaining,
    a.state,
    a.is_at_least,
    a.at,
    a.listing_id as id
from availability_told a
join listing l on l.id = a.listing_id
join strand g on g.id = l.event_id
join event e on e.id = g.event_id
where l.withdrawn_at is null and e.planned = 0 and coalesce(nullif(l.data, '') ->> '$.planned', 0) = 0
