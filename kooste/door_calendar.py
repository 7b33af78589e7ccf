"""Events that were entered one by one at the door as one iCalendar file (RFC 5545): what the pipeline reads, and what others subscribe to.

Facts that iCalendar has no field for (price, enrolment) are said in the description in the words that Kooste itself reads. Personal data
is taken out here already: the file is public as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from normalize.privacy import redact
from publish.ics import escaped, folded
from publish.zones import tzid, vtimezone
from store.desk_own_events import Kept, OwnEvent

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_WORDS: Mapping[str, Mapping[str, str]] = {
    "fi": {
        "free": "Maksuton.",
        "price": "Hinta: {}",
        "paid": "Maksullinen.",
        "none": "Ei ilmoittautumista.",
        "enrol": "Ilmoittautuminen: {}",
    },
    "sv": {"free": "Avgiftsfritt.", "price": "Pris: {}", "paid": "Avgiftsbelagt.", "none": "Ingen anmälan.", "enrol": "Anmälan: {}"},
    "en": {
        "free": "Free of charge.",
        "price": "Price: {}",
        "paid": "There is a charge.",
        "none": "No registration.",
        "enrol": "Registration required: {}",
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """What the file is made with."""

    zone: str
    """The region's, in which all times are."""
    language: str
    audiences: Mapping[str, str]
    """Code -> its name in the language, for CATEGORIES."""


def calendar(title: str, events: Sequence[Kept], making: Making) -> bytes:
    """The whole file; equal events give equal bytes."""
    return "".join(map(folded, _lines(title, events, making))).encode()


def _lines(title: str, events: Sequence[Kept], making: Making) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kooste//Door//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH")
    if title:
        yield from (f"NAME:{escaped(title)}", f"X-WR-CALNAME:{escaped(title)}")
    yield f"X-WR-TIMEZONE:{making.zone}"
    if years := [kept.event.day.year for kept in events if kept.event.begins]:
        yield from vtimezone(making.zone, min(years))
    for kept in events:
        yield from _event(kept, making)
    yield "END:VCALENDAR"


def _event(kept: Kept, making: Making) -> Iterator[str]:
    """The event, then one record for each date of a series on which it is not held."""
    event = kept.event
    yield from ("BEGIN:VEVENT", f"UID:{escaped(kept.uid)}", *_times(event, event.day, making))
    if event.until:
        yield f"RRULE:FREQ=WEEKLY;UNTIL={_until(event, making)}"
    yield from _what(kept, making, is_cancelled=kept.is_cancelled)
    yield "END:VEVENT"
    for day in event.off:
        yield from ("BEGIN:VEVENT", f"UID:{escaped(kept.uid)}", f"RECURRENCE-ID{_at(event, day, making)}", *_times(event, day, making))
        yield from _what(kept, making, is_cancelled=True)
        yield "END:VEVENT"


def _what(kept: Kept, making: Making, *, is_cancelled: bool) -> Iterator[str]:
    event = kept.event
    yield f"DTSTAMP:{_instant(kept.updated_at)}"
    yield f"SEQUENCE:{kept.revision}"
    yield f"SUMMARY;LANGUAGE={making.language}:{escaped(redact(event.name).text)}"
    if event.place:
        yield f"LOCATION:{escaped(redact(event.place).text)}"
    if text := _description(event, _WORDS[making.language]):
        yield f"DESCRIPTION;LANGUAGE={making.language}:{escaped(text)}"
    if names := [making.audiences[code] for code in event.audience if code in making.audiences]:
        yield f"CATEGORIES:{','.join(map(escaped, names))}"
    if event.url:
        yield f"URL:{''.join(event.url.split())}"
    yield f"STATUS:{'CANCELLED' if is_cancelled else 'CONFIRMED'}"


def _description(event: OwnEvent, words: Mapping[str, str]) -> str:
    """What the submitter wrote, then price and enrolment as far as they were told."""
    lines = [event.description]
    if event.is_free == "yes":
        lines.append(words["free"])
    elif event.is_free == "no":
        lines.append(words["price"].format(event.price) if event.price else words["paid"])
    if event.enrolment == "no":
        lines.append(words["none"])
    elif event.enrolment == "yes":
        lines.append(words["enrol"].format(event.how_to_enrol))
    return redact("\n".join(filter(None, lines))).text


def _times(event: OwnEvent, day: date, making: Making) -> Iterator[str]:
    """Start and, where it was told, end on that day; an end that is not after the start is the next day's."""
    yield f"DTSTART{_at(event, day, making)}"
    if event.begins is None:
        yield f"DTEND;VALUE=DATE:{day + _DAY:%Y%m%d}"
    elif event.ends is not None:
        last = day if event.ends > event.begins else day + _DAY
        yield f"DTEND;TZID={tzid(making.zone)}:{_wall(last, event.ends)}"


def _at(event: OwnEvent, day: date, making: Making) -> str:
    """Parameters and value of the start on that day."""
    if event.begins is None:
        return f";VALUE=DATE:{day:%Y%m%d}"
    return f";TZID={tzid(making.zone)}:{_wall(day, event.begins)}"


def _until(event: OwnEvent, making: Making) -> str:
    """The last start of a weekly series, in UTC where it has a time (RFC 5545 section 3.3.10)."""
    last = event.day + ((event.until or event.day) - event.day) // _WEEK * _WEEK
    return f"{last:%Y%m%d}" if event.begins is None else _instant(_moment(last, event.begins, making))


def _moment(day: date, at: time | None, making: Making) -> datetime:
    return datetime.combine(day, at or time.min, ZoneInfo(making.zone))


def _wall(day: date, at: time) -> str:
    return f"{day:%Y%m%d}T{at:%H%M}00"


def _instant(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
