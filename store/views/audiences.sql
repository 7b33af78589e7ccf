CREATE VIEW audiences AS
select
    t.id,
    t.names ->> '$.fi' as name_fi,
    t.names ->> '$.sv' as name_sv,
    t.names ->> '$.en' as name_en,
    coalesce(t.names ->> '$.fi', t.names ->> '$.sv', t.names ->> '$.en', t.id) as name,
    t.ptv,
    t.position,
    t.names
from audience t
