"""For whom, what it costs, how to take part and how to get in, as far as it is known; what nobody told is said to be unknown, at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

from normalize.model import Details, OpeningHours, Registration, Start
from publish.access import feature_lines
from publish.almanac import Almanac
from publish.dates import sentence
from publish.edition import Edition
from publish.prices import price_lines
from publish.views import Fact, Link
from store.reading import EventRow

_DAYS_SHOWN = 7
_SAID = 60
"""Characters of words about enrolling that the lines above them say already."""
_SPANS_A_DAY = 4


def term_facts(event: EventRow, edition: Edition) -> Iterator[Fact]:
    """The answers that are known, each by itself, then those that are not, in one line."""
    words, details, lang = edition.words, event.details, edition.own_words(event)
    asked = (
        Fact(label=words("terms.whom"), lines=tuple(_whom(details, edition, lang)), doors=tuple(_groups(details, edition))),
        Fact(label=words("terms.cost"), lines=tuple(price_lines(details, edition, lang))),
        Fact(label=words("terms.enrol"), lines=tuple(_enrolment(details.registration, edition, lang))),
    )
    yield from (fact for fact in asked if fact.lines or fact.doors)
    unknown = [fact.label for fact in asked if not (fact.lines or fact.doors)]
    if unknown:
        label = words.listed([unknown[0], *(word[:1].lower() + word[1:] for word in unknown[1:])])
        yield Fact(label=label, lines=(Link("", words("fact.unknown_value")),), hint=words("fact.unknown_hint"))
    features = tuple(feature_lines(details, edition))
    if features:
        yield Fact(label=words("terms.access"), lines=features)
    hours = tuple(_hours(details, edition))
    if hours:
        yield Fact(label=words("terms.hours"), lines=hours)


def hours_shown(details: Details, today: date) -> list[OpeningHours]:
    """The opening hours a page shows: those of weekdays, and of single days the coming ones."""
    hours = details.opening_hours
    dated = [one for one in hours if one.day is not None and one.day >= today]
    weekly = [one for one in hours if one.day is None and (one.valid_through is None or one.valid_through >= today)]
    return [*weekly, *sorted(dated, key=lambda one: (one.day or today, one.opens))[: _SPANS_A_DAY * _DAYS_SHOWN]]


def age_range(details: Details) -> str | None:
    """``7-12``, ``65-``, ``-6`` (schema.org typicalAgeRange)."""
    low, high = details.minimum_age, details.maximum_age
    return None if low is None and high is None else f"{'' if low is None else low}-{'' if high is None else high}"


def _groups(details: Details, edition: Edition) -> Iterator[Link]:
    """Who is meant, each with the list of all there is for them."""
    known = edition.almanac.audiences
    for n, code in enumerate(code for code in details.audience if code in known):
        name = edition.said(known[code].name).text
        yield Link(edition.href("audience", code), name[:1].lower() + name[1:] if n else sentence(name))


def _whom(details: Details, edition: Edition, lang: str) -> Iterator[Link]:
    """How old those are who are meant and who comes along; the publisher's own words where nothing was understood of who is meant.

    ``lang`` is the language of the publisher's own words, here and below.
    """
    words, lines = edition.words, []
    is_told = any(code in edition.almanac.audiences for code in details.audience)
    if details.gender and not {"women", "men"} & set(details.audience):
        lines.append(words(f"whom.{details.gender}"))
    lines += ages_in_words(details, edition)
    if details.with_adult:
        lines.append(words("whom.with_adult"))
    if details.accompany_under:
        lines.append(words("whom.accompany", n=details.accompany_under))
    yield from (Link("", line) for line in lines)
    yield from (Link("", line, lang) for line in details.eligibility if not (lines or is_told))


def ages_in_words(details: Details, edition: Edition) -> Iterator[str]:
    """Years of birth and grades where the publisher counts in them, else the ages."""
    words, low, high = edition.words, details.minimum_age, details.maximum_age
    if details.birth_years or details.grades:
        for key, span in (("whom.born", details.birth_years), ("whom.grades", details.grades)):
            if span:
                yield words(key, span=_span_of(*span))
    elif low is not None and high is not None:
        yield words("age.exact", n=low) if low == high else words("age.span", low=low, high=high)
    elif low is not None:
        yield words("age.from", n=low)
    elif high is not None:
        yield words("age.to", n=high)


def _span_of(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _enrolment(registration: Registration | None, edition: Edition, lang: str) -> Iterator[Link]:
    """Whether to enrol, where, and between when; the time of the region."""
    if registration is None:
        return
    words = edition.words
    if registration.state:
        yield Link("", words(f"enrol.state_{registration.state}"))
    if registration.required is not None and not (registration.required and registration.url):
        yield Link("", words("enrol.required" if registration.required else "enrol.not_required"))
    if registration.url:
        yield _form(registration, edition)
    for key, moment in (("enrol.opens", registration.opens), ("enrol.closes", registration.closes)):
        if moment is not None:
            yield Link("", words(key, when=_moment(moment, edition)))
    if registration.binding:
        yield Link("", words("enrol.binding"))
    if registration.capacity:
        yield Link("", words.count("enrol.capacity", registration.capacity))
    if registration.text and not (len(registration.text) < _SAID and registration.required is not None):
        yield Link("", registration.text, lang)


def _form(registration: Registration, edition: Edition) -> Link:
    """The way to enrol. One that opens later says when, and the page changes its words at that time by itself."""
    words, opens = edition.words, registration.opens
    if opens is None or not edition.almanac.is_ahead(opens):
        return Link(registration.url, words("enrol.link"), rel="external")
    zone = edition.almanac.zone
    local = edition.almanac.local(opens) if isinstance(opens, datetime) else datetime.combine(opens, time(), zone)
    day = edition.dates.brief(local.date())
    when = edition.dates.at(day, _hour(local, edition)) if isinstance(opens, datetime) else day
    return Link(registration.url, words("enrol.form_opens", when=when), rel="external", opens=local.isoformat(timespec="minutes"))


def _hour(local: datetime, edition: Edition) -> str:
    """``9``, or ``9.30``."""
    return edition.dates.clock(local) if local.minute else edition.words("format.hour", hour=local.hour)


def enrolment_now(details: Details, almanac: Almanac) -> tuple[bool, bool]:
    """Whether enrolment begins after the almanac's moment, and whether it has ended before that."""
    opens, closes = (details.registration.opens, details.registration.closes) if details.registration else (None, None)
    return opens is not None and almanac.is_ahead(opens), closes is not None and almanac.is_past(closes)


def _moment(moment: Start, edition: Edition) -> str:
    if isinstance(moment, datetime):
        return edition.dates.moment(edition.almanac.local(moment), None)
    return edition.dates.long(moment)


def _hours(details: Details, edition: Edition) -> Iterator[Link]:
    """One line a weekday or day, with all of its hours."""
    days: dict[str, list[str]] = {}
    for one in hours_shown(details, edition.almanac.today):
        when = edition.dates.short(one.day) if one.day else _weekday(one, edition)
        days.setdefault(when, []).append(_span(one, edition))
    for when, spans in list(days.items())[:_DAYS_SHOWN]:
        yield Link("", edition.words("hours.line", when=when, time=", ".join(spans)))


def _span(one: OpeningHours, edition: Edition) -> str:
    words = edition.words
    text = words("format.span", start=_clock(one.opens, edition), end=_clock(one.closes, edition)) if one.opens else words("hours.closed")
    return words("hours.noted", hours=text, note=_note(one.note, edition)) if one.note else text


def _weekday(one: OpeningHours, edition: Edition) -> str:
    """The day of the week; any Monday will do to name it."""
    return edition.dates.weekday(date(2024, 1, one.weekday)) if one.weekday else edition.words("hours.daily")


def _clock(text: str, edition: Edition) -> str:
    """``HH:MM`` as the language writes it."""
    hour, _, minute = text.partition(":")
    return edition.dates.clock(datetime(2024, 1, 1, int(hour) % 24, int(minute or 0), tzinfo=edition.almanac.zone))


def _note(note: str, edition: Edition) -> str:
    return edition.words(f"hours.{note}") if f"hours.{note}" in edition.words.texts else note
