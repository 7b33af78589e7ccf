CREATE VIEW overlaps AS
select
    o.id,
    o.kind,
    o.severity,
    o.occurrence_a,
    o.occurrence_b,
    o.event_a,
    o.event_b,
    o.day,
    o.minutes,
    o.kilometres,
    o.shared,
    o.is_end_assumed,
    o.is_maybe_same
from overlap o
where o.is_planned = 0
