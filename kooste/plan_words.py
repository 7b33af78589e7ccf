"""What a plan competes with, in words for those who plan, in the interface's languages; and as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
_WORDS: Mapping[str, Texts] = {
    "venue": {"fi": "sama tila", "sv": "samma lokal", "en": "same room"},
    "audience": {"fi": "sama kohderyhmä lähellä", "sv": "samma målgrupp i närheten", "en": "same audience near by"},
    "topic": {"fi": "sama aihe lähellä", "sv": "samma ämne i närheten", "en": "same subject near by"},
    "audience_soft": {"fi": "sama kohderyhmä kauempana", "sv": "samma målgrupp längre bort", "en": "same audience further away"},
    "meanwhile": {"fi": "muuta samaan aikaan", "sv": "annat samtidigt", "en": "something else at the time"},
    "public_holiday": {"fi": "pyhä- tai juhlapäivä", "sv": "helgdag", "en": "public holiday"},
    "school_holiday": {"fi": "koululoma", "sv": "skollov", "en": "school holiday"},
    "free": {"fi": "Tila näyttää olevan vapaa.", "sv": "Lokalen verkar vara ledig.", "en": "The room seems to be free."},
    "taken": {"fi": "Tila ei ole vapaa.", "sv": "Lokalen är inte ledig.", "en": "The room is not free."},
    "nothing": {
        "fi": "Tiedossa ei ole mitään samaan aikaan.",
        "sv": "Inget är känt vid samma tid.",
        "en": "Nothing is known to be on at the time.",
    },
    "minutes": {"fi": "{0} min päällekkäin", "sv": "{0} min samtidigt", "en": "{0} min at once"},
    "shared": {"fi": "yhteistä: {0}", "sv": "gemensamt: {0}", "en": "shared: {0}"},
    "assumed": {"fi": "loppuaika oletettu", "sv": "sluttid antagen", "en": "end assumed"},
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


def explained(plan: Plan, names: Names, language: str) -> Iterator[str]:
    """The plan in lines."""
    yield f"{_day(plan.request.day, language)} {_hours(plan.request.from_, plan.request.to, language)}"
    yield from (f"  {_note(note, language)}" for note in plan.notes)
    if plan.is_room_free is not None:
        yield _word("free" if plan.is_room_free else "taken", language)
    if not plan.competing:
        yield _word("nothing", language)
    for one in plan.competing:
        yield from _competing(one, names, language)
    yield from _better(plan, language)


def told(plan: Plan) -> dict[str, Any]:
    """The plan as data."""
    request = plan.request
    return {
        "request": {
            "date": request.day,
            "from": _clock(request.from_),
            "to": _clock(request.to),
            "place_id": request.place_id,
            "room": request.room,
            "audience": request.audience,
            "topics": request.topics,
            "radius_km": request.radius_km,
        },
        "is_room_free": plan.is_room_free,
        "notes": plan.notes,
        "counts": dict(plan.counts),
        "competing": [_data(one) for one in plan.competing],
        "better": [
            {"date": one.day, "from": _clock(one.from_), "to": _clock(one.to), "counts": dict(one.counts), "notes": one.notes}
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


def _competing(one: Competing, names: Names, language: str) -> Iterator[str]:
    """One event that competes: what it is, then why, then whom to ask."""
    where = best(one.facts.place, language)
    room = f" ({one.room})" if one.room else ""
    hours = _hours(one.begin.time(), one.end.time(), language)
    yield f"{_word(one.kind, language)}: {best(one.facts.names, language)}, {hours}{f', {where}{room}' if where else ''}"
    yield f"    {', '.join(_reasons(one, names, language))}"
    if one.kind != "meanwhile":
        yield f"    {_word('ask', language).format(best(one.facts.organizer, language) or one.facts.organizer_id)}"


def _reasons(one: Competing, names: Names, language: str) -> Iterator[str]:
    yield _word("minutes", language).format(one.minutes)
    if one.kilometres is not None:
        yield f"{_number(one.kilometres, language)} km"
    if one.shared:
        yield _word("shared", language).format(", ".join(best(names.get(code, {}), language) or code for code in one.shared))
    for is_so, word in ((one.is_end_assumed, "assumed"), (one.is_planned, "planned"), (one.facts.is_series, "series")):
        if is_so:
            yield _word(word, language)


def _better(plan: Plan, language: str) -> Iterator[str]:
    if plan.better:
        yield _word("better", language)
        yield from (f"  {_slot(one, language)}" for one in plan.better)
    elif any(one.severity for one in plan.competing):
        yield _word("no_better", language)


def _slot(one: BetterSlot, language: str) -> str:
    counts = ", ".join(f"{_word(kind, language)} {count}" for kind, count in one.counts.items()) or _word("quiet", language)
    notes = "".join(f" ({_note(note, language)})" for note in one.notes)
    return f"{_day(one.day, language)} {_hours(one.from_, one.to, language)}: {counts}{notes}"


def best(texts: Texts, language: str) -> str:
    """The text in the language, else in any of the interface's, else any."""
    return next((texts[code] for code in (language, "und", "fi", "sv", "en") if texts.get(code)), next(iter(sorted(texts.values())), ""))


def _note(note: DayNote, language: str) -> str:
    return f"{_word(note.kind, language)}: {best(note.names, language)}"


def _day(day: date, language: str) -> str:
    weekday = _WEEKDAYS[language][day.weekday()]
    return f"{weekday} {day.day} {_MONTHS[day.month - 1]} {day.year}" if language == "en" else f"{weekday} {day.day}.{day.month}.{day.year}"


def _hours(begin: time, end: time, language: str) -> str:
    return f"{_written(begin, language)}–{_written(end, language)}"


def _written(at: time, language: str) -> str:
    """``17.30`` in Finnish and Swedish, ``17:30`` in English."""
    return f"{at:%H:%M}" if language == "en" else f"{at:%H.%M}"


def _clock(at: time) -> str:
    return f"{at:%H:%M}"


def _number(value: float, language: str) -> str:
    return f"{value:g}" if language == "en" else f"{value:g}".replace(".", ",")


def _word(code: str, language: str) -> str:
    return _WORDS[code][language]
