"""PTV: services and service locations in both versions of its interface, told alike."""

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
from harvesters.ptv import follow, read
from harvesters.record import RawHours, ReadContext, Reading
from harvesters.role_addresses import role_address
from tests.golden_answers import ZONE, answer, checked, codes, folders, of_folder, remembered, same_as_expected
from tests.shared import REGION as REGION_DATA
from tests.shared import ROOT, needs_region

V11 = "https://ptv.example/api/v11/ServiceChannel/list/area/Municipality/code/740?page=1"
V12 = "https://ptv.example/api/v12/service-channel/search?page=1&pageSize=100"


def reading(*records: Any, language: str = "fi") -> Reading:
    return checked(read, answer(json.dumps({"pageNumber": 1, "pageCount": 1, "itemList": records}), V11), language=language)


def place(**given: Any) -> dict[str, Any]:
    names = [{"language": "fi", "value": "Perhekeskus", "type": "Name"}]
    return {"id": "a", "serviceChannelType": "ServiceLocation", "serviceChannelNames": names, "publishingStatus": "Published"} | given


@pytest.mark.parametrize("folder", folders("ptv"), ids=lambda folder: folder.name)
def test_what_the_catalogue_gives(folder: Path, update_golden: bool) -> None:  # noqa: FBT001 - a fixture
    response, _ = of_folder(folder)
    found = checked(read, response)
    same_as_expected(found, folder, update=update_golden)
    again = checked(read, response, known=remembered(found))
    assert len(again.unchanged) + len(again.deleted) == found.read
    assert not [name for name in ("oona", "ohjaaja", "0440", "440000") if name in repr(found).lower()]


def test_both_versions_tell_the_same_of_the_same_record() -> None:
    by_name = {folder.name: checked(read, of_folder(folder)[0]) for folder in folders("ptv")}
    old, new = by_name["ptv-v11-places"].events[0], by_name["ptv-v12-places"].events[0]
    for name in ("uid", "kind", "name", "latitude", "longitude", "url", "in_language", "location"):
        assert getattr(old, name) == getattr(new, name), name
    assert (old.extra["email"], new.extra["email"]) == ("neuvonta@hyvinvointi.example", "neuvonta@hyvinvointi.example")
    old, new = by_name["ptv-v11-services"].events[0], by_name["ptv-v12-places"].events[1]
    assert old.categories == new.categories == ("P27.1", "KE4", "http://www.yso.fi/onto/koko/p35077", "liikunta")
    assert old.audience == new.audience == ("KR1.1",)
    assert (old.offers[0].is_free, new.offers[0].is_free) == (True, True)


@needs_region
def test_codes_are_those_of_the_catalogues_own_lists() -> None:
    def known(name: str) -> set[str]:
        return {line.split("\t")[0] for line in (REGION_DATA / name).read_text(encoding="utf-8").splitlines()[1:]}

    service = next(checked(read, of_folder(folder)[0]).events[0] for folder in folders("ptv") if folder.name == "ptv-v11-services")
    assert {code for code in service.categories if code.startswith("P")} <= known("ptv_service_classes.tsv")
    assert set(service.audience) <= known("ptv_target_groups.tsv")


@pytest.mark.parametrize(
    ("url", "body", "following"),
    [
        (V11, {"pageNumber": 1, "pageCount": 2, "itemList": [place()]}, V11.replace("page=1", "page=2")),
        (V11.replace("?page=1", ""), {"pageNumber": 1, "pageCount": 2, "itemList": [place()]}, V11.replace("page=1", "page=2")),
        (V11, {"pageNumber": 2, "pageCount": 2, "itemList": [place()]}, None),
        (V11, {"pageNumber": 1, "pageCount": 9, "itemList": []}, None),
        (V12, {"page": 1, "totalPages": 3, "items": [{"languageVersions": {}}]}, V12.replace("page=1&", "").replace("?", "?") + "&page=2"),
        (V12, {"page": 3, "totalPages": 3, "items": [{"languageVersions": {}}]}, None),
    ],
)
def test_pages_are_followed_to_the_last(url: str, body: dict[str, Any], following: str | None) -> None:
    asked = follow(answer(json.dumps(body), url), ReadContext(zone=ZONE))
    assert [ask.url for ask in asked] == ([following] if following else [])


def test_a_catalogue_that_was_not_seen_to_its_end_is_not_complete() -> None:
    body = json.dumps({"pageNumber": 1, "pageCount": 2, "itemList": [place()]})
    assert not checked(read, answer(body, V11)).complete
    assert reading(place()).complete


HOURS: list[tuple[dict[str, Any], list[RawHours]]] = [
    (
        {
            "serviceHourType": "DaysOfTheWeek",
            "openingHour": [{"dayFrom": "Monday", "dayTo": "Wednesday", "from": "08:00:00", "to": "16:00:00"}],
        },
        [RawHours(weekday=day, opens="08:00", closes="16:00") for day in (1, 2, 3)],
    ),
    (
        {"serviceHourType": "DaysOfTheWeek", "openingHour": [{"dayFrom": "Saturday", "dayTo": "Monday", "from": "8.00", "to": "24:00"}]},
        [RawHours(weekday=day, opens="08:00", closes="00:00") for day in (6, 7, 1)],
    ),
    (
        {"serviceHourType": "Standard", "isReservation": True, "openingHour": [{"dayFrom": "Friday", "from": "09:00", "to": "10:00"}]},
        [RawHours(weekday=5, opens="09:00", closes="10:00", note="reservation")],
    ),
    (
        {"serviceHourType": "Exceptional", "validFrom": "2026-12-23T22:00:00Z", "validTo": "2026-12-24T22:00:00Z", "isClosed": True},
        [RawHours(day=date(2026, 12, 24)), RawHours(day=date(2026, 12, 25))],
    ),
    (
        {"serviceHourType": "Exceptional", "validFrom": "2026-12-30T22:00:00Z", "openingHour": [{"from": "09:00", "to": "12:00"}]},
        [RawHours(day=date(2026, 12, 31), opens="09:00", closes="12:00")],
    ),
    ({"serviceHourType": "Exceptional", "isClosed": True}, []),
    ({"serviceHourType": "Exceptional", "validFrom": "2026-12-30", "validTo": "2026-12-01", "isClosed": True}, []),
    (
        {"serviceHourType": "OverMidnight", "openingHour": [{"dayFrom": "Friday", "dayTo": "Saturday", "from": "20:00", "to": "02:00"}]},
        [RawHours(weekday=5, opens="20:00", closes="02:00")],
    ),
    (
        {"serviceHourType": "OverMidnight", "openingHour": [{"dayFrom": "Friday", "dayTo": "Sunday", "from": "18:00", "to": "15:00"}]},
        [
            RawHours(weekday=5, opens="18:00", closes="00:00"),
            RawHours(weekday=6, opens="00:00", closes="00:00"),
            RawHours(weekday=7, opens="00:00", closes="15:00"),
        ],
    ),
    ({"isAlwaysOpen": True}, [RawHours(weekday=day, opens="00:00", closes="00:00") for day in range(1, 8)]),
    ({"serviceHourType": "DaysOfTheWeek", "openingHour": [{"dayFrom": "Juhannus", "from": "08:00", "to": "16:00"}]}, []),
]


@pytest.mark.parametrize(("entry", "expected"), HOURS)
def test_hours_are_told_by_weekday_or_by_day(entry: dict[str, Any], expected: list[RawHours]) -> None:
    assert list(reading(place(serviceHours=[entry])).events[0].hours) == expected


def test_a_long_exception_is_told_by_weekday_with_its_days() -> None:
    entry = {"serviceHourType": "Exceptional", "validFrom": "2027-06-01", "validTo": "2027-08-31", "isClosed": True}
    found = reading(place(serviceHours=[entry])).events[0].hours
    assert [hours.weekday for hours in found] == list(range(1, 8))
    assert {(hours.valid_from, hours.valid_through, hours.opens) for hours in found} == {(date(2027, 6, 1), date(2027, 8, 31), "")}


@pytest.mark.parametrize(
    ("north", "east", "told"), [("599000", "6862000", ["bad_geo"]), ("61.8", "28.8", ["bad_geo"]), ("", "", []), ("x", "y", ["bad_geo"])]
)
def test_numbers_that_are_no_place_in_finland_are_left_out(north: str, east: str, told: list[str]) -> None:
    found = reading(place(addresses=[{"type": "Location", "streetAddress": {"latitude": north, "longitude": east}}]))
    assert (found.events[0].latitude, codes(found)) == (None, told)


def test_forms_and_telephone_lines_are_counted_and_are_no_services() -> None:
    found = reading(place(), place(id="b", serviceChannelType="EChannel"), place(id="c", serviceChannelType="Phone"))
    assert (found.read, [(issue.code, issue.value) for issue in found.issues]) == (1, [("not_an_event", "1 EChannel, 1 Phone")])


def test_the_date_of_change_alone_changes_nothing() -> None:
    first = reading(place(modified="2026-11-01T00:00:00Z"))
    body = json.dumps(
        {"pageNumber": 1, "pageCount": 1, "itemList": [place(modified="2026-11-02T00:00:00Z", phoneNumbers=[{"number": "1"}])]}
    )
    assert len(checked(read, answer(body, V11), known=remembered(first)).unchanged) == 1


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("info@norppala.example", "info@norppala.example"),
        (" Asiakaspalvelu@Norppala.example ", "asiakaspalvelu@norppala.example"),
        ("kirjasto.norppala@norppala.example", "kirjasto.norppala@norppala.example"),
        ("maija.meikalainen@norppala.example", ""),
        ("info.maija@norppala.example", ""),
        ("norppala@norppala.example", ""),
        ("info", ""),
    ],
)
def test_only_an_offices_address_is_kept(address: str, kept: str) -> None:
    assert role_address(address) == kept


@pytest.mark.parametrize(
    "body", ["{}", '"x"', "null", "3", "<html></html>", '{"error": "504"}', '{"itemList": {}}', '{"itemList": [{"id": 1']
)
def test_what_is_not_ptv_is_a_failure(body: str) -> None:
    with pytest.raises(Unreadable) as failure:
        checked(read, answer(body, V11))
    assert failure.value.reason in {"unexpected_shape", "not_json", "html_instead_of_feed", "truncated"}


WORDS = ("Monday", "2026-12-06", "10:00", "fi")
KEYS = ("fi", "value", "language")
ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=12)
    | st.sampled_from(["Monday", "2026-12-06", "10:00", "fi"]),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(max_size=6) | st.sampled_from(KEYS), inside, max_size=4),
    max_leaves=12,
)
HOUR = st.fixed_dictionaries(
    {},
    optional={
        "serviceHourType": st.sampled_from(["DaysOfTheWeek", "Exceptional", "OverMidnight"]) | ANYTHING,
        "type": st.sampled_from(["ContinuousAlwaysValidServiceHour", "ExceptionalDateRangeServiceHour"]) | ANYTHING,
        **dict.fromkeys(
            ("validFrom", "validTo", "isClosed", "isAlwaysOpen", "openingHour", "weeklyHours", "fromDay", "toDay", "fromTime", "toTime"),
            ANYTHING,
        ),
    },
)
NAMES = """
id contentId serviceNames serviceChannelNames serviceDescriptions serviceChannelDescriptions serviceChargeType languages
keywords requirements serviceClasses ontologyTerms targetGroups lifeEvents organizations mainOrganization
serviceChannelType addresses webPages publishingStatus areas services emails languageVersions location organization
serviceLanguages extraField
"""
RECORD = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(NAMES.split(), ANYTHING),
        "serviceHours": st.lists(HOUR, max_size=3) | st.fixed_dictionaries({"hours": st.lists(HOUR)}),
    },
)


@settings(max_examples=100, deadline=None)
@given(st.lists(RECORD | ANYTHING, max_size=4), st.sampled_from([V11, V12]), ANYTHING)
def test_no_answer_is_more_than_unreadable(records: list[Any], url: str, number: Any) -> None:
    names = ("itemList", "pageNumber", "pageCount") if url == V11 else ("items", "page", "totalPages")
    body = json.dumps(dict(zip(names, (records, number, number), strict=True)))
    with contextlib.suppress(Unreadable):
        found = checked(read, answer(body, url))
        assert json.dumps(repr(found))
        follow(answer(body, url), ReadContext(zone=ZONE))


def test_the_page_about_the_format_names_every_decision() -> None:
    page = (ROOT / "docs" / "formats" / "ptv.md").read_text(encoding="utf-8")
    names = {"unexpected_shape", "item_unreadable", "required_field_missing", "bad_geo", "not_an_event", "not_public", "reservation"}
    assert {name for name in names if f"`{name}`" not in page} == set()
