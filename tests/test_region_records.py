"""The 64 key records of the region's scenario, each from what its source publishes to the listing, compared with what is written there.

What a source does not publish cannot be known: those differences stand in ``UNTOLD``, each with its reason.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

import pytest
from dateutil.rrule import rrulestr

from harvesters.record import Availability
from kooste import demo
from normalize.model import Listing, Registration, Start
from normalize.recurrence import Window, expand
from tests.region_reading import FIRST, LAST, SCHEDULES, Read, read
from tests.shared import ROOT, SHARED

SCENARIO = SHARED / "region" / "scenario.json"
RECORDS: list[dict[str, Any]] = json.loads(SCENARIO.read_text(encoding="utf-8"))["events"] if SCENARIO.is_file() else []
KEYS = {record["key"]: record for record in RECORDS}
WINDOW = Window(start=FIRST, end=LAST, timezone="Europe/Helsinki")
SEEN_UNTIL = {"s03": date(2026, 12, 22)}
"""The library's feed holds 31 days."""
UNTOLD = {
    ("c2b", "end"): "s28 publishes no DTEND",
    ("d6b", "audience"): "s09 publishes no description: the title alone says families",
    ("o10", "price"): "s29's calendar program publishes no description",
}
MORE = {"relatives", "under_school_age"}
"""What titles and descriptions say beside the scenario's audiences ("omaisille", "alle kouluikäisille")."""

pytestmark = pytest.mark.skipif(not RECORDS, reason=f"{SCENARIO} is not here")


@pytest.fixture(scope="module")
def sources() -> Iterator[Any]:
    with demo.examples() as example:
        yield cache(lambda source: read(example, source))


def listings(record: dict[str, Any], sources: Any) -> list[Listing]:
    """The listings of a record: one, or one for each date where the source publishes dates and no rule."""
    told: Read = sources(record["source"])
    named = [one.listing for one in told.results if one.listing is not None and record["title"] in one.listing.name.values()]
    first = [listing for listing in named if _clock(listing.start) == record.get("start", "")]
    return named if "rrule" in record else first


def _clock(moment: Start | None) -> str:
    return "" if moment is None else f"{moment:%Y-%m-%dT%H:%M}" if isinstance(moment, datetime) else moment.isoformat()


def _days(found: Sequence[Listing]) -> list[str]:
    """Every date of the listings."""
    if any(listing.start is None for listing in found):
        return []
    instances = [instance for listing in found for instance in expand(listing, [], WINDOW)]
    return sorted(_clock(instance.start) for instance in instances)


def _written(record: dict[str, Any]) -> list[str]:
    """Every date of the record's rule, without its exceptions."""
    start = datetime.fromisoformat(record["start"])
    rule = re.sub(r"UNTIL=(\d{8})T\d{6}Z", r"UNTIL=\1T235959", record["rrule"])
    without = set(record.get("exdates", ()))
    last = datetime.combine(SEEN_UNTIL.get(record["source"], LAST), datetime.min.time())
    days = rrulestr(rule, dtstart=start).between(start, last + timedelta(days=1), inc=True)
    return [f"{day:%Y-%m-%dT%H:%M}" for day in days if day.date().isoformat() not in without]


@pytest.mark.parametrize("key", sorted(KEYS))
def test_when_it_is(key: str, sources: Any) -> None:
    record = KEYS[key]
    found = listings(record, sources)
    if key == "o5":
        assert found == []  # last year's row: never published as upcoming
        return
    assert found
    if "rrule" in record:
        told, written = _days(found), _written(record)
        assert told[:4] == written[:4]
        assert told == [day for day in written if day <= told[-1]]
    else:
        assert [_clock(listing.start) for listing in found] == [record.get("start", "")]
    for listing in found:
        assert (key, "end") in UNTOLD or _end(listing) == _told_end(record, listing)


def _end(listing: Listing) -> str:
    """The end as the scenario writes it: the last day of whole days, inclusive."""
    return _clock(listing.end if isinstance(listing.end, datetime) or listing.end is None else listing.end - timedelta(days=1))


def _told_end(record: dict[str, Any], listing: Listing) -> str:
    if "end" not in record or "rrule" not in record:
        return str(record.get("end", ""))
    length = datetime.fromisoformat(record["end"]) - datetime.fromisoformat(record["start"])
    assert isinstance(listing.start, datetime)
    return _clock(listing.start + length)


STATUSES = {"scheduled": "EventScheduled", "cancelled": "EventCancelled", "rescheduled": "EventRescheduled"}
KINDS = {"course": {"activity", "event"}, "exhibition": {"event"}}


@pytest.mark.parametrize("key", sorted(set(KEYS) - {"o5"}))
def test_what_where_and_for_whom(key: str, sources: Any) -> None:
    record = KEYS[key]
    for listing in listings(record, sources):
        details = listing.details
        assert listing.place_id == record["venue"]
        assert listing.event_status == STATUSES[record["status"]]
        told, written = set(details.audience) - {"all"}, set(record["audience"]) - {"all"}
        assert (key, "audience") in UNTOLD or written <= told <= written | MORE
        assert listing.name.get(record["lang"]) == record["title"]


def _price(text: str) -> tuple[bool | None, float | None, float | None]:
    """What the scenario's price says: free or not, the lowest and the highest amount."""
    amounts = [float(amount.replace(",", ".")) for amount in re.findall(r"\d+(?:,\d+)?", text)]
    if text == "free" or amounts == [0]:
        return True, None, None
    return (None if not text else False), min(amounts, default=None), max(amounts, default=None)


@pytest.mark.parametrize("key", sorted(key for key, record in KEYS.items() if "price" in record))
def test_what_it_costs(key: str, sources: Any) -> None:
    record = KEYS[key]
    free, low, high = _price(record["price"])
    for listing in listings(record, sources):
        offers = [offer for offer in listing.details.offers if not offer.is_optional and offer.minimum]
        told = [amount for offer in offers for amount in (offer.minimum, offer.maximum) if amount is not None]
        assert (key, "price") in UNTOLD or listing.details.is_accessible_for_free == free
        assert (key, "price") in UNTOLD or (min(told, default=None), max(told, default=None)) == (low, high)


@pytest.mark.parametrize("key", sorted(key for key, record in KEYS.items() if "registration" in record))
def test_how_to_take_part(key: str, sources: Any) -> None:
    record = KEYS[key]
    written = record["registration"]
    for listing in listings(record, sources):
        places = next((one for one in sources(record["source"]).reading.availability if one.uid == listing.uid), None)
        registration = listing.details.registration
        told = {
            "required": registration.required if registration else None,
            "opens": _clock(registration.opens) if registration else "",
            "closes": _clock(registration.closes) if registration else "",
            "capacity": (registration.capacity if registration else None) or (places.capacity if places else None),
            "remaining": places.remaining if places else None,
            "queue": places.queue if places else None,
            "state": _state(places, registration),
        }
        wanted = {name: value for name, value in written.items() if (key, name) not in UNTOLD}
        assert {name: told[name] for name in wanted} == wanted


def _state(places: Availability | None, registration: Registration | None) -> str:
    """What can be done now: as the source says, else open where there are places left."""
    said = (places.state if places else "") or (registration.state if registration else "")
    return {"queue": "waiting_list", "": "open" if places and places.remaining else ""}.get(said, said)


def test_the_places_of_the_scenario_are_those_of_the_region() -> None:
    venues = {venue["id"]: venue for venue in json.loads(SCENARIO.read_text(encoding="utf-8"))["venues"]}
    for place in SCHEDULES.places:
        venue = venues[place.id]
        assert set(place.accessibility) == set(venue.get("accessibility") or ())
        assert place.municipality_code == (venue.get("municipality_code") or "")
        assert place.capacity == venue.get("capacity")
    assert {place.id for place in SCHEDULES.places} == set(venues)
    assert (ROOT / "schedules.yaml").is_file()
