"""Neighbours of the region's phrases of days and times: another weekday, date, separator, language or order of the words."""

# ruff: noqa: E501 - a phrase and its meaning stand on one line

from __future__ import annotations

import pytest

from tests.phrases import Case, cases, told

FINNISH = """
fi | datetime | su 29.11. klo 16.00-18.00 | 2026-11-29 16:00-18:00
fi | datetime | Ma 30.11 klo 18 | 2026-11-30 18:00; !no_end_time
fi | datetime | Keskiviikko 2.12. kello 17:30 | 2026-12-02 17:30; !no_end_time
fi | datetime | to 3.12.2026 klo 18.00 alkaen | 2026-12-03 18:00; !no_end_time
fi | datetime | torstai-iltana 3.12. klo 18 | 2026-12-03 18:00; !no_end_time
fi | datetime | lauantaina 28.11. klo 10-14 | 2026-11-28 10:00-14:00
fi | datetime | LAUANTAINA 28. MARRASKUUTA KLO 10–14 | 2026-11-28 10:00-14:00
fi | datetime | la 28.11 10-14 | 2026-11-28 10:00-14:00
fi | datetime | la 28.11. 10.00–14.00 | 2026-11-28 10:00-14:00
fi | datetime | ti 24.11. klo 18– | 2026-11-24 18:00; !no_end_time
fi | datetime | pe 27.11. klo 21–03 | 2026-11-27 21:00-2026-11-28 03:00; !crosses_midnight
fi | datetime | pe 27.11. klo 20–24 | 2026-11-27 20:00-2026-11-28 00:00
fi | datetime | pe 27.11. klo 20–00 | 2026-11-27 20:00-2026-11-28 00:00; !crosses_midnight
fi | datetime | pe 27.11. klo 20.00–0.30 | 2026-11-27 20:00-2026-11-28 00:30; !crosses_midnight
fi | datetime | la 28.11. klo 10, 12 ja 14 | 2026-11-28 10:00; 2026-11-28 12:00; 2026-11-28 14:00; !no_end_time
fi | datetime | la 28.11. klo 10.00, 12.00 & 14.00 | 2026-11-28 10:00; 2026-11-28 12:00; 2026-11-28 14:00; !no_end_time
fi | datetime | la 28.11. klo 10–11, 12–13 ja 14–15 | 2026-11-28 10:00-11:00; 2026-11-28 12:00-13:00; 2026-11-28 14:00-15:00
fi | datetime | la 28.11. klo 10/13 | 2026-11-28 10:00; 2026-11-28 13:00; !no_end_time
fi | datetime | la 28.11. klo 13 ja su 29.11. klo 15 | 2026-11-28 13:00; 2026-11-29 15:00; !no_end_time
fi | datetime | la 28.11. klo 13 ja su 29.11. klo 13 | 2026-11-28 13:00; 2026-11-29 13:00; !no_end_time
fi | datetime | la 28. ja su 29.11. klo 13 | 2026-11-28 13:00; 2026-11-29 13:00; !no_end_time
fi | datetime | la-su 28.-29.11. klo 11-16 | 2026-11-28 11:00-16:00; 2026-11-29 11:00-16:00; !daily_hours_over_range
fi | datetime | la 28.11. klo 11–16 ja su 29.11. klo 11–15 | 2026-11-28 11:00-16:00; 2026-11-29 11:00-15:00
fi | datetime | 28.11. ja 29.11. | 2026-11-28; 2026-11-29
fi | datetime | ke 25.11., to 26.11. ja pe 27.11. klo 9 | 2026-11-25 09:00; 2026-11-26 09:00; 2026-11-27 09:00; !no_end_time
fi | datetime | 26.11, 3.12 ja 10.12 klo 18 | 2026-11-26 18:00; 2026-12-03 18:00; 2026-12-10 18:00; !no_end_time
fi | datetime | 7.1., 14.1. ja 21.1.2027 klo 18–20 | 2027-01-07 18:00-20:00; 2027-01-14 18:00-20:00; 2027-01-21 18:00-20:00
fi | datetime | jouluaattona klo 14 ja 16 | 2026-12-24 14:00; 2026-12-24 16:00; !named_day !no_end_time
fi | datetime | jouluaattona 24.12. klo 14 | 2026-12-24 14:00; !named_day !no_end_time
fi | datetime | to 24.12. jouluaattona klo 14 | 2026-12-24 14:00; !named_day !no_end_time
fi | datetime | Joulupäivänä klo 7 | 2026-12-25 07:00; !named_day !no_end_time
fi | datetime | Tapaninpäivänä klo 10 | 2026-12-26 10:00; !named_day !no_end_time
fi | datetime | uudenvuodenaattona klo 18 | 2026-12-31 18:00; !named_day !no_end_time
fi | datetime | Uudenvuodenpäivänä klo 12 | 2027-01-01 12:00; !named_day !no_end_time
fi | datetime | vappuna klo 12 | 2027-05-01 12:00; !named_day !no_end_time
fi | datetime | pääsiäissunnuntaina klo 10 | 2027-03-28 10:00; !named_day !no_end_time
fi | datetime | 2. pääsiäispäivänä klo 10 | 2027-03-29 10:00; !named_day !no_end_time
fi | datetime | pitkäperjantaina klo 10 | 2027-03-26 10:00; !named_day !no_end_time
fi | datetime | juhannuksena klo 12 | !named_day !ambiguous !needs_review
fi | datetime | äitienpäivänä 9.5. klo 12 | 2027-05-09 12:00; !named_day !no_end_time
fi | datetime | 2. adventtina klo 10 | 2026-12-06 10:00; !named_day !no_end_time
fi | datetime | toisena adventtina klo 10 | 2026-12-06 10:00; !named_day !no_end_time
fi | datetime | 3. adventtisunnuntai 13.12. klo 10 | 2026-12-13 10:00; !named_day !no_end_time
fi | datetime | helatorstaina klo 10 | 2027-05-06 10:00; !named_day !no_end_time
fi | datetime | pyhäinpäivänä klo 18 | 2026-10-31 18:00; !named_day !past !no_end_time
fi | datetime | Runebergin päivänä klo 12 | 2027-02-05 12:00; !named_day !no_end_time
fi | datetime | laskiaistiistaina klo 17 | 2027-02-09 17:00; !named_day !no_end_time
fi | datetime | Kalevalan päivänä klo 18 | 2027-02-28 18:00; !named_day !no_end_time
fi | datetime | vanhan vuoden päivänä | 2026-12-31; !named_day
fi | datetime | tänään klo 18 | 2026-11-22 18:00; !relative_date !no_end_time
fi | datetime | tänä iltana klo 18 | 2026-11-22 18:00; !relative_date !no_end_time
fi | datetime | tänä lauantaina klo 12 | 2026-11-28 12:00; !relative_date !no_end_time
fi | datetime | tulevana lauantaina klo 12 | 2026-11-28 12:00; !relative_date !no_end_time
fi | datetime | ensi keskiviikkona klo 18 | 2026-11-25 18:00; !relative_date !ambiguous !no_end_time
fi | datetime | ensi viikon lauantaina klo 12 | 2026-11-28 12:00; !relative_date !no_end_time
fi | datetime | ensi viikon torstaina | 2026-11-26; !relative_date
fi | datetime | lauantaina klo 12 | 2026-11-28 12:00; !relative_date !no_end_time
fi | datetime | la klo 12 | 2026-11-28 12:00; !relative_date !no_end_time
fi | datetime | eilen klo 18 | 2026-11-21 18:00; !relative_date !past !no_end_time
fi | date | ma 7.12. | 2026-12-07
fi | date | maanantaina 7. joulukuuta | 2026-12-07
fi | date | 7.12.2026 | 2026-12-07
fi | date | 7.12.26 | 2026-12-07
fi | date | joulukuu | month 2026-12; !month_only
fi | date | joulukuussa 2027 | month 2027-12; !month_only
fi | date | tammikuun aikana | month 2027-01; !month_only
fi | date | ensi kuussa | month 2026-12; !relative_date !month_only
fi | date | keväällä | season 2027-spring; !season_only
fi | date | keväällä 2027 | season 2027-spring; !season_only
fi | date | ensi viikolla | range 2026-11-23..2026-11-29; !relative_date !week_only
fi | date | viikolla 50 | weeks 2026-W50..2026-W50; range 2026-12-07..2026-12-13
fi | date | viikonloppuna | range 2026-11-21..2026-11-22; !relative_date !ambiguous
fi | date | ensi viikonloppuna | range 2026-11-28..2026-11-29; !relative_date !ambiguous
fi | date | huomenna | 2026-11-23; !relative_date
fi | date | itsenäisyyspäivänä | 2026-12-06; !named_day
fi | date | jouluna | 2026-12-24..2026-12-26; !named_day
fi | date | kesällä | season 2027-summer; !season_only
fi | datetime | ke 12.10. klo 18 | or 2026-10-12T18:00; !weekday_year_conflict !needs_review
fi | datetime | to 9.10. klo 12 | 2025-10-09 12:00; or 2026-10-09T12:00; !weekday_year_conflict !past !no_end_time !needs_review
fi | datetime | to 26.11.2025 klo 18 | 2025-11-26 18:00; !weekday_conflict !past !no_end_time !needs_review
fi | datetime | pe 26.11.2026 klo 18 | 2026-11-26 18:00; !weekday_conflict !no_end_time !needs_review
fi | datetime | ti 29.2. klo 12 | 2028-02-29 12:00; !weekday_year_conflict !no_end_time !needs_review
fi | datetime | 29.2.2028 klo 12 | 2028-02-29 12:00; !no_end_time
fi | datetime | 30.2. klo 18 | !invalid_date !needs_review
fi | datetime | 31.4. klo 18 | !invalid_date !needs_review
fi | datetime | 32.11. klo 18 | !invalid_date !needs_review
fi | datetime | 15.13. klo 18 | !invalid_date !needs_review
fi | datetime | 29.2.2027 klo 12 | !invalid_date !needs_review
fi | datetime | la 24.10. klo 12 | 2026-10-24 12:00; !past !no_end_time
fi | datetime | la 25.10.2027 klo 10 | 2027-10-25 10:00; !weekday_conflict !no_end_time !needs_review
fi | datetime | 2026-12-01T18:00 | 2026-12-01 18:00; !no_end_time
fi | datetime | 2026-12-01 18:00–20:00 | 2026-12-01 18:00-20:00
fi | datetime | 2026-12-01 | 2026-12-01
fi | datetime | 01.12.2026 18:00 | 2026-12-01 18:00; !no_end_time
fi | datetime | 1.12.2026 18.00-20.00 | 2026-12-01 18:00-20:00
fi | datetime | 1.12. 18:00 | 2026-12-01 18:00; !no_end_time
fi | datetime | klo 18 ti 1.12. | 2026-12-01 18:00; !no_end_time
fi | datetime | klo 18–20 tiistaina 1.12. | 2026-12-01 18:00-20:00
fi | datetime | pe 25.12. jouluaattona klo 14 | 2026-12-25; 2026-12-24 14:00; !named_day !ambiguous !no_end_time !needs_review
fi | range | 5.-7.6. | 2027-06-05..2027-06-07
fi | range | 5.–7.6.2027 | 2027-06-05..2027-06-07
fi | range | 5. – 7. kesäkuuta | 2027-06-05..2027-06-07
fi | range | 5.–7. kesäkuuta 2027 | 2027-06-05..2027-06-07
fi | range | kesäkuun 5.–7. päivä | 2027-06-05..2027-06-07
fi | range | ma–ke 7.–9.6. klo 9–15 | 2027-06-07 09:00-15:00; 2027-06-08 09:00-15:00; 2027-06-09 09:00-15:00; !daily_hours_over_range
fi | range | 7.6.–11.6. klo 9.00–15.00 | 2027-06-07 09:00-15:00; 2027-06-08 09:00-15:00; 2027-06-09 09:00-15:00; 2027-06-10 09:00-15:00; 2027-06-11 09:00-15:00; !daily_hours_over_range
fi | range | 30.11.–4.12. klo 17–19 | 2026-11-30 17:00-19:00; 2026-12-01 17:00-19:00; 2026-12-02 17:00-19:00; 2026-12-03 17:00-19:00; 2026-12-04 17:00-19:00; !daily_hours_over_range
fi | range | 28.12.–3.1. | 2026-12-28..2027-01-03
fi | range | 28.12.2026–3.1.2027 | 2026-12-28..2027-01-03
fi | range | ma 21.12.–to 7.1. | 2026-12-21..2027-01-07
fi | range | la 28.11. klo 10 – su 29.11. klo 14 | 2026-11-28 10:00-2026-11-29 14:00
fi | range | la 28.11. klo 10.00–su 29.11. klo 14.00 | 2026-11-28 10:00-2026-11-29 14:00
fi | range | pe 27.11. klo 18–su 29.11. klo 15 | 2026-11-27 18:00-2026-11-29 15:00
fi | range | perjantaista 27.11. klo 18 sunnuntaihin 29.11. klo 15 | 2026-11-27 18:00-2026-11-29 15:00
fi | range | perjantaista sunnuntaihin 27.–29.11. | 2026-11-27..2026-11-29
fi | range | pe 27. – su 29.11. | 2026-11-27..2026-11-29
fi | range | näyttely avoinna 1.–23.12. ma–pe klo 9–16 | range 2026-12-01..2026-12-23; MO 09:00-16:00; TU 09:00-16:00; WE 09:00-16:00; TH 09:00-16:00; FR 09:00-16:00; !opening_hours
fi | range | Näyttely avoinna 2.12.–10.1. ti–su klo 11–17 | range 2026-12-02..2027-01-10; TU 11:00-17:00; WE 11:00-17:00; TH 11:00-17:00; FR 11:00-17:00; SA 11:00-17:00; SU 11:00-17:00; !opening_hours
fi | range | näyttely on avoinna 2.–20.12. arkisin klo 10–18, la klo 10–15 | range 2026-12-02..2026-12-20; MO 10:00-18:00; TU 10:00-18:00; WE 10:00-18:00; TH 10:00-18:00; FR 10:00-18:00; SA 10:00-15:00; !opening_hours
fi | range | näyttely 2.–20.12. ti–pe 11–17, la–su 12–16 | range 2026-12-02..2026-12-20; TU 11:00-17:00; WE 11:00-17:00; TH 11:00-17:00; FR 11:00-17:00; SA 12:00-16:00; SU 12:00-16:00; !opening_hours
fi | range | avoinna ti–pe klo 11–17, la–su klo 12–16 | TU 11:00-17:00; WE 11:00-17:00; TH 11:00-17:00; FR 11:00-17:00; SA 12:00-16:00; SU 12:00-16:00; !opening_hours
fi | range | avoinna ma-to 10-19, pe 10-17, la 10-15 | MO 10:00-19:00; TU 10:00-19:00; WE 10:00-19:00; TH 10:00-19:00; FR 10:00-17:00; SA 10:00-15:00; !opening_hours
fi | range | auki päivittäin klo 10–18 | MO 10:00-18:00; TU 10:00-18:00; WE 10:00-18:00; TH 10:00-18:00; FR 10:00-18:00; SA 10:00-18:00; SU 10:00-18:00; !opening_hours
fi | range | näyttely avoinna 2.–20.12. ti–pe klo 11–17, la 11–15, su suljettu | range 2026-12-02..2026-12-20; TU 11:00-17:00; WE 11:00-17:00; TH 11:00-17:00; FR 11:00-17:00; SA 11:00-15:00; !opening_hours
fi | range | kevätkausi 11.1.–30.4. | range 2027-01-11..2027-04-30; !season
fi | range | Syyskausi 31.8.–11.12., tauko vko 42 | range 2026-08-31..2026-12-11; not 2026-10-12, 2026-10-13, 2026-10-14, 2026-10-15, 2026-10-16, 2026-10-17, 2026-10-18; !season !ongoing
fi | range | syyslukukausi 1.9.–11.12. | range 2026-09-01..2026-12-11; !season !ongoing
fi | range | toimintakausi 1.9.2026–31.5.2027 | range 2026-09-01..2027-05-31; !season !ongoing
fi | range | kevätlukukausi 12.1.–24.4., ei 24.2. | range 2027-01-12..2027-04-24; not 2027-02-24; !season
fi | range | kevätkausi alkaa 11.1. ja päättyy 30.4. | range 2027-01-11..2027-04-30; !season
fi | range | viikot 2–15 | weeks 2027-W02..2027-W15; range 2027-01-11..2027-04-18
fi | range | vko 36–49 | weeks 2026-W36..2026-W49; range 2026-08-31..2026-12-06
fi | range | viikoilla 2-7 ja 9-15 | weeks 2027-W02..2027-W07; weeks 2027-W09..2027-W15; range 2027-01-11..2027-04-18
fi | range | vk 52–1 | weeks 2026-W52..2027-W01; range 2026-12-21..2027-01-10
fi | range | viikko 8 | weeks 2027-W08..2027-W08; range 2027-02-22..2027-02-28
fi | range | 1.12. alkaen | 2026-12-01; !open_ended
fi | range | 20.12. asti | !no_start_time !needs_review
fi | range | 1.12. lähtien klo 18 | 2026-12-01 18:00; !no_end_time
fi | range | joulukuun ajan | month 2026-12; !month_only
fi | range | 24.–26.12. suljettu | !not_an_event
fi | range | suljettu 24.12.–6.1. | !not_an_event
fi | range | 2.1.–28.2. ti klo 18 | WEEKLY;BYDAY=TU;UNTIL=20270228T215959Z from 2027-01-05 18:00 x8
fi | range | 27.–29.11. pe klo 18–20, la klo 10–14, su klo 12 | 2026-11-27 18:00-20:00; 2026-11-28 10:00-14:00; 2026-11-29 12:00; !no_end_time
fi | range | 27.–29.11., pe 18–20, la 10–14 | 2026-11-27 18:00-20:00; 2026-11-28 10:00-14:00
fi | range | 12.1.–24.4., ei 24.2. | 2027-01-12..2027-04-24; !exception_unread !needs_review
fi | range | 3.–10.12. klo 18, ei 6.12. | 2026-12-03 18:00; 2026-12-04 18:00; 2026-12-05 18:00; 2026-12-07 18:00; 2026-12-08 18:00; 2026-12-09 18:00; 2026-12-10 18:00; !daily_hours_over_range !no_end_time
fi | date | joulukuussa | month 2026-12; !month_only
fi | datetime | ma 30.11. klo 10 ja 13 | 2026-11-30 10:00; 2026-11-30 13:00; !no_end_time
fi | datetime | Su 6.12.2026 klo 12:00-14:00 | 2026-12-06 12:00-14:00
fi | range | 27.11. klo 18 – 29.11. klo 15 | 2026-11-27 18:00-2026-11-29 15:00
fi | range | pe 27.11. klo 18.00 – su 29.11. klo 15.00 | 2026-11-27 18:00-2026-11-29 15:00
fi | datetime | klo 18 perjantaina | 2026-11-27 18:00; !relative_date !no_end_time
fi | datetime | klo 18 pe 27.11. | 2026-11-27 18:00; !no_end_time
fi | datetime | 28.11. klo 18 | 2026-11-28 18:00; !no_end_time
fi | datetime | 28.11.klo18 | 2026-11-28 18:00; !no_end_time
"""

SWEDISH = """
sv | datetime | lördag 28.11 kl 18–20 | 2026-11-28 18:00-20:00
sv | datetime | lö 28.11 kl. 18-20 | 2026-11-28 18:00-20:00
sv | datetime | Lördagen den 28 november kl. 18.00–20.00 | 2026-11-28 18:00-20:00
sv | datetime | torsdagen den 3 december 2026 klockan 18 | 2026-12-03 18:00; !no_end_time
sv | datetime | to 3.12 kl. 18 | 2026-12-03 18:00; !no_end_time
sv | datetime | på lördag kl. 12 | 2026-11-28 12:00; !relative_date !no_end_time
sv | datetime | nu på lördag kl 12 | 2026-11-28 12:00; !relative_date !no_end_time
sv | datetime | nästa lördag kl. 12 | 2026-11-28 12:00; !relative_date !ambiguous !no_end_time
sv | datetime | i morgon kl. 18 | 2026-11-23 18:00; !relative_date !no_end_time
sv | datetime | ikväll kl 18 | 2026-11-22 18:00; !relative_date !no_end_time
sv | datetime | i dag kl. 18 | 2026-11-22 18:00; !relative_date !no_end_time
sv | datetime | kl. 18 på fredag | 2026-11-27 18:00; !relative_date !no_end_time
sv | datetime | fredag 27.11 kl. 22–02 | 2026-11-27 22:00-2026-11-28 02:00; !crosses_midnight
sv | datetime | tisdag 1.12 kl. 9–12 och 13–15 | 2026-12-01 09:00-12:00; 2026-12-01 13:00-15:00
sv | datetime | lördag 28.11 kl. 10 och 13 | 2026-11-28 10:00; 2026-11-28 13:00; !no_end_time
sv | datetime | 23.11, 30.11 och 7.12 kl. 13–14.30 | 2026-11-23 13:00-14:30; 2026-11-30 13:00-14:30; 2026-12-07 13:00-14:30
sv | datetime | den 23 november, 30 november och 7 december kl. 13 | 2026-11-23 13:00; 2026-11-30 13:00; 2026-12-07 13:00; !no_end_time
sv | datetime | den 1, 8 och 15 december kl. 18 | 2026-12-01 18:00; 2026-12-08 18:00; 2026-12-15 18:00; !no_end_time
sv | datetime | på självständighetsdagen kl. 12 | 2026-12-06 12:00; !named_day !no_end_time
sv | datetime | på trettondagen kl. 10 | 2027-01-06 10:00; !named_day !no_end_time
sv | datetime | första advent kl. 10 | 2026-11-29 10:00; !named_day !no_end_time
sv | datetime | 1:a advent kl. 10 | 2026-11-29 10:00; !named_day !no_end_time
sv | datetime | julafton kl 14 | 2026-12-24 14:00; !named_day !no_end_time
sv | datetime | på Lucia kl. 18 | 2026-12-13 18:00; !named_day !no_end_time
sv | datetime | lördag 12.10 kl. 18–20 | 2024-10-12 18:00-20:00; or 2026-10-12T18:00; !weekday_year_conflict !past !needs_review
sv | datetime | fredag 27.11 kl. 18 framåt | 2026-11-27 18:00; !no_end_time
sv | datetime | fredag 27.11 från kl. 18 | 2026-11-27 18:00; !no_end_time
sv | datetime | fredag 27.11 med start kl. 18 | 2026-11-27 18:00; !no_end_time
sv | datetime | 29.2 kl. 12 | !invalid_date_in_window !needs_review
sv | datetime | 31.11 kl. 18 | !invalid_date !needs_review
sv | date | söndag 6.12 | 2026-12-06
sv | date | i december | month 2026-12; !month_only
sv | date | nästa vecka | range 2026-11-23..2026-11-29; !relative_date !week_only
sv | date | under hösten | season 2026-autumn; !season_only
sv | date | vecka 8 | weeks 2027-W08..2027-W08; range 2027-02-22..2027-02-28
sv | range | 5–7.6 | 2027-06-05..2027-06-07
sv | range | 5.–7.6 | 2027-06-05..2027-06-07
sv | range | den 5–7 juni | 2027-06-05..2027-06-07
sv | range | 30.6–2.7 kl. 10–16 | 2027-06-30 10:00-16:00; 2027-07-01 10:00-16:00; 2027-07-02 10:00-16:00; !daily_hours_over_range
sv | range | fr 27.11 kl. 18 – sö 29.11 kl. 15 | 2026-11-27 18:00-2026-11-29 15:00
sv | range | fredag 27.11 kl. 18 till söndag 29.11 kl. 15 | 2026-11-27 18:00-2026-11-29 15:00
sv | range | 15.12–6.1 | 2026-12-15..2027-01-06
sv | range | utställningen öppen 2–20.12 ti–fr kl. 11–17, lö 11–15 | range 2026-12-02..2026-12-20; TU 11:00-17:00; WE 11:00-17:00; TH 11:00-17:00; FR 11:00-17:00; SA 11:00-15:00; !opening_hours
sv | range | höstterminen 1.9–4.12 | range 2026-09-01..2026-12-04; !season !ongoing
sv | range | veckorna 36–49 | weeks 2026-W36..2026-W49; range 2026-08-31..2026-12-06
sv | range | v. 2–7 och 9–15 | weeks 2027-W02..2027-W07; weeks 2027-W09..2027-W15; range 2027-01-11..2027-04-18
"""

ENGLISH = """
en | range | December 5–7 | 2026-12-05..2026-12-07
en | range | June 5-7, 2027 | 2027-06-05..2027-06-07
en | range | 5–7 December | 2026-12-05..2026-12-07
en | range | 5 to 7 December, 10 am–4 pm | 2026-12-05 10:00-16:00; 2026-12-06 10:00-16:00; 2026-12-07 10:00-16:00; !daily_hours_over_range
en | range | Sat 28 – Sun 29 November, 11–15 | 2026-11-28 11:00-15:00; 2026-11-29 11:00-15:00; !daily_hours_over_range
en | datetime | Dec 5, 6–8 pm | 2026-12-05 18:00-20:00
en | datetime | December 5, 6 pm | 2026-12-05 18:00; !no_end_time
en | datetime | Saturday 28 November at 18:00 | 2026-11-28 18:00; !no_end_time
en | datetime | Saturday, November 28, 2026, 6:00 PM – 8:00 PM | 2026-11-28 18:00-20:00
en | datetime | Sat 28.11. 18–20 | 2026-11-28 18:00-20:00
en | datetime | Sat 28.11. at 18–20 | 2026-11-28 18:00-20:00
en | datetime | 28/11/2026 18:00 | 2026-11-28 18:00; !no_end_time
en | datetime | 28 Nov 2026, 18.00-20.00 | 2026-11-28 18:00-20:00
en | datetime | on Friday 27 November from 5 pm to 7.30 pm | 2026-11-27 17:00-19:30
en | datetime | Friday 27.11. 5.30pm | 2026-11-27 17:30; !no_end_time
en | datetime | tomorrow at 6 pm | 2026-11-23 18:00; !relative_date !no_end_time
en | datetime | next Saturday at noon | 2026-11-28 12:00; !relative_date !ambiguous !no_end_time
en | datetime | on Christmas Eve at 2 pm | 2026-12-24 14:00; !named_day !no_end_time
en | datetime | Wednesday 2nd December 10 am & 1 pm | 2026-12-02 10:00; 2026-12-02 13:00; !no_end_time
en | datetime | 12 noon on 6 December | 2026-12-06 12:00; !no_end_time
en | datetime | Fri 27 Nov 10 pm–2 am | 2026-11-27 22:00-2026-11-28 02:00; !crosses_midnight
en | datetime | Nov 30, Dec 7 and Dec 14 at 5 pm | 2026-11-30 17:00; 2026-12-07 17:00; 2026-12-14 17:00; !no_end_time
en | datetime | 30 November, 7 and 14 December at 17.00 | 2026-11-30 17:00; 2026-12-07 17:00; 2026-12-14 17:00; !no_end_time
en | datetime | Sun 6 December | 2026-12-06
en | date | in December | month 2026-12; !month_only
en | date | next week | range 2026-11-23..2026-11-29; !relative_date !week_only
en | date | 6 December | 2026-12-06
en | date | Spring 2027 | season 2027-spring; !season_only
en | range | weeks 2–15 | weeks 2027-W02..2027-W15; range 2027-01-11..2027-04-18
en | range | autumn term 1 Sep – 4 Dec | range 2026-09-01..2026-12-04; !season !ongoing
en | range | spring season 12.1.–24.4., not 24.2. | range 2027-01-12..2027-04-24; not 2027-02-24; !season
en | range | 30 June – 2 July 10 am–4 pm | 2027-06-30 10:00-16:00; 2027-07-01 10:00-16:00; 2027-07-02 10:00-16:00; !daily_hours_over_range
en | range | Fri 27 Nov 6 pm – Sun 29 Nov 3 pm | 2026-11-27 18:00-2026-11-29 15:00
en | range | 15 Dec – 6 Jan | 2026-12-15..2027-01-06
en | range | exhibition open 2–20 December, Tue–Fri 11–17, Sat 11–15 | range 2026-12-02..2026-12-20; TU 11:00-17:00; WE 11:00-17:00; TH 11:00-17:00; FR 11:00-17:00; SA 11:00-15:00; !opening_hours
en | datetime | December 5 and 7 at 6 pm | 2026-12-05 18:00; 2026-12-07 18:00; !no_end_time
en | datetime | December 5, 7 pm | 2026-12-05 19:00; !no_end_time
en | datetime | December 5 7–9 pm | 2026-12-05 19:00-21:00
en | datetime | Dec 5 - 7 pm | 2026-12-05 19:00; !ambiguous !no_end_time
en | datetime | Saturday December 5 – Sunday December 6 | 2026-12-05..2026-12-06
en | datetime | Sun 6 December at 12 noon | 2026-12-06 12:00; !no_end_time
en | datetime | Dec 5–7 pm | 2026-12-05 19:00; !ambiguous !no_end_time
"""

SAMI = """
se | datetime | lávvordat 28.11. dii. 18 | 2026-11-28 18:00; !no_end_time
se | datetime | 28. skábmamánu dii. 18 | 2026-11-28 18:00; !no_end_time
"""


@pytest.mark.parametrize("case", cases(FINNISH + SWEDISH + ENGLISH + SAMI), ids=str)
def test_a_phrase_means(case: Case) -> None:
    assert told(case.read()) == case.meaning
