"""From days and times in several fields to one start and end, or to words for the phrase grammar."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from harvesters.field_formats import Locale
from harvesters.field_rules import Rule
from harvesters.field_times import Times, When
from harvesters.ledger import Notes

DAY, SHORT_DAY, CLOCK = "%d.%m.%Y", "%d.%m.", ["%H.%M", "%H"]
RULES: dict[str, dict[str, Any]] = {
    "start": {"format": ["iso", "%d.%m.%Y klo %H.%M"]},
    "end": {"format": ["iso", DAY]},
    "start_date": {"format": [DAY, SHORT_DAY, "%a %d.%m.", "%a %d.%m.%Y", "%A", "%d."]},
    "end_date": {"format": [DAY, SHORT_DAY]},
    "start_time": {"format": CLOCK},
    "end_time": {"format": CLOCK},
    "when": {},
}
EVENING = datetime(2026, 11, 28, 18)  # noqa: DTZ001 - floating on purpose
NEXT_DAY = EVENING + timedelta(hours=21)
IN_UTC = EVENING.replace(tzinfo=UTC)


def times(values: dict[str, str], *, locale: Locale = "fi", **changed: dict[str, Any]) -> tuple[When, list[tuple[str, str]]]:
    notes = Notes(digest="d")
    rules = {key: Rule.model_validate(rule) for key, rule in (RULES | changed).items()}
    found = Times(rules, locale, notes).of({key: (value,) for key, value in values.items()})
    return found, [(issue.code, issue.field) for issue in notes.found]


@pytest.mark.parametrize(
    ("values", "start", "end"),
    [
        ({"start_date": "28.11.2026"}, date(2026, 11, 28), None),
        ({"start_date": "28.11.2026", "start_time": "18"}, EVENING, None),
        ({"start_date": "28.11.2026", "start_time": "18.00", "end_time": "20"}, EVENING, EVENING + timedelta(hours=2)),
        ({"start_date": "28.11.2026", "start_time": "18", "end_time": "02"}, EVENING, EVENING + timedelta(hours=8)),
        ({"start_date": "28.11.2026", "start_time": "18", "end_time": "24"}, EVENING, EVENING + timedelta(hours=6)),
        ({"start_date": "28.11.2026", "start_time": "18", "end_time": "18"}, EVENING, EVENING),
        ({"start_date": "28.11.2026", "end_date": "30.11.2026"}, date(2026, 11, 28), date(2026, 12, 1)),
        ({"start_date": "28.11.2026", "end_date": "28.11.2026"}, date(2026, 11, 28), date(2026, 11, 29)),
        ({"start_date": "28.", "end_date": "30.11.2026"}, date(2026, 11, 28), date(2026, 12, 1)),
        ({"start_date": "28.11.", "end_date": "5.12.2026"}, date(2026, 11, 28), date(2026, 12, 6)),
        ({"start_date": "28.11.2026", "end_date": "5.12."}, date(2026, 11, 28), date(2026, 12, 6)),
        ({"start_date": "28.11.2026", "start_time": "18", "end_date": "29.11.2026", "end_time": "15"}, EVENING, NEXT_DAY),
        ({"start": "28.11.2026 klo 18.00"}, EVENING, None),
        ({"start": "2026-11-28", "end": "2026-11-29"}, date(2026, 11, 28), date(2026, 11, 30)),
        ({"start": "2026-11-28T18:00:00Z", "end": "2026-11-28T20:00:00Z"}, IN_UTC, IN_UTC.replace(hour=20)),
        ({"start": "2026-11-28T18:00:00Z", "end_time": "20"}, IN_UTC, IN_UTC.replace(hour=20)),
    ],
)  # fmt: skip
def test_times_that_formats_read(values: dict[str, str], start: date, end: date | None) -> None:
    found, issues = times(values)
    assert (found, issues) == (When(start=start, end=end), [])


@pytest.mark.parametrize(
    ("values", "when"),
    [
        ({"start_date": "28.11."}, "28.11."),
        ({"start_date": "la 28.11.", "start_time": "18.30"}, "la 28.11. klo 18.30"),
        ({"start_date": "la 28.11.", "start_time": "18.00", "end_time": "24"}, "la 28.11. klo 18–24"),
        ({"start_date": "28.11.", "end_date": "30.11."}, "28.11.–30.11."),
        ({"start_date": "15.12.2026", "end_date": "6.1."}, None),
        ({"start_date": "tiistaisin", "start_time": "10"}, "ti klo 10"),
        ({"when": "joka tiistai klo 10"}, "joka tiistai klo 10"),
        ({"start_date": "28.11.", "when": "marraskuun viimeisenä lauantaina"}, "marraskuun viimeisenä lauantaina"),
        ({"start_time": "18"}, ""),
        ({}, ""),
    ],
)
def test_a_day_without_its_year_stays_words(values: dict[str, str], when: str | None) -> None:
    found, issues = times(values)
    assert issues == []
    if when is None:
        assert found == When(start=date(2026, 12, 15), end=None)
    else:
        assert found == When(when=when)


def test_without_a_format_a_time_is_words() -> None:
    assert times({"start": "la 28.11. klo 18"}, start={})[0].when == "la 28.11. klo 18"
    assert times({"start_date": "28.11.2026", "start_time": "18–20"}, start_time={})[0].when == "28.11.2026 klo 18–20"
    assert times({"start_date": "28.11.2026", "start_time": "iltapäivällä"}, start_time={})[0].when == "28.11.2026 iltapäivällä"


@pytest.mark.parametrize(("locale", "when"), [("fi", "la 5.12. klo 18"), ("sv", "lö 5.12. kl. 18"), ("en", "Sat 5 December at 18")])
def test_words_are_in_the_language_of_the_description(locale: Locale, when: str) -> None:
    weekday = {"fi": "la", "sv": "lö", "en": "Sat"}[locale]
    found, _ = times({"start_date": f"{weekday} 5.12.", "start_time": "18"}, locale=locale)
    assert found.when == when


def test_a_text_that_no_format_fits_is_told_and_left_out() -> None:
    assert times({"start_date": "31.11.2026"}) == (When(), [("date_unreadable", "start_date")])
    assert times({"start_date": "28.11.2026", "start_time": "ilta"}) == (
        When(start=date(2026, 11, 28)),
        [("date_unreadable", "start_time")],
    )


def test_pieces_that_make_no_day_are_told() -> None:
    found, issues = times({"start": "2.2027", "start_date": "30."}, start={"format": "%m.%Y"})
    assert (found, issues) == (When(), [("date_unreadable", "start")])


def test_words_beside_it_need_no_warning() -> None:
    assert times({"start_date": "joka tiistai", "when": "joka tiistai klo 18"}) == (When(when="joka tiistai klo 18"), [])


def test_a_weekday_that_is_wrong_is_told_and_the_date_holds() -> None:
    assert times({"start_date": "ma 28.11.2026"}) == (When(start=date(2026, 11, 28)), [("field_ignored", "weekday")])


def test_the_zone_of_a_rule_holds_for_times_without_offset() -> None:
    zoned, _ = times({"start": "2026-11-28T18:00:00"}, start={"format": "iso", "zone": "UTC"})
    assert zoned.start == EVENING.replace(tzinfo=UTC)
    assert isinstance(zoned.start, datetime)
    assert zoned.start.tzinfo is UTC
    helsinki, _ = times({"start": "2026-11-28T18:00:00"}, start={"format": "iso", "zone": "Europe/Helsinki"})
    assert helsinki.start == EVENING.replace(tzinfo=ZoneInfo("Europe/Helsinki"))


def test_an_end_on_another_kind_of_clock_is_left_out() -> None:
    found, issues = times({"start": "2026-11-28T18:00:00+02:00", "end": "2026-11-28T20:00:00"})
    assert (found.end, issues) == (None, [("date_unreadable", "end")])
    assert found.start == EVENING.replace(tzinfo=timezone(timedelta(hours=2)))
