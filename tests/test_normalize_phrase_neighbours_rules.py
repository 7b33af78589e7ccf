"""Neighbours of the region's phrases of what comes again and of what is left out: other words, weekdays, separators, languages."""

# ruff: noqa: E501 - a phrase and its meaning stand on one line

from __future__ import annotations

import pytest

from tests.phrases import Case, cases, told

FINNISH = """
fi | recurrence | tiistaisin ja torstaisin klo 17.30–18.30 | WEEKLY;BYDAY=TU,TH from 2026-11-24 17:30 PT1H; !open_ended
fi | recurrence | joka maanantai klo 18.00 | WEEKLY;BYDAY=MO from 2026-11-23 18:00; !open_ended !no_end_time
fi | recurrence | Ma ja ke klo 10-11.30 | WEEKLY;BYDAY=MO,WE from 2026-11-23 10:00 PT1H30M; !open_ended
fi | recurrence | ma, ti, to klo 9-12 | WEEKLY;BYDAY=MO,TU,TH from 2026-11-23 09:00 PT3H; !open_ended
fi | recurrence | ma–pe klo 8.00–16.00 | WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2026-11-23 08:00 PT8H; !open_ended
fi | recurrence | ma-su 10-18 | WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU from 2026-11-22 10:00 PT8H; !open_ended
fi | recurrence | arkipäivisin 9–15 | WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2026-11-23 09:00 PT6H; !open_ended !exclude_public_holidays
fi | recurrence | arkisin ma–pe klo 9–15 | WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2026-11-23 09:00 PT6H; !open_ended !exclude_public_holidays
fi | recurrence | arki-iltaisin klo 17–20 | WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2026-11-23 17:00 PT3H; !open_ended !exclude_public_holidays
fi | recurrence | viikonloppuisin klo 11-15 | WEEKLY;BYDAY=SA,SU from 2026-11-22 11:00 PT4H; !open_ended
fi | recurrence | maanantaisin 17–18, torstaisin 18–19.30 | WEEKLY;BYDAY=MO from 2026-11-23 17:00 PT1H; WEEKLY;BYDAY=TH from 2026-11-26 18:00 PT1H30M; !open_ended
fi | recurrence | ma klo 17–18, ke klo 18–19 ja pe klo 9–10 | WEEKLY;BYDAY=MO from 2026-11-23 17:00 PT1H; WEEKLY;BYDAY=WE from 2026-11-25 18:00 PT1H; WEEKLY;BYDAY=FR from 2026-11-27 09:00 PT1H; !open_ended
fi | recurrence | ma 17-18, to 18-19.30 | WEEKLY;BYDAY=MO from 2026-11-23 17:00 PT1H; WEEKLY;BYDAY=TH from 2026-11-26 18:00 PT1H30M; !open_ended
fi | recurrence | ma ja ke klo 17–18 sekä to klo 18–19 | WEEKLY;BYDAY=MO,WE from 2026-11-23 17:00 PT1H; WEEKLY;BYDAY=TH from 2026-11-26 18:00 PT1H; !open_ended
fi | recurrence | ti klo 10–11 ja 11–12 | WEEKLY;BYDAY=TU from 2026-11-24 10:00 PT1H; WEEKLY;BYDAY=TU from 2026-11-24 11:00 PT1H; !open_ended
fi | recurrence | joka toinen keskiviikko 2.12. alkaen klo 17 | WEEKLY;INTERVAL=2;BYDAY=WE from 2026-12-02 17:00; !open_ended !no_end_time
fi | recurrence | Joka toinen perjantai klo 13 (27.11. alkaen) | WEEKLY;INTERVAL=2;BYDAY=FR from 2026-11-27 13:00; !open_ended !no_end_time
fi | recurrence | joka toinen ke klo 18, seuraava kerta 2.12. | WEEKLY;INTERVAL=2;BYDAY=WE from 2026-12-02 18:00; !open_ended !no_end_time
fi | recurrence | joka toinen viikko ma klo 18, ensimmäinen kerta 30.11. | WEEKLY;INTERVAL=2;BYDAY=MO from 2026-11-30 18:00; !open_ended !no_end_time
fi | recurrence | parillisten viikkojen maanantait klo 18 | even weeks MO from 2026-11-23 18:00; !open_ended !iso_week_parity !no_end_time
fi | recurrence | parittomien viikkojen torstaisin klo 13–15 | odd weeks TH from 2026-12-03 13:00 PT2H; !open_ended !iso_week_parity
fi | recurrence | parilliset viikot ti klo 18 | even weeks TU from 2026-11-24 18:00; !open_ended !iso_week_parity !no_end_time
fi | recurrence | tiistaisin parillisina viikkoina klo 12 | even weeks TU from 2026-11-24 12:00; !open_ended !iso_week_parity !no_end_time
fi | recurrence | ke klo 18 (parittomat viikot) | odd weeks WE from 2026-12-02 18:00; !open_ended !iso_week_parity !no_end_time
fi | recurrence | joka kuun ensimmäinen tiistai klo 17 | MONTHLY;BYDAY=1TU from 2026-12-01 17:00; !open_ended !no_end_time
fi | recurrence | joka kuukauden ensimmäisenä maanantaina klo 18 | MONTHLY;BYDAY=1MO from 2026-12-07 18:00; !open_ended !no_end_time
fi | recurrence | kuukauden ensimmäisenä ja kolmantena torstaina klo 13 | MONTHLY;BYDAY=1TH,3TH from 2026-12-03 13:00; !open_ended !no_end_time
fi | recurrence | kuun 2. ti klo 18 | MONTHLY;BYDAY=2TU from 2026-12-08 18:00; !open_ended !no_end_time
fi | recurrence | kuukauden viimeisenä sunnuntaina klo 12–14 | MONTHLY;BYDAY=-1SU from 2026-11-29 12:00 PT2H; !open_ended
fi | recurrence | joka kuukauden toiseksi viimeinen perjantai klo 18 | MONTHLY;BYDAY=-2FR from 2026-12-18 18:00; !open_ended !no_end_time
fi | recurrence | joka kuukauden 1. päivä klo 12 | MONTHLY;BYMONTHDAY=1 from 2026-12-01 12:00; !open_ended !no_end_time
fi | recurrence | kerran kuukaudessa tiistaisin klo 18 | !unspecified_recurrence !needs_review
fi | recurrence | kerran viikossa | !unspecified_recurrence
fi | recurrence | kaksi kertaa kuussa | !unspecified_recurrence
fi | recurrence | kuukausittain | !unspecified_recurrence
fi | recurrence | viikoittain | !unspecified_recurrence
fi | recurrence | noin kerran kuussa | !unspecified_recurrence
fi | recurrence | joka toinen viikko | !unspecified_recurrence
fi | recurrence | parillisina viikkoina | !unspecified_recurrence
fi | recurrence | muutaman kerran vuodessa | !unspecified_recurrence
fi | recurrence | kerran viikossa tiistaisin klo 18 | WEEKLY;BYDAY=TU from 2026-11-24 18:00; !open_ended !no_end_time
fi | recurrence | kuukausittain 1. tiistai klo 18 | MONTHLY;BYDAY=1TU from 2026-12-01 18:00; !open_ended !no_end_time
fi | recurrence | keskiviikkoisin 13.1.-21.4. klo 18-19 (ei 24.2.) | WEEKLY;BYDAY=WE;UNTIL=20270421T205959Z from 2027-01-13 18:00 PT1H x14 not 2027-02-24
fi | recurrence | keskiviikkoisin klo 18–19 13.1.–21.4., ei 24.2. eikä 3.3. | WEEKLY;BYDAY=WE;UNTIL=20270421T205959Z from 2027-01-13 18:00 PT1H x13 not 2027-02-24,2027-03-03
fi | recurrence | ke 13.1.–21.4. klo 18–19, ei 24.2. | WEEKLY;BYDAY=WE;UNTIL=20270421T205959Z from 2027-01-13 18:00 PT1H x14 not 2027-02-24
fi | recurrence | ke klo 18–19 ajalla 13.1.–21.4. | WEEKLY;BYDAY=WE;UNTIL=20270421T205959Z from 2027-01-13 18:00 PT1H x15
fi | recurrence | tiistaisin 12.1. alkaen klo 17.30–18.30, ei 23.2. | WEEKLY;BYDAY=TU from 2027-01-12 17:30 PT1H not 2027-02-23; !open_ended
fi | recurrence | tiistaisin 12.1.–20.4. klo 17, tauko vko 8 | WEEKLY;BYDAY=TU;UNTIL=20270420T205959Z from 2027-01-12 17:00 x14 not 2027-02-23
fi | recurrence | tiistaisin 12.1.–20.4. klo 17, ei talvilomaviikolla 8 | WEEKLY;BYDAY=TU;UNTIL=20270420T205959Z from 2027-01-12 17:00 x14 not 2027-02-23
fi | recurrence | torstaisin klo 18 lukuun ottamatta juhlapyhiä | WEEKLY;BYDAY=TH from 2026-11-26 18:00; not public_holidays; !open_ended !no_end_time
fi | recurrence | torstaisin klo 18 (paitsi arkipyhinä) | WEEKLY;BYDAY=TH from 2026-11-26 18:00; not public_holidays; !open_ended !no_end_time
fi | recurrence | tiistaisin klo 18, ei koulujen lomien aikana | WEEKLY;BYDAY=TU from 2026-11-24 18:00; not school_holidays; !open_ended !no_end_time !needs_calendar
fi | recurrence | torstaisin klo 15–16 (ei syys- ja hiihtolomalla) | WEEKLY;BYDAY=TH from 2026-11-26 15:00 PT1H; not school_holidays; !open_ended !needs_calendar
fi | recurrence | torstaisin klo 15–16, ei syyslomaviikolla eikä talvilomaviikolla | WEEKLY;BYDAY=TH from 2026-11-26 15:00 PT1H; not school_holidays; !open_ended !needs_calendar
fi | recurrence | ke klo 18, ei heinäkuussa | WEEKLY;BYDAY=WE from 2026-11-25 18:00 not 2027-07-07,2027-07-14,2027-07-21,2027-07-28; !open_ended !no_end_time
fi | recurrence | ke klo 18, ei kesä-heinäkuussa | WEEKLY;BYDAY=WE from 2026-11-25 18:00 not 2027-06-02,2027-06-09,2027-06-16,2027-06-23,2027-06-30,2027-07-07,2027-07-14,2027-07-21,2027-07-28; !open_ended !no_end_time
fi | recurrence | maanantaisin klo 18, ei 6.12., 21.12., 28.12. | WEEKLY;BYDAY=MO from 2026-11-23 18:00 not 2026-12-06,2026-12-21,2026-12-28; !open_ended !no_end_time !exclusion_not_in_series !needs_review
fi | recurrence | maanantaisin klo 18 poislukien 28.12. | WEEKLY;BYDAY=MO from 2026-11-23 18:00 not 2026-12-28; !open_ended !no_end_time
fi | recurrence | maanantaisin klo 18. Ei kokoontumista 28.12. ja 4.1. | WEEKLY;BYDAY=MO from 2026-11-23 18:00 not 2026-12-28,2027-01-04; !open_ended !no_end_time
fi | recurrence | maanantaisin klo 18. Huom! ei 28.12. | WEEKLY;BYDAY=MO from 2026-11-23 18:00 not 2026-12-28; !open_ended !no_end_time
fi | recurrence | maanantaisin klo 18, viimeinen kerta 14.12. | WEEKLY;BYDAY=MO;UNTIL=20261214T215959Z from 2026-11-23 18:00 x4
fi | recurrence | maanantaisin klo 18, 14.12. saakka | WEEKLY;BYDAY=MO;UNTIL=20261214T215959Z from 2026-11-23 18:00 x4
fi | recurrence | maanantaisin 14.12. asti klo 18 | WEEKLY;BYDAY=MO;UNTIL=20261214T215959Z from 2026-11-23 18:00 x4
fi | recurrence | maanantaisin klo 18 joulukuun loppuun | WEEKLY;BYDAY=MO;UNTIL=20261231T215959Z from 2026-11-23 18:00 x6
fi | recurrence | maanantaisin klo 18, alkaen tammikuussa | WEEKLY;BYDAY=MO from 2027-01-04 18:00; !open_ended !no_end_time !start_assumed !needs_review
fi | recurrence | maanantaisin klo 18 toukokuun loppuun asti | WEEKLY;BYDAY=MO;UNTIL=20270531T205959Z from 2026-11-23 18:00 x28
fi | recurrence | syyskauden ajan tiistaisin klo 12 | WEEKLY;BYDAY=TU from 2026-11-24 12:00; !season !open_ended !no_end_time
fi | recurrence | kevätkaudella 2027 keskiviikkoisin klo 17–18 | WEEKLY;BYDAY=WE from 2027-01-06 17:00 PT1H; !season !open_ended !start_assumed !needs_review
fi | recurrence | syksyllä torstaisin klo 18 | WEEKLY;BYDAY=TH from 2026-11-26 18:00; !season !open_ended !no_end_time
fi | recurrence | kesäisin sunnuntaisin klo 18 | WEEKLY;BYDAY=SU from 2027-06-06 18:00; !season !open_ended !no_end_time !start_assumed !needs_review
fi | recurrence | vko 2–15 ke klo 18–19 | WEEKLY;BYDAY=WE;UNTIL=20270418T205959Z from 2027-01-13 18:00 PT1H x14
fi | recurrence | vk 37–48 ti 17.30–18.30 | WEEKLY;BYDAY=TU;UNTIL=20261129T215959Z from 2026-09-08 17:30 PT1H x12; !ongoing
fi | recurrence | viikot 2-7, 9-15 to klo 10 | WEEKLY;BYDAY=TH;UNTIL=20270418T205959Z from 2027-01-14 10:00 x13 not 2027-02-25
fi | recurrence | torstaisin viikoilla 36–41 ja 43–49 klo 14 | WEEKLY;BYDAY=TH;UNTIL=20261206T215959Z from 2026-09-03 14:00 x13 not 2026-10-15; !ongoing
fi | recurrence | vko:t 2–15 (ei vko 8) ma klo 18 | WEEKLY;BYDAY=MO;UNTIL=20270418T205959Z from 2027-01-11 18:00 x13 not 2027-02-22
fi | recurrence | viikoilla 48 ja 50 to klo 10 | WEEKLY;BYDAY=TH;UNTIL=20261213T215959Z from 2026-11-26 10:00 x2 not 2026-12-03
fi | recurrence | vko 48, 50 ja 2 to klo 10 | WEEKLY;BYDAY=TH;UNTIL=20270117T215959Z from 2026-11-26 10:00 x3 not 2026-12-03,2026-12-17,2026-12-24,2026-12-31,2027-01-07
fi | recurrence | 8 kertaa alkaen ti 12.1. klo 17–18 | WEEKLY;BYDAY=TU;COUNT=8 from 2027-01-12 17:00 PT1H x8
fi | recurrence | 8 kertaa tiistaisin klo 17–18, alkaen 12.1. | WEEKLY;BYDAY=TU;COUNT=8 from 2027-01-12 17:00 PT1H x8
fi | recurrence | 8 krt, ti 12.1. alk. klo 17 | WEEKLY;BYDAY=TU;COUNT=8 from 2027-01-12 17:00 x8
fi | recurrence | 5 x 2 h | count 5; duration PT2H; !unspecified_recurrence
fi | recurrence | 10 x 60 min | count 10; duration PT1H; !unspecified_recurrence
fi | recurrence | 6 kertaa | count 6; !unspecified_recurrence
fi | recurrence | 10 kokoontumiskertaa à 90 min | count 10; duration PT1H30M; !unspecified_recurrence
fi | recurrence | yhteensä 8 tapaamista | count 8; !unspecified_recurrence
fi | recurrence | toistaiseksi ma klo 10 | WEEKLY;BYDAY=MO from 2026-11-23 10:00; !open_ended !no_end_time
fi | recurrence | maanantaisin klo 10 toistaiseksi | WEEKLY;BYDAY=MO from 2026-11-23 10:00; !open_ended !no_end_time
fi | recurrence | 1.9. alkaen joka toinen tiistai klo 12 | WEEKLY;INTERVAL=2;BYDAY=TU from 2026-09-01 12:00; !open_ended !ongoing !no_end_time
fi | recurrence | 1.10. lähtien ke klo 17–19 | WEEKLY;BYDAY=WE from 2026-10-07 17:00 PT2H; !open_ended !ongoing
fi | recurrence | 12.1. alkaen tiistaisin klo 12 | WEEKLY;BYDAY=TU from 2027-01-12 12:00; !open_ended !no_end_time
fi | recurrence | alkaen 7.9. maanantaisin klo 18–19.30 | WEEKLY;BYDAY=MO from 2026-09-07 18:00 PT1H30M; !open_ended !ongoing
fi | recurrence | joka arki klo 10 | WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2026-11-23 10:00; !open_ended !exclude_public_holidays !no_end_time
fi | recurrence | arkipäivinä klo 9–14 | WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2026-11-23 09:00 PT5H; !open_ended !exclude_public_holidays
fi | recurrence | joka su klo 10 | WEEKLY;BYDAY=SU from 2026-11-22 10:00; !open_ended !no_end_time
fi | recurrence | joka ilta klo 20 | DAILY from 2026-11-22 20:00; !open_ended !no_end_time
fi | recurrence | joka päivä klo 10–18 | DAILY from 2026-11-22 10:00 PT8H; !open_ended
fi | recurrence | tiistai-iltapäivisin klo 13–15 | WEEKLY;BYDAY=TU from 2026-11-24 13:00 PT2H; !open_ended
fi | recurrence | keskiviikko- ja perjantai-iltaisin klo 18 | WEEKLY;BYDAY=WE,FR from 2026-11-25 18:00; !open_ended !no_end_time
fi | recurrence | maanantai-, keskiviikko- ja perjantaiaamuisin klo 9 | WEEKLY;BYDAY=MO,WE,FR from 2026-11-23 09:00; !open_ended !no_end_time
fi | recurrence | ti klo 18 | WEEKLY;BYDAY=TU from 2026-11-24 18:00; !open_ended !no_end_time
fi | recurrence | tiistai klo 18–19 | WEEKLY;BYDAY=TU from 2026-11-24 18:00 PT1H; !open_ended
fi | recurrence | Ti 18-19 | WEEKLY;BYDAY=TU from 2026-11-24 18:00 PT1H; !open_ended
fi | recurrence | ti/to klo 18 | WEEKLY;BYDAY=TU,TH from 2026-11-24 18:00; !open_ended !no_end_time
fi | recurrence | ti & to 18–19 | WEEKLY;BYDAY=TU,TH from 2026-11-24 18:00 PT1H; !open_ended
fi | recurrence | ti+to klo 18 | WEEKLY;BYDAY=TU,TH from 2026-11-24 18:00; !open_ended !no_end_time
fi | recurrence | ma - ke klo 9 - 15 | WEEKLY;BYDAY=MO,TU,WE from 2026-11-23 09:00 PT6H; !open_ended
fi | recurrence | maanantaista perjantaihin 8–16 | WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2026-11-23 08:00 PT8H; !open_ended
fi | recurrence | ma–pe 8–16, la 10–14 | WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2026-11-23 08:00 PT8H; WEEKLY;BYDAY=SA from 2026-11-28 10:00 PT4H; !open_ended
fi | exclusion | ei 22.12.–6.1. | not 2026-12-22, 2026-12-23, 2026-12-24, 2026-12-25, 2026-12-26, 2026-12-27, 2026-12-28, 2026-12-29, 2026-12-30, 2026-12-31, 2027-01-01, 2027-01-02, 2027-01-03, 2027-01-04, 2027-01-05, 2027-01-06
fi | exclusion | ei 24.2. ja 3.3. | not 2027-02-24, 2027-03-03
fi | exclusion | (ei 24.2.) | not 2027-02-24
fi | exclusion | ei kokoonnuta 24.2. | not 2027-02-24
fi | exclusion | 24.2. ei kerhoa | not 2027-02-24
fi | exclusion | ei hiihtolomaviikolla | not school_holidays; !needs_calendar
fi | exclusion | ei koulujen loma-aikana | not school_holidays; !needs_calendar
fi | exclusion | ei syyslomalla | not school_holidays; !needs_calendar
fi | exclusion | ei pyhinä | not public_holidays
fi | exclusion | ei juhlapyhinä | not public_holidays
fi | exclusion | ei viikolla 8 | not 2027-02-22, 2027-02-23, 2027-02-24, 2027-02-25, 2027-02-26, 2027-02-27, 2027-02-28
fi | exclusion | ei viikoilla 8 ja 9 | not 2027-02-22, 2027-02-23, 2027-02-24, 2027-02-25, 2027-02-26, 2027-02-27, 2027-02-28, 2027-03-01, 2027-03-02, 2027-03-03, 2027-03-04, 2027-03-05, 2027-03-06, 2027-03-07
fi | exclusion | ei jouluaattona | not 2026-12-24
fi | exclusion | poikkeuksena 24.2. | not 2027-02-24
fi | recurrence | tammikuusta toukokuuhun maanantaisin klo 18 | WEEKLY;BYDAY=MO;UNTIL=20270531T205959Z from 2027-01-04 18:00 x22; !start_assumed !needs_review
fi | recurrence | tammikuusta alkaen maanantaisin klo 18 | WEEKLY;BYDAY=MO from 2027-01-04 18:00; !open_ended !no_end_time !start_assumed !needs_review
fi | recurrence | tammi–huhtikuussa maanantaisin klo 18 | WEEKLY;BYDAY=MO;UNTIL=20270430T205959Z from 2027-01-04 18:00 x17
fi | recurrence | joulukuussa tiistaisin klo 18 | WEEKLY;BYDAY=TU;UNTIL=20261231T215959Z from 2026-12-01 18:00 x5
fi | recurrence | tiistaisin klo 18 tammikuussa 2027 | WEEKLY;BYDAY=TU;UNTIL=20270131T215959Z from 2027-01-05 18:00 x4
fi | recurrence | maanantaisin klo 9, joulu–helmikuussa | WEEKLY;BYDAY=MO;UNTIL=20270228T215959Z from 2026-12-07 09:00 x12
fi | recurrence | joka kuun 15. pv klo 18 | MONTHLY;BYMONTHDAY=15 from 2026-12-15 18:00; !open_ended !no_end_time
fi | recurrence | joka kuun 3. to klo 17–18.30 | MONTHLY;BYDAY=3TH from 2026-12-17 17:00 PT1H30M; !open_ended
fi | recurrence | joka kuukauden 1. ja 3. tiistai klo 10 | MONTHLY;BYDAY=1TU,3TU from 2026-12-01 10:00; !open_ended !no_end_time
fi | recurrence | vko 49 ke klo 18 | 2026-12-02 18:00; !no_end_time
fi | recurrence | vk 2–15 ti klo 9–10.30 (ei vk 8) | WEEKLY;BYDAY=TU;UNTIL=20270418T205959Z from 2027-01-12 09:00 PT1H30M x13 not 2027-02-23
fi | recurrence | vkot 37–41 ja 43–48, ke klo 17 | WEEKLY;BYDAY=WE;UNTIL=20261129T215959Z from 2026-09-09 17:00 x11 not 2026-10-14; !ongoing
fi | recurrence | keskiviikkoisin 13.1.–21.4.2027 klo 18–19 | WEEKLY;BYDAY=WE;UNTIL=20270421T205959Z from 2027-01-13 18:00 PT1H x15
fi | recurrence | ti ja to 12.1.–22.4. klo 9–10 | WEEKLY;BYDAY=TU,TH;UNTIL=20270422T205959Z from 2027-01-12 09:00 PT1H x30
fi | recurrence | tiistaisin ja torstaisin 12.1.–22.4. klo 17–18, ei 23. ja 25.2. | WEEKLY;BYDAY=TU,TH;UNTIL=20270422T205959Z from 2027-01-12 17:00 PT1H x28 not 2027-02-23,2027-02-25
fi | recurrence | ma 11.1.–26.4. klo 18–19.30, ei 5.4. | WEEKLY;BYDAY=MO;UNTIL=20270426T205959Z from 2027-01-11 18:00 PT1H30M x15 not 2027-04-05
fi | recurrence | 12 kertaa, alk. ke 13.1. klo 17–18.30 | WEEKLY;BYDAY=WE;COUNT=12 from 2027-01-13 17:00 PT1H30M x12
fi | recurrence | 5 kertaa alk. 14.1. klo 18 | WEEKLY;BYDAY=TH;COUNT=5 from 2027-01-14 18:00 x5; !weekly_assumed !needs_review
fi | recurrence | 8 x 60 min, alk. ti 12.1. klo 17 | WEEKLY;BYDAY=TU;COUNT=8 from 2027-01-12 17:00 PT1H x8
"""

SWEDISH = """
sv | recurrence | tisdagar i december kl. 18 | WEEKLY;BYDAY=TU;UNTIL=20261231T215959Z from 2026-12-01 18:00 x5
sv | recurrence | tisdagar kl. 18 januari–april | WEEKLY;BYDAY=TU;UNTIL=20270430T205959Z from 2027-01-05 18:00 x17
sv | recurrence | tisdagar kl. 18 till slutet av maj | WEEKLY;BYDAY=TU;UNTIL=20270531T205959Z from 2026-11-24 18:00 x27
sv | recurrence | tisdagar kl. 18 (inte i juli) | WEEKLY;BYDAY=TU from 2026-11-24 18:00 not 2027-07-06,2027-07-13,2027-07-20,2027-07-27; !open_ended !no_end_time
sv | recurrence | tisdagar kl. 18 från januari | WEEKLY;BYDAY=TU from 2027-01-05 18:00; !open_ended !no_end_time !start_assumed !needs_review
sv | recurrence | ons- och fredagskvällar kl. 18 | WEEKLY;BYDAY=WE,FR from 2026-11-25 18:00; !open_ended !no_end_time
sv | recurrence | vardagar kl. 8–16 | WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2026-11-23 08:00 PT8H; !open_ended !exclude_public_holidays
sv | recurrence | helgfria vardagar kl. 9–15 | WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2026-11-23 09:00 PT6H; !open_ended !exclude_public_holidays
sv | recurrence | varje fredag kl. 11 tills vidare | WEEKLY;BYDAY=FR from 2026-11-27 11:00; !open_ended !no_end_time
sv | recurrence | må–to kl. 9–15 | WEEKLY;BYDAY=MO,TU,WE,TH from 2026-11-23 09:00 PT6H; !open_ended
sv | recurrence | måndag–torsdag kl. 9–15 | WEEKLY;BYDAY=MO,TU,WE,TH from 2026-11-23 09:00 PT6H; !open_ended
sv | recurrence | må kl. 17–18 och to kl. 18–19.30 | WEEKLY;BYDAY=MO from 2026-11-23 17:00 PT1H; WEEKLY;BYDAY=TH from 2026-11-26 18:00 PT1H30M; !open_ended
sv | recurrence | jämna veckor onsdagar kl. 18 | even weeks WE from 2026-11-25 18:00; !open_ended !iso_week_parity !no_end_time
sv | recurrence | ojämna veckor, tisdagar kl. 13 | odd weeks TU from 2026-12-01 13:00; !open_ended !iso_week_parity !no_end_time
sv | recurrence | onsdagar i jämna veckor kl. 18 | even weeks WE from 2026-11-25 18:00; !open_ended !iso_week_parity !no_end_time
sv | recurrence | första måndagen i månaden kl. 18 | MONTHLY;BYDAY=1MO from 2026-12-07 18:00; !open_ended !no_end_time
sv | recurrence | andra och fjärde onsdagen i månaden kl. 12 | MONTHLY;BYDAY=2WE,4WE from 2026-11-25 12:00; !open_ended !no_end_time
sv | recurrence | den 1:a måndagen i varje månad kl. 18 | MONTHLY;BYDAY=1MO from 2026-12-07 18:00; !open_ended !no_end_time
sv | recurrence | en gång i månaden | !unspecified_recurrence
sv | recurrence | varannan vecka | !unspecified_recurrence
sv | recurrence | varannan torsdag kl. 13 | !unspecified_recurrence !needs_review
sv | recurrence | varannan onsdag fr.o.m. 2.12 kl. 18 | WEEKLY;INTERVAL=2;BYDAY=WE from 2026-12-02 18:00; !open_ended !no_end_time
sv | recurrence | onsdagar 13.1–21.4 kl. 18–19, inte 24.2 | WEEKLY;BYDAY=WE;UNTIL=20270421T205959Z from 2027-01-13 18:00 PT1H x14 not 2027-02-24
sv | recurrence | onsdagar 13.1–21.4 kl. 18–19 (ej 24.2) | WEEKLY;BYDAY=WE;UNTIL=20270421T205959Z from 2027-01-13 18:00 PT1H x14 not 2027-02-24
sv | recurrence | tisdagar 12.1–24.4, ej 24.2 | WEEKLY;BYDAY=TU;UNTIL=20270424T205959Z from 2027-01-12 x15 not 2027-02-24; !exclusion_not_in_series !needs_review
sv | recurrence | v. 2–7 och 9–15, måndagar kl. 18.15–19.45 | WEEKLY;BYDAY=MO;UNTIL=20270418T205959Z from 2027-01-11 18:15 PT1H30M x13 not 2027-02-22
sv | recurrence | vecka 48–50 torsdagar kl. 10 | WEEKLY;BYDAY=TH;UNTIL=20261213T215959Z from 2026-11-26 10:00 x3
sv | recurrence | 10 gånger, start må 11.1 kl. 18–19.30 | WEEKLY;BYDAY=MO;COUNT=10 from 2027-01-11 18:00 PT1H30M x10
sv | recurrence | 12 x 45 min | count 12; duration PT45M; !unspecified_recurrence
sv | recurrence | från 1.9 tisdagar kl. 12 | WEEKLY;BYDAY=TU from 2026-09-01 12:00; !open_ended !ongoing !no_end_time
sv | recurrence | tisdagar kl. 12 från och med 1.9 | WEEKLY;BYDAY=TU from 2026-09-01 12:00; !open_ended !ongoing !no_end_time
sv | recurrence | torsdagar kl. 18 t.o.m. 22.4 | WEEKLY;BYDAY=TH;UNTIL=20270422T205959Z from 2026-11-26 18:00 x22
sv | recurrence | dagligen kl. 10–18 | DAILY from 2026-11-22 10:00 PT8H; !open_ended
sv | recurrence | tisdagar kl 10 och 13 | WEEKLY;BYDAY=TU from 2026-11-24 10:00; WEEKLY;BYDAY=TU from 2026-11-24 13:00; !open_ended !no_end_time
sv | exclusion | inte 24.2 | not 2027-02-24
sv | exclusion | ej 24.2 och 3.3 | not 2027-02-24, 2027-03-03
sv | exclusion | inte under skolloven | not school_holidays; !needs_calendar
sv | exclusion | inte på helgdagar | not public_holidays
sv | exclusion | utom 24.2 | not 2027-02-24
sv | exclusion | ingen träff 24.2 | not 2027-02-24
sv | exclusion | uppehåll vecka 8 | not 2027-02-22, 2027-02-23, 2027-02-24, 2027-02-25, 2027-02-26, 2027-02-27, 2027-02-28
"""

ENGLISH = """
en | recurrence | Tuesdays 5.30–6.30 pm | WEEKLY;BYDAY=TU from 2026-11-24 17:30 PT1H; !open_ended
en | recurrence | every Tuesday at 17.30–18.30 | WEEKLY;BYDAY=TU from 2026-11-24 17:30 PT1H; !open_ended
en | recurrence | Tuesdays and Thursdays at 18:00 | WEEKLY;BYDAY=TU,TH from 2026-11-24 18:00; !open_ended !no_end_time
en | recurrence | Mon–Thu 9 am–3 pm | WEEKLY;BYDAY=MO,TU,WE,TH from 2026-11-23 09:00 PT6H; !open_ended
en | recurrence | weekdays 8–16 | WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2026-11-23 08:00 PT8H; !open_ended !exclude_public_holidays
en | recurrence | weekdays at 8:00–16:00 | WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2026-11-23 08:00 PT8H; !open_ended !exclude_public_holidays
en | recurrence | every weekday 8 am to 4 pm | WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2026-11-23 08:00 PT8H; !open_ended !exclude_public_holidays
en | recurrence | every other Thursday from 26 Nov at 1 pm | WEEKLY;INTERVAL=2;BYDAY=TH from 2026-11-26 13:00; !open_ended !no_end_time
en | recurrence | every second week on Thursdays starting 26 November at 13.00 | WEEKLY;INTERVAL=2;BYDAY=TH from 2026-11-26 13:00; !open_ended !no_end_time
en | recurrence | biweekly on Thursdays starting 26 Nov | !unspecified_recurrence !needs_review
en | recurrence | even weeks on Wednesdays at 6 pm | even weeks WE from 2026-11-25 18:00; !open_ended !iso_week_parity !no_end_time
en | recurrence | on Wednesdays of even weeks at 18 | even weeks WE from 2026-11-25 18:00; !open_ended !iso_week_parity !no_end_time
en | recurrence | first Monday of every month at 6 pm | MONTHLY;BYDAY=1MO from 2026-12-07 18:00; !open_ended !no_end_time
en | recurrence | the 1st and 3rd Tuesday of the month, 5–7 pm | MONTHLY;BYDAY=1TU,3TU from 2026-12-01 17:00 PT2H; !open_ended
en | recurrence | once a month | !unspecified_recurrence
en | recurrence | monthly on Tuesdays | !unspecified_recurrence !needs_review
en | recurrence | Wednesdays 13 Jan – 21 Apr, 6–7 pm, not 24 Feb | WEEKLY;BYDAY=WE;UNTIL=20270421T205959Z from 2027-01-13 18:00 PT1H x14 not 2027-02-24
en | recurrence | Wednesdays at 18–19 from 13 January to 21 April, except 24 February | WEEKLY;BYDAY=WE;UNTIL=20270421T205959Z from 2027-01-13 18:00 PT1H x14 not 2027-02-24
en | recurrence | weeks 2–7 and 9–15, Mondays 18.15–19.45 | WEEKLY;BYDAY=MO;UNTIL=20270418T205959Z from 2027-01-11 18:15 PT1H30M x13 not 2027-02-22
en | recurrence | 10 sessions from Mon 11 Jan at 6 pm | WEEKLY;BYDAY=MO;COUNT=10 from 2027-01-11 18:00 x10
en | recurrence | 12 x 45 min | count 12; duration PT45M; !unspecified_recurrence
en | recurrence | from 1 September Tuesdays at 12 | WEEKLY;BYDAY=TU from 2026-09-01 12:00; !open_ended !ongoing !no_end_time
en | recurrence | Fridays at 11 am until further notice | WEEKLY;BYDAY=FR from 2026-11-27 11:00; !open_ended !no_end_time
en | recurrence | Mon 5–6 pm and Thu 6–7.30 pm | WEEKLY;BYDAY=MO from 2026-11-23 17:00 PT1H; WEEKLY;BYDAY=TH from 2026-11-26 18:00 PT1H30M; !open_ended
en | recurrence | daily at noon | DAILY from 2026-11-22 12:00; !open_ended !no_end_time
en | recurrence | every Sunday at 11 | WEEKLY;BYDAY=SU from 2026-11-22 11:00; !open_ended !no_end_time
en | recurrence | Saturdays at 10 and 13 | WEEKLY;BYDAY=SA from 2026-11-28 10:00; WEEKLY;BYDAY=SA from 2026-11-28 13:00; !open_ended !no_end_time
en | recurrence | every Tuesday 6–8 | WEEKLY;BYDAY=TU from 2026-11-24 06:00 PT2H; !ambiguous !open_ended !twelve_hours
en | recurrence | Tuesdays 9–11 | WEEKLY;BYDAY=TU from 2026-11-24 09:00 PT2H; !open_ended
en | exclusion | except 24 Feb | not 2027-02-24
en | exclusion | not on 24 February | not 2027-02-24
en | exclusion | no class 24.2. | not 2027-02-24
en | exclusion | except public holidays | not public_holidays
en | exclusion | not during the school holidays | not school_holidays; !needs_calendar
en | exclusion | closed 24–26 December | !not_an_event
en | exclusion | not during school holidays | not school_holidays; !needs_calendar
en | recurrence | Tuesdays in December at 6 pm | WEEKLY;BYDAY=TU;UNTIL=20261231T215959Z from 2026-12-01 18:00 x5
en | recurrence | Tuesdays at 18.00 from January to April | WEEKLY;BYDAY=TU;UNTIL=20270430T205959Z from 2027-01-05 18:00 x17
en | recurrence | Tuesdays at 18.00 until the end of May | WEEKLY;BYDAY=TU;UNTIL=20270531T205959Z from 2026-11-24 18:00 x27
en | recurrence | Tuesdays at 6 pm, not in July | WEEKLY;BYDAY=TU from 2026-11-24 18:00 not 2027-07-06,2027-07-13,2027-07-20,2027-07-27; !open_ended !no_end_time
en | recurrence | Tuesdays at 6 pm except June–August | WEEKLY;BYDAY=TU from 2026-11-24 18:00 not 2027-06-01,2027-06-08,2027-06-15,2027-06-22,2027-06-29,2027-07-06,2027-07-13,2027-07-20,2027-07-27,2027-08-03,2027-08-10,2027-08-17,2027-08-24,2027-08-31; !open_ended !no_end_time
en | exclusion | not on public holidays | not public_holidays
en | recurrence | Saturdays in July 8–11 am | WEEKLY;BYDAY=SA;UNTIL=20270731T205959Z from 2027-07-03 08:00 PT3H x5
"""

SAMI = """
se | recurrence | maŋŋebárggaid dii. 18 | WEEKLY;BYDAY=TU from 2026-11-24 18:00; !open_ended !no_end_time
"""


@pytest.mark.parametrize("case", cases(FINNISH + SWEDISH + ENGLISH + SAMI), ids=str)
def test_a_phrase_means(case: Case) -> None:
    assert told(case.read()) == case.meaning
