CREATE VIEW organizers AS
select
    o.id,
    o.id as slug,
    o.names ->> '$.fi' as name_fi,
    o.names ->> '$.sv' as name_sv,
    o.names ->> '$.en' as name_en,
    coalesce(o.names ->> '$.fi', o.names ->> '$.sv', o.names ->> '$.en', o.id) as name,
    o.role,
    nullif(o.url, '') as url,
    o.names
from organizer o
