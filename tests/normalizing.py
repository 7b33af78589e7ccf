"""One plain record, its source and its region: what the tests of normalize.mapping change one thing of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from harvesters.record import RawEvent, Text
from harvesters.source import PlaceEntry, Source
from normalize.mapping import Context, Normalized, normalize
from normalize.model import Listing
from normalize.places import PlaceRegistry
from normalize.recurrence import Window

HELSINKI = ZoneInfo("Europe/Helsinki")
START = datetime(2026, 11, 26, 17, tzinfo=HELSINKI)
END = datetime(2026, 11, 26, 18, 30, tzinfo=HELSINKI)
NAIVE = START.replace(tzinfo=None)
PLACES = PlaceRegistry(
    (
        PlaceEntry(
            id="kirjasto", name={"fi": "Norppalan pääkirjasto"}, aliases=("Pääkirjasto",), district="Keskusta", municipality="Norppala"
        ),
        PlaceEntry(id="verkko", name={"fi": "Verkossa"}, aliases=("Teams",), online=True),
    )
)
CONTEXT = Context(
    window=Window(start=date(2026, 10, 22), end=date(2027, 12, 22), timezone="Europe/Helsinki"),
    places=PLACES,
    region_timezone="Europe/Helsinki",
    max_occurrences=1000,
    today=date(2026, 11, 22),
)
RAW = RawEvent(uid="a@x", digest="d1", text="BEGIN:VEVENT", line=7, name=(Text(value="Kielikahvila"),), start=START, end=END)


def source(**changes: Any) -> Source:
    fields = {
        "id": "s36",
        "title": "Norppalan Monikulttuuriyhdistys",
        "organizer": {"id": "monikulttuuri", "name": "Norppalan Monikulttuuriyhdistys ry"},
        "format": "ical",
        "url": "https://kalenteri.example/basic.ics",
        "language": "fi",
        "timezone": "Europe/Helsinki",
    }
    return Source.model_validate(fields | changes)


SOURCE = source()


def of(at: Source = SOURCE, **changes: Any) -> Normalized:
    return normalize(replace(RAW, **changes), at, CONTEXT)


def stored(at: Source = SOURCE, **changes: Any) -> Listing:
    answer = of(at, **changes)
    assert answer.outcome == "stored", answer.issues
    assert answer.listing is not None
    return answer.listing


def codes(answer: Normalized) -> set[str]:
    return {issue.code for issue in answer.issues}
