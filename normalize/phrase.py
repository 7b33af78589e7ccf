"""What a phrase of a notice means: the one door to the grammars of time, ages, prices, enrolment, status, place and language.

The answer has the form of the region's table of phrases (``docs/phrases.md``): ISO dates, wall clock of the zone, RFC 5545 rules, codes.
What cannot be told for sure is flagged or left out, never guessed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from normalize.phrase_access import read_accessibility, read_languages
from normalize.phrase_ages import read_ages, read_audience
from normalize.phrase_composite import read_composite
from normalize.phrase_cursor import Heading
from normalize.phrase_enrolment import read_enrolment, tells_enrolment
from normalize.phrase_facts import Facts, facts_of
from normalize.phrase_items import Item, Words
from normalize.phrase_lexemes import has_slip, reading_language
from normalize.phrase_parse import items_of
from normalize.phrase_places import attendance_of, names_venue, read_place
from normalize.phrase_prices import read_price, tells_price
from normalize.phrase_shape import shape_of
from normalize.phrase_status import read_status, tells_status
from normalize.phrase_tokens import composed, folded
from normalize.phrase_understand import Bare, season_span, understand

Shape = dict[str, Any]
ZONE = "Europe/Helsinki"
"""The zone whose clock phrases are read on; only UNTIL and the instants beside a change of the clock hang on it."""
TIME_KINDS = ("datetime", "date", "range", "recurrence", "exclusion")
KINDS = (*TIME_KINDS, "age", "audience", "price", "registration", "status", "place", "accessibility", "language", "composite")
"""What a phrase may be asked for."""

_READERS: dict[str, Callable[[str, str, date], Shape]] = {
    "age": lambda text, _language, reference: read_ages(text, reference),
    "audience": lambda text, _language, reference: read_audience(text, reference),
    "price": lambda text, _language, _reference: read_price(text),
    "registration": read_enrolment,
    "status": read_status,
    "place": lambda text, _language, _reference: read_place(text),
    "accessibility": lambda text, _language, _reference: read_accessibility(text),
    "language": lambda text, language, _reference: read_languages(text, language),
}


def read_phrase(text: str, language: str, reference: date, kind: str | None = None, *, heading: Heading | None = None) -> Shape:
    """The meaning of a phrase as plain data.

    ``kind`` is one of ``KINDS``; ``None`` lets the words decide. ``reference`` is the day the phrase was written or seen. ``heading``
    tells the month and year that stand above the phrase. Raises ``ValueError`` for a kind that is none.
    """
    if kind is not None and kind not in KINDS:
        msg = f"{kind!r} is not a kind of phrase; one of {', '.join(KINDS)}"
        raise ValueError(msg)
    kind = kind or kind_of(text, language)
    spoken = reading_language(composed(text), language)
    if kind in TIME_KINDS:
        return read_time(text, spoken, reference, kind, heading)
    if kind == "composite":
        return read_composite(text, language, reference, ZONE)
    return _READERS[kind](text, spoken, reference)


def read_time(text: str, language: str, reference: date, kind: str, heading: Heading | None = None) -> Shape:
    """The time that a phrase tells. A weekday alone (``ti klo 18``) is the next one where a single time is asked for, else every week."""
    facts = facts_of(items_of(composed(text), language, heading))
    bare: Bare = "once" if kind in {"datetime", "date"} else "series"
    meaning = season_span(understand(facts, reference, bare), facts, reference)
    if has_slip(composed(text), language, facts.places):
        meaning.flag("spelling_assumed")
    if facts.seen and not (meaning.occasions or meaning.series or meaning.span or meaning.flags):
        return {"events": [], "flags": ["not_an_event"]}
    return shape_of(meaning, ZONE)


def kind_of(text: str, language: str) -> str:
    """The kind of a phrase by its words: the one grammar that understands it, ``composite`` where several do or a title stands there."""
    whole = composed(text)
    items = items_of(whole, reading_language(whole, language))
    facts = facts_of(items)
    timed = bool(facts.groups or facts.first or facts.last or facts.weeks or facts.lead)
    if tells_enrolment(whole) and not (timed and facts.groups):
        return "registration"
    if tells_status(whole):
        return "status"
    if timed:
        return _kind_of_time(facts) if _is_only_time(items) else "composite"
    return _kind_of_words(whole, facts)


def _kind_of_words(text: str, facts: Facts) -> str:
    """The kind of a phrase that tells no day."""
    low = folded(text)
    ages = read_audience(text, date(2000, 1, 1))
    if tells_price(text):
        return "price"
    if set(ages) - {"audience", "ptv", "gender"}:
        return "age"
    for kind, told in (
        ("audience", bool(ages["audience"])),
        ("accessibility", bool(read_accessibility(text)["accessibility"])),
        ("language", bool(read_languages(text, "fi")["event_languages"])),
        ("place", names_venue(text) or bool(attendance_of(low)) or "meeting_point" in read_place(text)),
        ("exclusion", bool(facts.excluded)),
    ):
        if told:
            return kind
    return "date" if facts.says_when or facts.relative else "composite"


def _kind_of_time(facts: Facts) -> str:
    """Which of the kinds of time."""
    if facts.recurs or facts.weeks or (facts.groups and all(group.weekdays for group in facts.groups)):
        return "recurrence"
    ranged = any(span.last is not None for group in facts.groups for span in group.spans)
    return "range" if ranged else "datetime"


def _is_only_time(items: list[Item]) -> bool:
    """True where no word stands beside the time."""
    return not any(isinstance(item, Words) for item in items)
