CREATE VIEW similar_events AS
select
    s.id,
    s.event_a,
    s.event_b,
    s.days,
    s.kilometres,
    s.shared
from similar s
where s.is_custom = 0
