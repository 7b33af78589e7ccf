CREATE VIEW corrections AS
select
    c.subject || ':' || c.subject_id || ':' || c.field as id,
    c.subject,
    c.subject_id,
    c.field,
    c.value,
    c.was,
    c.source_value,
    case
        when c.subject = 'place' and not exists (select 1 from place p where p.id = c.subject_id) then 'unknown_id'
        when c.subject = 'organizer' and not exists (select 1 from organizer o where o.id = c.subject_id) then 'unknown_id'
        when c.refused <> '' then 'not_applied'
        when c.source_value = c.value then 'not_needed'
        when c.source_changed_at is not null then 'source_changed'
        else 'in_force'
    end as state,
    c.source_changed_at,
    c.made_by,
    c.made_on,
    c.why,
    case when c.subject = 'event' and c.field <> 'hidden' then (select g.event_id from strand g where g.id = c.subject_id) end as event_id
from correction c
where c.subject <> 'event'
    or (c.field = 'hidden' and c.value = 'true')
    or exists (select 1 from strand g join event e on e.id = g.event_id where g.id = c.subject_id and e.planned = 0)
