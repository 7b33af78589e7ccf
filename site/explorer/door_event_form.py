"""The form of one event: what was typed, checked in words, as an event; and an event as the form shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from explorer.door_forms import Problem, clock_of, day_of, days_of, lines, one_line, web_address_of
from explorer.page import Form
from explorer.texts import PartWords
from normalize.privacy import redact
from store.desk_own_events import OwnEvent, YesNo

TEXTS: Mapping[str, int] = {
    "name": 120, "day": 30, "begins": 20, "ends": 20, "weekly": 5, "until": 30, "off": 400, "place": 200,
    "is_free": 5, "price": 100, "enrolment": 5, "how_to_enrol": 200, "url": 300,
}  # fmt: skip
"""Field -> most characters."""
LONGEST_DESCRIPTION = 2000
_AHEAD = timedelta(days=395)
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class EventFields:
    """The fields as they were typed."""

    texts: Mapping[str, str]
    audience: tuple[str, ...] = ()

    def __getitem__(self, name: str) -> str:
        return self.texts.get(name, "")


def typed(form: Form) -> EventFields:
    """What was posted, cut to what the fields may hold."""
    texts = {name: one_line(form[name], most) for name, most in TEXTS.items()}
    texts["description"] = lines(form["description"], LONGEST_DESCRIPTION)
    return EventFields(texts, tuple(one_line(code, 60) for code in form.lists.get("audience", ()))[:20])


def shown(event: OwnEvent) -> EventFields:
    """An event as the form's fields; days and times in the form that a browser's own fields want."""
    texts = {
        "name": event.name,
        "day": event.day.isoformat(),
        "begins": event.begins.isoformat("minutes") if event.begins else "",
        "ends": event.ends.isoformat("minutes") if event.ends else "",
        "weekly": "yes" if event.until else "",
        "until": event.until.isoformat() if event.until else "",
        "off": ", ".join(f"{day.day}.{day.month}.{day.year}" for day in event.off),
        "place": event.place,
        "is_free": event.is_free,
        "price": event.price,
        "enrolment": event.enrolment,
        "how_to_enrol": event.how_to_enrol,
        "url": event.url,
        "description": event.description,
    }
    return EventFields(texts, event.audience)


def event_of(fields: EventFields, today: date, known: set[str]) -> OwnEvent | None:
    """The event of fields that ``check`` found nothing in."""
    day = day_of(fields["day"], today)
    if day is None:
        return None
    weekly = fields["weekly"] == "yes"
    return OwnEvent(
        name=fields["name"],
        day=day,
        begins=clock_of(fields["begins"]),
        ends=clock_of(fields["ends"]),
        until=day_of(fields["until"], day) if weekly else None,
        off=days_of(fields["off"], day)[0] if weekly else (),
        place=fields["place"],
        audience=tuple(code for code in fields.audience if code in known),
        is_free=_yes_no(fields["is_free"]),
        price=fields["price"] if fields["is_free"] == "no" else "",
        enrolment=_yes_no(fields["enrolment"]),
        how_to_enrol=fields["how_to_enrol"] if fields["enrolment"] == "yes" else "",
        description=fields["description"],
        url=web_address_of(fields["url"]),
    )


def _yes_no(text: str) -> YesNo:
    return cast("YesNo", text) if text in {"yes", "no"} else ""


def check(fields: EventFields, words: PartWords, today: date) -> Iterator[Problem]:
    """What is to be mended, in the order of the form."""
    if not fields["name"]:
        yield Problem("name", words["name_missing"])
    elif redact(fields["name"]).count:
        yield Problem("name", words["name_personal"])
    yield from _check_time(fields, words, today)
    if not fields["place"]:
        yield Problem("place", words["place_missing"])
    if fields["enrolment"] == "yes" and not fields["how_to_enrol"]:
        yield Problem("how_to_enrol", words["how_missing"])
    if fields["url"] and not web_address_of(fields["url"]):
        yield Problem("url", words["url_wrong"])


def _check_time(fields: EventFields, words: PartWords, today: date) -> Iterator[Problem]:
    day = day_of(fields["day"], today)
    if day is None:
        yield Problem("day", words["day_wrong" if fields["day"] else "day_missing"])
    elif day < today and not (fields["weekly"] == "yes" and (last := day_of(fields["until"], day)) and last >= today):
        yield Problem("day", words["day_past"])
    elif day > today + _AHEAD:
        yield Problem("day", words["day_far"])
    for name in ("begins", "ends"):
        if fields[name] and clock_of(fields[name]) is None:
            yield Problem(name, words["clock_wrong"])
    if fields["ends"] and not fields["begins"]:
        yield Problem("begins", words["begins_missing"])
    elif fields["ends"] and clock_of(fields["begins"]) == clock_of(fields["ends"]):
        yield Problem("ends", words["ends_same"])
    if fields["weekly"] == "yes" and day is not None:
        yield from _check_series(fields, words, day)


def _check_series(fields: EventFields, words: PartWords, day: date) -> Iterator[Problem]:
    until = day_of(fields["until"], day)
    if until is None:
        yield Problem("until", words["until_wrong" if fields["until"] else "until_missing"])
        return
    if until < day:
        yield Problem("until", words["until_before"])
    elif until > day + _AHEAD:
        yield Problem("until", words["until_far"])
    off, wrong = days_of(fields["off"], day)
    if wrong:
        yield Problem("off", words("off_wrong", text=wrong))
    elif strange := next((one for one in off if not day <= one <= until or (one - day) % _WEEK), None):
        yield Problem("off", words("off_not_in", day=f"{strange.day}.{strange.month}.{strange.year}"))
