CREATE VIEW places AS
select
    p.id,
    p.id as slug,
    p.names ->> '$.fi' as name_fi,
    p.names ->> '$.sv' as name_sv,
    p.names ->> '$.en' as name_en,
    coalesce(p.names ->> '$.fi', p.names ->> '$.sv', p.names ->> '$.en', p.id) as name,
    p.address,
    p.postal_code,
    p.district,
    p.municipality,
    p.municipality_code,
    p.latitude,
    p.longitude,
    p.capacity,
    p.accessibility,
    p.online,
    p.names,
    p.lacks,
    nullif(p.assured_by, '') as assured_by,
    p.assured_date,
    p.rooms
from place p
