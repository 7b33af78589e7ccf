"""English words of time; the keys are explained in ``phrase_words``."""

from __future__ import annotations

MARKS: dict[str, str] = {
    "clock": "at clock klo kl",
    "and": "and",
    "or": "or",
    "on": "on the of date time when",
    "from": "from starting beginning as_of commencing start starting_from starting_on from_the",
    "begins": "starts begins first_session first_meeting first_class commences next_session next_time next_meeting",
    "until": "until till to through thru up_to",
    "ends": "ends ending last_session last_meeting last_class",
    "open_ended": "until_further_notice ongoing",
    "by": "by no_later_than deadline latest before at_the_latest",
    "except": (
        "except excluding not no but_not other_than break with_the_exception_of apart_from no_session_on no_class_on "
        "not_on except_for except_on excl skip winter_break christmas_break"
    ),
    "except:strong": "except excluding except_for apart_from with_the_exception_of break",
    "except:off": "cancelled canceled",
    "except:shut": "closed shut",
    "every": "every each",
    "interval:2": (
        "every_other every_second every_two_weeks every_2_weeks fortnightly every_2nd alternate every_other_week every_second_week"
    ),
    "interval:3": "every_third every_three_weeks every_3_weeks every_3rd every_third_week",
    "interval:4": "every_fourth every_four_weeks every_4_weeks every_4th every_fourth_week",
    "weekly": "weekly every_week",
    "vague": ("once_a_week twice_a_week regularly twice_weekly"),
    "vague:rare": (
        "once_a_month twice_a_month monthly every_month two_times_a_month once_every_month biweekly bi-weekly twice_monthly once_a_year"
    ),
    "week": "week weeks wk wks",
    "parity:odd": "odd odd-numbered odd_numbered",
    "parity:even": "even even-numbered even_numbered",
    "month_unit": (
        "every_month monthly of_the_month of_each_month of_every_month in_the_month of_month month each_month "
        "every_month_on_the a_month month's"
    ),
    "ordinal:1": "first 1st",
    "ordinal:2": "second 2nd",
    "ordinal:3": "third 3rd",
    "ordinal:4": "fourth 4th",
    "ordinal:5": "fifth 5th",
    "ordinal:-1": "last final",
    "ordinal:-2": "second_to_last",
    "daily": "daily every_day each_day every_evening every_morning",
    "workdays": "every_weekday weekdays weekday working_days",
    "weekends": "weekends",
    "times": "times sessions lessons meetings classes",
    "length": "duration",
    "unit:minute": "min mins minutes minute",
    "unit:hour": "h hrs hours hour hr",
    "relative:0": "today tonight this_evening",
    "relative:1": "tomorrow",
    "relative:2": "day_after_tomorrow the_day_after_tomorrow",
    "relative:-1": "yesterday",
    "next": "next",
    "coming": "coming this this_coming",
    "last": "last_week's",
    "week_of": "week",
    "weekend_of": "weekend",
    "month_of": "month",
    "shift": "in_a_week in_two_weeks a_week_from",
    "hours": "open opening_hours hours open_daily opening_times",
    "enrol": "rsvp sign_up signup book bookings reservations",
    "stamp": "published updated posted modified created",
    "office": "phone office call telephone enquiries tel information",
    "history": "founded established since born years_ago anniversary",
    "school_holidays": (
        "school_holidays half-term half_term school_breaks school_vacations during_school_holidays during_the_school_holidays "
        "the_school_holidays school_holiday"
    ),
    "public_holidays": "public_holidays bank_holidays holidays on_public_holidays national_holidays public_holiday",
    "title_noise": "",
}
PATTERNS: tuple[tuple[str, str], ...] = (
    (r"regist(er|ration)\w*|enrol\w*|application\w*", "enrol"),
    (r"(spring|autumn|fall|summer|winter)", "season"),
    (r"term|semester|season", "season_word"),
    (r"exhibitions?", "exhibition"),
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT_WEEKDAYS = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
CASES: dict[str, str] = {"": "plain", "s": "every", "evening": "on", "evenings": "every", "morning": "on", "mornings": "every", "'s": "of"}
HOLIDAYS: dict[str, str] = {
    "new_year": "new_year's_day new_years_day",
    "epiphany": "epiphany",
    "valentine": "valentine's_day valentines_day",
    "shrove_tuesday": "shrove_tuesday pancake_day",
    "womens_day": "women's_day international_women's_day",
    "palm_sunday": "palm_sunday",
    "maundy_thursday": "maundy_thursday",
    "good_friday": "good_friday",
    "holy_saturday": "holy_saturday",
    "easter_day": "easter_sunday easter_day",
    "easter_monday": "easter_monday",
    "easter": "easter",
    "may_eve": "may_day_eve",
    "may_day": "may_day",
    "mothers_day": "mother's_day mothers_day",
    "ascension": "ascension_day",
    "pentecost": "pentecost whit_sunday",
    "midsummer_eve": "midsummer_eve midsummer's_eve",
    "midsummer_day": "midsummer_day midsummer's_day",
    "midsummer": "midsummer",
    "all_saints": "all_saints'_day all_saints_day all_saint's_day",
    "fathers_day": "father's_day fathers_day",
    "independence_day": "independence_day",
    "lucia": "st_lucia's_day lucia_day",
    "christmas_eve": "christmas_eve",
    "christmas_day": "christmas_day",
    "boxing_day": "boxing_day st_stephen's_day",
    "christmas": "christmas",
    "new_years_eve": "new_year's_eve new_years_eve",
    "advent": "advent_sunday advent sunday_of_advent sunday_in_advent",
}
