dates as ( -- of a window: by day
    select event_id, start_utc, end_utc, day, all_day, start_local
    from occurrences indexed by occurrences_referral
    where day between :first and :widest and event_status not in ('EventCancelled', 'EventPostponed')
    union all
    select event_id, start_utc, end_utc, :first, all_day, start_local -- what began before and goes on
    from occurrences indexed by occurrences_long
    where last_day > day and last_day >= :first and day < :first and event_status not in ('EventCancelled', 'EventPostponed')
)
