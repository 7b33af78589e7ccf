"""What publishers write from a date, a time or a rule is read as that again, or says itself that it is not sure: never silently otherwise.

``python -m benchmarks.phrases --cases 10000`` does the same with more phrases and tells the shares.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from tests.phrase_writer import DAY, Write, Written, occurrences, read_days, verdict, written
from tests.phrase_writer_rules import WRITERS

EACH = 25
"""Phrases of each sort."""


@pytest.mark.parametrize("write", dict.fromkeys(WRITERS), ids=lambda write: write.__name__)
def test_no_phrase_is_silently_misread(write: Write) -> None:
    read = [(case, *verdict(case)) for case in (written(seed, (write,)) for seed in range(EACH))]
    assert [(case.text, str(case.reference), answer) for case, told, answer in read if told == "wrong"] == []
    shares = Counter(told for _, told, _ in read)
    assert shares["exact"] >= EACH - 1, [(case.text, told, answer) for case, told, answer in read if told != "exact"]


def test_another_reading_of_a_phrase_is_noticed() -> None:
    day = date(2026, 11, 28)
    meant = occurrences([day + DAY], [None])
    assert verdict(Written("whole_day", "la 28.11.", "fi", day, "date", meant))[0] == "wrong"
    assert verdict(Written("whole_day", "la 28.11.", "fi", day, "date", occurrences([day], [None])))[0] == "exact"
    flagged = Written("whole_day", "su 28.11.", "fi", day, "date", meant)
    assert verdict(flagged)[0] == "flagged"


def test_series_are_compared_day_by_day() -> None:
    weekly = {
        "series": [{"rrule": "FREQ=WEEKLY;BYDAY=SA", "dtstart": "2026-11-28T18:00", "duration": "PT1H30M", "exdates": ["2026-12-05"]}]
    }
    days = {start for start, _ in read_days(weekly, date(2026, 11, 28) + timedelta(days=15))}
    assert days == {"2026-11-28T18:00", "2026-12-12T18:00"}
