CREATE VIEW situations AS
select
    t.id,
    t.names ->> '$.fi' as name_fi,
    t.names ->> '$.sv' as name_sv,
    t.names ->> '$.en' as name_en,
    coalesce(t.names ->> '$.fi', t.names ->> '$.sv', t.names ->> '$.en', t.id) as name,
    t.ptv,
    t.position,
    t.names,
    coalesce(t.descriptions ->> '$.fi', t.descriptions ->> '$.sv', t.descriptions ->> '$.en', '') as description,
    t.descriptions,
    t.is_sensitive
from situation t
