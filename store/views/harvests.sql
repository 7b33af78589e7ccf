CREATE VIEW harvests AS
select
    h.id,
    h.source_id,
    h.started,
    h.finished,
    h.outcome,
    h.state,
    h.reason,
    h.message,
    h.http_status,
    h.bytes,
    h."read",
    h.stored,
    h.unchanged,
    h.set_aside,
    h.out_of_horizon,
    h.not_public,
    h."new",
    h.changed,
    h.renamed,
    h.withdrawn,
    h.restored
from harvest h
