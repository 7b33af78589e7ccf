"""The Events Calendar: its address always has days, its pages, times, dates of series, and what it hides."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvesters.errors import Unreadable
from harvesters.record import RawEvent, Reading
from harvesters.registry import Span
from harvesters.tribe import address, follow, read
from tests.garbage import GARBAGE, check_garbage, mutated
from tests.json_sources import CONTEXT, SOURCES, answer, knowing, reading
from tests.shared import CORPORA, ROOT, needs_corpora

REST = "https://kulttuuri.example/wp-json/tribe/events/v1/events"
SPAN = Span(first=date(2026, 11, 24), last=date(2027, 12, 24))
ASKED = "start_date=2026-11-24%2000:00:00&end_date=2027-12-24%2023:59:59&per_page=50&status=publish"
EVENT = {
    "id": 5101,
    "global_id": "kulttuuri.example?id=5101",
    "status": "publish",
    "url": "https://kulttuuri.example/event/talven-tarina/",
    "title": "Talven tarina",
    "all_day": False,
    "start_date": "2026-12-04 19:00:00",
    "end_date": "2026-12-04 21:15:00",
    "utc_start_date": "2026-12-04 17:00:00",
    "utc_end_date": "2026-12-04 19:15:00",
    "timezone": "Europe/Helsinki",
}
CULTURE = json.loads((SOURCES / "tribe-culture" / "page-1.json").read_text("utf-8"))
FIELDS = sorted({name for record in CULTURE["events"] for name in record})


def of(*records: Any, **page: Any) -> Reading:
    return reading(read, answer({"events": list(records), **page}, REST))


def event(**changes: Any) -> RawEvent:
    (found,) = of(EVENT | changes).events
    return found


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("https://kulttuuri.example/", f"{REST}?{ASKED}"),
        ("https://kulttuuri.example", f"{REST}?{ASKED}"),
        ("https://kulttuuri.example/blogi/", f"https://kulttuuri.example/blogi/wp-json/tribe/events/v1/events?{ASKED}"),
        (f"{REST}?per_page=10&categories=teatteri&start_date=2020-01-01&page=7", f"{REST}?categories=teatteri&{ASKED}"),
        (f"{REST}?status=publish,draft", f"{REST}?status=publish,draft&{ASKED.removesuffix('&status=publish')}"),
        (
            "https://kulttuuri.example/?rest_route=/tribe/events/v1/events",
            f"https://kulttuuri.example/?rest_route=/tribe/events/v1/events&{ASKED}",
        ),
    ],
)
def test_the_address_always_asks_for_days(url: str, asked: str) -> None:
    assert address(url, SPAN, None) == asked


def test_the_next_page_keeps_its_days_and_its_scheme() -> None:
    link = "http://kulttuuri.example/wp-json/tribe/events/v1/events?page=2&start_date=2026-11-24 00:00:00"
    (ask,) = follow(answer({"events": [], "next_rest_url": link}, REST), CONTEXT)
    assert (ask.url, ask.role, ask.is_needed) == (f"{REST}?page=2&start_date=2026-11-24%2000:00:00", "page", True)


@pytest.mark.parametrize(
    ("body", "reason", "word"),
    [
        ({"code": "rest_no_route", "message": "Reittiä ei löytynyt", "data": {"status": 404}}, "unexpected_shape", "rest_no_route"),
        ({"code": "<b>x", "message": "y"}, "unexpected_shape", "no events"),
        ([], "unexpected_shape", "no events"),
        ({"events": {}}, "unexpected_shape", "no events"),
        (b"<!DOCTYPE html><html><body>Sivua ei l&ouml;ytynyt</body></html>", "html_instead_of_feed", "web page"),
        (b'{"events": [{"id": 1', "truncated", "breaks off"),
    ],
)
def test_what_is_no_answer_of_the_interface_is_named_so(body: Any, reason: str, word: str) -> None:
    with pytest.raises(Unreadable) as failure:
        read(answer(body), CONTEXT)
    assert failure.value.reason == reason
    assert word in str(failure.value)


HOME, HOME_END = "2026-12-04 19:00:00+02:00 Europe/Helsinki", "2026-12-04 21:15:00+02:00 Europe/Helsinki"
EARLIER, EARLIER_END = "2026-12-04 19:00:00+01:00 UTC+01:00", "2026-12-04 21:15:00+01:00 UTC+01:00"
TIMES: list[tuple[dict[str, Any], str, str]] = [
    ({}, HOME, HOME_END),
    ({"timezone": "Europe/Rome"}, "2026-12-04 19:00:00+01:00 Europe/Rome", "2026-12-04 21:15:00+01:00 Europe/Rome"),
    ({"timezone": "UTC+2"}, HOME, HOME_END),
    ({"timezone": "UTC+1", "utc_start_date": "2026-12-04 18:00:00"}, EARLIER, EARLIER_END),
    ({"timezone": "UTC+1", "utc_start_date": None}, EARLIER, EARLIER_END),
    ({"timezone": "", "utc_start_date": None}, HOME, HOME_END),
    ({"timezone": "Mordor", "utc_start_date": "2020-01-01 00:00:00"}, HOME, HOME_END),
    ({"end_date": "2026-12-04 19:00:00"}, HOME, "None"),
    ({"end_date": ""}, HOME, "None"),
    ({"all_day": True, "start_date": "2026-12-01 00:00:00", "end_date": "2026-12-31 23:59:59"}, "2026-12-01", "2027-01-01"),
    ({"all_day": True, "start_date": "2026-12-01 00:00:00", "end_date": "2026-12-02 00:00:00"}, "2026-12-01", "2026-12-02"),
    ({"all_day": True, "start_date": "2026-12-01 00:00:00", "end_date": "2026-12-01 00:00:00"}, "2026-12-01", "2026-12-02"),
    ({"all_day": True, "start_date": "2026-12-01 00:00:00", "end_date": None}, "2026-12-01", "2026-12-02"),
]  # fmt: skip


def shown(moment: object) -> str:
    return f"{moment} {moment.tzinfo}" if isinstance(moment, datetime) else str(moment)


@pytest.mark.parametrize(("told", "start", "end"), TIMES)
def test_when(told: dict[str, Any], start: str, end: str) -> None:
    found = event(**told)
    assert (shown(found.start), shown(found.end)) == (start, end)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"start_date": ""}, "no_start"),
        ({"start_date": None}, "no_start"),
        ({"start_date": "0000-00-00 00:00:00"}, "bad_value"),
        ({"start_date": "2026-12-01"}, "bad_value"),
        ({"end_date": "4.12.2026"}, "bad_value"),
        ({"start_date": 1796731200}, "bad_value"),
    ],
)
def test_an_event_whose_time_cannot_be_read_is_set_aside_alone(told: dict[str, Any], code: str) -> None:
    found = of(EVENT | told, EVENT | {"id": 5, "global_id": "kulttuuri.example?id=5"})
    assert [issue.code for issue in found.issues] == [code]
    assert len(found.events) == 1


@pytest.mark.parametrize("told", [{"status": "draft"}, {"status": "private"}, {"status": "future"}, {"hide_from_listings": True}], ids=str)
def test_what_the_publisher_hides_stays_hidden(told: dict[str, Any]) -> None:
    found = of(EVENT | told)
    assert (found.events, found.not_public, [issue.code for issue in found.issues]) == ((), 1, ["not_public"])


COSTS: list[tuple[dict[str, Any], list[tuple[str, str]]]] = [
    ({"cost": "5€", "cost_details": {"currency_code": "EUR", "values": ["5"]}}, [("5€", "EUR")]),
    ({"cost": "5&nbsp;&euro; &#8211; 8 &euro;"}, [("5 € – 8 €", "")]),
    ({"cost": "Ilmainen", "cost_details": {"values": ["0"]}}, [("Ilmainen", "")]),
    ({"cost": "", "cost_details": {"currency_symbol": "€", "currency_position": "postfix", "values": ["5", "8"]}}, [("5€ 8€", "")]),
    ({"cost": "", "cost_details": {"currency_symbol": "$", "currency_position": "prefix", "values": [5]}}, [("$5", "")]),
    ({"cost": "", "cost_details": {"currency_symbol": "€", "values": []}}, []),
    ({"cost": None, "cost_details": None}, []),
]


@pytest.mark.parametrize(("told", "offers"), COSTS)
def test_prices_stay_in_words_and_nothing_is_not_free(told: dict[str, Any], offers: list[tuple[str, str]]) -> None:
    found = event(**told).offers
    assert [(offer.price, offer.currency) for offer in found] == offers
    assert all(offer.is_free is None for offer in found)


@pytest.mark.parametrize("venue", [[], None, {}, [{}]])
def test_no_venue_is_no_place(venue: Any) -> None:
    found = event(venue=venue)
    assert (found.location, found.address, found.latitude) == ((), "", None)


@pytest.mark.parametrize(
    ("organizer", "names"),
    [
        ([{"organizer": "Runopiiri ry", "email": "x@y.example"}, {"organizer": "A &amp; b"}], ["Runopiiri ry", "A & b"]),
        ({"organizer": "Runopiiri ry"}, ["Runopiiri ry"]),
        ([{"organizer": "maija.mallikas@runopiiri.example"}, {"organizer": "Maija p. 044 000 0000"}], []),
        ([], []),
    ],
)  # fmt: skip
def test_organizers_are_names_and_nothing_else(organizer: Any, names: list[str]) -> None:
    found = event(organizer=organizer)
    assert [text.value for text in found.organizer] == names


def date_of_series(day: str, **changes: Any) -> dict[str, Any]:
    return EVENT | {"start_date": f"{day} 18:00:00", "end_date": f"{day} 20:00:00", "utc_start_date": f"{day} 16:00:00"} | changes


def test_dates_of_a_series_that_share_their_id_stay_apart_and_together() -> None:
    days = [date_of_series(day, url=f"https://kulttuuri.example/event/runoilta/{day}/") for day in ("2026-12-03", "2026-12-10")]
    found = of(*days)
    assert [(kept.uid, kept.series) for kept in found.events] == [
        ("kulttuuri.example?id=5101#20261203T1800", "kulttuuri.example?id=5101"),
        ("kulttuuri.example?id=5101#20261210T1800", "kulttuuri.example?id=5101"),
    ]
    assert not found.issues


@pytest.mark.parametrize("sign", [{"url": "https://kulttuuri.example/event/runoilta/2026-12-03/"}, {"id": 10000311}])
def test_a_date_keeps_its_uid_when_the_others_are_over(sign: dict[str, Any]) -> None:
    both = of(date_of_series("2026-12-03", **sign), date_of_series("2026-12-10", **sign | {"id": 10000312}))
    alone = of(date_of_series("2026-12-03", **sign))
    assert alone.events[0].uid == both.events[0].uid


def test_the_order_of_dates_that_share_an_id_changes_nothing() -> None:
    days = [date_of_series(day) for day in ("2026-12-03", "2026-12-10")]
    first, second = of(*days), of(*reversed(days))
    assert {kept.uid: kept.digest for kept in first.events} == {kept.uid: kept.digest for kept in second.events}


def test_views_and_stamps_change_no_digest_and_a_venue_does() -> None:
    def told(seen: str, hall: str) -> dict[str, Any]:
        return EVENT | {"modified": seen, "venue": {"venue": hall, "modified": seen}, "categories": [{"name": "a", "count": len(seen)}]}

    first = of(told("2026-11-20 10:00:00", "Norppasali"))
    same = reading(read, answer({"events": [told("2026-11-24", "Norppasali")]}), knowing(first))
    other = reading(read, answer({"events": [told("2026-11-24", "Torikulma")]}), knowing(first))
    assert (len(same.unchanged), len(other.events)) == (1, 1)


@pytest.mark.parametrize(
    ("page", "is_complete"),
    [({}, True), ({"total": 1}, True), ({"total": 2}, False), ({"next_rest_url": f"{REST}?page=2"}, False), ({"total": "x"}, True)],
)
def test_only_a_whole_list_may_withdraw(page: dict[str, Any], is_complete: bool) -> None:  # noqa: FBT001 - a parameter
    assert of(EVENT, **page).complete == is_complete


def test_an_event_edited_while_its_pages_are_fetched_is_read_once() -> None:
    later = answer({"events": [EVENT | {"title": "Uusi nimi"}], "total": 1}, f"{REST}?page=2", "page")
    found = reading(read, replace(answer({"events": [EVENT], "total": 2, "next_rest_url": f"{REST}?page=2"}, REST), parts=(later,)))
    assert [(kept.uid, kept.name[0].value) for kept in found.events] == [("kulttuuri.example?id=5101", "Uusi nimi")]


@given(st.sampled_from(FIELDS), GARBAGE)
def test_garbage_in_a_field_costs_one_record_at_most(field: str, value: Any) -> None:
    found = of(EVENT | {field: value}, EVENT | {"id": 2, "global_id": "kulttuuri.example?id=2"})
    assert "kulttuuri.example?id=2" in {kept.uid for kept in found.events}


@given(mutated(CULTURE))
def test_garbage_anywhere_raises_nothing_but_unreadable(body: Any) -> None:
    check_garbage(read, follow, body)


@needs_corpora
def test_recorded_answers_are_read_without_loss() -> None:
    folder = CORPORA / "ec2u+data"
    empty = reading(read, answer((folder / "EventsCoimbraAcademica.00.json").read_bytes(), REST))
    assert (empty.read, empty.complete) == (0, True)
    found = reading(read, answer((folder / "EventsPaviaBorromeo.00.json").read_bytes(), REST))
    (school,) = found.events
    assert (school.uid, str(school.start), str(school.end)) == ("www.collegioborromeo.it/it?id=19427", "2022-08-29", "2022-09-03")
    assert (len(school.categories), len(school.images), school.extra, found.issues) == (2, 1, {}, ())
    assert "+3903823951" not in repr(found)


def test_the_page_about_the_format_names_every_code() -> None:
    text = (ROOT / "docs" / "formats" / "tribe.md").read_text(encoding="utf-8")
    for word in ("pages_cut", "bad_value", "no_start", "item_unreadable", "not_public", "unexpected_shape"):
        assert f"`{word}`" in text
