"""An event in easy language: one thing a sentence, everyday words, no abbreviations; made of what is known, never of free text.

Every sentence is a text of the catalogue (``easy.*``) of at most ten words. What nobody told is left out, or said to be unknown where a
reader would otherwise conclude something (the price, whether to enrol).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from normalize.model import Details, Registration, Start
from publish.almanac import former_start
from publish.cards import host_of, last_day_shown, place_of
from publish.dates import is_midnight
from publish.edition import Edition
from publish.prices import number_in_words
from publish.rhythm import skipped
from publish.views import Prose
from store.reading import EventRow, OccurrenceRow

_LONGEST_NAME = 4
"""Words of a name that may stand in a sentence; a longer one is called "it"."""
_SKIPPED = 5
_SHORTENED = re.compile(r"\s\S*(?:–|\d\.\d)\S*")
"""Days and dates in figures and short words in a rhythm: ``ma–pe``, ``10.10.``; the next date is said in full."""
_STEP_FREE = "step_free_entrance"


def subject(name: Prose, edition: Edition) -> str:
    """The name itself where it is short and of the page's language, else a word for it: a sentence is in one language."""
    return name.text if not name.lang and len(name.text.split()) <= _LONGEST_NAME else edition.words("easy.it")


def occurrence_sentences(event: EventRow, occurrence: OccurrenceRow, edition: Edition) -> Iterator[str]:
    """When and where one date is, and whether it is as planned."""
    words, name = edition.words, edition.titled(occurrence.name or event.name)
    if occurrence.event_status == "EventCancelled":
        yield words("easy.cancelled")
        return
    if occurrence.day < edition.almanac.today and last_day_shown(occurrence) > occurrence.day:
        yield words("easy.going_on", name=subject(name, edition))
    else:
        yield words("easy.on", name=subject(name, edition), day=day_in_words(occurrence.day, edition))
    if occurrence.id in edition.almanac.moved:
        yield from _moved(event, occurrence, edition)
    if occurrence.last_day > occurrence.day and occurrence.all_day:
        yield words("easy.until", day=day_in_words(occurrence.last_day, edition))
    if not occurrence.all_day:
        yield from _clock(occurrence, edition)
    yield from place_sentences(occurrence.place_id or event.place_id, occurrence.place_text or event.place_text, edition)


def _moved(event: EventRow, occurrence: OccurrenceRow, edition: Edition) -> Iterator[str]:
    yield edition.words("easy.moved")
    former = former_start(occurrence, event)
    if former is not None:
        day = edition.almanac.local(former).date() if isinstance(former, datetime) else former
        if day != occurrence.day:
            yield edition.words("easy.not_on", day=day_in_words(day, edition))


def _clock(occurrence: OccurrenceRow, edition: Edition) -> Iterator[str]:
    start = edition.almanac.local(occurrence.start)
    yield edition.words("easy.starts", time=clock_in_words(start, edition))
    if occurrence.end is not None and occurrence.end > occurrence.start:
        end = edition.almanac.local(occurrence.end)
        midnight = is_midnight(start, end)
        key = "easy.ends" if midnight or end.date() == start.date() else "easy.ends_on"
        yield edition.words(key, time="24" if midnight else clock_in_words(end, edition), day=day_in_words(end.date(), edition))


def place_sentences(place_id: str, place_text: str, edition: Edition) -> Iterator[str]:
    """Where it is: the place and its address, as far as they are known."""
    name, _ = place_of(place_id, place_text, edition)
    place = edition.almanac.places.get(place_id)
    if place is not None and place.online:
        yield edition.words("easy.online")
        return
    if name.text and not host_of(name.text if place else place_text):
        yield edition.words("easy.place", place=name.text)
    if place is not None and place.address:
        yield edition.words("easy.address", address=place.address)


def term_sentences(event: EventRow, edition: Edition) -> Iterator[str]:
    """For whom, what it costs, whether to enrol, and whether one gets in without steps."""
    words, details = edition.words, event.details
    known = edition.almanac.audiences
    groups = [edition.said(known[code].name).text for code in details.audience if code in known]
    if groups:
        yield words("easy.whom", groups=words.listed([group[:1].lower() + group[1:] for group in groups[:2]]))
    yield _cost(details, edition)
    yield from _enrolment(details.registration, edition)
    if any(feature.code == _STEP_FREE for feature in details.accessibility):
        is_there = any(feature.code == _STEP_FREE and feature.is_available for feature in details.accessibility)
        yield words("easy.step_free" if is_there else "easy.steps")


def _cost(details: Details, edition: Edition) -> str:
    """The one price, or the dearest of several; never a guess."""
    words = edition.words
    if details.is_accessible_for_free:
        return words("easy.free")
    amounts = {offer.maximum or offer.minimum for offer in details.offers if not offer.is_optional and offer.currency in {"", "EUR"}}
    prices = sorted(amount for amount in amounts if amount)
    if not prices:
        return words("easy.cost_unknown")
    price = number_in_words(prices[-1], edition)
    return words("easy.cost" if len(prices) == 1 else "easy.cost_most", price=price)


def _enrolment(registration: Registration | None, edition: Edition) -> Iterator[str]:
    words = edition.words
    if registration is not None and registration.state in {"full", "waiting_list", "closed"}:
        yield words(f"easy.{registration.state}")
    elif registration is None or (registration.required is None and not registration.url):
        yield words("easy.enrol_unknown")
    elif registration.required is False:
        yield words("easy.just_come")
    else:
        yield words("easy.enrol")
        if registration.opens is not None and _day(registration.opens, edition) > edition.almanac.today:
            yield words("easy.enrol_from", day=day_in_words(_day(registration.opens, edition), edition))
        if registration.closes is not None:
            yield words("easy.enrol_by", day=named_day(_day(registration.closes, edition), edition))


def series_sentences(event: EventRow, rhythm: str, edition: Edition) -> Iterator[str]:
    """How often it is, when next, and when not."""
    words, almanac = edition.words, edition.almanac
    if (plain := _SHORTENED.sub("", rhythm)) and len(plain.split()) <= _LONGEST_NAME:
        yield words("easy.every", rhythm=plain)
    coming = [one for one in almanac.upcoming(event.id) if one.event_status != "EventCancelled"]
    if not coming:
        yield words("easy.no_next")
        return
    yield words("easy.next", day=day_in_words(coming[0].day, edition))
    if not coming[0].all_day:
        yield from _clock(coming[0], edition)
    for day in list(skipped(event.recurrence, almanac.zone, almanac.today, almanac.span.last))[:_SKIPPED]:
        yield words("easy.not_on", day=day_in_words(day, edition))


def named_day(day: date, edition: Edition) -> str:
    """``tiistai 24. marraskuuta``: what a day is, not when something is."""
    return edition.words("easy.day", on=edition.words(f"weekday.{day.weekday()}"), day=edition.dates.day_month(day))


def day_in_words(day: date, edition: Edition) -> str:
    """``tiistaina 24. marraskuuta``."""
    return edition.words("easy.day", on=edition.words(f"weekday.on.{day.weekday()}"), day=edition.dates.day_month(day))


def clock_in_words(moment: datetime, edition: Edition) -> str:
    """``10`` or ``9.30``."""
    return str(moment.hour) if moment.minute == 0 else edition.dates.clock(moment)


def _day(moment: Start, edition: Edition) -> date:
    return edition.almanac.local(moment).date() if isinstance(moment, datetime) else moment
