from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from normalize.holidays import holidays
from normalize.overlaps import Rules, Slot, overlaps
from normalize.overlaps_slot import seconds_of
from normalize.planning import EventFacts, Plan, PlanRequest, SchoolHoliday, days_needed, plan, planning_rules
from normalize.planning_days import days_around, holiday_names, notes_of
from normalize.planning_rivals import KINDS

ZONE = "Europe/Helsinki"
HELSINKI = ZoneInfo(ZONE)
MARKET, LIBRARY, VILLAGE, FAR = (61.8675, 28.8861), (61.869, 28.8822), (61.912, 29.285), (62.9, 27.7)
POINTS = {"market": MARKET, "library": LIBRARY, "village": VILLAGE, "far": FAR}
RULES = planning_rules(Rules())
THURSDAY = date(2026, 11, 26)
TODAY = date(2026, 11, 23)
REQUEST = PlanRequest(
    day=THURSDAY, from_=time(17), to=time(20), timezone=ZONE, place_id="market", point=MARKET, audience=("volunteers",), topics=("civic",)
)


def slot(name: str, begin: str, hours: float = 2, place: str = "market", **told: Any) -> Slot:
    start = seconds_of(datetime.fromisoformat(begin).replace(tzinfo=HELSINKI))
    for field in ("audience", "themes"):
        told[field] = frozenset(str(told.get(field, "")).split())
    values: dict[str, Any] = {"event_id": name, "place_id": place, "point": POINTS.get(place)} | told
    return Slot(id=f"{name}-{begin}", begin=start, end=start + int(hours * 3600), **values)


def planned(request: PlanRequest, *slots: Slot, closed: tuple[SchoolHoliday, ...] = (), today: date = TODAY) -> Plan:
    facts = {
        one.event_id: EventFacts(
            event_id=one.event_id, names={"fi": one.event_id}, place={}, organizer_id=f"o-{one.event_id}", organizer={}
        )
        for one in slots
    }
    return plan(request, slots, facts, RULES, closed, today=today)


def test_what_competes_and_why_the_worst_first() -> None:
    told = planned(
        REQUEST,
        slot("meanwhile", "2026-11-26T17:00", place="library", audience="youth"),
        slot("soft", "2026-11-26T19:30", place="village", audience="volunteers"),
        slot("topic", "2026-11-26T17:30", place="library", themes="civic associations"),
        slot("audience", "2026-11-26T17:30", 1, place="library", audience="volunteers", themes="civic"),
        slot("venue", "2026-11-26T19:00", 4, is_planned=True, is_end_assumed=True),
        slot("before", "2026-11-26T15:00"),
        slot("after", "2026-11-26T20:00"),
        slot("far", "2026-11-26T17:00", place="far", audience="volunteers"),
        slot("next", "2026-11-27T17:00"),
    )
    assert [(one.event_id, one.kind, one.minutes, one.kilometres, one.shared) for one in told.competing] == [
        ("venue", "venue", 60, 0.0, ()),
        ("audience", "audience", 60, 0.3, ("civic", "volunteers")),
        ("topic", "topic", 120, 0.3, ("civic",)),
        ("soft", "audience_soft", 30, 21.5, ("volunteers",)),
        ("meanwhile", "meanwhile", 120, 0.3, ()),
    ]
    first = told.competing[0]
    assert (first.is_planned, first.is_end_assumed, first.facts.organizer_id, first.severity) == (True, True, "o-venue", 4)
    assert (first.begin.isoformat(), first.end.isoformat()) == ("2026-11-26T19:00:00+02:00", "2026-11-26T23:00:00+02:00")
    assert list(told.counts.items()) == [(kind, 1) for kind in KINDS]
    assert told.is_room_free is False


def test_the_same_judgement_as_of_two_that_stand() -> None:
    others = [slot("a", "2026-11-26T18:00", audience="volunteers"), slot("b", "2026-11-26T18:00", place="library", audience="volunteers")]
    wish = slot("wish", "2026-11-26T17:00", 3, audience="volunteers")
    among = {(one.event_a, one.kind, one.minutes, one.kilometres) for one in overlaps([wish, *others], RULES) if one.event_b == "wish"}
    told = planned(replace(REQUEST, topics=()), *others)
    assert {(one.event_id, one.kind, one.minutes, one.kilometres) for one in told.competing} == among


@pytest.mark.parametrize(
    ("room", "other", "is_free"),
    [("hall", "hall", False), ("hall", "attic", True), ("hall", "", False), ("", "hall", False)],
)
def test_rooms(room: str, other: str, *, is_free: bool) -> None:
    told = planned(replace(REQUEST, room=room), slot("a", "2026-11-26T18:00", room=other))
    assert told.is_room_free is is_free
    assert len(told.competing) == 1


@pytest.mark.parametrize(
    ("radius", "kinds"),
    [
        (None, ["audience", "audience_soft", "meanwhile"]),
        (0.1, []),
        (1, ["audience", "meanwhile"]),
        (200, ["audience", "audience_soft", "audience_soft", "meanwhile"]),
    ],
)
def test_how_far(radius: float | None, kinds: list[str]) -> None:
    told = planned(
        replace(REQUEST, radius_km=radius),
        slot("a", "2026-11-26T18:00", place="library", audience="volunteers"),
        slot("b", "2026-11-26T18:00", place="village", audience="volunteers"),
        slot("c", "2026-11-26T18:00", place="far", audience="volunteers"),
        slot("d", "2026-11-26T18:00", place="library"),
        slot("e", "2026-11-26T18:00", place="unmapped", audience="volunteers"),
    )
    assert [one.kind for one in told.competing] == kinds


def test_without_a_place_the_whole_region_is_near() -> None:
    told = planned(
        replace(REQUEST, place_id="", point=None),
        slot("a", "2026-11-26T18:00", audience="volunteers"),
        slot("b", "2026-11-26T18:00", place="far"),
    )
    assert [(one.event_id, one.kind, one.kilometres) for one in told.competing] == [("a", "audience", None), ("b", "meanwhile", None)]
    assert told.is_room_free is None


def test_when_it_would_be_better() -> None:
    busy = [slot("choir", f"2026-12-03T{hour}:00", audience="volunteers") for hour in (15, 17, 19, 21)]
    told = planned(REQUEST, slot("now", "2026-11-26T17:00"), *busy, slot("film", "2026-12-10T17:00", place="library"))
    assert [(one.day, one.from_, one.to, dict(one.counts)) for one in told.better] == [
        (date(2026, 12, 10), time(17), time(20), {"meanwhile": 1}),
        (date(2026, 11, 26), time(14), time(17), {}),
        (date(2026, 11, 27), time(17), time(20), {}),
    ]


def test_a_lighter_conflict_is_better_than_a_severe_one() -> None:
    every_hour = [
        slot(f"club-{day}", f"2026-{day}T09:00", 12, place="library", audience="volunteers")
        for day in ("11-24", "11-25", "11-26", "11-27", "11-28", "11-29", "11-30", *(f"12-{number:02}" for number in range(1, 12)))
    ]
    told = planned(REQUEST, slot("now", "2026-11-26T18:00", 4), *every_hour)
    assert [(one.day, dict(one.counts)) for one in told.better] == [
        (date(2026, 12, 3), {"audience": 1}),
        (date(2026, 12, 10), {"audience": 1}),
        (date(2026, 11, 26), {"audience": 1}),
    ]


def test_nothing_better_is_sought_where_nothing_competes() -> None:
    assert planned(REQUEST, slot("a", "2026-11-26T17:00", place="library")).better == ()


def test_better_times_are_coming_free_and_no_holidays() -> None:
    request = replace(REQUEST, day=date(2026, 12, 17))
    told = planned(request, slot("a", "2026-12-17T17:00"), today=date(2026, 12, 16))
    assert len({one.day for one in told.better}) == 3
    for one in told.better:
        assert date(2026, 12, 16) < one.day <= date(2026, 12, 31)
        assert one.day not in holidays(one.day.year)
        assert "venue" not in one.counts
        assert time(9) <= one.from_ < one.to <= time(21)


def test_a_school_holiday_is_told_and_put_off() -> None:
    closed = SchoolHoliday(names={"fi": "hiihtoloma"}, first=date(2026, 11, 26), last=date(2026, 12, 4))
    told = planned(REQUEST, slot("a", "2026-11-26T17:00"), closed=(closed,))
    assert [note.names["fi"] for note in told.notes] == ["hiihtoloma"]
    assert [one.notes for one in told.better] == [(), (), ()]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 12, 6), "itsenäisyyspäivä"),
        (date(2026, 12, 24), "jouluaatto"),
        (date(2027, 3, 26), "pitkäperjantai"),
        (date(2027, 3, 29), "toinen pääsiäispäivä"),
        (date(2027, 5, 6), "helatorstai"),
        (date(2027, 6, 25), "juhannusaatto"),
        (date(2027, 6, 26), "juhannuspäivä"),
        (date(2027, 11, 6), "pyhäinpäivä"),
        (date(2026, 11, 26), None),
    ],
)
def test_names_of_holidays(day: date, name: str | None) -> None:
    assert (holiday_names(day) or {}).get("fi") == name


def test_every_holiday_has_its_own_name_in_three_languages() -> None:
    for year in range(2020, 2045):
        names = [holiday_names(day) for day in sorted(holidays(year))]
        assert len({one["fi"] for one in names if one}) >= len(names) - 1  # Ascension Day may be May Day
        assert all(set(one or {}) == {"fi", "sv", "en"} for one in names)


def test_notes_keep_their_order() -> None:
    closed = SchoolHoliday(names={"fi": "joululoma"}, first=date(2026, 12, 22), last=date(2027, 1, 6))
    assert [note.kind for note in notes_of(date(2026, 12, 24), [closed])] == ["public_holiday", "school_holiday"]
    assert notes_of(date(2027, 1, 7), [closed]) == ()


def test_days_around() -> None:
    assert [one.day for one in days_around(THURSDAY, 2, date(2026, 11, 25))] == [26, 27, 25, 28]
    first, last = days_needed(THURSDAY)
    assert last - THURSDAY == THURSDAY - first > timedelta(days=14)


@pytest.mark.parametrize(("begin", "end"), [(time(17), time(17)), (time(17), time(16))])
def test_an_end_before_its_beginning(begin: time, end: time) -> None:
    with pytest.raises(ValueError, match="is not after"):
        replace(REQUEST, from_=begin, to=end)


def test_until_midnight_and_over_the_change_of_the_clock() -> None:
    late = replace(REQUEST, from_=time(22), to=time(0))
    assert (late.end - late.begin) == timedelta(hours=2)
    night = replace(REQUEST, day=date(2027, 3, 28), from_=time(2), to=time(5))
    assert night.end.astimezone(UTC) - night.begin.astimezone(UTC) == timedelta(hours=2)
