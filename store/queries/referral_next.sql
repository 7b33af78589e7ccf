dates as ( -- as far as is known, whatever the hour: the next date of each event
    select id as event_id, next_start_utc as start_utc, last_end_utc as end_utc, :first as day, 0 as all_day, '' as start_local
    from events indexed by events_referral
    where withdrawn_at is null and next_start_utc is not null
        and (:kinds is null or instr(:kinds, '"' || kind || '"'))
        and (:rides is null or id in (select value from json_each(:rides)))
        and (:missed = 1 or :price is null or is_free is null or is_free = 1 or :price > 0)
        and (:missed = 1 or :age is null or coalesce(minimum_age, 0) <= :age and coalesce(maximum_age, 200) >= :age)
        and (
            (:whom_1 is null and :about_1 is null)
            or instr(audience, :whom_1) or instr(audience, :whom_2) or instr(audience, :whom_3) or instr(audience, :whom_4)
            or instr(subjects, :about_1) or instr(subjects, :about_2) or instr(subjects, :about_3) or instr(subjects, :about_4)
        )
)
