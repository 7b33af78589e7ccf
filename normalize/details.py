"""Price, registration, ages, hours and what else a record tells in fields of their own; free text is read elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from harvesters.record import Moment, RawEvent, RawHours, RawOffer, RawRegistration, Text
from normalize.links import web_address
from normalize.model import Details, Offer, OpeningHours, Origin, Registration, Start, Texts
from normalize.notes import Notes
from normalize.privacy import redact
from normalize.text import one_line, shortened
from normalize.times import is_sane, settle

_CLOCK = re.compile(r"(?:[01]\d|2[0-4]):[0-5]\d")
_LIMIT = 300
_MOST = 40
_MOST_HOURS = 120
_OLDEST = 130
_ATTENDANCE = ("offline", "online", "mixed")
_UNDECLARED = "und"


def details_of(raw: RawEvent, hours: Sequence[RawHours], zone: str, notes: Notes) -> Details:
    """What the record's own fields tell; ``hours`` are those that stood in words, ``zone`` is that of floating times."""
    attendance = raw.attendance.strip().lower()
    return Details(
        offers=tuple(_offer(offer) for offer in raw.offers[:_MOST]),
        registration=_registration(raw.registration, zone, notes),
        minimum_age=_age(raw.minimum_age),
        maximum_age=_age(raw.maximum_age),
        eligibility=_words(raw.audience),
        accessibility_text=_words(raw.accessibility),
        attendance_mode=attendance if attendance in _ATTENDANCE else "",
        opening_hours=tuple(filter(None, (_hours(one) for one in (*raw.hours, *hours)[:_MOST_HOURS]))),
        previous_start=_moment(raw.previous_start, zone),
        credited=_credited(raw.organizer),
        series=raw.series[:_LIMIT],
        origin=_origin(raw),
    )


def _offer(offer: RawOffer) -> Offer:
    return Offer(
        price=_line(offer.price), currency=_line(offer.currency), is_free=offer.is_free, name=_line(offer.name), url=_address(offer.url)
    )


def _registration(raw: RawRegistration | None, zone: str, notes: Notes) -> Registration | None:
    """The registration with its times in the zone; an opening after the closing is told as it is, for nobody knows which is wrong."""
    if raw is None:
        return None
    if raw.url and not _address(raw.url):
        notes.add("bad_url", "warning", "registration", raw.url)
    return Registration(
        url=_address(raw.url),
        text=_line(raw.text),
        required=raw.required,
        opens=_moment(raw.opens, zone),
        closes=_moment(raw.closes, zone),
        capacity=raw.capacity if raw.capacity is None or raw.capacity >= 0 else None,
    )


def _hours(raw: RawHours) -> OpeningHours | None:
    """The hours of one day; ``None`` where the clock times are none."""
    times = (raw.opens, raw.closes)
    if any(times) and not all(map(_CLOCK.fullmatch, times)):
        return None
    if raw.weekday is not None and not 1 <= raw.weekday <= 7:  # noqa: PLR2004 - days of a week
        return None
    return OpeningHours(
        weekday=raw.weekday,
        day=raw.day,
        opens=raw.opens,
        closes=raw.closes,
        valid_from=raw.valid_from,
        valid_through=raw.valid_through,
        note=_line(raw.note),
    )


def _age(years: int | None) -> int | None:
    """The age if it is one of a person's."""
    return years if years is not None and 0 <= years <= _OLDEST else None


def _moment(moment: Moment | None, zone: str) -> Start | None:
    """The moment on a clock; ``None`` where it was not told or is of another age of the world."""
    return settle(moment, zone).start if moment is not None and is_sane(moment) else None


def _credited(texts: Iterable[Text]) -> Texts:
    found: Texts = {}
    for text in texts:
        if name := _line(text.value):
            found.setdefault(text.language.lower()[:2] or _UNDECLARED, name)
    return found


def _words(words: Iterable[str]) -> tuple[str, ...]:
    """Each of the words once, clean, in their order."""
    return tuple(dict.fromkeys(filter(None, map(_line, words))))[:_MOST]


def _line(text: str) -> str:
    """One line without personal data."""
    return shortened(redact(one_line(text)).text, _LIMIT)


def _address(url: str) -> str:
    return web_address(url) or ""


def _origin(raw: RawEvent) -> Origin | None:
    origin = raw.origin
    if origin is None or not _address(origin.instance):
        return None
    return Origin(
        instance=_address(origin.instance),
        source=_line(origin.source),
        uid=origin.uid[:_LIMIT],
        url=_address(origin.url),
        hops=max(origin.hops, 0),
    )
