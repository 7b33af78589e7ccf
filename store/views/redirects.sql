CREATE VIEW redirects AS
select
    g.id,
    g.event_id
from strand g
join event e on e.id = g.event_id
where g.id <> g.event_id and e.planned = 0
