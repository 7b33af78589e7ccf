"""What a record tells besides what, when and where: its own fields first, then its title and sentences (``normalize.facts*``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from harvesters.record import Moment, RawEvent, RawHours, Text
from normalize import facts_access, facts_audience_words, facts_enrolment, facts_prices, status
from normalize.facts import Finder, Read, Telling, When
from normalize.facts_access import access_of, spoken_of
from normalize.facts_audience import whom_of
from normalize.facts_enrolment import registration_of
from normalize.facts_prices import prices_of
from normalize.links import web_address
from normalize.model import Details, OpeningHours, Origin, Start, Texts
from normalize.notes import Notes
from normalize.privacy import redact
from normalize.status import Status, status_told
from normalize.text import one_line, shortened
from normalize.times import is_sane, settle

_CLOCK = re.compile(r"(?:[01]\d|2[0-4]):[0-5]\d")
_LIMIT = 300
_MOST_HOURS = 120
_ATTENDANCE = ("offline", "online", "mixed")
_UNDECLARED = "und"
_FINDER = Finder(
    facts_prices.TRIGGERS,
    facts_prices.CARD_TRIGGERS,
    facts_enrolment.TRIGGERS,
    facts_audience_words.TRIGGERS,
    facts_access.FEATURE_TRIGGERS,
    facts_access.LANGUAGE_TRIGGERS,
    status.TRIGGERS,
)
_DATED = facts_enrolment.TRIGGERS | status.TRIGGERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What was read of a record's fields and words."""

    details: Details
    """With the evidence of everything here; without topics, concepts and what is inherited from the place."""
    in_language: tuple[str, ...]
    """Languages it is held in, declared or said; empty where nothing tells."""
    status: Status


def hangs_on_day(raw: RawEvent, tellings: Sequence[Telling]) -> bool:
    """True where what is told may hang on the day it takes place (days without a year, a change of time), and not on its year alone."""
    if raw.registration or raw.previous_start or raw.audience:
        return True
    return next(Read(tellings, _FINDER).sentences(_DATED), None) is not None


def facts_of(  # noqa: PLR0913, PLR0917 - what a record's meaning hangs on, each named
    raw: RawEvent, tellings: Sequence[Telling], hours: Sequence[RawHours], zone: str, reference: date, start: Start | None, notes: Notes
) -> Facts:
    """All that fields and words tell; ``tellings`` are the texts in which facts may stand, titles first.

    ``hours`` are those that stood in words, ``zone`` is that of the clock, ``reference`` the day the words were seen.
    """
    read = Read(tellings, _FINDER)
    when = When(zone=zone, reference=reference, start=start)
    prices = prices_of(raw.offers, read, notes)
    registration = registration_of(raw.registration, read, when, notes)
    whom = whom_of(raw, read, when.day or reference, notes)
    access = access_of(raw.accessibility, read)
    spoken = spoken_of(raw.in_language, read)
    former = _moment(raw.previous_start, zone)
    told = status_told(raw.status, read, when, notes, moved=former is not None and former != start)
    attendance = raw.attendance.strip().lower()
    details = Details(
        offers=prices.offers,
        is_accessible_for_free=prices.is_free,
        concessions=prices.concessions,
        registration=registration,
        minimum_age=whom.minimum_age,
        maximum_age=whom.maximum_age,
        birth_years=whom.birth_years,
        grades=whom.grades,
        accompany_under=whom.accompany_under,
        with_adult=whom.with_adult,
        gender=whom.gender,
        audience=whom.audience,
        eligibility=whom.eligibility,
        accessibility=access.features,
        accessibility_text=access.words,
        easy_language=spoken.easy,
        attendance_mode=attendance if attendance in _ATTENDANCE else "",
        opening_hours=tuple(filter(None, (_hours(one) for one in (*raw.hours, *hours)[:_MOST_HOURS]))),
        previous_start=former,
        credited=_credited(raw.organizer),
        series=raw.series[:_LIMIT],
        origin=_origin(raw),
        evidence=tuple(sorted(dict.fromkeys(read.evidence), key=lambda one: (one.field, one.value, one.origin, one.rule, one.quote))),
    )
    return Facts(details=details, in_language=spoken.languages, status=told)


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


def _moment(moment: Moment | None, zone: str) -> Start | None:
    """The moment on a clock; ``None`` where it was not told or is of another age of the world."""
    return settle(moment, zone).start if moment is not None and is_sane(moment) else None


def _credited(texts: Iterable[Text]) -> Texts:
    found: Texts = {}
    for text in texts:
        if name := _line(text.value):
            found.setdefault(text.language.lower()[:2] or _UNDECLARED, name)
    return found


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
