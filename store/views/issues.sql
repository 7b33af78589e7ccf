CREATE VIEW issues AS
select
    i.source_id,
    i.uid,
    i.code,
    i.severity,
    i.field,
    i.value,
    i.line,
    coalesce(k.message_fi, i.code) as message_fi,
    coalesce(k.message_sv, i.code) as message_sv,
    coalesce(k.message_en, i.code) as message_en,
    i.id,
    case when i.digest <> '' then (select min(l.id) from listing l where l.source_id = i.source_id and l.digest = i.digest and coalesce(nullif(l.data, '') ->> '$.planned', 0) = 0 and l.event_id not in (select h.id from hidden_strands h)) end as listing_id
from issue i
left join issue_kind k on k.code = i.code
