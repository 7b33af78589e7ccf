"""Kirkanta: one standing service a library, its opening hours day by day, in every language asked for."""

from __future__ import annotations

import contextlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harvesters.errors import Unreadable
from harvesters.kirkanta import address, follow, read
from harvesters.kirkanta_options import KirkantaOptions
from harvesters.record import RawHours, ReadContext, Reading
from harvesters.registry import Span
from tests.golden_answers import ZONE, answer, checked, codes, folders, of_folder, remembered, same_as_expected, with_parts
from tests.shared import ROOT

URL = "https://kirkanta.example/v4/library"
SPAN = Span(first=date(2026, 11, 23), last=date(2027, 12, 31))


def reading(*records: Any, options: KirkantaOptions | None = None, **more: Any) -> Reading:
    return checked(read, answer(json.dumps({"type": "library", "total": len(records), "items": records} | more), URL), options)


def library(**given: Any) -> dict[str, Any]:
    return {"id": 1, "name": "Norppalan kirjasto"} | given


@pytest.mark.parametrize("folder", folders("kirkanta"), ids=lambda folder: folder.name)
def test_what_the_register_gives(folder: Path, update_golden: bool) -> None:  # noqa: FBT001 - a fixture
    response, options = of_folder(folder)
    found = checked(read, response, KirkantaOptions(**options))
    same_as_expected(found, folder, update=update_golden)
    again = checked(read, response, KirkantaOptions(**options), remembered(found))
    assert len(again.unchanged) == found.read
    assert not [name for name in ("kerttu", "kirjastonhoitaja", "015 000", "kirjasto@") if name in repr(found).lower()]


@pytest.mark.parametrize(
    ("url", "options", "expected"),
    [
        (URL, None, "with=schedules&period.start=2026-11-23&period.end=2027-01-21&limit=50&lang=fi"),
        (
            f"{URL}?city.name=norppala&with=services",
            None,
            "city.name=norppala&with=services,schedules&period.start=2026-11-23&period.end=2027-01-21&limit=50&lang=fi",
        ),
        (
            f"{URL}?with=schedules&period.start=0d&period.end=2w&limit=5&lang=sv",
            None,
            "period.start=0d&period.end=2w&limit=5&lang=sv&with=schedules",
        ),
        (
            URL,
            KirkantaOptions(languages=("sv", "fi"), days=7),
            "with=schedules&period.start=2026-11-23&period.end=2026-11-29&limit=50&lang=sv",
        ),
    ],
)
def test_the_address_asks_for_hours_of_the_days_wanted(url: str, options: KirkantaOptions | None, expected: str) -> None:
    assert address(url, SPAN, options) == f"{URL}?{expected}"


def asked(body: Any, url: str, role: str = "", languages: tuple[Any, ...] = ("fi",)) -> list[tuple[str, str, bool]]:
    context = ReadContext(zone=ZONE, options=KirkantaOptions(languages=languages))
    return [(ask.url, ask.role, ask.is_needed) for ask in follow(answer(json.dumps(body), url, role=role), context)]


def test_further_pages_are_followed_until_the_last() -> None:
    first = {"total": 3, "items": [library(), library()]}
    assert asked(first, f"{URL}?limit=2") == [(f"{URL}?limit=2&skip=2", "page", True)]
    assert asked({"total": 3, "items": [library()]}, f"{URL}?limit=2&skip=2", "page") == []
    assert asked({"total": 2, "items": [library(), library()]}, f"{URL}?limit=2") == [(f"{URL}?limit=2&skip=2", "page", True)]
    assert asked({"total": 9, "items": []}, f"{URL}?limit=2&skip=4", "page") == []


def test_every_further_language_is_asked_for_and_can_be_done_without() -> None:
    body = {"total": 3, "items": [library(), library()]}
    found = asked(body, f"{URL}?limit=2&lang=fi", languages=("fi", "sv"))
    assert found[1] == (f"{URL}?limit=2&lang=sv", "language:sv", False)
    assert asked(body, f"{URL}?limit=2&lang=sv", "language:sv", ("fi", "sv")) == [(f"{URL}?limit=2&lang=sv&skip=2", "language:sv", False)]


def test_a_list_that_was_not_seen_to_its_end_is_not_complete() -> None:
    assert reading(library()).complete
    assert not reading(library(), total=2).complete
    body = json.dumps({"total": 2, "items": [library(id=2)]})
    first = answer(json.dumps({"total": 2, "items": [library()]}), f"{URL}?limit=1")
    whole = with_parts(
        first, answer(body, f"{URL}?limit=1&skip=1", role="page"), answer('{"total": 2, "items": []}', f"{URL}?limit=1&skip=2", role="page")
    )
    assert checked(read, whole).complete


HOURS: list[tuple[dict[str, Any], list[RawHours]]] = [
    ({"times": [{"from": "10:00", "to": "19:00", "status": 1}]}, [RawHours(opens="10:00", closes="19:00")]),
    ({"times": [{"from": "07:00", "to": "24:00", "status": 2}]}, [RawHours(opens="07:00", closes="00:00", note="self_service")]),
    (
        {"times": [{"from": "10:00", "to": "12:00", "status": 0}, {"from": "12:00:00", "to": "19:00:00"}]},
        [RawHours(opens="12:00", closes="19:00")],
    ),
    ({"times": None, "closed": True, "info": "Itsenäisyyspäivä"}, [RawHours(note="Itsenäisyyspäivä")]),
    ({"times": [], "closed": True}, [RawHours()]),
    ({"times": []}, [RawHours()]),
    ({"times": None}, []),
    ({"times": [{"from": "aamu", "to": "ilta", "status": 1}]}, []),
]


@pytest.mark.parametrize(("schedule", "expected"), HOURS)
def test_hours_are_told_day_by_day(schedule: dict[str, Any], expected: list[RawHours]) -> None:
    found = reading(library(schedules=[{"date": "2026-12-06"} | schedule])).events[0].hours
    assert [(one.day, one.weekday) for one in found] == [(date(2026, 12, 6), None)] * len(expected)
    assert [(one.opens, one.closes, one.note) for one in found] == [(one.opens, one.closes, one.note) for one in expected]


def test_what_the_register_counts_and_dates_changes_nothing() -> None:
    first = reading(library(modified="2026-11-01", liveStatus=1))
    body = json.dumps({"total": 1, "items": [library(modified="2026-11-02", liveStatus=0)]})
    assert len(checked(read, answer(body, URL), known=remembered(first)).unchanged) == 1


@pytest.mark.parametrize("body", ["[]", '{"virhe": 1}', '"x"', "null", '{"items": 3}', "<html></html>", "", '{"items": [{"id": 1'])
def test_what_is_not_kirkanta_is_a_failure(body: str) -> None:
    with pytest.raises(Unreadable) as failure:
        checked(read, answer(body, URL))
    assert failure.value.reason in {"unexpected_shape", "not_json", "html_instead_of_feed", "truncated"}


def test_one_broken_record_costs_one_record() -> None:
    found = reading(library(), "rikki", library(id=None, name="Nimi"), library(id=3, name=""))
    assert (len(found.events), found.set_aside) == (1, 3)
    assert codes(found) == ["item_unreadable", "required_field_missing", "required_field_missing"]


WORDS = ("2026-12-06", "10:00", "fi")
ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=12)
    | st.sampled_from(["2026-12-06", "10:00", "fi"]),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(max_size=6), inside, max_size=4),
    max_leaves=12,
)
NAMES = """
id name description slogan address coordinates schedules services coverPhoto pictures events type start
primaryContactInfo homepage links price location
"""
FIELDS = st.fixed_dictionaries(
    {},
    optional=dict.fromkeys(NAMES.split(), ANYTHING),
)
SCHEDULE = st.fixed_dictionaries({"date": ANYTHING, "times": ANYTHING, "closed": ANYTHING, "info": ANYTHING})


@settings(max_examples=100, deadline=None)
@given(st.lists(FIELDS | ANYTHING, max_size=4), st.lists(SCHEDULE, max_size=3), ANYTHING)
def test_no_answer_is_more_than_unreadable(records: list[Any], schedules: list[Any], total: Any) -> None:
    told = [one | {"schedules": schedules} if isinstance(one, dict) else one for one in records]
    body = json.dumps({"total": total, "items": told})
    with contextlib.suppress(Unreadable):
        checked(read, answer(body, URL), KirkantaOptions())
        follow(answer(body, URL), ReadContext(zone=ZONE))


def test_the_page_about_the_format_names_every_decision() -> None:
    page = (ROOT / "docs" / "formats" / "kirkanta.md").read_text(encoding="utf-8")
    names = {"unexpected_shape", "item_unreadable", "required_field_missing", "date_unreadable", "bad_url", "bad_geo", "no_start"}
    assert {name for name in (*names, *KirkantaOptions.model_fields, "self_service") if f"`{name}`" not in page} == set()
