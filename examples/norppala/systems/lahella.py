"""How a national portal of association activities keeps them: traits with translations, channels, milliseconds, weekdays 1 to 7."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from examples.norppala.entry import HELSINKI, Entry, as_datetime
from examples.norppala.publisher import Publisher, as_json
from examples.norppala.words import price_of

Json = dict[str, Any]

_ZONE = "Europe/Helsinki"
_ONCE, _RECURRING = "1", "4"
_THEMES = {
    "Urheilu ja liikunta": "ht_urheilu",
    "Hyvinvointi": "ht_hyvinvointi",
    "Digi ja teknologia": "ht_digi_teknologia",
    "Kädentaidot": "ht_kadentaidot",
}
_AGES = {"seniors": "ageGroup/range:65-99", "adults": "ageGroup/range:30-64"}
_ACCESSIBILITY = {"step_free_entrance": "ac_wheelchair", "accessible_toilet": "ac_itoilet", "induction_loop": "ac_inductionloop"}
_PERIODS = {1: "P1W", 2: "P2W"}
_TASK = (
    "Ulkoiluystävä ikäihmiselle",
    "v-asukastupa",
    "Lähde ulkoilemaan ikäihmisen kanssa. Aikaa kuluu 2–4 tuntia kuussa, ajat sovitaan yhdessä.",
)
_MORE_TASKS = (("Lukukaveri kouluun", "v-koulu-mertala", "Kuuntele lapsen lukemista kerran viikossa koulupäivän aikana."),)


def write_activities(publisher: Publisher, entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """Hobbies and support groups."""
    return {"s26.json": as_json({"activities": [_activity(publisher, entry) for entry in entries]})}


def write_tasks(publisher: Publisher, _entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """Volunteer tasks: no events at all, for they stand until somebody takes them."""
    return {"s27.json": as_json({"activities": [_task(publisher, *task) for task in (_TASK, *_MORE_TASKS)]})}


def _activity(publisher: Publisher, entry: Entry) -> Json:
    """One activity with one channel, the place where it happens."""
    price = entry.price or price_of(entry.text)
    traits = _traits("hobby" if entry.recurs else "support", entry.name, entry.text, _THEMES.get(entry.category, "ht_hyvinvointi"))
    traits["demographic"] = [_AGES[group] for group in entry.audience if group in _AGES] or ["gender/gender"]
    traits["pricing"] = ["free" if price == "free" else "paid"]
    traits["channels"] = [_channel(publisher, entry.venue, publisher.place(entry)) | {"events": [_event(entry)]}]
    return {"_key": f"{entry.number % 10**9}", "status": "published", "group": "norppala-jarjestot", "traits": traits}


def _task(publisher: Publisher, name: str, venue: str, text: str) -> Json:
    """One task: no events in its channel."""
    traits = _traits("voluntary", name, text, "ht_hyvinvointi") | {"demographic": ["ageGroup/range:18-99"], "pricing": ["free"]}
    traits["channels"] = [_channel(publisher, venue, publisher.spellings[venue]) | {"events": []}]
    return {"_key": f"9{sum(name.encode())}", "status": "published", "group": "norppala-jarjestot", "traits": traits}


def _traits(kind: str, name: str, text: str, theme: str) -> Json:
    summary = text.partition(". ")[0].rstrip(".") + "."
    translation = {"name": name, "summary": summary, "description": text, "pricing": "", "registration": ""}
    return {
        "type": kind,
        "requiredLocales": ["fi-FI"],
        "translations": {"fi": translation},
        "theme": [theme],
        "format": ["hm_harrastukset"],
        "locale": ["fi-FI"],
        "region": ["city/FI/Savonlinna"],
        "photo": None,
        "contacts": [{"type": "www", "value": "https://lahitoiminta.example/norppala", "translations": {}}],
    }


def _channel(publisher: Publisher, venue: str, place: str) -> Json:
    """The place: its point as GeoJSON has it (longitude first), its address with the place's name as the street's first line."""
    told = publisher.venues[venue]
    return {
        "type": ["place"],
        "accessibility": [_ACCESSIBILITY[feature] for feature in told["accessibility"] if feature in _ACCESSIBILITY] or ["ac_unknow"],
        "map": {"center": {"type": "Point", "coordinates": [told["lon"], told["lat"]]}, "zoom": 15},
        "translations": {
            "fi": {
                "address": {
                    "street": place,
                    "postalCode": told["postal_code"],
                    "city": told["municipality"],
                    "state": "",
                    "country": "Suomi",
                },
                "summary": "",
                "registration": "",
            }
        },
        "registrationRequired": False,
        "registrationUrl": "",
    }


def _event(entry: Entry) -> Json:
    """When: once, or every (other) week on one weekday with the days it is not."""
    start, end = as_datetime(entry.start), as_datetime(entry.end or entry.start)
    if not entry.rrule:
        day = {"weekday": start.isoweekday(), "startTime": f"{start:%H:%M}", "endTime": f"{end:%H:%M}"}
        recurrence = {"period": "P1D", "gap": 1, "end": _milliseconds(end), "daySpecificTimes": [day], "exclude": []}
        return {"start": _milliseconds(start), "timeZone": _ZONE, "type": _ONCE, "recurrence": recurrence}
    day = {"weekday": start.isoweekday(), "startTime": f"{start:%H:%M}", "endTime": f"{end:%H:%M}"}
    recurrence = {
        "period": _PERIODS[2 if "INTERVAL=2" in entry.rrule else 1],
        "gap": 1,
        "end": _milliseconds(datetime.combine(date(2027, 4, 30), time(23, 59))),
        "daySpecificTimes": [day],
        "exclude": [_milliseconds(datetime.combine(one, time())) for one in entry.exdates],
    }
    return {"start": _milliseconds(start), "timeZone": _ZONE, "type": _RECURRING, "recurrence": recurrence}


def _milliseconds(moment: datetime) -> int:
    return int(moment.replace(tzinfo=HELSINKI).timestamp() * 1000)
