CREATE VIEW figures AS
select
    f.day || ':' || f.measure || case f.part when '' then '' else ':' || f.part end as id,
    f.day,
    f.measure,
    f.part,
    f.value
from figure f
