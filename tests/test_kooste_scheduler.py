"""When a source is due: intervals, crontabs over the clock changes, long sleeps."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvesters.errors import ConfigError
from harvesters.source import Schedules, Source, bounds
from kooste import scheduler
from kooste.settings import load
from kooste.timetable import adapted, backed_off, spread
from store.harvests import DueFacts
from tests.test_kooste_settings import GOOD, written

ZONE = "Europe/Helsinki"


def scheduled(tmp_path: Path, *schedules: str) -> Schedules:
    entry = GOOD[GOOD.index("  - id: s12") :]
    entries = [entry.replace("s12", f"s{n}").replace("30min", f'"{text}"') for n, text in enumerate(schedules)]
    return load(written(tmp_path, GOOD[: GOOD.index("  - id: s12")] + "".join(entries)))


def facts(last: datetime, **more: Any) -> DueFacts:
    told: dict[str, Any] = {"state": "ok", "last_started": last, "failures": 0}
    return DueFacts(**(told | more))


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("schedule", "last", "expected"),
    [
        ("30min", "2026-11-22T06:00", "2026-11-22T06:30"),
        ("15 6 * * *", "2026-11-22T06:00", "2026-11-23T04:15"),
        ("15 6 * * mon-fri", "2026-11-20T06:00", "2026-11-23T04:15"),
        ("30 3 * * *", "2026-10-24T00:30", "2026-10-25T00:30"),
        ("30 3 * * *", "2027-03-27T01:30", "2027-03-28T01:30"),
    ],
)
def test_next_due(tmp_path: Path, schedule: str, last: str, expected: str) -> None:
    source = scheduled(tmp_path, schedule).sources[0]
    assert scheduler.next_due(source, ZONE, facts(instant(last))) == instant(expected)


@pytest.mark.parametrize("hour", range(24))
def test_a_daily_crontab_fires_365_times_a_year_over_both_clock_changes(tmp_path: Path, hour: int) -> None:
    source = scheduled(tmp_path, f"30 {hour} * * *").sources[0]
    last, days = instant("2026-12-31T22:00"), []
    while (when := scheduler.next_due(source, ZONE, facts(last))) and when < instant("2027-12-31T22:00"):
        days.append(when)
        last = when
    assert len(days) == 365


def test_after_three_days_asleep_each_source_is_due_once_longest_waiting_first(tmp_path: Path) -> None:
    schedules = scheduled(tmp_path, "30min", "6h", "1d")
    now = instant("2026-11-25T06:00")
    last = {"s0": now - timedelta(days=3), "s1": now - timedelta(days=3), "s2": now - timedelta(hours=2)}
    due = scheduler.due(schedules, {name: facts(moment) for name, moment in last.items()}, now)
    assert [source.id for source in due] == ["s0", "s1"]


def test_what_was_never_harvested_is_due_and_what_is_switched_off_is_not(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD)
    assert [source.id for source in scheduler.due(load(path), {}, instant("2026-11-25T06:00"))] == ["s12"]
    path = written(tmp_path, GOOD + "    enabled: false\n")
    assert scheduler.due(load(path), {}, instant("2026-11-25T06:00")) == []


def test_a_crontab_out_of_range_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"s0 › schedule: '75 6 \* \* \*'"):
        scheduler.check(scheduled(tmp_path, "75 6 * * *"))


@pytest.mark.parametrize(("failures", "hours"), [(0, 6), (1, 12), (2, 24), (3, 24), (30, 24)])
def test_failures_double_the_interval_to_a_day_and_daily_for_ever(failures: int, hours: int) -> None:
    assert backed_off(timedelta(hours=6), failures) == timedelta(hours=hours)
    assert backed_off(timedelta(days=3), failures) == timedelta(days=3)


def test_a_missing_secret_is_no_failure_and_is_looked_for_at_the_regular_times(tmp_path: Path) -> None:
    source, last = scheduled(tmp_path, "30min").sources[0], instant("2026-11-22T06:00")
    waiting = facts(last, state="not_configured", failures=9)
    assert scheduler.next_due(source, ZONE, waiting) == last + timedelta(minutes=30)
    backed = scheduler.next_due(source, ZONE, facts(last, state="unreachable", failures=2))
    assert backed
    assert abs(backed - last - timedelta(hours=2)) <= timedelta(minutes=6)


def test_a_server_that_asks_for_a_pause_gets_it(tmp_path: Path) -> None:
    source, last = scheduled(tmp_path, "30min").sources[0], instant("2026-11-22T06:00")
    later = last + timedelta(hours=5)
    assert scheduler.next_due(source, ZONE, facts(last, state="blocked", failures=1, wait_until=later)) == later


def test_a_closed_and_a_disallowed_source_are_never_due_again(tmp_path: Path) -> None:
    source, last = scheduled(tmp_path, "30min").sources[0], instant("2026-11-22T06:00")
    assert scheduler.next_due(source, ZONE, facts(last, state="gone", failures=3, is_closed=True)) is None
    unwanted = source.model_copy(update={"fetch_policy": "disallowed"})
    assert scheduler.next_due(unwanted, ZONE, facts(last, state="ok")) is not None, "the state is told once"
    assert scheduler.next_due(unwanted, ZONE, facts(last, state="disallowed", failures=1)) is None


def test_an_interval_follows_how_often_a_source_changes_within_its_bounds(tmp_path: Path) -> None:
    shortest, longest = bounds("30min..1d") or (timedelta(), timedelta())
    interval, seen = None, []
    for changed in [False] * 12 + [True] * 8:
        interval = adapted(shortest, longest, interval, changed=changed)
        seen.append(interval)
    assert seen[0] == shortest
    assert max(seen) == longest == seen[11]
    assert seen[-1] == shortest
    source = scheduled(tmp_path, "30min..1d").sources[0]
    last = instant("2026-11-22T06:00")
    assert scheduler.next_due(source, ZONE, facts(last, interval=timedelta(minutes=45))) == last + timedelta(minutes=45)
    assert scheduler.next_due(source, ZONE, facts(last, interval=timedelta(minutes=5))) == last + shortest, "the bounds were changed"


@pytest.mark.parametrize("text", ["30min..5min", "1min..1d", "6h..", "..6h", "1h..2h..3h", "1h..* * * * *"])
def test_bounds_that_make_no_sense_are_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError, match="schedule"):
        scheduled(tmp_path, text)


@given(st.text(alphabet="abcdefghij0123456789", min_size=1, max_size=12), st.integers(0, 60 * 24 * 400), st.integers(1, 60))
def test_a_nightly_source_is_asked_in_the_night_and_about_once_in_its_interval(name: str, minutes: int, days: int) -> None:
    last = instant("2026-11-22T06:00") + timedelta(minutes=minutes)
    when = spread(name, last, timedelta(days=days), ZONE)
    assert 1 <= when.astimezone(ZoneInfo(ZONE)).hour < 6, "the night of a clock change may be an hour longer"
    assert timedelta(days=days) * 0.75 <= when - last < timedelta(days=days) * 0.75 + timedelta(days=1, hours=2)


@given(st.text(min_size=1, max_size=12), st.integers(60, 24 * 60 - 1))
def test_other_sources_are_spread_by_a_tenth(name: str, minutes: int) -> None:
    last, interval = instant("2026-11-22T06:00"), timedelta(minutes=minutes)
    assert abs(spread(name, last, interval, ZONE) - last - interval) <= interval * 0.05 + timedelta(seconds=1)


def test_after_a_long_sleep_a_thousand_sources_come_in_turns(tmp_path: Path) -> None:
    schedules = scheduled(tmp_path, *["30min"] * 250)
    now = instant("2026-11-25T06:00")
    known = {source.id: facts(now - timedelta(days=3, minutes=number)) for number, source in enumerate(schedules.sources)}
    first = scheduler.due(schedules, known, now)
    assert len(first) == scheduler.MOST_AT_ONCE
    assert first[0].id == "s249", "the one that waited longest comes first"
    known |= {source.id: facts(now) for source in first}
    assert len(scheduler.due(schedules, known, now)) == 50


def test_places_left_are_asked_for_beside_the_regular_harvests(tmp_path: Path) -> None:
    schedules = scheduled(tmp_path, "6h")
    source = schedules.sources[0].model_copy(update={"availability": timedelta(minutes=5)})
    schedules = schedules.model_copy(update={"sources": (source,)})
    now = instant("2026-11-25T06:00")

    def asked(known: DueFacts, *beside: Source) -> list[str]:
        return [one.id for one in scheduler.places_due(schedules, {"s0": known}, now, beside=beside)]

    assert asked(facts(now - timedelta(minutes=5))) == ["s0"]
    assert asked(facts(now - timedelta(minutes=5)), source) == []
    assert asked(facts(now - timedelta(minutes=4))) == []
    assert asked(facts(now - timedelta(hours=5), availability_at=now - timedelta(minutes=4))) == []
    assert asked(facts(now - timedelta(hours=5), state="unreachable", failures=1)) == [], "it is left alone until it is well again"
    assert asked(facts(now - timedelta(hours=5), wait_until=now + timedelta(hours=1))) == []
