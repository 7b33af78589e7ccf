"""When an answer is not believed: a shrinking, draining, flapping or flooding calendar is questioned, not obeyed."""

from __future__ import annotations

from datetime import datetime

import pytest

from harvesters.errors import Unreachable
from harvesters.record import Validators
from store.harvests import known, record_failure, release
from tests.store_support import DAY, HELSINKI, HOUR, NOW, Region, active, many, record


@pytest.mark.parametrize(
    ("answer", "reason"),
    [(0, "empty"), (2, "shrunk"), (39, "shrunk"), (40, ""), (45, "")],
)
def test_a_shrinking_calendar_is_questioned(region: Region, answer: int, reason: str) -> None:
    region.harvest(many(50), etag='"1"')
    summary = region.harvest(many(answer), NOW + HOUR, etag='"2"')
    assert (summary.outcome, summary.reason) == (("held", reason) if reason else ("changed", ""))
    assert len(active(region)) == (50 if reason else answer)
    state = region.rows("select state, reason, state_since from sources where id = 'choir'")
    assert state == [("suspicious", reason, "2026-11-01T07:00:00Z")] if reason else [("ok", "", "2026-11-01T06:00:00Z")]
    assert known(region.store, "choir", NOW + HOUR).validators.etag == ('"1"' if reason else '"2"')


def test_few_may_always_go(region: Region) -> None:
    region.harvest(many(6))
    assert region.harvest(many(1), NOW + HOUR).withdrawn == 5


def test_a_slow_drain_is_noticed_at_the_latest_at_35_of_50(region: Region) -> None:
    levels = []
    for step, level in enumerate(range(50, 0, -5)):
        region.harvest(many(level), NOW + step * 12 * HOUR)
        levels.append(len(active(region)))
    assert levels[:4] == [50, 45, 40, 40]


def test_a_calendar_that_flaps_does_not(region: Region) -> None:
    region.harvest(many(50))
    outcomes = [region.harvest(many(50 if step % 2 else 0), NOW + step * 12 * HOUR).outcome for step in range(2, 14)]
    assert outcomes == ["held", "unchanged"] * 6
    assert region.rows("select distinct what from history") == [("new",)]


def test_an_answer_held_three_times_over_two_days_is_believed(region: Region) -> None:
    region.harvest(many(50, first=20))
    outcomes = []
    for hours in (6, 12, 18, 53, 55):
        outcomes.append(region.harvest(many(2, first=20), NOW + hours * HOUR).outcome)
        if hours == 12:
            record_failure(region.store, region.source("choir"), Unreachable("timed out", reason="timeout"), NOW + 13 * HOUR)
    assert outcomes == ["held", "held", "held", "held", "changed"]
    assert len(active(region)) == 2
    assert region.one("select state from sources where id = 'choir'") == "ok"
    # what was believed counts no more: the calendar may go on from its new level
    region.harvest(many(12, first=20), NOW + 56 * HOUR)
    assert region.harvest(many(10, first=20), NOW + 57 * HOUR).outcome == "changed"


def test_different_answers_do_not_confirm_each_other(region: Region) -> None:
    region.harvest(many(50, first=20))
    for step, level in enumerate((2, 3, 2, 3, 2)):
        assert region.harvest(many(level, first=20), NOW + (step + 1) * 20 * HOUR).outcome == "held"


def test_a_person_may_release(region: Region) -> None:
    region.harvest(many(50), etag='"1"')
    assert region.harvest(many(2), NOW + HOUR).outcome == "held"
    release(region.store, "choir")
    assert known(region.store, "choir", NOW + HOUR).validators == Validators()
    assert region.harvest(many(2), NOW + 2 * HOUR).outcome == "changed"
    assert region.harvest(many(0), NOW + 3 * HOUR).outcome == "held"


@pytest.mark.parametrize(("expect", "reason"), [({"min_events": 5}, "too_few"), ({"max_events": 3}, "too_many"), ({}, "")])
def test_declared_bounds_hold_from_the_first_answer_on(region: Region, expect: dict[str, int], reason: str) -> None:
    region.configure(expect=expect)
    summary = region.harvest(many(4))
    assert (summary.outcome, summary.reason) == (("held", reason) if reason else ("changed", ""))
    assert region.one("select count(*) from listing") == (0 if reason else 4)


def test_too_many_events_never_confirm_themselves(region: Region) -> None:
    region.configure(expect={"max_events": 3})
    for day in range(6):
        assert region.harvest(many(4, first=30), NOW + day * DAY).outcome == "held"


def test_a_rolling_window_loses_nothing(region: Region) -> None:
    for step in range(15):
        day = NOW + step * 2 * DAY
        answer = [raw for raw in many(60, first=1) if isinstance(raw.start, datetime) and raw.start > day][:20]
        assert region.harvest(answer, day).withdrawn == 0
    assert region.one("select count(*) from listing where withdrawn_at is null") == 48


def test_what_has_begun_is_gone_only_where_it_would_last(region: Region) -> None:
    begun = (NOW - HOUR).astimezone(HELSINKI)
    answer = [record("concert", start=begun, end=begun + 5 * HOUR), record("exhibition", start=begun, end=begun + 30 * DAY), *many(3)]
    region.harvest(answer)
    region.harvest(many(3), NOW + HOUR)
    assert region.rows("select uid from listings where withdrawn_at is not null") == [("exhibition",)]
