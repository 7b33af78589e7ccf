dates as ( -- by event, where few may be asked for
    select o.event_id, o.start_utc, o.end_utc, max(o.day, :first) as day, o.all_day, o.start_local
    from events e indexed by events_referral
    cross join occurrences o indexed by occurrences_event_id on o.event_id = e.id
    where e.withdrawn_at is null
        and (:kinds is null or instr(:kinds, '"' || e.kind || '"'))
        and (:is_remote = 0 or e.attendance_mode in ('online', 'mixed'))
        and (:missed = 1 or :price is null or e.is_free is null or e.is_free = 1 or :price > 0)
        and (:missed = 1 or :age is null or coalesce(e.minimum_age, 0) <= :age and coalesce(e.maximum_age, 200) >= :age)
        and (
            (:whom_1 is null and :about_1 is null)
            or instr(e.audience, :whom_1) or instr(e.audience, :whom_2) or instr(e.audience, :whom_3) or instr(e.audience, :whom_4)
            or instr(e.subjects, :about_1) or instr(e.subjects, :about_2) or instr(e.subjects, :about_3) or instr(e.subjects, :about_4)
        )
        and (:rides is null or e.id in (select value from json_each(:rides)))
        and o.last_day >= :first and o.day <= :widest and o.event_status not in ('EventCancelled', 'EventPostponed')
)
