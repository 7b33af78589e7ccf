-- Dated instances of some days (both inclusive) of what is not cancelled or put off, counted by event, area, weekday (1 is Monday, 0 what
-- lasts several whole days) and hour of its beginning ('' for whole days). An area is a municipality's code and a district, 'online' what
-- is not in a room, null what is in no place of the registry. Minutes are of those alone that end within 12 hours.
with coming as (
    select
        c.event_id,
        case when p.online = 1 then 'online' when p.id is not null then p.municipality_code || '/' || p.district end as area,
        case when c.all_day = 1 and c.day < c.last_day then 0 else (strftime('%w', c.day) + 6) % 7 + 1 end as weekday,
        case when c.all_day = 1 then '' else substr(c.start_local, 12, 2) end as hour,
        case when c.all_day = 0 then (unixepoch(c.end_utc) - unixepoch(c.start_utc)) / 60 end as minutes
    from occurrences c
    left join places p on p.id = c.place_id
    where c.day <= :last and c.last_day >= :first and c.event_status not in ('EventCancelled', 'EventPostponed')
)
select
    event_id,
    area,
    weekday,
    hour,
    count(*) as times,
    count(minutes) as with_end,
    coalesce(sum(minutes <= 720), 0) as ended,
    coalesce(sum(case when minutes <= 720 then minutes end), 0) as minutes
from coming
group by 1, 2, 3, 4
