"""Which node is which event: nesting, identities, and the same event told several times."""

from __future__ import annotations

from typing import Any

import pytest

from harvesters import schema
from tests.schema_pages import LIST, balanced, codes, context, event, html, one, page_reading, reading, response, script

MICRODATA = (
    '<div itemscope itemtype="https://schema.org/Event"><h2 itemprop=name>{name}</h2><time itemprop=startDate datetime="{start}">x</time>'
    '<a itemprop=url href="{url}">y</a><span itemprop=location>{place}</span></div>'
)


def microdata(name: str = "Talkoot", start: str = "2027-04-01T18:00", url: str = "/e/1", place: str = "") -> str:
    return MICRODATA.format(name=name, start=start, url=url, place=place)


@pytest.mark.parametrize(
    ("fields", "uid"),
    [
        ({"identifier": "talkoot-1"}, "talkoot-1"),
        ({"identifier": 17}, "17"),
        ({"identifier": {"@type": "PropertyValue", "propertyID": "x", "value": "T1"}}, "T1"),
        ({"identifier": "pj@seura.example"}, "https://seura.example/e/1"),
        ({"@id": "#talkoot"}, "https://seura.example/tapahtumat#talkoot"),
        ({"@id": "_:b0"}, "https://seura.example/e/1"),
        ({"@id": LIST}, "https://seura.example/e/1"),
        ({"url": "/e/1?utm_source=a&id=3&fbclid=b"}, "https://seura.example/e/1?id=3"),
        ({"url": "/e/1?sid=0123456789abcdef0123"}, "https://seura.example/e/1"),
        ({"url": "/e?sid=12"}, "https://seura.example/e?sid=12"),
        ({"url": LIST}, ""),
        ({"url": LIST + "/?x=1"}, "https://seura.example/tapahtumat/?x=1"),
        ({"url": "https://seura.example/"}, ""),
        ({"url": None}, ""),
    ],
)
def test_what_an_event_is_called_by(fields: dict[str, Any], uid: str) -> None:
    found = one(event(**fields))
    assert found.uid == uid
    assert bool(found.derived_uid) == (not uid)


def test_what_several_events_share_is_nobodys_identity() -> None:
    evenings = [
        event(name=f"Ilta {n}", startDate=f"2027-04-0{n}", url="/ohjelma", identifier="same", **{"@id": f"#{n}"}) for n in (1, 2, 3)
    ]
    assert [found.uid[-2:] for found in reading(evenings).events] == ["#1", "#2", "#3"]
    without = [{name: value for name, value in told.items() if name != "@id"} for told in evenings]
    assert len({found.derived_uid for found in reading(without).events}) == 3
    assert {found.uid for found in reading(without).events} == {""}


def test_the_order_of_the_page_changes_no_key() -> None:
    evenings = [event(name=f"Ilta {n}", startDate=f"2027-04-0{n}", url="/ohjelma") for n in (1, 2, 3)]
    assert {found.derived_uid for found in reading(evenings).events} == {found.derived_uid for found in reading(evenings[::-1]).events}


def test_parts_are_records_with_their_whole() -> None:
    festival = event(**{"@type": "Festival"}, name="Viikko", startDate="2027-06-01", endDate="2027-06-05", url="/viikko")
    parts = [
        event(name="Avajaiset", startDate="2027-06-01T12:00", url="/viikko/1"),
        event(name="Tanssit", startDate="2027-06-02T19:00", url="/viikko/2"),
    ]
    found = reading(festival | {"subEvent": parts})
    assert [(one.name[0].value, one.series) for one in found.events] == [
        ("Viikko", ""),
        ("Avajaiset", "https://seura.example/viikko"),
        ("Tanssit", "https://seura.example/viikko"),
    ]


@pytest.mark.parametrize("kind", ["EventSeries", "TheaterEvent"])
def test_a_whole_that_says_no_more_than_its_parts_is_not_shown_beside_them(kind: str) -> None:
    whole = event(
        **{"@type": kind},
        name="Talven tarina",
        startDate="2026-12-04",
        endDate="2026-12-05",
        url="/tarina",
        location="Norppasali",
        offers={"price": "28/22 €"},
    )
    performances = [{"@type": "TheaterEvent", "startDate": f"2026-12-0{day}T19:00", "url": f"/tarina/{day}"} for day in (4, 5)]
    found = reading(whole | {"subEvent": performances})
    assert [(one.uid[-2:], one.name[0].value, one.location[0].value, one.offers[0].price, one.series[-7:]) for one in found.events] == [
        ("/4", "Talven tarina", "Norppasali", "28/22 €", "/tarina"),
        ("/5", "Talven tarina", "Norppasali", "28/22 €", "/tarina"),
    ]


def test_a_series_without_dated_parts_is_an_event() -> None:
    assert one(event(**{"@type": "EventSeries"}, subEvent=[{"@type": "Event", "name": "Alkusanat"}])).name[0].value == "Talkoot"


def test_lines_of_a_programme_are_no_records() -> None:
    found = reading(event(subEvent=[{"@type": "Event", "name": "Alkusanat"}, {"@type": "Event", "name": "Kahvit"}]))
    assert found.read == 1
    assert codes(found) == {("field_ignored", "info")}


@pytest.mark.parametrize(
    "named", ["https://seura.example/viikko", {"@id": "/viikko"}, {"@type": "Festival", "url": "/viikko", "startDate": "2027-06-01"}]
)
def test_a_whole_that_is_only_named(named: Any) -> None:
    assert one(event(superEvent=named)).series == "https://seura.example/viikko"


def test_wholes_and_parts_by_reference() -> None:
    festival = event(**{"@type": "Festival", "@id": "#viikko"}, name="Viikko", startDate="2027-06-01", url=None, subEvent=[{"@id": "#a"}])
    parts = [event(**{"@id": "#a"}, name="A", url=None), event(**{"@id": "#b"}, name="B", url=None, superEvent={"@id": "#viikko"})]
    found = reading({"@graph": [*parts, festival]})
    assert {one.name[0].value: one.series.rpartition("#")[2] for one in found.events} == {"Viikko": "", "A": "viikko", "B": "viikko"}


def test_a_whole_in_its_own_part_ends() -> None:
    circle = [event(**{"@id": f"#{n}"}, name=str(n), superEvent={"@id": f"#{(n + 1) % 3}"}, url=None) for n in range(3)]
    assert reading({"@graph": circle}).read == 3


def test_a_part_more_does_not_change_the_whole() -> None:
    festival = event(**{"@type": "Festival"}, name="Viikko", url="/viikko")
    first = reading(festival | {"subEvent": [event()]}).events[0]
    second = reading(festival | {"subEvent": [event(), event(name="Tanssit", url="/e/2")]}).events[0]
    assert first.digest == second.digest


def test_one_event_in_several_syntaxes_is_one() -> None:
    found = page_reading(
        script(event(description="Kuvaus")),
        microdata(),
        '<div class="h-event"><a class="p-name u-url" href="/e/1">Talkoot</a>',
        '<time class=dt-start datetime="2027-04-01T18:00">x</time></div>',
    )
    assert [text.value for text in found.events[0].description] == ["Kuvaus"]
    assert found.read == 1


@pytest.mark.parametrize(
    ("second", "count"),
    [
        (microdata(name="TALKOOT ", url="/other"), 1),
        (microdata(start="2027-04-01T18:00:00+03:00", url="/other"), 1),
        (microdata(start="2027-04-01", url="/other"), 1),
        (microdata(name="Other words"), 1),
        (microdata(start="2027-04-01T19:00"), 2),
        (microdata(name="Tanssit", url="/other"), 2),
        (microdata(start="2027-04-02T18:00", url="/other"), 2),
        (microdata(url="/other", place="Tupa"), 2),
    ],
)
def test_when_two_syntaxes_tell_of_one_event(second: str, count: int) -> None:
    assert page_reading(script(event(location="Talo")), second).read == count


def test_a_telling_without_a_readable_time_gives_way() -> None:
    found = page_reading(script(event(startDate="2019-10-11T10-10-00-00")), microdata())
    assert (found.read, found.set_aside) == (1, 0)


def test_two_events_of_one_name_and_time_are_two() -> None:
    found = reading(event(name="Satutunti", url="/a", location="Kerimäki"), event(name="Satutunti", url="/b", location="Punkaharju"))
    assert len(found.events) == 2


def test_the_same_once_more_on_the_page_is_one() -> None:
    found = reading(event(), event(description="fuller"))
    assert (found.read, [text.value for text in found.events[0].description]) == (1, ["fuller"])
    assert codes(found) == {("repeated", "info")}


def test_an_events_own_page_says_more_than_the_list() -> None:
    detail = response(
        html(script(event(url=None, description="Kaikki", offers={"price": 5}))),
        "https://seura.example/e/1?utm_source=lista",
        role="detail",
    )
    found = balanced(schema.read(response(html(script(event())), parts=(detail,)), context(links="a")))
    assert [(one.uid, one.description[0].value, one.url) for one in found.events] == [
        ("https://seura.example/e/1", "Kaikki", "https://seura.example/e/1")
    ]


def test_two_performances_of_one_evening_on_list_and_page() -> None:
    evening = [event(startDate=f"2027-04-01T{hour}:00") for hour in (14, 19)]
    detail = response(html(script(evening)), "https://seura.example/e/1", role="detail")
    found = balanced(schema.read(response(html(script(evening)), parts=(detail,)), context(links="a")))
    assert sorted(str(one.start)[11:16] for one in found.events) == ["14:00", "19:00"]
    assert len({one.derived_uid for one in found.events}) == 2


def test_a_list_beside_an_event_is_believed_less_than_the_events_own_page() -> None:
    pages = []
    for number in (1, 2, 3):
        own = event(name=f"Ilta {number}", url=f"/e/{number}", location="Talo", description="Kaikki")
        beside = [event(name=f"Ilta {other}", url=f"/e/{other}") for other in (1, 2, 3) if other != number]
        pages.append(response(html(script([*beside, own])), f"https://seura.example/e/{number}", role="detail"))
    found = balanced(schema.read(response(html("<a href=/e/1>x</a>"), parts=tuple(pages)), context(links="a")))
    assert sorted((one.uid[-1], one.location[0].value, one.description[0].value) for one in found.events) == [
        ("1", "Talo", "Kaikki"),
        ("2", "Talo", "Kaikki"),
        ("3", "Talo", "Kaikki"),
    ]


def test_what_is_known_is_not_read_again() -> None:
    page = response(html(script([event(remainingAttendeeCapacity=3), event(name="B", url="/e/2", startDate="10/03/2027")])))
    first = schema.read(page, context())
    known = {one.digest: "stored" for one in first.events} | first.remember
    again = balanced(schema.read(page, context(known)))
    assert (again.events, len(again.unchanged), again.availability) == ((), 2, first.availability)
