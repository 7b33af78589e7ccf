"""When a source is due: intervals, crontabs over the clock changes, long sleeps."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from harvesters.errors import ConfigError
from harvesters.source import Schedules
from kooste import scheduler
from kooste.settings import load
from tests.test_kooste_settings import GOOD, written

ZONE = "Europe/Helsinki"


def scheduled(tmp_path: Path, *schedules: str) -> Schedules:
    entry = GOOD[GOOD.index("  - id: s12") :]
    entries = [entry.replace("s12", f"s{n}").replace("30min", f'"{text}"') for n, text in enumerate(schedules)]
    return load(written(tmp_path, GOOD[: GOOD.index("  - id: s12")] + "".join(entries)))


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("schedule", "last", "expected"),
    [
        ("30min", "2026-11-22T06:00", "2026-11-22T06:30"),
        ("1d", "2026-11-22T06:00", "2026-11-23T06:00"),
        ("15 6 * * *", "2026-11-22T06:00", "2026-11-23T04:15"),
        ("15 6 * * mon-fri", "2026-11-20T06:00", "2026-11-23T04:15"),
        ("30 3 * * *", "2026-10-24T00:30", "2026-10-25T00:30"),
        ("30 3 * * *", "2027-03-27T01:30", "2027-03-28T01:30"),
    ],
)
def test_next_due(tmp_path: Path, schedule: str, last: str, expected: str) -> None:
    source = scheduled(tmp_path, schedule).sources[0]
    assert scheduler.next_due(source, ZONE, instant(last)) == instant(expected)


@pytest.mark.parametrize("hour", range(24))
def test_a_daily_crontab_fires_365_times_a_year_over_both_clock_changes(tmp_path: Path, hour: int) -> None:
    source = scheduled(tmp_path, f"30 {hour} * * *").sources[0]
    last, days = instant("2026-12-31T22:00"), []
    while (when := scheduler.next_due(source, ZONE, last)) and when < instant("2027-12-31T22:00"):
        days.append(when)
        last = when
    assert len(days) == 365


def test_after_three_days_asleep_each_source_is_due_once_longest_waiting_first(tmp_path: Path) -> None:
    schedules = scheduled(tmp_path, "30min", "6h", "1d")
    now = instant("2026-11-25T06:00")
    last = {"s0": now - timedelta(days=3), "s1": now - timedelta(days=3), "s2": now - timedelta(hours=2)}
    assert [source.id for source in scheduler.due(schedules, last, now)] == ["s0", "s1"]


def test_what_was_never_harvested_is_due_and_what_is_switched_off_is_not(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD)
    assert [source.id for source in scheduler.due(load(path), {}, instant("2026-11-25T06:00"))] == ["s12"]
    path = written(tmp_path, GOOD + "    enabled: false\n")
    assert scheduler.due(load(path), {}, instant("2026-11-25T06:00")) == []


def test_a_crontab_out_of_range_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"s0 › schedule: '75 6 \* \* \*'"):
        scheduler.check(scheduled(tmp_path, "75 6 * * *"))
