"""Rules that are refused, why, and with how little work: bounded by looking at the rule, never by running it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from harvesters.issue_kinds import ISSUE_KINDS
from harvesters.source import Horizon
from normalize.model import Recurrence, Start
from normalize.notes import Notes
from normalize.recurrence import Window, expand, remarks, touches, vet
from normalize.recurrence_rule import RuleError, parse_rule
from normalize.timing import Timing, timing_of
from tests.recurrence_listings import at, listing, raw_events
from tests.shared import HOSTILE, needs_hostile

NOW = datetime(2027, 1, 15, 12, tzinfo=UTC)
WINDOW = Window.around(NOW, Horizon(months_ahead=24), "Europe/Helsinki")
MOST = 1000
START = datetime(2027, 3, 1, 18, tzinfo=UTC)
HOURS = ",".join(map(str, range(24)))
SIXTY = ",".join(map(str, range(60)))
FEW_CALLS = 150_000
"""Python calls: some hundredths of a second on any machine, and the same number on all of them."""


def calls(work: Callable[[], object]) -> int:
    """How many Python functions the work calls: what it costs, without a clock."""
    made = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal made
        made += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return made


def judged(*rrule: str, start: Start = START, length: timedelta | None = timedelta(hours=1), **dates: Any) -> str | None:
    end = None if length is None else start + length
    return vet(Recurrence(rrule=rrule, **dates), start, end, "UTC", WINDOW, MOST)


REFUSED: list[tuple[str, str]] = [
    ("FREQ=SECONDLY;COUNT=1000000000", "rrule_frequency"),
    ("FREQ=MINUTELY;UNTIL=99991231T235959Z", "rrule_frequency"),
    ("FREQ=MINUTELY;INTERVAL=100000", "rrule_frequency"),
    ("FREQ=FORTNIGHTLY;BYDAY=XX;COUNT=many", "rrule_invalid"),
    ("", "rrule_invalid"),
    ("BYDAY=MO", "rrule_invalid"),
    ("FREQ=DAILY;FREQ=WEEKLY", "rrule_invalid"),
    ("FREQ=MONTHLY;INTERVAL=0;BYDAY=MO;UNTIL=20291231T200000Z", "rrule_invalid"),
    ("FREQ=DAILY;INTERVAL=-1", "rrule_invalid"),
    ("FREQ=DAILY;INTERVAL=1.5", "rrule_invalid"),
    ("FREQ=DAILY;COUNT=0", "rrule_invalid"),
    ("FREQ=DAILY;COUNT=-1", "rrule_invalid"),
    ("FREQ=DAILY;COUNT=", "rrule_invalid"),
    ("FREQ=DAILY;COUNT=99999999999999999999", "rrule_invalid"),
    ("FREQ=DAILY;COUNT=٣", "rrule_invalid"),
    ("FREQ=DAILY;UNTIL=20271301", "rrule_invalid"),
    ("FREQ=DAILY;UNTIL=tomorrow", "rrule_invalid"),
    ("FREQ=DAILY;UNTIL=00000101", "rrule_invalid"),
    ("FREQ=WEEKLY;UNTL=20191023;BYDAY=TH", "rrule_invalid"),
    ("FREQ=WEEKLY;BYDAY=54MO", "rrule_invalid"),
    ("FREQ=MONTHLY;BYDAY=0MO", "rrule_invalid"),
    ("FREQ=MONTHLY;BYMONTHDAY=32", "rrule_invalid"),
    ("FREQ=MONTHLY;BYMONTHDAY=0", "rrule_invalid"),
    ("FREQ=YEARLY;BYMONTH=13", "rrule_invalid"),
    ("FREQ=YEARLY;BYYEARDAY=367", "rrule_invalid"),
    ("FREQ=YEARLY;BYWEEKNO=54", "rrule_invalid"),
    ("FREQ=DAILY;BYHOUR=24", "rrule_invalid"),
    ("FREQ=DAILY;BYHOUR=-1", "rrule_invalid"),
    ("FREQ=DAILY;BYMINUTE=60", "rrule_invalid"),
    ("FREQ=DAILY;BYSECOND=61", "rrule_invalid"),
    ("FREQ=DAILY;WKST=FUNDAY", "rrule_invalid"),
    ("FREQ=YEARLY;BYEASTER=0", "rrule_invalid"),
    ("RSCALE=CHINESE;FREQ=YEARLY", "rrule_unsupported"),
    ("RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=FORWARD", "rrule_unsupported"),
    (f"FREQ=YEARLY;COUNT=1;BYMONTHDAY=1,2,3;BYHOUR={HOURS};BYMINUTE={SIXTY};BYSECOND={SIXTY}", "rrule_too_dense"),
    (f"FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR={HOURS};BYMINUTE={SIXTY};BYSETPOS=-1", "rrule_too_dense"),
    (f"FREQ=DAILY;COUNT=1;BYHOUR={HOURS};BYMINUTE={SIXTY}", "rrule_too_dense"),
    (f"FREQ=HOURLY;COUNT=1;BYMINUTE={SIXTY};BYSECOND={SIXTY}", "rrule_too_dense"),
    ("FREQ=HOURLY", "rrule_too_dense"),
    ("FREQ=HOURLY;COUNT=1000000", "rrule_too_dense"),
    ("FREQ=DAILY;BYHOUR=9,12,15", "rrule_too_dense"),
    ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "rrule_no_occurrence"),
    ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "rrule_no_occurrence"),
    ("FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30", "rrule_no_occurrence"),
    ("FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30", "rrule_no_occurrence"),
    ("FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=2SU", "rrule_no_occurrence"),
    ("FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1", "rrule_no_occurrence"),
    ("FREQ=YEARLY;BYWEEKNO=20;BYMONTH=1;BYDAY=MO", "rrule_no_occurrence"),
    ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6", "rrule_no_occurrence"),
    ("FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31;BYMONTH=4", "rrule_no_occurrence"),
    ("FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29", "rrule_no_occurrence"),
    ("FREQ=DAILY;UNTIL=20270101", "rrule_no_occurrence"),
]


@pytest.mark.parametrize(("rule", "code"), REFUSED, ids=[f"{rule[:60]}-{code}" for rule, code in REFUSED])
def test_a_rule_that_cannot_be_meant_or_could_run_away_is_refused(rule: str, code: str) -> None:
    asked = rule or ";"
    assert judged(asked) == code
    assert calls(lambda: judged(asked)) < FEW_CALLS
    assert code in ISSUE_KINDS


ALLOWED = [
    "FREQ=DAILY",
    "FREQ=DAILY;COUNT=1000000000",
    "FREQ=DAILY;INTERVAL=999999999999",
    "FREQ=DAILY;UNTIL=99991231T235959Z",
    "FREQ=WEEKLY;BYDAY=MO,WE;WKST=SU;X-OWN=1",
    "freq=weekly;byday=mo",
    "RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=OMIT",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=YEARLY;INTERVAL=3;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO",
    "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=29;BYHOUR=12",
    "FREQ=HOURLY;COUNT=48",
    "FREQ=HOURLY;INTERVAL=1501",
    "FREQ=YEARLY;BYDAY=53MO",
    "FREQ=YEARLY;INTERVAL=5000",
    "FREQ=MONTHLY;BYDAY=5SU;BYMONTH=2",
    "FREQ=YEARLY;BYWEEKNO=53;BYDAY=TH",
]


@pytest.mark.parametrize("rule", ALLOWED)
def test_an_odd_rule_that_can_be_meant_is_expanded(rule: str) -> None:
    assert judged(rule) is None
    series = listing(START, timedelta(hours=1), rule, timezone="UTC")
    assert calls(lambda: judged(rule)) < FEW_CALLS
    assert calls(lambda: expand(series, [], WINDOW)) < FEW_CALLS
    assert expand(series, [], WINDOW)[0].start == START


def test_a_count_from_the_far_past_is_refused_but_one_that_can_be_jumped_is_not() -> None:
    assert judged("FREQ=DAILY;COUNT=200000", start=datetime(1601, 1, 1, 18, tzinfo=UTC)) == "rrule_too_many_steps"
    assert judged("FREQ=DAILY;BYMONTH=1;COUNT=200000", start=datetime(1901, 1, 1, 18, tzinfo=UTC)) == "rrule_too_many_steps"
    assert judged("FREQ=DAILY;COUNT=3", start=datetime(1601, 1, 1, 18, tzinfo=UTC)) is None
    assert judged("FREQ=DAILY;COUNT=20000", start=datetime(1990, 1, 1, 18, tzinfo=UTC)) is None
    assert judged("FREQ=DAILY", start=datetime(1601, 1, 1, 18, tzinfo=UTC)) is None


def test_a_series_longer_than_a_year_each_time_is_refused_but_may_overlap_itself() -> None:
    assert judged("FREQ=DAILY", length=timedelta(days=36_500)) == "duration_too_long"
    assert judged("FREQ=DAILY", length=timedelta(days=3)) is None
    assert vet(Recurrence(rrule=("FREQ=YEARLY",)), date(2027, 1, 1), date(2028, 1, 1), "UTC", WINDOW, MOST) is None


def test_dates_one_by_one_have_a_limit() -> None:
    dates = [START + timedelta(hours=hours) for hours in range(1001)]
    assert judged(rdate=dates) == "too_many_dates"
    assert judged(rdate=dates[:900]) is None
    assert judged("FREQ=DAILY", exdate=[START + timedelta(hours=hours) for hours in range(10_001)]) == "too_many_dates"


def test_many_rules_have_a_limit_and_one_that_never_matches_is_carried_by_the_others() -> None:
    assert judged(*["FREQ=DAILY"] * 11) == "rrule_unsupported"
    assert judged("FREQ=WEEKLY", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30") is None
    assert judged("FREQ=WEEKLY;COUNT=5", "FREQ=DAILY;COUNT=5", "FREQ=MINUTELY") == "rrule_frequency"


def test_the_cap_on_occurrences_does_not_depend_on_when_the_series_is_met() -> None:
    late = at(WINDOW.end.year, WINDOW.end.month, 1)
    for start in (at(2020, 1, 1), at(2027, 5, 1), late, late + timedelta(days=4000)):
        assert judged("FREQ=DAILY;BYHOUR=8,12,16", start=start) == "rrule_too_dense"
    assert vet(Recurrence(rrule=("FREQ=DAILY",)), START, None, "UTC", WINDOW, 100) == "rrule_too_dense"
    assert vet(Recurrence(rrule=("FREQ=DAILY;COUNT=100",)), START, None, "UTC", WINDOW, 100) is None


def test_refusals_carry_the_code_of_an_issue() -> None:
    with pytest.raises(RuleError, match="rrule_frequency") as refused:
        parse_rule("FREQ=SECONDLY")
    assert refused.value.code == "rrule_frequency"


# --- what is told although it is expanded --------------------------------------------------------------------------------------

TOLD: list[tuple[str, Start, tuple[str, ...], tuple[str, ...]]] = [
    ("nothing to tell", START, ("FREQ=DAILY;UNTIL=20270305T180000Z",), ()),
    ("a day as the end of times", START, ("FREQ=DAILY;UNTIL=20270305",), ("rrule_until_type",)),
    ("a floating end", START, ("FREQ=DAILY;UNTIL=20270305T180000",), ("rrule_until_type",)),
    ("a day as the end of days", date(2027, 3, 1), ("FREQ=DAILY;UNTIL=20270305",), ()),
    ("a time as the end of days", date(2027, 3, 1), ("FREQ=DAILY;UNTIL=20270304T220000Z",), ("rrule_until_type",)),
    ("two rules", START, ("FREQ=DAILY;COUNT=2", "FREQ=WEEKLY;COUNT=2"), ("rrule_several",)),
    ("a Monday in a rule for Tuesdays", START, ("FREQ=WEEKLY;BYDAY=TU",), ("rrule_start_off",)),
    ("a Monday in a rule for the second one", START, ("FREQ=MONTHLY;BYDAY=2MO;COUNT=5",), ("rrule_start_off",)),
    ("03:30 every night", at(2027, 3, 1, 3, 30), ("FREQ=DAILY",), ("time_in_dst_gap",)),
    ("03:30 on other nights", at(2027, 3, 1, 3, 30), ("FREQ=WEEKLY",), ()),
    ("02:30 every night", at(2027, 3, 1, 2, 30), ("FREQ=DAILY",), ()),
    ("03:30 in autumn only", at(2027, 10, 1, 3, 30), ("FREQ=DAILY;COUNT=60",), ()),
]


@pytest.mark.parametrize(("start", "rrule", "codes"), [pytest.param(*rest, id=name) for name, *rest in TOLD])
def test_what_was_decided_for_the_publisher_is_told(start: Start, rrule: tuple[str, ...], codes: tuple[str, ...]) -> None:
    zone = "UTC" if start is START else "Europe/Helsinki"
    assert remarks(Recurrence(rrule=rrule), start, zone, WINDOW) == codes
    assert set(codes) <= set(ISSUE_KINDS)


# --- the hostile kit ----------------------------------------------------------------------------------------------------------

KIT: list[tuple[str, str | None, int]] = [
    ("exdate_excludes_all", None, 0),
    ("dst_fold_single", None, 1),
    ("dst_gap_single", None, 1),
    ("rrule_bysetpos_dense", "rrule_too_dense", 0),
    ("rrule_conflicting_byday", "rrule_no_occurrence", 0),
    ("rrule_cross_product", "rrule_too_dense", 0),
    ("rrule_dst_fold", None, 3),
    ("rrule_dst_gap", None, 3),
    ("rrule_duration_100_years", "duration_too_long", 0),
    ("rrule_garbage", "rrule_invalid", 0),
    ("rrule_hourly_count_1e6", "rrule_too_dense", 0),
    ("rrule_interval_zero", "rrule_invalid", 0),
    ("rrule_minutely_until_9999", "rrule_frequency", 0),
    ("rrule_never_matches", "rrule_no_occurrence", 0),
    ("rrule_secondly_count_1e9", "rrule_frequency", 0),
    ("rrule_start_1601_daily_count", "rrule_too_many_steps", 0),
    ("rrule_two_rules", None, 3),
    ("rrule_until_date_for_datetime", None, 5),
    ("rrule_until_naive_for_tzid", None, 5),
]
"""File, verdict on its first event, instances of it.

``rrule_exrule_cancels_all``, ``rdate_50k`` and ``rrule_year_9999_overflow`` are set aside by the reader before a rule is looked at.
"""


def start_of(timing: Timing) -> datetime | date:
    assert timing.start is not None
    return timing.start


@needs_hostile
@pytest.mark.parametrize(("name", "code", "number"), KIT, ids=[name for name, *_ in KIT])
def test_the_hostile_rules(name: str, code: str | None, number: int) -> None:
    hostile, neighbour = raw_events((HOSTILE / "ics" / f"{name}.ics").read_bytes())
    time = timing_of(hostile, "Europe/Helsinki", "Europe/Helsinki", Notes(hostile))
    rule = time.recurrence

    def verdict() -> str | None:
        return None if rule is None else vet(rule, start_of(time), time.end, time.timezone, WINDOW, MOST)

    assert verdict() == code
    assert calls(verdict) < FEW_CALLS
    beside = timing_of(neighbour, "Europe/Helsinki", "Europe/Helsinki", Notes(neighbour))
    assert len(expand(listing(start_of(beside), beside.end), [], WINDOW)) == 1
    if code is None:
        found = expand(listing(start_of(time), time.end, timezone=time.timezone).model_copy(update={"recurrence": rule}), [], WINDOW)
        assert len(found) == number
        assert touches(start_of(time), time.end, rule, time.timezone, WINDOW)
        assert all(isinstance(one.start, datetime) and isinstance(one.end, datetime) and lasts(one.start, one.end) for one in found)


def lasts(start: datetime, end: datetime) -> bool:
    return end.astimezone(UTC) >= start.astimezone(UTC)
