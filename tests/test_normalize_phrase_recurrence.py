"""What comes again: weekdays, weeks, months, bounds and exceptions."""

# ruff: noqa: E501 - a phrase and its meaning stand on one line

from __future__ import annotations

import pytest

from tests.phrases import Case, cases, told

EVERY_WEEK = """
fi | recurrence | joka tiistai klo 17.30 | WEEKLY;BYDAY=TU from 2026-11-24 17:30; !open_ended !no_end_time
fi | recurrence | maanantaisin klo 18–19 | WEEKLY;BYDAY=MO from 2026-11-23 18:00 PT1H; !open_ended
fi | recurrence | maanantaisin ja torstaisin klo 9.00–10.00 | WEEKLY;BYDAY=MO,TH from 2026-11-23 09:00 PT1H; !open_ended
fi | recurrence | ti ja to klo 18–19.30 | WEEKLY;BYDAY=TU,TH from 2026-11-24 18:00 PT1H30M; !open_ended
fi | recurrence | ma, ke ja pe klo 9–10 | WEEKLY;BYDAY=MO,WE,FR from 2026-11-23 09:00 PT1H; !open_ended
fi | recurrence | ma-pe klo 8-16 | WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2026-11-23 08:00 PT8H; !open_ended
fi | recurrence | maanantaista torstaihin klo 9–15 | WEEKLY;BYDAY=MO,TU,WE,TH from 2026-11-23 09:00 PT6H; !open_ended
fi | recurrence | ti klo 10–11, to klo 12–13 | WEEKLY;BYDAY=TU from 2026-11-24 10:00 PT1H; WEEKLY;BYDAY=TH from 2026-11-26 12:00 PT1H; !open_ended
fi | recurrence | tiistaisin klo 10 ja 13 | WEEKLY;BYDAY=TU from 2026-11-24 10:00; WEEKLY;BYDAY=TU from 2026-11-24 13:00; !open_ended !no_end_time
fi | recurrence | tiistaisin klo 9–12 ja 13–15 | WEEKLY;BYDAY=TU from 2026-11-24 09:00 PT3H; WEEKLY;BYDAY=TU from 2026-11-24 13:00 PT2H; !open_ended
fi | recurrence | klo 18 torstaisin | WEEKLY;BYDAY=TH from 2026-11-26 18:00; !open_ended !no_end_time
fi | recurrence | torstai-iltaisin klo 18 | WEEKLY;BYDAY=TH from 2026-11-26 18:00; !open_ended !no_end_time
fi | recurrence | keskiviikkoaamuisin klo 9 | WEEKLY;BYDAY=WE from 2026-11-25 09:00; !open_ended !no_end_time
fi | recurrence | keskiviikot klo 17–18 | WEEKLY;BYDAY=WE from 2026-11-25 17:00 PT1H; !open_ended
fi | recurrence | lauantaisin | WEEKLY;BYDAY=SA from 2026-11-28; !open_ended
fi | recurrence | arkisin klo 10–12 | WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2026-11-23 10:00 PT2H; !open_ended !exclude_public_holidays
fi | recurrence | arkipäivisin klo 10–12 | WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2026-11-23 10:00 PT2H; !open_ended !exclude_public_holidays
fi | recurrence | viikonloppuisin klo 12–16 | WEEKLY;BYDAY=SA,SU from 2026-11-22 12:00 PT4H; !open_ended
fi | recurrence | päivittäin klo 12 | DAILY from 2026-11-22 12:00; !open_ended !no_end_time
fi | recurrence | joka päivä klo 12–12.30 | DAILY from 2026-11-22 12:00 PT30M; !open_ended
fi | recurrence | la–su klo 11–15 | WEEKLY;BYDAY=SA,SU from 2026-11-22 11:00 PT4H; !open_ended
fi | recurrence | joka viikko torstaisin klo 13 | WEEKLY;BYDAY=TH from 2026-11-26 13:00; !open_ended !no_end_time
fi | recurrence | toistaiseksi joka ma klo 17 | WEEKLY;BYDAY=MO from 2026-11-23 17:00; !open_ended !no_end_time
"""

WITH_BOUNDS = """
fi | recurrence | tiistaisin 12.1.–27.4. klo 17–18 | WEEKLY;BYDAY=TU;UNTIL=20270427T205959Z from 2027-01-12 17:00 PT1H x16
fi | recurrence | 12.1.–27.4. tiistaisin klo 17–18 | WEEKLY;BYDAY=TU;UNTIL=20270427T205959Z from 2027-01-12 17:00 PT1H x16
fi | recurrence | tiistaisin klo 17–18, 12.1.–27.4.2027 | WEEKLY;BYDAY=TU;UNTIL=20270427T205959Z from 2027-01-12 17:00 PT1H x16
fi | recurrence | ti 17.30–18.30, 12.1.–27.4. | WEEKLY;BYDAY=TU;UNTIL=20270427T205959Z from 2027-01-12 17:30 PT1H x16
fi | recurrence | torstaisin klo 18 alkaen 14.1. | WEEKLY;BYDAY=TH from 2027-01-14 18:00; !open_ended !no_end_time
fi | recurrence | torstaisin klo 18 14.1. alkaen | WEEKLY;BYDAY=TH from 2027-01-14 18:00; !open_ended !no_end_time
fi | recurrence | torstaisin klo 18, alkaa 14.1. | WEEKLY;BYDAY=TH from 2027-01-14 18:00; !open_ended !no_end_time
fi | recurrence | torstaisin klo 18 (alk. 14.1.) | WEEKLY;BYDAY=TH from 2027-01-14 18:00; !open_ended !no_end_time
fi | recurrence | torstaisin klo 18, 22.4. asti | WEEKLY;BYDAY=TH;UNTIL=20270422T205959Z from 2026-11-26 18:00 x22
fi | recurrence | torstaisin klo 18 alkaen 14.1., päättyy 22.4. | WEEKLY;BYDAY=TH;UNTIL=20270422T205959Z from 2027-01-14 18:00 x15
fi | recurrence | 14.1. lähtien torstaisin klo 18 | WEEKLY;BYDAY=TH from 2027-01-14 18:00; !open_ended !no_end_time
fi | recurrence | kevätkaudella tiistaisin klo 10 | WEEKLY;BYDAY=TU from 2027-01-05 10:00; !season !open_ended !no_end_time !start_assumed !needs_review
fi | recurrence | kevätkausi 12.1.–27.4. tiistaisin klo 10 | WEEKLY;BYDAY=TU;UNTIL=20270427T205959Z from 2027-01-12 10:00 x16
fi | recurrence | syyskaudella 1.9.–1.12. tiistaisin klo 10 | WEEKLY;BYDAY=TU;UNTIL=20261201T215959Z from 2026-09-01 10:00 x14; !ongoing
fi | recurrence | viikoilla 36–49 torstaisin klo 14.15–15.45 | WEEKLY;BYDAY=TH;UNTIL=20261206T215959Z from 2026-09-03 14:15 PT1H30M x14; !ongoing
fi | recurrence | vk 2–8 ja 10–16 ke klo 18–19 | WEEKLY;BYDAY=WE;UNTIL=20270425T205959Z from 2027-01-13 18:00 PT1H x14 not 2027-03-03
fi | recurrence | ke klo 18–19 vko 2–8 | WEEKLY;BYDAY=WE;UNTIL=20270228T215959Z from 2027-01-13 18:00 PT1H x7
fi | recurrence | torstaisin vk:t 3–10 klo 15 | WEEKLY;BYDAY=TH;UNTIL=20270314T215959Z from 2027-01-21 15:00 x8
fi | recurrence | viikolla 48 tiistaisin klo 18 | 2026-11-24 18:00; !no_end_time
fi | recurrence | 6 kertaa, alkaen to 14.1. klo 17–18.30 | WEEKLY;BYDAY=TH;COUNT=6 from 2027-01-14 17:00 PT1H30M x6
fi | recurrence | 10 krt, alk. ma 11.1. klo 18 | WEEKLY;BYDAY=MO;COUNT=10 from 2027-01-11 18:00 x10
fi | recurrence | kuusi kertaa torstaisin 14.1. alkaen klo 17 | WEEKLY;BYDAY=TH;COUNT=6 from 2027-01-14 17:00 x6
fi | recurrence | ke klo 17, alk. 13.1., 10 x 90 min | WEEKLY;BYDAY=WE;COUNT=10 from 2027-01-13 17:00 PT1H30M x10
fi | recurrence | torstaisin klo 18, 8 kertaa | WEEKLY;BYDAY=TH;COUNT=8 from 2026-11-26 18:00 x8; !start_assumed !needs_review
fi | recurrence | 10 kertaa, alkaen 11.1. klo 18 | WEEKLY;BYDAY=MO;COUNT=10 from 2027-01-11 18:00 x10; !weekly_assumed !needs_review
fi | recurrence | 8 x 60 min | count 8; duration PT1H; !unspecified_recurrence
"""

ODD_EVEN_EVERY_OTHER = """
fi | recurrence | parittomilla viikoilla tiistaisin klo 13–15 | odd weeks TU from 2026-12-01 13:00 PT2H; !open_ended !iso_week_parity
fi | recurrence | tiistaisin parittomina viikkoina klo 13 | odd weeks TU from 2026-12-01 13:00; !open_ended !iso_week_parity !no_end_time
fi | recurrence | parillisten viikkojen torstaisin klo 18 | even weeks TH from 2026-11-26 18:00; !open_ended !iso_week_parity !no_end_time
fi | recurrence | parillisilla viikoilla ti ja to klo 18 | even weeks TU,TH from 2026-11-24 18:00; !open_ended !iso_week_parity !no_end_time
fi | recurrence | parittomat viikot ke klo 18, 13.1.–28.4. | odd weeks WE from 2027-01-20 18:00 until 2027-04-28 x8; !iso_week_parity
fi | recurrence | joka toinen tiistai 1.12. alkaen klo 18 | WEEKLY;INTERVAL=2;BYDAY=TU from 2026-12-01 18:00; !open_ended !no_end_time
fi | recurrence | joka toinen viikko tiistaisin, alkaen 1.12. klo 18 | WEEKLY;INTERVAL=2;BYDAY=TU from 2026-12-01 18:00; !open_ended !no_end_time
fi | recurrence | joka 2. viikko ti klo 18 alk. 1.12. | WEEKLY;INTERVAL=2;BYDAY=TU from 2026-12-01 18:00; !open_ended !no_end_time
fi | recurrence | joka toinen torstai klo 13 | !unspecified_recurrence !needs_review
fi | recurrence | joka kolmas keskiviikko alkaen 2.12. klo 10 | WEEKLY;INTERVAL=3;BYDAY=WE from 2026-12-02 10:00; !open_ended !no_end_time
fi | recurrence | kahden viikon välein torstaisin alkaen 26.11. klo 13 | WEEKLY;INTERVAL=2;BYDAY=TH from 2026-11-26 13:00; !open_ended !no_end_time
fi | recurrence | joka toinen tiistai 12.1.–27.4. klo 18 | WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270427T205959Z from 2027-01-12 18:00 x8
"""

EVERY_MONTH = """
fi | recurrence | kuukauden ensimmäinen maanantai klo 18 | MONTHLY;BYDAY=1MO from 2026-12-07 18:00; !open_ended !no_end_time
fi | recurrence | joka kuukauden toinen tiistai klo 17–18.30 | MONTHLY;BYDAY=2TU from 2026-12-08 17:00 PT1H30M; !open_ended
fi | recurrence | kuukauden viimeisenä torstaina klo 18 | MONTHLY;BYDAY=-1TH from 2026-11-26 18:00; !open_ended !no_end_time
fi | recurrence | joka kuun 3. ke klo 12 | MONTHLY;BYDAY=3WE from 2026-12-16 12:00; !open_ended !no_end_time
fi | recurrence | kunkin kuukauden 1. ja 3. perjantai klo 9 | MONTHLY;BYDAY=1FR,3FR from 2026-12-04 09:00; !open_ended !no_end_time
fi | recurrence | kuun viimeinen pe klo 17 | MONTHLY;BYDAY=-1FR from 2026-11-27 17:00; !open_ended !no_end_time
fi | recurrence | kuukauden 2. sunnuntai | MONTHLY;BYDAY=2SU from 2026-12-13; !open_ended
fi | recurrence | joka kuukauden 15. päivä klo 18 | MONTHLY;BYMONTHDAY=15 from 2026-12-15 18:00; !open_ended !no_end_time
fi | recurrence | joka kuun 1. ma klo 18, 11.1. alkaen | MONTHLY;BYDAY=1MO from 2027-02-01 18:00; !open_ended !no_end_time
fi | recurrence | kuukauden ensimmäinen maanantai klo 9–11, ei heinäkuussa | MONTHLY;BYDAY=1MO from 2026-12-07 09:00 PT2H not 2027-07-05; !open_ended
fi | recurrence | kerran kuukaudessa | !unspecified_recurrence
fi | recurrence | 1 krt/kk | !unspecified_recurrence
fi | recurrence | säännöllisesti | !unspecified_recurrence
"""

EXCEPTIONS = """
fi | recurrence | tiistaisin klo 10–11, ei 22.12.–5.1. | WEEKLY;BYDAY=TU from 2026-11-24 10:00 PT1H not 2026-12-22,2026-12-29,2027-01-05; !open_ended
fi | recurrence | tiistaisin klo 10–11 (ei 22.12., 29.12. eikä 5.1.) | WEEKLY;BYDAY=TU from 2026-11-24 10:00 PT1H not 2026-12-22,2026-12-29,2027-01-05; !open_ended
fi | recurrence | tiistaisin klo 10–11 paitsi 22.12. ja 29.12. | WEEKLY;BYDAY=TU from 2026-11-24 10:00 PT1H not 2026-12-22,2026-12-29; !open_ended
fi | recurrence | tiistaisin klo 10–11, tauko 22.12.–5.1. | WEEKLY;BYDAY=TU from 2026-11-24 10:00 PT1H not 2026-12-22,2026-12-29,2027-01-05; !open_ended
fi | recurrence | tiistaisin klo 10–11, joulutauko 22.12.–5.1. | WEEKLY;BYDAY=TU from 2026-11-24 10:00 PT1H not 2026-12-22,2026-12-29,2027-01-05; !open_ended
fi | recurrence | tiistaisin klo 10–11, ei kerhoa 22.12. | WEEKLY;BYDAY=TU from 2026-11-24 10:00 PT1H not 2026-12-22; !open_ended
fi | recurrence | tiistaisin klo 10–11. Ei 22.12. eikä 29.12. | WEEKLY;BYDAY=TU from 2026-11-24 10:00 PT1H not 2026-12-22,2026-12-29; !open_ended
fi | recurrence | tiistaisin klo 10–11, 22.12. ei kerhoa | WEEKLY;BYDAY=TU from 2026-11-24 10:00 PT1H not 2026-12-22; !open_ended
fi | recurrence | tiistaisin klo 10–11, ei viikolla 53 | WEEKLY;BYDAY=TU from 2026-11-24 10:00 PT1H not 2026-12-29; !open_ended
fi | recurrence | tiistaisin klo 10–11, lukuun ottamatta 22.12. | WEEKLY;BYDAY=TU from 2026-11-24 10:00 PT1H not 2026-12-22; !open_ended
fi | recurrence | tiistaisin klo 10–11, poikkeuksena 22.12. | WEEKLY;BYDAY=TU from 2026-11-24 10:00 PT1H not 2026-12-22; !open_ended
fi | recurrence | torstaisin klo 18, ei jouluaattona | WEEKLY;BYDAY=TH from 2026-11-26 18:00 not 2026-12-24; !open_ended !no_end_time
fi | recurrence | torstaisin klo 18, ei helatorstaina | WEEKLY;BYDAY=TH from 2026-11-26 18:00 not 2027-05-06; !open_ended !no_end_time
fi | recurrence | perjantaisin klo 9, ei arkipyhinä | WEEKLY;BYDAY=FR from 2026-11-27 09:00; not public_holidays; !open_ended !no_end_time
fi | recurrence | torstaisin klo 15, ei koulujen loma-aikoina | WEEKLY;BYDAY=TH from 2026-11-26 15:00; not school_holidays; !open_ended !no_end_time !needs_calendar
fi | recurrence | torstaisin 14.1.–22.4. klo 15, ei hiihtolomalla vk 9 | WEEKLY;BYDAY=TH;UNTIL=20270422T205959Z from 2027-01-14 15:00 x14 not 2027-03-04; not school_holidays; !needs_calendar
fi | recurrence | päivittäin klo 12, ei sunnuntaisin | WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA from 2026-11-23 12:00; !open_ended !no_end_time
fi | recurrence | ma–la klo 10, ei 6.12. | WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA from 2026-11-23 10:00 not 2026-12-06; !open_ended !no_end_time !exclusion_not_in_series !needs_review
fi | recurrence | torstaisin 14.1.–22.4. klo 15, ei 25.2. | WEEKLY;BYDAY=TH;UNTIL=20270422T205959Z from 2027-01-14 15:00 x14 not 2027-02-25
fi | recurrence | torstaisin 14.1.–22.4. klo 15, ei 24.2. | WEEKLY;BYDAY=TH;UNTIL=20270422T205959Z from 2027-01-14 15:00 x15 not 2027-02-24; !exclusion_not_in_series !needs_review
fi | recurrence | 3.–10.12. klo 18, ei 6.12. | 2026-12-03 18:00; 2026-12-04 18:00; 2026-12-05 18:00; 2026-12-07 18:00; 2026-12-08 18:00; 2026-12-09 18:00; 2026-12-10 18:00; !daily_hours_over_range !no_end_time
fi | exclusion | ei 6.12. | not 2026-12-06
fi | exclusion | ei 24.2. eikä 3.3. | not 2027-02-24, 2027-03-03
fi | exclusion | ei 22.–29.12. | not 2026-12-22, 2026-12-23, 2026-12-24, 2026-12-25, 2026-12-26, 2026-12-27, 2026-12-28, 2026-12-29
fi | exclusion | ei vk 42 | not 2026-10-12, 2026-10-13, 2026-10-14, 2026-10-15, 2026-10-16, 2026-10-17, 2026-10-18
fi | exclusion | ei itsenäisyyspäivänä | not 2026-12-06
fi | exclusion | pl. 24.2. | not 2027-02-24
fi | exclusion | paitsi juhannusaattona | not 2027-06-25
fi | exclusion | ei koulujen lomien aikana | not school_holidays; !needs_calendar
fi | exclusion | ei pyhäpäivinä | not public_holidays
fi | exclusion | lukuun ottamatta 24.2. | not 2027-02-24
sv | exclusion | ej 24.2 | not 2027-02-24
sv | exclusion | uppehåll 22.12–23.12 | not 2026-12-22, 2026-12-23
sv | exclusion | inte vecka 8 | not 2027-02-22, 2027-02-23, 2027-02-24, 2027-02-25, 2027-02-26, 2027-02-27, 2027-02-28
en | exclusion | except 24 February | not 2027-02-24
en | exclusion | no session on 24 Feb | not 2027-02-24
en | exclusion | not during school holidays | not school_holidays; !needs_calendar
"""

OTHER_LANGUAGES = """
sv | recurrence | måndagar och torsdagar kl. 9–10 | WEEKLY;BYDAY=MO,TH from 2026-11-23 09:00 PT1H; !open_ended
sv | recurrence | må, on och fr kl. 9–10 | WEEKLY;BYDAY=MO,WE,FR from 2026-11-23 09:00 PT1H; !open_ended
sv | recurrence | varje onsdag kl. 18–19.30 | WEEKLY;BYDAY=WE from 2026-11-25 18:00 PT1H30M; !open_ended
sv | recurrence | onsdagskvällar kl. 18 | WEEKLY;BYDAY=WE from 2026-11-25 18:00; !open_ended !no_end_time
sv | recurrence | tisdagar 12.1–27.4 kl. 17–18 | WEEKLY;BYDAY=TU;UNTIL=20270427T205959Z from 2027-01-12 17:00 PT1H x16
sv | recurrence | veckorna 2–8 torsdagar kl. 15 | WEEKLY;BYDAY=TH;UNTIL=20270228T215959Z from 2027-01-14 15:00 x7
sv | recurrence | varannan vecka på torsdagar, start 26.11 kl. 13 | WEEKLY;INTERVAL=2;BYDAY=TH from 2026-11-26 13:00; !open_ended !no_end_time
sv | recurrence | varannan tisdag kl. 18 från 1.12 | WEEKLY;INTERVAL=2;BYDAY=TU from 2026-12-01 18:00; !open_ended !no_end_time
sv | recurrence | ojämna veckor på torsdagar kl. 18 | odd weeks TH from 2026-12-03 18:00; !open_ended !iso_week_parity !no_end_time
sv | recurrence | sista torsdagen i månaden kl. 18 | MONTHLY;BYDAY=-1TH from 2026-11-26 18:00; !open_ended !no_end_time
sv | recurrence | tredje onsdagen varje månad kl. 12 | MONTHLY;BYDAY=3WE from 2026-12-16 12:00; !open_ended !no_end_time
sv | recurrence | fredagar kl. 9, inte 25.12 | WEEKLY;BYDAY=FR from 2026-11-27 09:00 not 2026-12-25; !open_ended !no_end_time
sv | recurrence | fredagar kl. 9 utom 25.12 och 1.1 | WEEKLY;BYDAY=FR from 2026-11-27 09:00 not 2026-12-25,2027-01-01; !open_ended !no_end_time
sv | recurrence | dagligen kl. 12 | DAILY from 2026-11-22 12:00; !open_ended !no_end_time
sv | recurrence | 8 gånger, torsdagar från 14.1 kl. 17 | WEEKLY;BYDAY=TH;COUNT=8 from 2027-01-14 17:00 x8
en | recurrence | every Wednesday 6–7.30 pm | WEEKLY;BYDAY=WE from 2026-11-25 18:00 PT1H30M; !open_ended
en | recurrence | Mondays and Thursdays, 9–10 am | WEEKLY;BYDAY=MO,TH from 2026-11-23 09:00 PT1H; !open_ended
en | recurrence | Mon, Wed and Fri 9–10 am | WEEKLY;BYDAY=MO,WE,FR from 2026-11-23 09:00 PT1H; !open_ended
en | recurrence | Tuesdays 12 Jan–27 Apr at 5 pm | WEEKLY;BYDAY=TU;UNTIL=20270427T205959Z from 2027-01-12 17:00 x16
en | recurrence | every other Tuesday starting 1 Dec at 6 pm | WEEKLY;INTERVAL=2;BYDAY=TU from 2026-12-01 18:00; !open_ended !no_end_time
en | recurrence | even weeks on Thursdays at 6 pm | even weeks TH from 2026-11-26 18:00; !open_ended !iso_week_parity !no_end_time
en | recurrence | last Thursday of the month at 6 pm | MONTHLY;BYDAY=-1TH from 2026-11-26 18:00; !open_ended !no_end_time
en | recurrence | every first Sunday at 12 | MONTHLY;BYDAY=1SU from 2026-12-06 12:00; !open_ended !no_end_time
en | recurrence | every second Tuesday of the month at 10 am | MONTHLY;BYDAY=2TU from 2026-12-08 10:00; !open_ended !no_end_time
en | recurrence | Fridays at 9 am except 25 December | WEEKLY;BYDAY=FR from 2026-11-27 09:00 not 2026-12-25; !open_ended !no_end_time
en | recurrence | 8 sessions, Thursdays from 14 January at 5 pm | WEEKLY;BYDAY=TH;COUNT=8 from 2027-01-14 17:00 x8
en | recurrence | weekends 11 am–3 pm | WEEKLY;BYDAY=SA,SU from 2026-11-22 11:00 PT4H; !open_ended
se | recurrence | duorastagaid dii. 18 | WEEKLY;BYDAY=TH from 2026-11-26 18:00; !open_ended !no_end_time
se | recurrence | juohke bearjadaga dii. 13–15 | WEEKLY;BYDAY=FR from 2026-11-27 13:00 PT2H; !open_ended
"""

SLIPS_OF_THE_PEN = """
fi | recurrence | tiistiasin klo 18 | WEEKLY;BYDAY=TU from 2026-11-24 18:00; !open_ended !no_end_time !spelling_assumed
fi | recurrence | keskivikkoisin klo 9 | WEEKLY;BYDAY=WE from 2026-11-25 09:00; !open_ended !no_end_time !spelling_assumed
fi | recurrence | torstaisn klo 18 | WEEKLY;BYDAY=TH from 2026-11-26 18:00; !open_ended !no_end_time !spelling_assumed
fi | recurrence | maanantiasin klo 9 | WEEKLY;BYDAY=MO from 2026-11-23 09:00; !open_ended !no_end_time !spelling_assumed
sv | recurrence | tisdgar kl. 18 | WEEKLY;BYDAY=TU from 2026-11-24 18:00; !open_ended !no_end_time !spelling_assumed
"""

A_WEEKDAY_BEFORE_A_STRETCH_OF_WEEKS = """
fi | recurrence | ti 12.1.–27.4. klo 17.30–18.30 | WEEKLY;BYDAY=TU;UNTIL=20270427T205959Z from 2027-01-12 17:30 PT1H x16
fi | recurrence | ti 12.1. – ti 27.4. klo 17.30 | WEEKLY;BYDAY=TU;UNTIL=20270427T205959Z from 2027-01-12 17:30 x16
fi | range | pe 4.12. – su 13.12. klo 10–16 | 2026-12-04 10:00-16:00; 2026-12-05 10:00-16:00; 2026-12-06 10:00-16:00; 2026-12-07 10:00-16:00; 2026-12-08 10:00-16:00; 2026-12-09 10:00-16:00; 2026-12-10 10:00-16:00; 2026-12-11 10:00-16:00; 2026-12-12 10:00-16:00; 2026-12-13 10:00-16:00; !daily_hours_over_range
fi | range | 12.1.–27.4. klo 18 | DAILY;UNTIL=20270427T205959Z from 2027-01-12 18:00 x106; !ambiguous !daily_hours_over_range !needs_review
fi | recurrence | joka toinen tiistai 12.1.–27.4. klo 18 | WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270427T205959Z from 2027-01-12 18:00 x8
fi | recurrence | Keväällä 2027 torstaisin klo 18 | WEEKLY;BYDAY=TH from 2027-01-07 18:00; !season !open_ended !no_end_time !start_assumed !needs_review
sv | recurrence | tis 12.1–27.4 kl. 17.30 | WEEKLY;BYDAY=TU;UNTIL=20270427T205959Z from 2027-01-12 17:30 x16
"""


@pytest.mark.parametrize(
    "case",
    cases(
        EVERY_WEEK
        + WITH_BOUNDS
        + ODD_EVEN_EVERY_OTHER
        + EVERY_MONTH
        + EXCEPTIONS
        + OTHER_LANGUAGES
        + SLIPS_OF_THE_PEN
        + A_WEEKDAY_BEFORE_A_STRETCH_OF_WEEKS
    ),
    ids=str,
)
def test_a_phrase_means(case: Case) -> None:
    assert told(case.read()) == case.meaning
