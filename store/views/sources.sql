CREATE VIEW sources AS
select
    s.id,
    s.title,
    coalesce(o.names ->> '$.fi', o.names ->> '$.sv', o.names ->> '$.en', s.title) as organizer,
    s.role,
    s.format,
    case when s.enabled = 0 and t.state <> 'removed' then 'off' else t.state end as state,
    t.state_since,
    t.last_fetched,
    t.last_changed,
    (
        select count(*)
        from listing l
        where l.source_id = s.id and l.withdrawn_at is null
            and coalesce(l.over_utc, (select t.over_utc from strand t where t.id = l.event_id), l.start_utc)
                > (select value from setting where key = 'moment')
    ) as events,
    t.problem,
    s.organizer_id,
    s.licence,
    s.language,
    s.address,
    t.reason,
    (select count(*) from issue i where i.source_id = s.id) as issues,
    s.position,
    s.fetch_policy,
    nullif(s.permission, '') ->> '$.by' as permission_by,
    nullif(s.permission, '') ->> '$.given' as permission_given,
    nullif(s.permission, '') ->> '$.scope' as permission_scope,
    t.closed_at,
    s.schedule
from source s
join source_state t on t.source_id = s.id
join organizer o on o.id = s.organizer_id
