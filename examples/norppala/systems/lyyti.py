"""How an event registration service answers (Lyyti, API v2): an object keyed by event id, seconds since 1970 twice over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from examples.norppala.entry import HELSINKI, Entry, Registration, as_datetime, each
from examples.norppala.publisher import Publisher, as_json

Json = dict[str, Any]


def write(publisher: Publisher, entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """Every date an event of its own."""
    events = [one for entry in entries for one in each(entry)]
    return {"s25.json": as_json({str(_number(one)): _event(publisher, one) for one in events})}


def _number(entry: Entry) -> int:
    return 300_000 + entry.number % 10_000 + (hash_of_day(entry) if entry.key.startswith("viikko") else 0)


def hash_of_day(entry: Entry) -> int:
    """Sets the dates of one series apart: days since the year 1, far above any other number."""
    return as_datetime(entry.start).toordinal() * 100_000


def _event(publisher: Publisher, entry: Entry) -> Json:
    """Times in true UTC (``…_utc``) and again shifted to the wall clock, the trap of this interface."""
    facts = entry.registration or Registration()
    capacity = facts.capacity or 30
    closes = facts.closes
    online = entry.venue == "v-online"
    address = f"{publisher.site}/ilmo/{_number(entry)}"
    return {
        "name": {"fi": entry.name},
        "status": "public",
        "archived": 0,
        "payable": 1 if "€" in entry.price else 0,
        "queue": 0,
        "language": ["fi"],
        "timezone": "Europe/Helsinki",
        **_both("start_time", entry.start),
        **_both("end_time", entry.end or entry.start),
        **(_both("enrollment_deadline", closes) if closes else {}),
        "enrollment_type": "open",
        "enrollment_url": address,
        "participant_capacity": capacity,
        "participant_count": capacity - (facts.remaining if facts.remaining is not None else capacity - 3),
        "location_type": "online" if online else "onsite",
        "online_event_link": f"{publisher.site}/huone/{entry.number % 9000}" if online else None,
        "location": {"fi": publisher.place(entry)},
        "address": {"fi": "" if online else "Torikuja 2, 57130 Savonlinna"},
        "description": {"fi": f"<p>{entry.text}</p>"},
        "price": {"fi": "" if entry.price == "free" else entry.price},
        "contact_person": {"fi": {"name": "Koulutussihteeri", "email": f"koulutus@{publisher.host}"}},
        "category": {"1": {"id": 12, "title": "Koulutukset"}},
    }


def _both(name: str, moment: datetime | date) -> Json:
    """``name`` counts the wall clock as if it were UTC, ``name_utc`` is the instant."""
    wall = as_datetime(moment)
    instant = int(wall.replace(tzinfo=HELSINKI).timestamp())
    offset = wall.replace(tzinfo=HELSINKI).utcoffset()
    return {name: str(instant + int(offset.total_seconds() if offset else 0)), f"{name}_utc": str(instant)}
