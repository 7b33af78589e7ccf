CREATE VIEW hidden_strands AS
select c.subject_id as id
from correction c
where c.subject = 'event' and c.field = 'hidden' and c.value = 'true'
union
select s.id
from strand s
where s.event_id in (
    select h.event_id
    from strand h
    join correction c on c.subject_id = h.id
    where c.subject = 'event' and c.field = 'hidden' and c.value = 'true'
)
