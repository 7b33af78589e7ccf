-- How many different events there are for each audience, area and weekday within a window.
with held as (
    select distinct event_id, cast(strftime('%w', day) as integer) as weekday
    from occurrences indexed by occurrences_referral
    where day between :first and :last and event_status not in ('EventCancelled', 'EventPostponed')
)
select a.value as audience, e.district, e.municipality_code, h.weekday, count(*) as events
from held h
join events e indexed by events_referral on e.id = h.event_id
join json_each(e.audience) a
where e.withdrawn_at is null and e.district <> ''
group by 1, 2, 3, 4
