"""How the desk's forms show the fields that may be corrected: their controls, their choices, their values in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple, get_args

from explorer.texts import PartWords
from harvesters.source import KINDS, Role
from normalize.corrections_fields import FEATURES, FIELDS, UNKNOWN, Subject, Value, form_of
from normalize.model import EnrolmentState, EventStatus

Control = Literal["yes_no", "choice", "place", "moment", "number", "long", "line"]
"""How a value is entered."""
LANGUAGES = ("fi", "sv", "en")
_YES_NO = frozenset({"online", "planned", "hidden", "is_accessible_for_free", "registration.required"})
_MOMENTS = frozenset({"start", "end", "registration.opens", "registration.closes"})
_NUMBERS = frozenset({"latitude", "longitude", "capacity", "minimum_age", "maximum_age"})
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "role": get_args(Role),
    "kind": tuple(KINDS),
    "event_status": get_args(EventStatus),
    "registration.state": tuple(state for state in get_args(EnrolmentState) if state),
}
_FINNISH = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s*(?:klo|kl\.?|at)?\s*(\d{1,2})[.:](\d{2}))?")


class Choice(NamedTuple):
    """One value that may be chosen."""

    value: str
    words: str


@cache
def fields_of(subject: Subject) -> tuple[str, ...]:
    """Every field of a subject by its whole name: names in each language of the interface, each feature by itself."""
    rests = {"": ("",), "language": LANGUAGES, "feature": FEATURES}
    return tuple(name + rest for name, form in FIELDS[subject].items() for rest in rests[form.sample])


def control_of(subject: Subject, field: str) -> Control:
    """How a field's value is entered."""
    if field in _YES_NO or field.startswith("accessibility."):
        return "yes_no"
    if field in _CHOICES:
        return "choice"
    if subject == "event" and field == "place_id":
        return "place"
    if field in _MOMENTS:
        return "moment"
    if field in _NUMBERS:
        return "number"
    return "long" if field.startswith("description.") else "line"


def may_be_unknown(subject: Subject, field: str) -> bool:
    """Whether a field can be said to be not known."""
    return form_of(subject, field).may_be_unknown


def choices(words: PartWords, subject: Subject, field: str, places: Mapping[str, str]) -> tuple[Choice, ...]:
    """What may be chosen, "not known" last where that may be."""
    control = control_of(subject, field)
    if control == "yes_no":
        found = [Choice("yes", words["yes"]), Choice("no", words["no"])]
    elif control == "choice":
        found = [Choice(code, words[f"code_{code}"]) for code in _CHOICES[field]]
    elif control == "place":
        found = [Choice(key, name) for key, name in sorted(places.items(), key=lambda pair: pair[1].casefold())]
    else:
        return ()
    return (*found, Choice(UNKNOWN, words["unknown"])) if may_be_unknown(subject, field) else tuple(found)


def typed_value(subject: Subject, field: str, text: str, *, is_unknown: bool) -> str:
    """A value as ``kooste correct`` takes it: a day and a time may be written as people of the region do."""
    if is_unknown:
        return UNKNOWN
    if control_of(subject, field) != "moment":
        return text
    found = _FINNISH.fullmatch(text.strip())
    if found is None:
        return text.strip()
    day, month, year, hour, minute = found.groups()
    return f"{year}-{int(month):02}-{int(day):02}" + (f"T{int(hour):02}:{minute}" if hour else "")


def shown_value(words: PartWords, subject: Subject, field: str, value: Value, names: Mapping[str, str]) -> str:
    """A value in words: codes by their names, yes and no, times as people write them."""
    if value is None or value == ():
        return words["nothing"]
    if isinstance(value, bool):
        return words["yes" if value else "no"]
    if isinstance(value, tuple):
        return ", ".join(names.get(one, one) for one in value)
    if isinstance(value, str):
        return _shown_text(words, subject, field, value, names)
    return f"{value}"


def _shown_text(words: PartWords, subject: Subject, field: str, value: str, names: Mapping[str, str]) -> str:
    control = control_of(subject, field)
    if control == "choice" and f"code_{value}" in words:
        return words[f"code_{value}"]
    if control == "moment" and re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?", value):
        day = f"{int(value[8:10])}.{int(value[5:7])}.{value[:4]}"
        return words("moment_at", day=day, time=f"{int(value[11:13])}.{value[14:16]}") if "T" in value else day
    return names.get(value, value) if field.endswith("_id") else value
