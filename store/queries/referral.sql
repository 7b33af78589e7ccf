-- What could be offered, condition by condition: 1 met, 0 not met, null not told. A parameter that is null was not asked.
with
{dates},
timed as (
    select event_id, start_utc, day <= :last and (:before is null or start_utc < :before) as is_near,
        case
            when :hour_from is null then 1
            when all_day = 1 then null
            else substr(start_local, 12, 5) >= :hour_from and substr(start_local, 12, 5) < :hour_to
        end as hour
    from dates
    where coalesce(end_utc, start_utc) > :now
),
held as materialized (
    select event_id,
        min(case when is_near and hour = 1 then start_utc end) as right_time,
        min(case when is_near then start_utc end) as in_window,
        max(is_near and hour is null) as is_hour_unknown,
        min(case when hour = 1 then start_utc end) as right_hour
    from timed
    group by event_id
    union all
    select id, null, null, 0, null from events indexed by events_undated where first_start_utc is null
),
near_by as (
    select e.*, h.*, e.first_start_utc is null as is_undated,
        coalesce(p.latitude, e.latitude) as at_latitude, coalesce(p.longitude, e.longitude) as at_longitude
    from held h
    join events e indexed by events_referral on e.id = h.event_id
    left join places p on p.id = e.place_id
    where e.withdrawn_at is null and e.event_status not in ('EventCancelled', 'EventPostponed')
        and (:missed = 1 or e.first_start_utc is null or h.in_window is not null)
        and (:missed = 1 or :price is null or e.is_free is null or e.is_free = 1 or :price > 0)
        and (
            :missed = 1 or :south is null or e.attendance_mode = 'online' or coalesce(p.latitude, e.latitude) is null
            or (
                coalesce(p.latitude, e.latitude) between :south and :north
                and coalesce(p.longitude, e.longitude) between :west and :east
            )
        )
        and (:rides is null or e.id in (select value from json_each(:rides)))
        and (:kinds is null or instr(:kinds, '"' || e.kind || '"'))
        and (:is_remote = 0 or e.attendance_mode in ('online', 'mixed'))
        and (
            (:whom_1 is null and :about_1 is null)
            or instr(e.audience, :whom_1) or instr(e.audience, :whom_2) or instr(e.audience, :whom_3) or instr(e.audience, :whom_4)
            or instr(e.subjects, :about_1) or instr(e.subjects, :about_2) or instr(e.subjects, :about_3) or instr(e.subjects, :about_4)
        )
),
told as materialized (
    select id, is_undated, at_latitude, at_longitude, attendance_mode = 'online' as is_online,
        coalesce(right_time, in_window, right_hour) as start_utc,
        is_undated or in_window is not null as days,
        case
            when is_undated or right_time is not null then 1
            when in_window is null then right_hour is not null
            when is_hour_unknown then null
            else 0
        end as hours,
        case
            when :age is null then 1
            when minimum_age is not null or maximum_age is not null then
                coalesce(minimum_age, 0) <= :age and coalesce(maximum_age, 200) >= :age
            when audience = '[]' then null
            when instr(audience, :fits_1) or instr(audience, :fits_2) or instr(audience, :fits_3) or instr(audience, :fits_4) or instr(audience, :fits_5) then 1
            when exists (select 1 from json_each(:ageless) f where instr(audience, f.value)) then null
            else 0
        end as age,
        case
            when :price is null or is_free = 1 then 1
            when :price = 0 then is_free
            when price_min > :price then 0
            when price_max <= :price then 1
        end as price,
        case when :is_open_only = 1 then 1 - registration_required else 1 end as enrolment,
        (
            select min(
                case
                    when instr(lacks, f.value) then 0
                    when instr(accessibility, f.value) then 2
                    when f.value = '"step_free_entrance"' and instr(accessibility, '"one_step_entrance"') then 0
                    else 1
                end
            ) from json_each(:features) f
        ) as access,
        case when :language is null then 1 when in_language = '[]' then null else instr(in_language, :language) > 0 end as language,
        case
            when :south is null or attendance_mode = 'online' then 1
            when at_latitude is null then null
            else at_latitude between :south and :north and at_longitude between :west and :east
        end as distance,
        case
            when (:district is null and :municipality is null) or attendance_mode = 'online' then 1
            when :municipality is not null and municipality_code not in ('', :municipality) then 0
            when :municipality is not null and municipality_code = '' then null
            when :district is null then 1
            when district = '' then null
            else district = :district
        end as area
    from near_by
),
counted as (
    select *,
        (days = 0) + coalesce(hours = 0, 0) + coalesce(age = 0, 0) + coalesce(price = 0, 0) + coalesce(enrolment = 0, 0)
        + coalesce(access = 0, 0) + coalesce(language = 0, 0) + coalesce(distance = 0, 0) + coalesce(area = 0, 0) as misses,
        (hours is null) + (age is null) + (price is null) + (enrolment is null) + coalesce(access = 1, 0) + (language is null)
        + (distance is null) + (area is null) as unknown
    from told
)
select * from counted where misses = 0 or (misses = :missed and unknown = 0)
