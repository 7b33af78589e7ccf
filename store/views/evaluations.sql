CREATE VIEW evaluations AS
select
    v.name as id,
    v.at,
    v.pairs,
    v.same,
    v.found,
    v.wrong,
    v.unknown,
    v.asked,
    v."precision",
    v.recall,
    v.f1
from evaluation v
