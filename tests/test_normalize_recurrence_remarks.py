"""UNTIL and DTSTART: which pairs a publisher should hear about (RFC 5545 section 3.3.10)."""

# ruff: noqa: DTZ001 - a wall clock is what these rules are about

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from harvesters.source import Horizon
from normalize.model import Recurrence, Start
from normalize.recurrence import Window
from normalize.recurrence_remarks import remarks

ZONE = "Europe/Helsinki"
WINDOW = Window.around(datetime(2027, 1, 15, 12, tzinfo=UTC), Horizon(), ZONE)
TIMED = datetime(2027, 2, 1, 18, 0)
DAY = date(2027, 2, 1)
LOCAL, INSTANT, PLAIN = "20270305T180000", "20270305T160000Z", "20270305"
TOLD = ("rrule_until_type",)

PAIRS: tuple[tuple[Start, bool, str, tuple[str, ...]], ...] = (
    (TIMED, True, LOCAL, ()),
    (TIMED, True, INSTANT, ()),
    (TIMED, True, PLAIN, TOLD),
    (TIMED, False, LOCAL, TOLD),
    (TIMED, False, INSTANT, ()),
    (DAY, False, PLAIN, ()),
    (DAY, False, LOCAL, TOLD),
    (DAY, False, INSTANT, TOLD),
)


@pytest.mark.parametrize(("start", "floating", "until", "told"), PAIRS)
def test_an_end_of_another_type_than_the_start_is_told(start: Start, *, floating: bool, until: str, told: tuple[str, ...]) -> None:
    rule = Recurrence(rrule=(f"FREQ=WEEKLY;UNTIL={until}",))
    assert remarks(rule, start, ZONE, WINDOW, floating=floating) == told
