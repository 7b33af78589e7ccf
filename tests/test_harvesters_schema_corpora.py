"""Pages that others saved: those of extruct with the values their authors expect, hCalendar of Calagator, city pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from urllib.parse import urljoin

import pytest

from harvesters import schema
from harvesters.errors import Unreadable
from harvesters.failure_reasons import FAILURE_REASONS
from harvesters.failure_reasons_schema import SCHEMA_REASONS
from harvesters.record import RawEvent, Reading
from tests.schema_pages import CONTEXT, balanced, response
from tests.shared import CORPORA, needs_corpora

pytestmark = [pytest.mark.corpora, needs_corpora]

PAGE = "https://page.example/list"
LABELS = CORPORA / "labels" / "extruct.jsonl"
PAIRS = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()] if LABELS.is_file() else []
EVENT_PAIRS = [pair for pair in PAIRS if pair["event"]]
Json = dict[str, Any]


def read(path: str) -> Reading:
    return balanced(schema.read(response((CORPORA / path).read_bytes(), PAGE), CONTEXT))


def expected_events(value: Any) -> Iterator[Json]:
    """Every event in what extruct gives, microdata with its ``properties`` laid flat."""
    if isinstance(value, list):
        for item in value:
            yield from expected_events(item)
    elif isinstance(value, dict):
        kind = str(value.get("type", value.get("@type", "")))
        flat = value["properties"] if "properties" in value and "type" in value else value
        if kind.endswith("Event"):
            yield flat
        for item in flat.values() if isinstance(flat, dict) else ():
            yield from expected_events(item)


def flat(value: Any) -> Any:
    """A nested item's properties."""
    return value.get("properties", value) if isinstance(value, dict) else value


def expected_fields(told: Json) -> Json:
    """What a record must say, straight from the expected values."""
    place, offer = flat(told.get("location")), flat(told.get("offers"))
    in_words = isinstance(place, str)
    address = flat(place.get("address")) if isinstance(place, dict) else None
    parts = address if isinstance(address, dict) else {"streetAddress": address}
    geo = flat(place.get("geo", {})) if isinstance(place, dict) else {}
    prices = offer if isinstance(offer, dict) else {"url": offer}
    start = told["startDate"]
    return {
        "name": told["name"],
        "start": date.fromisoformat(start) if len(start) == 10 else datetime.fromisoformat(start),
        "url": urljoin(PAGE, told["url"]) if "url" in told else "",
        "place": place if in_words else place.get("name"),
        "address": [] if in_words else [parts[name] for name in ("streetAddress", "postalCode", "addressLocality") if parts.get(name)],
        "position": (geo.get("latitude"), geo.get("longitude")),
        "price": prices.get("price") or prices.get("lowPrice") or "",
        "currency": prices.get("priceCurrency", ""),
        "offer_url": urljoin(PAGE, prices["url"]) if prices.get("url") else "",
        "status": told.get("eventStatus", "").rpartition("/Event")[2].upper(),
    }


def read_fields(found: RawEvent, wanted: Json) -> Json:
    """The same of what was read."""
    offer = found.offers[0] if found.offers else None
    return {
        "name": found.name[0].value,
        "start": found.start,
        "url": found.url,
        "place": found.location[0].value if found.location and wanted["place"] else None,
        "address": [part for part in wanted["address"] if part in found.address],
        "position": (found.latitude, found.longitude),
        "price": offer.price if offer else "",
        "currency": offer.currency if offer else "",
        "offer_url": offer.url if offer else "",
        "status": found.status,
    }


def test_there_are_twelve_pairs() -> None:
    assert len(EVENT_PAIRS) == 12


@pytest.mark.parametrize("pair", EVENT_PAIRS, ids=lambda pair: pair["html"].rpartition("/")[2])
def test_pages_of_extruct(pair: Json) -> None:
    wanted = [expected_fields(told) for told in expected_events(pair["expected"])]
    found = read(pair["html"])
    assert wanted
    assert found.set_aside == 0
    assert [read_fields(event, fields) for event, fields in zip(found.events, wanted, strict=True)] == wanted


def reason_of(path: str) -> str:
    """Why a page cannot be read, ``""`` where it can."""
    try:
        read(path)
    except Unreadable as error:
        return error.reason
    return ""


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if not pair["event"]], ids=lambda pair: pair["html"].rpartition("/")[2])
def test_pages_of_extruct_without_events(pair: Json) -> None:
    assert reason_of(pair["html"]) in {"", "no_structured_data"}


CALAGATOR = "calagator+calagator/spec/support/samples"


@pytest.mark.parametrize(
    ("file", "name", "start", "end", "place", "count"),
    [
        ("hcal_basic.xml", "Web 2.0 Conference", "2007-10-05", None, "Argent Hotel, San Francisco, CA", 1),
        ("hcal_dup_event_dup_venue.xml", "Web 2.0 Conference", "2007-10-05T00:00:00", None, "CubeSpace2", 1),
        ("hcal_event_duplicates_fixture.xml", "Web 2.0 Conference", "2007-10-05T00:00:00", None, "CubeSpace2", 1),
        (
            "hcal_event_wo_lat_and_long.xml",
            "Ignite Portland 2010",
            "2010-06-18T18:00:00",
            "2010-06-18T21:00:00",
            "Bagdad Theater and Pub",
            1,
        ),
        ("hcal_multiple.xml", "Calendar event", "2008-01-19", "2008-01-20", "Cubespace, 622 SE Grand Ave. Portland, OR 97214", 2),
        ("hcal_same_event_twice_with_different_venues.xml", "Same hCal event twice", "2008-01-19", None, "First venue", 2),
        ("hcal_single.xml", "Calendar event", "2008-01-19", "2008-01-20", "Cubespace, 622 SE Grand Ave. Portland, OR 97214", 1),
        ("hcal_two_identical_events.xml", "Bastille Day", "2008-07-14", None, "Arc de Triomphe", 1),
        (
            "hcal_upcoming_v1.html",
            "February BarCamp Portland Informal Tech Meetup",
            "2008-02-28T17:30:00",
            "2008-02-28T19:30:00",
            "Jive Software Office",
            1,
        ),
        ("hcal_upcoming_v2.html", "Ignite Portland 4", "2008-11-13T19:00:00", "2008-11-13T21:00:00", "Bagdad Theater and Pub", 1),
        ("hcal_upcoming_v3.html", "Ignite Portland 5", "2009-02-19T19:00:00", None, "Bagdad Theater and Pub", 1),
        ("hcal_upcoming_v4.html", "Lunch 2.0 Party Train to OTBC", "2009-01-14T11:00:00", None, "Pioneer Courthouse Square", 1),
    ],
)
def test_pages_of_calagator(file: str, name: str, start: str, end: str | None, place: str, count: int) -> None:  # noqa: PLR0913, PLR0917 - a table
    found = read(f"{CALAGATOR}/{file}")
    first = found.events[0]
    assert len(found.events) == count
    assert first.start is not None
    assert (first.name[0].value, first.start.isoformat(), first.location[0].value) == (name, start, place)
    assert (first.end.isoformat() if first.end else None) == end


CITY_PAGES = {
    "City-Bureau+city-scrapers-det/tests/files/det_authority.html": 12,
    "City-Bureau+city-scrapers-det/tests/files/det_great_lakes_water_authority.html": 5,
    "City-Bureau+city-scrapers/tests/files/cook_landbank.html": 9,
    "City-Bureau+city-scrapers/tests/files/cook_landbank_detail.html": 1,
    "City-Bureau+city-scrapers/tests/files/chi_low_income_housing_trust_fund_detail.html": 1,
    "City-Bureau+city-scrapers/tests/files/chi_ssa_19_detail.html": 1,
    "City-Bureau+city-scrapers/tests/files/chi_ssa_43_detail.html": 1,
    "City-Bureau+city-scrapers/tests/files/chi_ssa_54_detail.html": 1,
    "geeksforsocialchange+PlaceCal/Eventbrite_calendar/00.html": 24,
    "geeksforsocialchange+PlaceCal/eventbrite_events/00.html": 24,
}
"""Pages of cities and their shops for tickets, with the number of events each lists."""


@pytest.mark.parametrize(("path", "count"), CITY_PAGES.items(), ids=[path.rpartition("/")[2] for path in CITY_PAGES])
def test_pages_of_cities(path: str, count: int) -> None:
    found = read(path)
    assert len(found.events) == count
    assert all(event.name and event.start and event.uid for event in found.events)


def test_no_saved_page_raises_anything_else() -> None:
    pages = sorted(CORPORA.glob("**/*.html"))
    assert len(pages) > 50
    assert {reason_of(str(path.relative_to(CORPORA))) for path in pages} <= {"", *FAILURE_REASONS, *SCHEMA_REASONS}


@pytest.mark.parametrize(
    ("path", "start", "end"),
    [
        ("City-Bureau+city-scrapers/tests/files/chi_ssa_43_detail.html", "2019-09-16T14:30:00", "2019-09-16T16:30:00"),
        ("City-Bureau+city-scrapers/tests/files/cook_landbank.html", "2019-09-18T10:00:00", None),
    ],
)
def test_times_as_the_scrapers_own_tests_have_them(path: str, start: str, end: str | None) -> None:
    first = read(path).events[0]
    assert first.start == datetime.fromisoformat(start)
    assert end is None or first.end == datetime.fromisoformat(end)
