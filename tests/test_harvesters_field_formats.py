"""Days and times by explicit formats, in three languages, without the locale of the process."""

from __future__ import annotations

import locale
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvesters.field_formats import Locale, Parts, fault_of, parse

TWO_HOURS = timezone(timedelta(hours=2))


@pytest.mark.parametrize(
    ("text", "pattern", "language", "parts"),
    [
        ("28.11.2026", "%d.%m.%Y", "fi", {"year": 2026, "month": 11, "day": 28}),
        ("8.1.26", "%d.%m.%y", "fi", {"year": 2026, "month": 1, "day": 8}),
        ("ke19.11.", "%a %d.%m.", "fi", {"weekday": 3, "month": 11, "day": 19}),
        ("Keskiviikkona 2. joulukuuta", "%A %d. %B", "fi", {"weekday": 3, "day": 2, "month": 12}),
        ("joulukuu 2026", "%B %Y", "fi", {"month": 12, "year": 2026}),
        ("5. Joulukuu", "%d. %B", "fi", {"day": 5, "month": 12}),
        ("klo 18.30", "klo %H.%M", "fi", {"clock": time(18, 30)}),
        ("9", "%H", "fi", {"clock": time(9)}),
        ("24.00", "%H.%M", "fi", {"clock": time(0), "days_later": 1}),
        ("onsdagen den 16 oktober", "%A den %d %B", "sv", {"weekday": 3, "day": 16, "month": 10}),
        ("lö 5 dec.", "%a %d %b", "sv", {"weekday": 6, "day": 5, "month": 12}),
        ("Thursday, January 9th, 2020 at 10:30 a.m.", "%A, %B %d, %Y at %I:%M %p", "en",
         {"weekday": 4, "month": 1, "day": 9, "year": 2020, "clock": time(10, 30)}),
        ("Sept. 3, 2026 12 AM", "%b %d, %Y %I %p", "en", {"month": 9, "day": 3, "year": 2026, "clock": time(0)}),
        ("12:15 pm", "%I:%M %p", "en", {"clock": time(12, 15)}),
        ("2026-11-28 – 18:00", "%Y-%m-%d - %H:%M", "en", {"year": 2026, "month": 11, "day": 28, "clock": time(18)}),
        ("2026-11-28T18:00:00+02:00", "iso", "fi", {"year": 2026, "month": 11, "day": 28, "clock": time(18, tzinfo=TWO_HOURS)}),
        ("2026-11-28", "iso", "fi", {"year": 2026, "month": 11, "day": 28}),
        ("20261128T1800Z", "iso", "fi", {"year": 2026, "month": 11, "day": 28, "clock": time(18, tzinfo=UTC)}),
        ("18:00", "iso", "fi", {"clock": time(18)}),
        ("1796828400", "unix", "fi", {"year": 2026, "month": 12, "day": 9, "clock": time(15, tzinfo=UTC)}),
        ("1796828400000", "unix_ms", "fi", {"year": 2026, "month": 12, "day": 9, "clock": time(15, tzinfo=UTC)}),
        ("18:00 +0200", "%H:%M %z", "fi", {"clock": time(18, tzinfo=TWO_HOURS)}),
    ],
)  # fmt: skip
def test_what_a_format_reads(text: str, pattern: str, language: Locale, parts: dict[str, Any]) -> None:
    assert parse(text, (pattern,), language) == Parts(**parts)


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("31.11.2026", "%d.%m.%Y"),
        ("0.12.2026", "%d.%m.%Y"),
        ("1.0.2026", "%d.%m.%Y"),
        ("1.1.0000", "%d.%m.%Y"),
        ("29.2.2027", "%d.%m.%Y"),
        ("28.11.2026 klo 18", "%d.%m.%Y"),
        ("25.00", "%H.%M"),
        ("24.30", "%H.%M"),
        ("13:00 pm", "%I:%M %p"),
        ("kolmas joulukuuta", "%d. %B"),
        ("", "%d.%m.%Y"),
        ("9" * 400, "unix"),
        ("nan", "unix"),
        ("huomenna", "iso"),
        ("Dec 3", "%b %d"),
    ],
)
def test_what_no_format_reads(text: str, pattern: str) -> None:
    assert parse(text, (pattern,), "fi") is None


def test_the_first_format_that_fits_holds() -> None:
    assert parse("18", ("%H.%M", "%H"), "fi") == Parts(clock=time(18))
    assert parse("03.04.2026", ("%m.%d.%Y", "%d.%m.%Y"), "fi") == Parts(year=2026, month=3, day=4)


@pytest.mark.parametrize("pattern", ["%d.%m.%Y", "%A %d. %B", "%I:%M %p", "iso", "unix", "unix_ms", "%-d.%-m.%y", "100 %% %d"])
def test_good_formats(pattern: str) -> None:
    assert fault_of(pattern) == ""


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("%q", "%q is not known"),
        ("dd.mm.yyyy", "no directive"),
        ("%d.%d", "stands in it twice"),
        ("%Y%", "% is not known"),
        ("", "no directive"),
    ],
)
def test_bad_formats_say_what_is_wrong(pattern: str, said: str) -> None:
    assert said in fault_of(pattern)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.times().map(lambda moment: moment.replace(second=0, microsecond=0)))
def test_what_strftime_writes_is_read_back(day: date, clock: time) -> None:
    pattern = "%d.%m.%Y klo %H.%M"
    assert locale.setlocale(locale.LC_TIME) in {"C", "C.UTF-8", "en_US.UTF-8"}
    assert parse(datetime.combine(day, clock).strftime(pattern), (pattern,), "fi") == Parts(
        year=day.year, month=day.month, day=day.day, clock=clock
    )


@given(
    st.text(max_size=30),
    st.sampled_from(["%d.%m.%Y", "%A %d. %B %H.%M", "iso", "unix", "unix_ms", "%I %p %z"]),
    st.sampled_from(["fi", "sv", "en"]),
)
def test_no_text_breaks_a_format(text: str, pattern: str, language: Locale) -> None:
    parts = parse(text, (pattern,), language)
    assert parts is None or isinstance(parts, Parts)
