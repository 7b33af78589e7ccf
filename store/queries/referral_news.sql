-- What came, changed, was moved, was cancelled or went since an instant, the last change first. A withdrawal is a change too.
select id, first_seen, last_changed, withdrawn_at, event_status
from events
where last_changed >= :since
order by last_changed desc, id desc
limit :most
