"""What other projects assert about their own calendars and rules, asked of our expansion. Every difference is named and decided."""

from __future__ import annotations

import ast
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from normalize.model import Recurrence
from normalize.recurrence import Instance, Window, expand, vet
from normalize.recurrence_days import Steps
from normalize.recurrence_rule import parse_rule
from normalize.recurrence_starts import starts
from normalize.recurrence_zone import naive, wall_of
from tests.recurrence_listings import listing, series_in
from tests.shared import CORPORA, needs_corpora

pytestmark = [pytest.mark.corpora, needs_corpora]

LABELS = CORPORA / "labels"
FIRST, LAST = datetime(1900, 1, 1), datetime(2100, 1, 1)  # noqa: DTZ001 - the labels ask in each event's own clock
ALL = Window(start=FIRST.date(), end=LAST.date(), timezone="UTC")
Question = tuple[datetime, datetime, int]
"""From, to, and how many instances are expected."""

# --- 81 counts of python-recurring-ical-events --------------------------------------------------------------------------------

NOT_EVENTS = {"test_collect_todos_with_alarms", "test_todo_occurs"}
"""These count VTODO components; we harvest events (RFC 5545 sections 3.6.1 and 3.6.2 are two things)."""

HOMES = {"issue_28_rrule_with_UTC_endinginZ.ics": "Europe/London"}
"""The zone of a calendar's publisher where its whole days are named by times (Outlook's RECURRENCE-ID of a whole-day event)."""
LISBON, CHICAGO = ZoneInfo("Europe/Lisbon"), ZoneInfo("America/Chicago")
TOUR = ((2018, 9, 22), (2018, 10, 20), (2018, 12, 8), (2019, 1, 12), (2019, 2, 24), (2019, 4, 27), (2019, 6, 22))
KEPT = ("20191029", "20191112", "20191210", "20200107", "20200114", "20200121", "20200128")
ASKED: dict[str, list[dict[str, Any]]] = {
    "test_get_events_in_series": [{"date": f"202001{day}", "count": 23 - day} for day in range(14, 24)],
    "test_at_input_arguments": [
        {"a_date": day, "count": count} for day, count in (((2018,), 3), ((2018, 1), 3), ((2018, 1, 11), 1), ("20180109", 0))
    ],
    "test_event_moved_in_time_2": [{"date": (2019, 3, day)} for day in (7, 8, 9, 10)],
    "test_events_are_scheduled": [{"date": day} for day in TOUR],
    "test_count_events_from_issue": [
        {"start_time": datetime(2024, 8, 2, 2, tzinfo=UTC), "end_time": datetime(2024, 8, 2, 3, tzinfo=UTC)},
    ],
    "test_alarm_time_for_event_is_correctly_computed_for_recurring_instance": [{"dt": (2024, 11, day)} for day in (26, 29)],
    "test_rrule_dates_show_up": [{"date": day} for day in KEPT],
    "test_until_value_with_UNKNOWN_timezone_works_with_exdate": [{"start_date": (2020, 4, 25), "end_date": (2020, 4, 30)}],
    "test_until_value_with_DEFAULT_timezone_works_with_exdate": [{"start_date": (2020, 4, 25), "end_date": (2020, 4, 30)}],
    "test_issue_4.py::test_between": [{"start_date": (2019, 6, 13, 12), "end_date": (2019, 6, 14)}],
    "test_at": [{"a_date": (2019, 6, 13)}],
    "test_event_of_recurrence_should_behave_the_same": [{"offset": offset} for offset in range(4)],
    "test_event_timing": [
        {"date": datetime(2020, 11, 2, hour, minute, tzinfo=LISBON), "": count}
        for hour, minute, count in ((11, 15, 0), (11, 31, 1), (12, 0, 1), (12, 59, 1), (13, 1, 0))
    ],
    "test_issue_48_dst.py::test_between": [
        {
            "start_time": datetime(2020, 12, 11, 10, tzinfo=CHICAGO),
            "end_time": datetime(2020, 12, 11, 15, tzinfo=CHICAGO),
            "expected_count": 3,
        },
    ],
    "test_issue_61.py::test_sequence_is_not_present": [{"now": datetime(2021, 12, 15, 17, 41, 1, tzinfo=ZoneInfo("Europe/Berlin"))}],
    "test_event_with_between_and_timedelta": [
        {"start": "20190301", "delta": timedelta(days=3, hours=hours), "count": count} for hours, count in ((0, 0), (8, 0), (9, 1), (48, 1))
    ],
}
"""Arguments that the labels leave open (computed in the original tests), chosen from what each test is about."""


def counts() -> list[Any]:
    if not CORPORA.is_dir():
        return []
    rows = [json.loads(line) for line in (LABELS / "recurring_ical_events_counts.jsonl").read_text().splitlines()]
    return [pytest.param(row, id=row["test"]) for row in rows]


@pytest.mark.parametrize("row", counts())
def test_counts_of_recurring_ical_events(row: dict[str, Any]) -> None:
    if row["test"].split("::")[1] in NOT_EVENTS:
        pytest.skip("counts VTODO components, which are not events (RFC 5545 section 3.6.2)")
    # What the labels count is expanded whoever may see it; a private event would not be read at all.
    body = (CORPORA / row["ics"]).read_bytes().replace(b"CLASS:CONFIDENTIAL", b"CLASS:PUBLIC")
    series = series_in(body, ALL, HOMES.get(row["ics"].rpartition("/")[2], "UTC"))
    for begin, stop, expected in questions(row):
        # The corpus asks in the event's own clock; two days more on each side cover every zone.
        days = Window(start=begin.date() - timedelta(days=2), end=stop.date() + timedelta(days=3), timezone="UTC")
        found = [one for master, overrides in series for one in expand(master, overrides, days) if overlaps(one, begin, stop)]
        assert len(found) == expected, (begin, stop, [(one.recurrence_id, one.start, one.end) for one in found])


def questions(row: dict[str, Any]) -> list[Question]:
    test = row["test"]
    given = row["parametrize"] or {}
    asked = ASKED.get(test) or ASKED.get(test.split("::")[1])
    rows = (
        asked
        or [
            dict(zip(names.split(","), values if "," in names else [values], strict=True))
            for names, table in given.items()
            for values in table
        ]
        or [{}]
    )
    return [(*span(row["query"], arguments(row["args"], names)), expected_in(row["expected_count"], names)) for names in rows]


def expected_in(expected: int | str, names: Mapping[str, Any]) -> int:
    if isinstance(expected, str):
        return int(names[expected])
    return int(names.get("", expected))


def arguments(text: str, names: Mapping[str, Any]) -> list[Any]:
    """The arguments of the label's call, which are written as Python expressions over its parameters."""
    call = ast.parse(f"f({text})", mode="eval").body
    assert isinstance(call, ast.Call)
    return [valued(argument, {"DATE_MAX": (2100, 1, 1), **names}) for argument in call.args]


def valued(node: ast.expr, names: Mapping[str, Any]) -> Any:
    match node:
        case ast.Name():
            return names[node.id]
        case ast.Tuple() | ast.List():
            return tuple(valued(element, names) for element in node.elts)
        case ast.BinOp():
            return valued(node.left, names) + valued(node.right, names)
        case ast.Constant():
            return node.value
    raise AssertionError(ast.dump(node))


def span(query: str, asked: list[Any]) -> tuple[datetime, datetime]:
    if query == "all":
        return FIRST, LAST
    begin = moment(asked[0])
    if query == "after":
        return begin, LAST
    if query == "between":
        return begin, begin + asked[1] if isinstance(asked[1], timedelta) else moment(asked[1])
    return begin, until(asked[0], begin)


def until(asked: Any, begin: datetime) -> datetime:
    """The end of the year, month, day, hour or minute that is asked for; the moment itself for a full time."""
    if isinstance(asked, datetime):
        return begin
    parts = (asked,) if isinstance(asked, int) else asked
    lengths: dict[int, timedelta] = {3: timedelta(days=1), 4: timedelta(hours=1), 5: timedelta(minutes=1)}
    if isinstance(parts, str) or len(parts) >= 3:
        return begin + lengths[3 if isinstance(parts, str) else len(parts)]
    return moment((begin.year + 1, 1, 1) if len(parts) == 1 else (begin.year + begin.month // 12, begin.month % 12 + 1, 1))


def moment(asked: Any) -> datetime:
    if isinstance(asked, datetime):
        return asked
    if isinstance(asked, int):
        asked = (asked,)
    if isinstance(asked, str):
        return datetime.strptime(asked[:15], "%Y%m%dT%H%M%S" if "T" in asked else "%Y%m%d")  # noqa: DTZ007 - the event's own clock
    return datetime(*asked, *(1,) * (3 - len(asked)))  # noqa: DTZ001 - the event's own clock


def overlaps(instance: Instance, begin: datetime, stop: datetime) -> bool:
    """The original's rule: an instant at a single moment belongs to it, else both ends are exclusive at the far side."""
    start = comparable(instance.start, begin)
    whole_day = timedelta(days=0 if isinstance(instance.start, datetime) else 1)
    end = start + whole_day if instance.end is None else comparable(instance.end, begin)
    if begin == stop:
        return start == begin if start == end else start <= begin < end
    return begin <= start < stop if start == end else start < stop and begin < end


def comparable(asked: datetime | date, like: datetime) -> datetime:
    at = asked if isinstance(asked, datetime) else datetime.combine(asked, time.min, like.tzinfo)
    return at if like.tzinfo else at.replace(tzinfo=None)


# --- 228 recurrence rules of dateutil -----------------------------------------------------------------------------------------

DERIVED = (
    "RFC 5545 section 3.3.10: 'Information, not contained in the rule, necessary to determine the various recurrence instance start "
    "time and dates are derived from the Start Time (DTSTART) component attribute': a week alone is DTSTART's weekday in it, not seven days"
)
FIRST_INSTANCE = (
    "RFC 5545 section 3.8.5.1: 'The \"DTSTART\" property defines the first instance in the recurrence set': it is in the set although the "
    "rule does not match it, which dateutil leaves out by design"
)
FINER = "FREQ finer than HOURLY is refused before it is run, for one event would fill the calendar"
NAMED = {
    "testYearlyByWeekNo": (DERIVED, ["19980512T090000", "19990518T090000", "20000516T090000"]),
    "testMonthlyByWeekNo": (DERIVED, ["19980512T090000", "19990518T090000", "20000516T090000"]),
    "testWeeklyByWeekNo": (DERIVED, ["19980512T090000", "19990518T090000", "20000516T090000"]),
}
"""Rules whose own instances differ from dateutil's, with the sentence that decides and what we give."""
NOT_CALENDAR = {
    "testStrSetExRule": "EXRULE is no property of RFC 5545 (section 3.8.5); the reader sets such a series aside",
    "testStrSetDateAndExRule": "EXRULE is no property of RFC 5545 (section 3.8.5); the reader sets such a series aside",
    "testStrKeywords": "BYWEEKDAY is dateutil's own word; RFC 5545 section 3.3.10 has BYDAY",
}
"""Texts that say something our model does not hold."""


def rules() -> list[Any]:
    if not CORPORA.is_dir():
        return []
    rows = [json.loads(line) for line in (LABELS / "dateutil_recur.jsonl").read_text().splitlines()]
    return [pytest.param(row, id=row["test"]) for row in rows if "rule" in row]


def texts() -> list[Any]:
    if not CORPORA.is_dir():
        return []
    rows = [json.loads(line) for line in (LABELS / "dateutil_recur.jsonl").read_text().splitlines()]
    return [pytest.param(row, id=row["test"]) for row in rows if "text" in row]


@pytest.mark.parametrize("row", rules())
def test_rules_of_dateutil(row: dict[str, Any]) -> None:
    start = datetime.strptime(row["dtstart"], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
    recurrence = Recurrence(rrule=(row["rule"],))
    code = (
        vet(recurrence, start, None, "UTC", Window(start=start.date(), end=date(start.year + 1, 1, 1), timezone="UTC"), 1000)
        if start.year < 9999
        else None
    )
    if row["rule"].startswith(("FREQ=MINUTELY", "FREQ=SECONDLY")):
        assert code == "rrule_frequency", FINER
        return
    _, expected = NAMED.get(row["test"], ("", row["expected"]))
    assert code == (None if expected else "rrule_no_occurrence")
    assert of_rule_alone(row["rule"], start) == expected
    if expected:
        assert expanded(start, row["rule"]) == sorted({row["dtstart"], *expected}), FIRST_INSTANCE


def of_rule_alone(text: str, start: datetime) -> list[str]:
    rule, wall = parse_rule(text), wall_of(start, UTC)
    last = wall_of(datetime(9999, 12, 31, tzinfo=UTC), UTC) if rule.until is None else wall_of(rule.until, UTC)
    return [f"{naive(found):%Y%m%dT%H%M%S}" for found in starts(rule, wall, wall, last, Steps(20_000))]


def expanded(start: datetime, *rrule: str, **dates: Any) -> list[str]:
    days = Window(start=date(1990, 1, 1), end=date(9998, 1, 1), timezone="UTC")
    return [one.recurrence_id for one in expand(listing(start, None, *rrule, timezone="UTC", **dates), [], days)]


@pytest.mark.parametrize("row", texts())
def test_texts_of_dateutil(row: dict[str, Any]) -> None:
    if row["test"] in NOT_CALENDAR:
        pytest.skip(NOT_CALENDAR[row["test"]])
    lines = [line.strip().upper() for part in row["text"].split("\n") for line in part.split("  ") if line.strip()]
    found: dict[str, list[str]] = {"DTSTART": [], "RRULE": [], "RDATE": [], "EXDATE": []}
    for name, _, value in (line.partition(":") for line in lines):
        found[name].append(value)
    start, *_ = (stamped(value) for value in found["DTSTART"])
    dates = {name.lower(): [stamped(value) for value in found[name]] for name in ("RDATE", "EXDATE")}
    assert expanded(start, *found["RRULE"], **dates) == sorted({f"{start:%Y%m%dT%H%M%S}", *row["expected"]}), FIRST_INSTANCE


def stamped(text: str) -> datetime:
    return datetime.strptime(text, "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
