"""Which fields of a place, an organizer or an event a person may correct, and in which form each value is written.

A value is written as text, in a file and on the command line alike, so that nothing depends on what YAML takes a word for (``no``,
``00100``, ``17:30``). What is read is canonical: equal values are equal, whoever wrote them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias, get_args

from harvesters.source import KINDS, Role
from normalize.links import web_address
from normalize.model import EnrolmentState, EventStatus
from normalize.phrase_audience_words import AUDIENCES
from normalize.privacy import redact
from normalize.text import description, one_line

Subject = Literal["place", "organizer", "event"]
SUBJECTS: tuple[Subject, ...] = get_args(Subject)
Value: TypeAlias = str | int | float | bool | tuple[str, ...] | None
"""What a field is, in a form that compares; ``None`` and the empty tuple: nothing is told."""
Raw: TypeAlias = str | Sequence[str]
"""A value as a person writes it."""

UNKNOWN = "null"
"""Written for a value that takes the source's away."""
FEATURES = (
    *("accessible_parking", "accessible_toilet", "assistant_free", "audio_description", "fragrance_free", "guide_dogs_welcome"),
    *("induction_loop", "lift", "one_step_entrance", "pool_lift", "quiet_space", "ramp", "ramp_side_door", "relaxed_performance"),
    *("sign_language_interpretation", "speech_to_text", "step_free_entrance", "subtitles", "wheelchair_seats"),
)
"""Codes of accessibility features (docs/phrases.md)."""
_STATES = tuple(state for state in get_args(EnrolmentState) if state)
_LONGEST_TEXT, _LONGEST_LINE = 20_000, 300
_OLDEST = 130
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_CODE = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MINUTE = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?")
_YES, _NO = frozenset({"yes", "true", "kyllä", "ja", "on"}), frozenset({"no", "false", "ei", "nej", "off"})


class FormError(ValueError):
    """The value is not of the form that its field needs; the text says which that is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How the values of one field are written."""

    expected: str
    """In words, for people."""
    read: Callable[[str], Value]
    """One text as a value; raises ``ValueError`` without words."""
    is_list: bool = False
    may_be_unknown: bool = True
    sample: str = ""
    """What stands after the dot of a field that has one: ``language``, ``feature``."""


def read_value(subject: Subject, field: str, raw: Raw | None) -> Value:
    """The value of a field as it compares; raises ``FormError`` that says what is expected, ``KeyError`` for a field nobody knows."""
    form = form_of(subject, field)
    if raw is None:
        if form.may_be_unknown:
            return () if form.is_list else None
        raise FormError(f"it cannot be unknown; expected is {form.expected}")
    try:
        return _list(form, raw) if form.is_list else form.read(_text(raw))
    except FormError:
        raise
    except ValueError:
        raise FormError(f"expected is {form.expected}") from None


def _list(form: Form, raw: Raw) -> Value:
    """Each value once, sorted; a text holds several with commas between them."""
    parts = raw.split(",") if isinstance(raw, str) else raw
    return tuple(sorted({str(form.read(part.strip())) for part in parts if part.strip()}))


def _text(raw: Raw) -> str:
    if isinstance(raw, str):
        return raw.strip()
    raise FormError("expected is one text, not a list")


def form_of(subject: Subject, field: str) -> Form:
    """How a field's values are written; raises ``KeyError`` for one that nobody knows or that cannot be corrected."""
    root, dot, rest = field.partition(".")
    found = FIELDS[subject].get(field) or FIELDS[subject][root + dot]
    if found.sample and not _fits(found.sample, rest):
        raise KeyError(field)
    return found


def _fits(sample: str, rest: str) -> bool:
    return rest in FEATURES if sample == "feature" else _LANGUAGE.fullmatch(rest) is not None


def field_names(subject: Subject) -> list[str]:
    """The fields that may be corrected, for people: ``name.<language>``, ``start`` ..."""
    return [f"{name}<{form.sample}>" if form.sample else name for name, form in FIELDS[subject].items()]


def every_field(subject: Subject) -> Iterator[str]:
    """Every field by its whole name, in the languages of the interface: what a mistyped one is compared with."""
    for name, form in FIELDS[subject].items():
        rests = {"": ("",), "feature": FEATURES, "language": ("fi", "sv", "en")}[form.sample]
        yield from (name + rest for rest in rests)


def _without_contacts(text: str) -> str:
    """The text itself; ``FormError`` where it holds what belongs to a person."""
    if redact(text).count:
        raise FormError("it holds a private e-mail address, a telephone number or an identity code; those are never kept")
    return text


def _line(text: str) -> str:
    line = one_line(text, _LONGEST_LINE)
    if not line:
        raise ValueError(text)
    return _without_contacts(line)


def _prose(text: str) -> str:
    """Clean HTML as of a publisher's description."""
    if not text or len(text) > _LONGEST_TEXT:
        raise ValueError(text[:80])
    return description(_without_contacts(text))


def _address(text: str) -> str:
    found = web_address(text)
    if not found:
        raise ValueError(text)
    return _without_contacts(found)


def _yes_no(text: str) -> bool:
    if text.casefold() in _YES | _NO:
        return text.casefold() in _YES
    raise ValueError(text)


def _day(text: str) -> str:
    return date.fromisoformat(_matching(_DAY)(text)).isoformat()


def _moment(text: str) -> str:
    """A day, or a day and a wall clock; seconds are written only where there are any."""
    if _DAY.fullmatch(text):
        return _day(text)
    found = datetime.fromisoformat(_matching(_MINUTE)(text))
    return found.isoformat(timespec="seconds" if found.second else "minutes")


def _matching(pattern: re.Pattern[str]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not pattern.fullmatch(text):
            raise ValueError(text)
        return text

    return read


def _number(least: float, most: float) -> Callable[[str], float]:
    def read(text: str) -> float:
        number = float(text.replace(",", "."))
        if not least <= number <= most:
            raise ValueError(text)
        return number

    return read


def _whole(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        number = int(text)
        if not least <= number <= most:
            raise ValueError(text)
        return number

    return read


def _one_of(*allowed: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in allowed:
            raise ValueError(text)
        return text

    return read


def _choice(*allowed: str, may_be_unknown: bool = False) -> Form:
    return Form(expected=f"one of {', '.join(allowed)}", read=_one_of(*allowed), may_be_unknown=may_be_unknown)


_MOMENT_WORDS = "a day (2026-11-24) or a day and the wall clock of the event (2026-11-24T17:30)"
_NAME = Form(expected="a name of one line", read=_line, sample="language")
_LINE = Form(expected=f"a text of one line, at most {_LONGEST_LINE} characters", read=_line)
_URL = Form(expected="an http or https address", read=_address)
_SAYS = Form(expected="yes or no", read=_yes_no)
_IS = Form(expected="yes or no", read=_yes_no, may_be_unknown=False)
_FEATURE = Form(expected="yes or no", read=_yes_no, sample="feature")
_WHEN = Form(expected=_MOMENT_WORDS, read=_moment)
_AGE = Form(expected=f"whole years, 0 to {_OLDEST}", read=_whole(0, _OLDEST))
_AUDIENCES = tuple(sorted(code for code, _ in AUDIENCES))

FIELDS: Mapping[Subject, Mapping[str, Form]] = {
    "place": {
        "name.": _NAME,
        "aliases": Form(expected="further spellings of the name, with commas between them", read=_line, is_list=True, may_be_unknown=False),
        "address": _LINE,
        "postal_code": Form(expected="a postal code of five digits (57100)", read=_matching(re.compile(r"\d{5}"))),
        "district": _LINE,
        "municipality": _LINE,
        "municipality_code": Form(expected="the municipality's three digits (740)", read=_matching(re.compile(r"\d{3}"))),
        "latitude": Form(expected="degrees north as a number, -90 to 90 (61.868)", read=_number(-90, 90)),
        "longitude": Form(expected="degrees east as a number, -180 to 180 (28.886)", read=_number(-180, 180)),
        "capacity": Form(expected="a whole number of people, 1 to 1000000", read=_whole(1, 1_000_000)),
        "accessibility.": _FEATURE,
        "online": _IS,
    },
    "organizer": {"name.": _NAME, "url": _URL, "role": _choice(*get_args(Role))},
    "event": {
        "name.": _NAME,
        "description.": Form(expected="a text, plain or with simple HTML", read=_prose, sample="language"),
        "start": Form(expected=_MOMENT_WORDS, read=_moment, may_be_unknown=False),
        "end": Form(expected=f"{_MOMENT_WORDS}, the first moment or day that is not part of it any more", read=_moment),
        "kind": _choice(*KINDS),
        "place_id": Form(expected="the id of a place of schedules.yaml", read=_matching(_CODE)),
        "place_text": _LINE,
        "organizer_id": Form(expected="the id of an organizer", read=_matching(_CODE), may_be_unknown=False),
        "event_status": _choice(*get_args(EventStatus)),
        "planned": _IS,
        "hidden": _IS,
        "url": _URL,
        "topics": Form(expected="ids of the vocabulary's topics, with commas between them", read=_matching(_CODE), is_list=True),
        "audience": Form(expected=f"some of {', '.join(_AUDIENCES)}, with commas between them", read=_one_of(*_AUDIENCES), is_list=True),
        "minimum_age": _AGE,
        "maximum_age": _AGE,
        "is_accessible_for_free": _SAYS,
        "price": _LINE,
        "registration.required": _SAYS,
        "registration.url": _URL,
        "registration.opens": _WHEN,
        "registration.closes": _WHEN,
        "registration.state": _choice(*_STATES, may_be_unknown=True),
        "accessibility.": _FEATURE,
        "in_language": Form(expected="codes of languages (fi, sv, en), with commas between them", read=_matching(_LANGUAGE), is_list=True),
    },
}
"""Subject -> the name of each field that may be corrected -> how it is written; a name that ends in a dot is followed by a code."""
