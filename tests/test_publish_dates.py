"""Dates, times and rhythms as each language says them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from normalize.model import Recurrence, Start
from publish.dates import Dates
from publish.rhythm import rhythm, skipped, until
from publish.words import read_words
from tests.publish_rows import HELSINKI, at
from tests.shared import ROOT

WORDS = read_words([ROOT / "site" / "locale"], ("fi", "sv", "en"))
DATES = {language: Dates(words) for language, words in WORDS.items()}
TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fi", "tiistai 24.11.2026 klo 10.00–11.00"),
        ("sv", "tisdag 24.11.2026 kl. 10.00–11.00"),
        ("en", "Tuesday 24 November 2026, 10:00–11:00"),
    ],
)
def test_a_time_in_full(language: str, expected: str) -> None:
    assert DATES[language].moment(at("2026-11-24", "10:00"), at("2026-11-24", "11:00")) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (at("2026-11-24", "09:30"), None, "tiistai 24.11.2026 klo 9.30"),
        (at("2026-11-24", "09:30"), at("2026-11-24", "09:30"), "tiistai 24.11.2026 klo 9.30"),
        (at("2026-11-27", "19:00"), at("2026-11-28", "01:00"), "perjantai 27.11.2026 klo 19.00 – lauantai 28.11.2026 klo 1.00"),
        (at("2026-12-31", "18:00"), at("2027-01-01", "00:00"), "torstai 31.12.2026 klo 18.00–24.00"),
    ],
)
def test_ends_that_are_missing_late_or_at_midnight(start: datetime, end: datetime | None, expected: str) -> None:
    assert DATES["fi"].moment(start, end) == expected


@pytest.mark.parametrize(
    ("first", "last", "fi", "sv", "en"),
    [
        (date(2027, 3, 10), date(2027, 3, 12), "10.–12.3.2027", "10–12.3.2027", "10–12 March 2027"),
        (date(2026, 11, 28), date(2026, 12, 3), "28.11.–3.12.2026", "28.11–3.12.2026", "28 November – 3 December 2026"),
        (date(2026, 12, 2), date(2027, 2, 28), "2.12.2026–28.2.2027", "2.12.2026–28.2.2027", "2 December 2026 – 28 February 2027"),
        (TUESDAY, TUESDAY, "tiistai 24.11.2026", "tisdag 24.11.2026", "Tuesday 24 November 2026"),
    ],
)
def test_spans_of_days(first: date, last: date, fi: str, sv: str, en: str) -> None:
    assert [DATES[language].days(first, last) for language in ("fi", "sv", "en")] == [fi, sv, en]


def test_other_forms_of_a_day() -> None:
    fi, sv, en = (DATES[language] for language in ("fi", "sv", "en"))
    assert [fi.heading(TUESDAY), sv.heading(TUESDAY), en.heading(TUESDAY)] == ["Tiistai 24.11.", "Tisdag 24.11", "Tuesday 24 November"]
    assert [fi.on_day(TUESDAY), fi.short(TUESDAY), fi.brief(TUESDAY)] == ["tiistaina 24.11.", "ti 24.11.", "24.11."]
    assert [fi.month(TUESDAY), sv.month(TUESDAY), en.month(TUESDAY)] == ["marraskuu 2026", "november 2026", "November 2026"]
    assert [fi.week(date(2027, 1, 3)), en.week(date(2027, 1, 4))] == ["viikko 53", "week 1"]


ODD = ",".join(map(str, range(1, 54, 2)))
EVEN = ",".join(map(str, range(2, 53, 2)))
RHYTHMS = [
    ("FREQ=WEEKLY;BYDAY=TU", "joka tiistai", "varje tisdag", "every Tuesday"),
    ("FREQ=WEEKLY", "joka tiistai", "varje tisdag", "every Tuesday"),
    ("FREQ=WEEKLY;BYDAY=TU,TH", "tiistaisin ja torstaisin", "tisdagar och torsdagar", "Tuesdays and Thursdays"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "joka toinen tiistai", "varannan tisdag", "every other Tuesday"),
    ("FREQ=WEEKLY;INTERVAL=3;BYDAY=MO", "3 viikon välein maanantaisin", "var 3:e vecka på måndagar", "every 3 weeks on Mondays"),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "arkipäivisin ma–pe", "vardagar mån–fre", "weekdays Mon–Fri"),
    ("FREQ=DAILY", "joka päivä", "varje dag", "every day"),
    ("FREQ=DAILY;INTERVAL=10", "10 päivän välein", "var 10:e dag", "every 10 days"),
    (
        "FREQ=MONTHLY;BYDAY=1MO",
        "joka kuukauden ensimmäisenä maanantaina", "den första måndagen varje månad", "on the first Monday of every month",
    ),
    (
        "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1",
        "joka kuukauden viimeisenä perjantaina", "den sista fredagen varje månad", "on the last Friday of every month",
    ),
    ("FREQ=MONTHLY;BYMONTHDAY=15", "joka kuukauden 15. päivänä", "den 15 varje månad", "on day 15 of every month"),
    (
        "FREQ=MONTHLY;BYDAY=3MO,1MO",
        "joka kuukauden ensimmäisenä ja kolmantena maanantaina",
        "den första och tredje måndagen varje månad", "on the first and third Monday of every month",
    ),
    (
        "FREQ=MONTHLY;BYDAY=TH;BYSETPOS=1,3,-1",
        "joka kuukauden ensimmäisenä, kolmantena ja viimeisenä torstaina",
        "den första, tredje och sista torsdagen varje månad", "on the first, third and last Thursday of every month",
    ),
    (
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=2MO",
        "joka toisen kuukauden toisena maanantaina", "den andra måndagen varannan månad", "on the second Monday of every other month",
    ),
    (
        "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15,1",
        "joka kolmannen kuukauden 1. ja 15. päivänä", "den 1 och 15 var tredje månad", "on days 1 and 15 of every third month",
    ),
    ("FREQ=YEARLY", "joka vuosi 24.11.", "varje år 24.11", "every year on 24 Nov"),
    ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270430T000000Z;WKST=MO", "joka tiistai", "varje tisdag", "every Tuesday"),
    ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=3", "", "", ""),
    (f"FREQ=YEARLY;BYWEEKNO={ODD};BYDAY=TU", "tiistaisin parittomilla viikoilla", "tisdagar udda veckor", "Tuesdays in odd weeks"),
    (
        f"FREQ=YEARLY;BYWEEKNO={EVEN};BYDAY=SA,SU",
        "lauantaisin ja sunnuntaisin parillisilla viikoilla",
        "lördagar och söndagar jämna veckor", "Saturdays and Sundays in even weeks",
    ),
    ("FREQ=YEARLY;BYWEEKNO=1,3,5;BYDAY=TU", "", "", ""),
    (f"FREQ=WEEKLY;BYWEEKNO={ODD};BYDAY=TU", "", "", ""),
    ("FREQ=WEEKLY;BYMONTH=1;BYDAY=TU", "", "", ""),
    ("FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1", "", "", ""),
    ("FREQ=MONTHLY;INTERVAL=13;BYDAY=1MO", "", "", ""),
    ("FREQ=MONTHLY;BYDAY=1MO,1TU", "", "", ""),
    ("FREQ=MONTHLY;BYDAY=1MO,MO", "", "", ""),
    ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "", "", ""),
    ("FREQ=WEEKLY;INTERVAL=x", "", "", ""),
    ("FREQ=HOURLY", "", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "fi", "sv", "en"), RHYTHMS)
def test_rules_in_words_or_not_at_all(rule: str, fi: str, sv: str, en: str) -> None:
    said = [rhythm(Recurrence(rrule=(rule,)), TUESDAY, DATES[language]) for language in ("fi", "sv", "en")]
    assert said == [fi, sv, en]


def test_several_rules_and_mere_dates_have_no_words() -> None:
    assert rhythm(Recurrence(rrule=("FREQ=DAILY", "FREQ=WEEKLY")), TUESDAY, DATES["fi"]) == ""
    assert rhythm(Recurrence(rdate=(TUESDAY,)), TUESDAY, DATES["fi"]) == ""
    assert rhythm(None, TUESDAY, DATES["fi"]) == ""


NOON, LATE = datetime(2026, 11, 24, 12, tzinfo=HELSINKI), datetime(2026, 11, 24, 23, 30, tzinfo=HELSINKI)
UNTIL = [
    (NOON, "FREQ=WEEKLY;UNTIL=20261208T100000Z", date(2026, 12, 8)),
    (NOON, "FREQ=WEEKLY;UNTIL=20261208T095959Z", date(2026, 12, 1)),
    (NOON, "FREQ=WEEKLY;UNTIL=20261203T220000Z", date(2026, 12, 1)),
    (NOON, "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20261203T235959Z", date(2026, 12, 3)),
    (NOON, "FREQ=YEARLY;UNTIL=20300101T000000Z", date(2029, 11, 24)),
    (LATE, "FREQ=DAILY;UNTIL=20261203T213000Z", date(2026, 12, 3)),
    (TUESDAY, "FREQ=DAILY;UNTIL=20261203", date(2026, 12, 3)),
    (NOON, "FREQ=WEEKLY;UNTIL=20261399T000000Z", None),
    (NOON, "FREQ=WEEKLY;UNTIL=20261001T000000Z", None),
    (NOON, "FREQ=WEEKLY;COUNT=13", date(2027, 2, 16)),
    (TUESDAY, "FREQ=DAILY;COUNT=3", date(2026, 11, 26)),
    (NOON, "FREQ=WEEKLY;BYDAY=TU", None),
    (None, "FREQ=WEEKLY;UNTIL=20261203", None),
]


@pytest.mark.parametrize(("start", "rule", "expected"), UNTIL)
def test_a_series_ends_on_its_last_date_and_not_on_the_day_of_its_until(start: Start | None, rule: str, expected: date | None) -> None:
    assert until(Recurrence(rrule=(rule,)), start, "Europe/Helsinki", HELSINKI) == expected


def test_a_date_that_is_not_held_is_not_the_last_and_another_zone_has_its_own_day() -> None:
    recurrence = Recurrence(rrule=("FREQ=WEEKLY;UNTIL=20261215T235959Z",), exdate=(datetime(2026, 12, 15, 12, tzinfo=HELSINKI),))
    assert until(recurrence, NOON, "Europe/Helsinki", HELSINKI) == date(2026, 12, 8)
    evening = datetime(2026, 11, 24, 19, tzinfo=ZoneInfo("America/New_York"))
    assert until(Recurrence(rrule=("FREQ=DAILY;UNTIL=20261204T045959Z",)), evening, "America/New_York", HELSINKI) == date(2026, 12, 4)


def test_days_on_which_a_series_is_not_held() -> None:
    exdate = (datetime(2026, 12, 28, 22, 30, tzinfo=UTC), date(2026, 12, 22), date(2026, 1, 6))
    recurrence = Recurrence(rrule=("FREQ=WEEKLY",), exdate=exdate)
    assert skipped(recurrence, HELSINKI, TUESDAY, date(2027, 1, 31)) == [date(2026, 12, 22), date(2026, 12, 29)]
