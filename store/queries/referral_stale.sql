-- What is still to come, or always there, and was last shown by a source before an instant; the oldest first.
with shown as (
    select event_id, max(last_seen) as seen from listings indexed by listings_shown where withdrawn_at is null and event_id is not null group by event_id
)
select e.id, s.seen
from shown s join events e on e.id = s.event_id
where e.withdrawn_at is null and (e.next_start_utc >= :now or e.first_start_utc is null) and (s.seen is null or s.seen < :before)
order by s.seen, e.id
limit :most
