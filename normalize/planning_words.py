"""What a plan competes with, in words for those who plan and as data, in the interface's languages. Command and page say the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from normalize.model import Texts
from normalize.planning import BetterSlot, Competing, DayNote, Plan

Names = Mapping[str, Texts]
"""Code of an audience, a topic or a subject -> its names."""

_WEEKDAYS = {
    "fi": ("maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai"),
    "sv": ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
WORDS: Mapping[str, Texts] = {
    "venue": {"fi": "sama tila", "sv": "samma lokal", "en": "same room"},
    "audience": {"fi": "sama kohderyhmä lähellä", "sv": "samma målgrupp i närheten", "en": "same audience near by"},
    "topic": {"fi": "sama aihe lähellä", "sv": "samma ämne i närheten", "en": "same subject near by"},
    "audience_soft": {"fi": "sama kohderyhmä kauempana", "sv": "samma målgrupp längre bort", "en": "same audience further away"},
    "meanwhile": {"fi": "muuta samaan aikaan", "sv": "annat samtidigt", "en": "something else at the time"},
    "public_holiday": {"fi": "pyhä- tai juhlapäivä", "sv": "helgdag", "en": "public holiday"},
    "school_holiday": {"fi": "koululoma", "sv": "skollov", "en": "school holiday"},
    "free": {"fi": "Tila näyttää olevan vapaa.", "sv": "Lokalen verkar vara ledig.", "en": "The room seems to be free."},
    "taken": {"fi": "Tila ei ole vapaa.", "sv": "Lokalen är inte ledig.", "en": "The room is not free."},
    "twice": {
        "fi": "Tila on jo varattu kahteen kertaan: {0} ja {1}, {2}.",
        "sv": "Lokalen är redan dubbelbokad: {0} och {1}, {2}.",
        "en": "The room is already booked twice: {0} and {1}, {2}.",
    },
    "nothing": {
        "fi": "Tiedossa ei ole mitään samaan aikaan.",
        "sv": "Inget är känt vid samma tid.",
        "en": "Nothing is known to be on at the time.",
    },
    "minutes": {"fi": "{0} min päällekkäin", "sv": "{0} min samtidigt", "en": "{0} min at once"},
    "shared": {"fi": "yhteistä: {0}", "sv": "gemensamt: {0}", "en": "shared: {0}"},
    "assumed": {"fi": "oletettu päättymisaika", "sv": "sluttid antagen", "en": "end assumed"},
    "planned": {"fi": "suunnitteilla, ei julkinen", "sv": "planeras, inte offentligt", "en": "planned, not public"},
    "series": {"fi": "toistuva", "sv": "återkommande", "en": "recurring"},
    "ask": {"fi": "kysy yhteistyötä: {0}", "sv": "fråga om samarbete: {0}", "en": "ask about joining forces: {0}"},
    "better": {"fi": "Parempia aikoja:", "sv": "Bättre tider:", "en": "Better times:"},
    "no_better": {
        "fi": "Parempaa aikaa ei löytynyt kahden viikon sisältä.",
        "sv": "Ingen bättre tid hittades inom två veckor.",
        "en": "No better time was found within two weeks.",
    },
    "quiet": {"fi": "ei mitään samaan aikaan", "sv": "inget samtidigt", "en": "nothing at the time"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """One event that competes, in words."""

    kind: str
    """How it competes."""
    name: str
    hours: str
    where: str
    """Place and room; empty where no place is told."""
    reasons: tuple[str, ...]
    """Minutes, kilometres, what is shared, and what is special about it."""
    organizer: str
    """Whom to ask."""


def explained(plan: Plan, names: Names, language: str) -> Iterator[str]:
    """The plan in lines."""
    yield f"{day_text(plan.request.day, language)} {hours_text(plan.request.from_, plan.request.to, language)}"
    yield from (f"  {note_text(note, language)}" for note in plan.notes)
    if plan.is_room_free is not None:
        yield word("free" if plan.is_room_free else "taken", language)
    yield from booked_twice(plan, language)
    if not plan.competing:
        yield word("nothing", language)
    for one in plan.competing:
        yield from _lines(one, names, language)
    yield from _better(plan, language)


def told(plan: Plan) -> dict[str, Any]:
    """The plan as data."""
    request = plan.request
    return {
        "request": {
            "date": request.day,
            "from": clock(request.from_),
            "to": clock(request.to),
            "place_id": request.place_id,
            "room": request.room,
            "audience": request.audience,
            "topics": request.topics,
            "radius_km": request.radius_km,
        },
        "is_room_free": plan.is_room_free,
        "booked_twice": [[one.occurrence_id, other.occurrence_id] for one, other in plan.booked_twice],
        "notes": plan.notes,
        "counts": dict(plan.counts),
        "competing": [_data(one) for one in plan.competing],
        "better": [
            {"date": one.day, "from": clock(one.from_), "to": clock(one.to), "counts": dict(one.counts), "notes": one.notes}
            for one in plan.better
        ],
    }


def _data(one: Competing) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "severity": one.severity,
        "event_id": one.event_id,
        "occurrence_id": one.occurrence_id,
        "names": one.facts.names,
        "begin": one.begin,
        "end": one.end,
        "minutes": one.minutes,
        "kilometres": one.kilometres,
        "shared": one.shared,
        "place": one.facts.place,
        "room": one.room,
        "organizer_id": one.facts.organizer_id,
        "organizer": one.facts.organizer,
        "is_series": one.facts.is_series,
        "is_planned": one.is_planned,
        "is_end_assumed": one.is_end_assumed,
    }


def explain(one: Competing, names: Names, language: str) -> Explained:
    """One event that competes: what it is, why, and whom to ask."""
    where = best(one.facts.place, language)
    return Explained(
        kind=word(one.kind, language),
        name=best(one.facts.names, language),
        hours=hours_text(one.begin.time(), one.end.time(), language),
        where=f"{where} ({one.room})" if where and one.room else where,
        reasons=tuple(_reasons(one, names, language)),
        organizer=best(one.facts.organizer, language) or one.facts.organizer_id,
    )


def booked_twice(plan: Plan, language: str) -> Iterator[str]:
    """What takes the wanted room twice at once, whoever else comes."""
    for one, other in plan.booked_twice:
        hours = hours_text(max(one.begin, other.begin).time(), min(one.end, other.end).time(), language)
        yield word("twice", language).format(best(one.facts.names, language), best(other.facts.names, language), hours)


def _lines(one: Competing, names: Names, language: str) -> Iterator[str]:
    found = explain(one, names, language)
    yield f"{found.kind}: {found.name}, {found.hours}{f', {found.where}' if found.where else ''}"
    yield f"    {', '.join(found.reasons)}"
    if one.kind != "meanwhile":
        yield f"    {word('ask', language).format(found.organizer)}"


def _reasons(one: Competing, names: Names, language: str) -> Iterator[str]:
    yield word("minutes", language).format(one.minutes)
    if one.kilometres is not None:
        yield f"{_number(one.kilometres, language)} km"
    if one.shared:
        yield word("shared", language).format(", ".join(best(names.get(code, {}), language) or code for code in one.shared))
    for is_so, code in ((one.is_end_assumed, "assumed"), (one.is_planned, "planned"), (one.facts.is_series, "series")):
        if is_so:
            yield word(code, language)


def _better(plan: Plan, language: str) -> Iterator[str]:
    if plan.better:
        yield word("better", language)
        yield from (f"  {_slot(one, language)}" for one in plan.better)
    elif any(one.severity for one in plan.competing):
        yield word("no_better", language)


def _slot(one: BetterSlot, language: str) -> str:
    notes = "".join(f" ({note_text(note, language)})" for note in one.notes)
    return f"{day_text(one.day, language)} {hours_text(one.from_, one.to, language)}: {counts_text(one, language)}{notes}"


def counts_text(one: BetterSlot, language: str) -> str:
    """How much of each kind goes on then."""
    return ", ".join(f"{word(kind, language)} {count}" for kind, count in one.counts.items()) or word("quiet", language)


def best(texts: Texts, language: str) -> str:
    """The text in the language, else in any of the interface's, else any."""
    return next((texts[code] for code in (language, "und", "fi", "sv", "en") if texts.get(code)), next(iter(sorted(texts.values())), ""))


def note_text(note: DayNote, language: str) -> str:
    """What the day is besides."""
    return f"{word(note.kind, language)}: {best(note.names, language)}"


def day_text(day: date, language: str) -> str:
    """``torstai 26.11.2026``."""
    weekday = _WEEKDAYS[language][day.weekday()]
    return f"{weekday} {day.day} {_MONTHS[day.month - 1]} {day.year}" if language == "en" else f"{weekday} {day.day}.{day.month}.{day.year}"


def hours_text(begin: time, end: time, language: str) -> str:
    """``17.00–20.00`` in Finnish and Swedish, ``17:00–20:00`` in English."""
    form = "%H:%M" if language == "en" else "%H.%M"
    return f"{begin:{form}}–{end:{form}}"


def clock(at: time) -> str:
    """``17:00``."""
    return f"{at:%H:%M}"


def _number(value: float, language: str) -> str:
    return f"{value:g}" if language == "en" else f"{value:g}".replace(".", ",")


def word(code: str, language: str) -> str:
    """What a kind, a holiday or a finding is called."""
    return WORDS[code][language]
