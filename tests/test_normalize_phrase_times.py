"""Single times, lists, ranges, days by name, and what is no time at all."""

# ruff: noqa: E501 - a phrase and its meaning stand on one line

from __future__ import annotations

import pytest

from tests.phrases import Case, cases, told

ONE_DAY_WITH_AND_WITHOUT_A_YEAR = """
fi | datetime | la 5.12. klo 12–15 | 2026-12-05 12:00-15:00
fi | datetime | Su 29.11. klo 11 | 2026-11-29 11:00; !no_end_time
fi | datetime | maanantaina 30.11. klo 18.00–20.15 | 2026-11-30 18:00-20:15
fi | datetime | MA 30.11. KLO 18 | 2026-11-30 18:00; !no_end_time
fi | datetime | Torstai 3.12.2026 kello 13 | 2026-12-03 13:00; !no_end_time
fi | datetime | 3.12.2026 klo 13.00 - 14.30 | 2026-12-03 13:00-14:30
fi | datetime | 3.12.26 klo 13 | 2026-12-03 13:00; !no_end_time
fi | datetime | 03.12.2026 klo 13:00 | 2026-12-03 13:00; !no_end_time
fi | datetime | 3. 12. 2026 klo 13 | 2026-12-03 13:00; !no_end_time
fi | datetime | to 3.12 klo 13 | 2026-12-03 13:00; !no_end_time
fi | datetime | to 3.12. 13.00–14.30 | 2026-12-03 13:00-14:30
fi | datetime | to 3.12. 13–15 | 2026-12-03 13:00-15:00
fi | datetime | to 3.12., klo 13 | 2026-12-03 13:00; !no_end_time
fi | datetime | 13.00 to 3.12. | 2026-12-03 13:00; !no_end_time
fi | datetime | klo 13–15 torstaina 3.12. | 2026-12-03 13:00-15:00
fi | datetime | 3.12.klo 13-15 | 2026-12-03 13:00-15:00
fi | datetime | 3.12.2026klo13 | 2026-12-03 13:00; !no_end_time
fi | datetime | to3.12. klo 13 | 2026-12-03 13:00; !no_end_time
fi | datetime | 3.12.13.00 | 2026-12-03 13:00; !no_end_time
fi | datetime | 2026-12-03T13:00 | 2026-12-03 13:00; !no_end_time
fi | datetime | 3/12/2026 klo 13 | 2026-12-03 13:00; !no_end_time
fi | datetime | torstaina 3. joulukuuta 2026 klo 13 | 2026-12-03 13:00; !no_end_time
fi | datetime | joulukuun 3. päivänä klo 13 | 2026-12-03 13:00; !no_end_time
fi | datetime | 3 joulukuuta klo 13 | 2026-12-03 13:00; !no_end_time
fi | date | pe 1.1. | 2027-01-01
fi | date | 1.1.2027 | 2027-01-01
fi | date | ke 6. tammikuuta | 2027-01-06
fi | datetime | La 28.11. Klo: 10.00 | 2026-11-28 10:00; !no_end_time
fi | datetime | la 28.11. klo 10.30. | 2026-11-28 10:30; !no_end_time
fi | datetime | la 28.11. klo 1030 | 2026-11-28 10:30; !no_end_time
fi | datetime | la 28.11. klo 10,30 | 2026-11-28 10:30; !no_end_time
fi | datetime | la 28.11. klo 18:sta 20:een | 2026-11-28 18:00-20:00
fi | datetime | la 28.11. klo 00.30 | 2026-11-28 00:30; !no_end_time
fi | datetime | la 28.11. klo 20–24 | 2026-11-28 20:00-2026-11-29 00:00
fi | datetime | la 28.11. klo 21–1 | 2026-11-28 21:00-2026-11-29 01:00; !crosses_midnight
fi | datetime | la 28.11. klo 18–18 | 2026-11-28 18:00; !no_end_time !end_before_start !needs_review
fi | datetime | la 28.11. klo 14–10 | 2026-11-28 14:00; !no_end_time !end_before_start !needs_review
fi | datetime | la 28.11. klo 18 jälkeen | 2026-11-28 18:00; !no_end_time
fi | datetime | la 28.11. alkaen klo 18 | 2026-11-28 18:00; !no_end_time
fi | datetime | la 28.11. klo 20 saakka | 2026-11-28-20:00; !no_start_time
"""

SEVERAL_TIMES_SEVERAL_DAYS = """
fi | datetime | la 28.11. klo 10, 12 ja 14.30 | 2026-11-28 10:00; 2026-11-28 12:00; 2026-11-28 14:30; !no_end_time
fi | datetime | la 28.11. klo 10–12, 13–15 ja 16–18 | 2026-11-28 10:00-12:00; 2026-11-28 13:00-15:00; 2026-11-28 16:00-18:00
fi | datetime | la 28.11. klo 10 sekä klo 13 | 2026-11-28 10:00; 2026-11-28 13:00; !no_end_time
fi | datetime | la 28.11. klo 14 ja su 29.11. klo 16 | 2026-11-28 14:00; 2026-11-29 16:00; !no_end_time
fi | datetime | to 3.12. klo 18 ja la 5.12. klo 14 ja 18 | 2026-12-03 18:00; 2026-12-05 14:00; 2026-12-05 18:00; !no_end_time
fi | datetime | la 28.11. ja su 29.11. klo 10–16 | 2026-11-28 10:00-16:00; 2026-11-29 10:00-16:00
fi | datetime | 28. ja 29.11. klo 10–16 | 2026-11-28 10:00-16:00; 2026-11-29 10:00-16:00
fi | datetime | 1.12., 8.12. ja 15.12.2026 klo 18 | 2026-12-01 18:00; 2026-12-08 18:00; 2026-12-15 18:00; !no_end_time
fi | datetime | 15.12., 5.1. ja 19.1. klo 18 | 2026-12-15 18:00; 2027-01-05 18:00; 2027-01-19 18:00; !no_end_time
fi | datetime | ti 1.12., to 3.12. ja la 5.12. klo 9 | 2026-12-01 09:00; 2026-12-03 09:00; 2026-12-05 09:00; !no_end_time
fi | datetime | 1.12. 8.12. 15.12. klo 18 | 2026-12-01 18:00; 2026-12-08 18:00; 2026-12-15 18:00; !no_end_time
fi | datetime | 1.12. & 8.12. klo 18 | 2026-12-01 18:00; 2026-12-08 18:00; !no_end_time
fi | datetime | 30.9. ja 14.10. klo 18 | 2026-09-30 18:00; 2026-10-14 18:00; !past !no_end_time
fi | datetime | tiistaina ja torstaina klo 18 | 2026-11-24 18:00; 2026-11-26 18:00; !relative_date !no_end_time
"""

DAYS_BY_NAME = """
fi | datetime | vappuna klo 12 | 2027-05-01 12:00; !named_day !no_end_time
fi | datetime | vappuaattona klo 18 | 2027-04-30 18:00; !named_day !no_end_time
fi | datetime | pitkäperjantaina klo 10 | 2027-03-26 10:00; !named_day !no_end_time
fi | datetime | pääsiäispäivänä klo 10 | 2027-03-28 10:00; !named_day !no_end_time
fi | datetime | 2. pääsiäispäivänä klo 10 | 2027-03-29 10:00; !named_day !no_end_time
fi | datetime | helatorstaina klo 10 | 2027-05-06 10:00; !named_day !no_end_time
fi | datetime | äitienpäivänä klo 12 | 2027-05-09 12:00; !named_day !no_end_time
fi | datetime | isänpäivänä klo 12 | 2026-11-08 12:00; !named_day !past !no_end_time
fi | datetime | pyhäinpäivänä klo 10 | 2026-10-31 10:00; !named_day !past !no_end_time
fi | datetime | uudenvuodenaattona klo 20 | 2026-12-31 20:00; !named_day !no_end_time
fi | datetime | tapaninpäivänä klo 18 | 2026-12-26 18:00; !named_day !no_end_time
fi | datetime | 3. adventtina klo 16 | 2026-12-13 16:00; !named_day !no_end_time
fi | datetime | toisena adventtisunnuntaina klo 16 | 2026-12-06 16:00; !named_day !no_end_time
fi | datetime | itsenäisyyspäivänä su 6.12. klo 12 | 2026-12-06 12:00; !named_day !no_end_time
fi | datetime | jouluna klo 10 | !named_day !ambiguous !needs_review
sv | datetime | på julafton kl. 14 | 2026-12-24 14:00; !named_day !no_end_time
sv | datetime | på långfredagen kl. 10 | 2027-03-26 10:00; !named_day !no_end_time
sv | datetime | annandag påsk kl 10 | 2027-03-29 10:00; !named_day !no_end_time
sv | datetime | på alla helgons dag kl. 18 | 2026-10-31 18:00; !named_day !past !no_end_time
sv | datetime | tredje advent kl. 16 | 2026-12-13 16:00; !named_day !no_end_time
en | datetime | on Christmas Eve at 2 pm | 2026-12-24 14:00; !named_day !no_end_time
en | datetime | on Good Friday at 10 am | 2027-03-26 10:00; !named_day !no_end_time
"""

SEEN_FROM_THE_DAY_OF_THE_NOTICE = """
fi | datetime | ylihuomenna klo 9 | 2026-11-24 09:00; !relative_date !no_end_time
fi | datetime | tänä iltana klo 19 | 2026-11-22 19:00; !relative_date !no_end_time
fi | datetime | maanantaina klo 18 | 2026-11-23 18:00; !relative_date !no_end_time
fi | datetime | ensi viikon keskiviikkona klo 17 | 2026-11-25 17:00; !relative_date !no_end_time
fi | date | ensi viikolla | range 2026-11-23..2026-11-29; !relative_date !week_only
fi | date | ensi kuussa | month 2026-12; !relative_date !month_only
fi | date | viikonloppuna | range 2026-11-21..2026-11-22; !relative_date !ambiguous
sv | datetime | på onsdag kl. 18 | 2026-11-25 18:00; !relative_date !no_end_time
sv | datetime | nästa vecka på tisdag kl. 18 | 2026-11-24 18:00; !relative_date !no_end_time
en | datetime | on Friday at 6 pm | 2026-11-27 18:00; !relative_date !no_end_time
en | datetime | today at 18:00 | 2026-11-22 18:00; !relative_date !no_end_time
"""

CONTRADICTIONS_ARE_TOLD_NEVER_MENDED_SILENTLY = """
fi | datetime | ma 28.11. klo 10 | or 2026-11-28T10:00; !weekday_year_conflict !needs_review
fi | datetime | ti 24.11.2026 klo 10 | 2026-11-24 10:00; !no_end_time
fi | datetime | ke 24.11.2026 klo 10 | 2026-11-24 10:00; !weekday_conflict !no_end_time !needs_review
fi | datetime | to 9.10. klo 9 | 2025-10-09 09:00; or 2026-10-09T09:00; !weekday_year_conflict !past !no_end_time !needs_review
fi | datetime | la 10.10. klo 9 | 2026-10-10 09:00; !past !no_end_time
fi | datetime | ma 5.7. klo 9 | 2027-07-05 09:00; !no_end_time
fi | datetime | 30.2. klo 18 | !invalid_date !needs_review
fi | datetime | 31.4.2027 klo 18 | !invalid_date !needs_review
fi | datetime | 29.2.2028 klo 18 | 2028-02-29 18:00; !no_end_time
fi | datetime | to 15.10.2020 klo 18 | !historical_date
sv | datetime | måndag 28.11 kl. 10 | or 2026-11-28T10:00; !weekday_year_conflict !needs_review
en | datetime | Monday 28 November at 10 am | or 2026-11-28T10:00; !weekday_year_conflict !needs_review
@2027-03-15 | fi | datetime | ti 25.11. klo 18 | 2025-11-25 18:00; or 2027-11-25T18:00; !weekday_year_conflict !past !no_end_time !needs_review
@2025-11-20 | fi | datetime | ti 25.11. klo 18 | 2025-11-25 18:00; !no_end_time
@2027-11-20 | fi | datetime | to 25.11. klo 18 | 2027-11-25 18:00; !no_end_time
@2028-01-10 | fi | datetime | 29.2. klo 18 | 2028-02-29 18:00; !no_end_time
"""

RANGES = """
fi | range | 3.–5.12. | 2026-12-03..2026-12-05
fi | range | 3.-5.12.2026 | 2026-12-03..2026-12-05
fi | range | 3 - 5.12. | 2026-12-03..2026-12-05
fi | range | 28.11.–2.12. | 2026-11-28..2026-12-02
fi | range | 28.12.2026–3.1.2027 | 2026-12-28..2027-01-03
fi | range | 28.12.–3.1.2027 | 2026-12-28..2027-01-03
fi | range | ti 1.12. – to 3.12. | 2026-12-01..2026-12-03
fi | range | to–la 3.–5.12. | 2026-12-03..2026-12-05
fi | range | 3.–5.12. klo 10–16 | 2026-12-03 10:00-16:00; 2026-12-04 10:00-16:00; 2026-12-05 10:00-16:00; !daily_hours_over_range
fi | range | to–la 3.–5.12. klo 19 | 2026-12-03 19:00; 2026-12-04 19:00; 2026-12-05 19:00; !daily_hours_over_range !no_end_time
fi | range | 1. kesäkuuta – 15. elokuuta | 2027-06-01..2027-08-15
fi | range | 1.6.–15.8. päivittäin klo 11–17 | DAILY;UNTIL=20270815T205959Z from 2027-06-01 11:00 PT6H x76
fi | range | pe 4.12. klo 18 – la 5.12. klo 12 | 2026-12-04 18:00-2026-12-05 12:00
fi | range | la 5.12. klo 22 – su 6.12. klo 02 | 2026-12-05 22:00-2026-12-06 02:00
fi | range | avoinna 1.6.–31.8. joka päivä klo 11–18 | range 2027-06-01..2027-08-31; MO 11:00-18:00; TU 11:00-18:00; WE 11:00-18:00; TH 11:00-18:00; FR 11:00-18:00; SA 11:00-18:00; SU 11:00-18:00; !opening_hours
fi | range | Aukioloajat: ma–to 10–19, pe 10–17, la 10–15 | MO 10:00-19:00; TU 10:00-19:00; WE 10:00-19:00; TH 10:00-19:00; FR 10:00-17:00; SA 10:00-15:00; !opening_hours
fi | range | näyttely auki ke–su klo 12–17, 2.12.–10.1. | range 2026-12-02..2027-01-10; WE 12:00-17:00; TH 12:00-17:00; FR 12:00-17:00; SA 12:00-17:00; SU 12:00-17:00; !opening_hours
fi | range | kevätlukukausi 11.1.–30.4. | range 2027-01-11..2027-04-30; !season
fi | range | syyskausi 31.8.–4.12. (ei 12.–16.10.) | range 2026-08-31..2026-12-04; not 2026-10-12, 2026-10-13, 2026-10-14, 2026-10-15, 2026-10-16; !season !ongoing
sv | range | 3–5.12 | 2026-12-03..2026-12-05
sv | range | den 3–5 december | 2026-12-03..2026-12-05
sv | range | 28.12–3.1 | 2026-12-28..2027-01-03
sv | range | tors–lör 3–5.12 kl. 10–16 | 2026-12-03 10:00-16:00; 2026-12-04 10:00-16:00; 2026-12-05 10:00-16:00; !daily_hours_over_range
sv | range | höstterminen 1.9–4.12 | range 2026-09-01..2026-12-04; !season !ongoing
en | range | 3–5 December 2026 | 2026-12-03..2026-12-05
en | range | 28 Dec–3 Jan | 2026-12-28..2027-01-03
en | range | December 3 to December 5 | 2026-12-03..2026-12-05
en | range | autumn term 1 Sept–4 Dec | range 2026-09-01..2026-12-04; !season !ongoing
fi | range | vko 48 | weeks 2026-W48..2026-W48; range 2026-11-23..2026-11-29
fi | range | viikot 2–15 | weeks 2027-W02..2027-W15; range 2027-01-11..2027-04-18
fi | range | vk 52–1 | weeks 2026-W52..2027-W01; range 2026-12-21..2027-01-10
sv | range | vecka 8 | weeks 2027-W08..2027-W08; range 2027-02-22..2027-02-28
en | range | weeks 2–15 | weeks 2027-W02..2027-W15; range 2027-01-11..2027-04-18
"""

NO_DAY_AT_ALL = """
fi | date | tammikuussa | month 2027-01; !month_only
fi | date | maaliskuussa 2027 | month 2027-03; !month_only
fi | date | kesällä | season 2027-summer; !season_only
fi | date | syksyllä 2027 | season 2027-autumn; !season_only
sv | date | i mars | month 2027-03; !month_only
sv | date | våren 2027 | season 2027-spring; !season_only
en | date | in March 2027 | month 2027-03; !month_only
"""

OTHER_LANGUAGES = """
sv | datetime | ons 2.12 kl. 18–20 | 2026-12-02 18:00-20:00
sv | datetime | onsdag 2.12.2026 kl 18.30 | 2026-12-02 18:30; !no_end_time
sv | datetime | den 2 december klockan 18 | 2026-12-02 18:00; !no_end_time
sv | datetime | 2/12 kl 18 | 2026-12-02 18:00; !no_end_time
sv | datetime | kl. 18 onsdagen den 2 december | 2026-12-02 18:00; !no_end_time
sv | datetime | lördag 28.11 kl. 10, 12 och 14 | 2026-11-28 10:00; 2026-11-28 12:00; 2026-11-28 14:00; !no_end_time
sv | datetime | lördag 28.11 kl. 10 till 14 | 2026-11-28 10:00-14:00
en | datetime | Wed 2 Dec 6 pm | 2026-12-02 18:00; !no_end_time
en | datetime | Wednesday 2nd December, 6.30–8 pm | 2026-12-02 18:30-20:00
en | datetime | December 2 at 18.30 | 2026-12-02 18:30; !no_end_time
en | datetime | 2 Dec 2026, 6:30 p.m. | 2026-12-02 18:30; !no_end_time
en | datetime | 11 am–1 pm on Saturday 28 November | 2026-11-28 11:00-13:00
en | datetime | Sat 28 Nov 10–12 | 2026-11-28 10:00-12:00
en | datetime | 2.12.2026 at 18 | 2026-12-02 18:00; !no_end_time
se | datetime | duorasdat 3.12. dii. 13–15 | 2026-12-03 13:00-15:00
se | datetime | gaskavahkku 2.12.2026 dii. 18 | 2026-12-02 18:00; !no_end_time
se | datetime | ihttin dii. 18 | 2026-11-23 18:00; !relative_date !no_end_time
fi | datetime | torsdag 3.12 kl. 18 | 2026-12-03 18:00; !no_end_time
"""

NOT_WHEN_IT_TAKES_PLACE = """
fi | datetime | puh. 044 123 4567 | nothing
fi | datetime | 050-1234567, la–su | nothing
fi | datetime | ilmoittautuminen viimeistään 1.12. | !not_an_event
fi | datetime | julkaistu 20.11.2026 klo 12 | !not_an_event
fi | datetime | 57100 Savonlinna | nothing
fi | datetime | liput 10–15 € | nothing
fi | datetime | 7–12-vuotiaille | nothing
fi | datetime | perustettu 12.5.1950 | !historical_date
"""


@pytest.mark.parametrize(
    "case",
    cases(
        ONE_DAY_WITH_AND_WITHOUT_A_YEAR
        + SEVERAL_TIMES_SEVERAL_DAYS
        + DAYS_BY_NAME
        + SEEN_FROM_THE_DAY_OF_THE_NOTICE
        + CONTRADICTIONS_ARE_TOLD_NEVER_MENDED_SILENTLY
        + RANGES
        + NO_DAY_AT_ALL
        + OTHER_LANGUAGES
        + NOT_WHEN_IT_TAKES_PLACE
    ),
    ids=str,
)
def test_a_phrase_means(case: Case) -> None:
    assert told(case.read()) == case.meaning
