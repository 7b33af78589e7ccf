"""From where a field stands to its values: regular expression, template, map and the rest of a :class:`~harvesters.field_rules.Rule`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from itertools import zip_longest
from typing import TypeVar

from harvesters.field_rules import TEXT, Rule
from harvesters.field_words import LONG, SEVERAL, base_name

Values = dict[str, tuple[str, ...]]
"""Field or capture -> its values; never an empty tuple."""
_R = TypeVar("_R", bound=Rule)

_LONGEST = 100_000
"""Characters of one text that are looked at."""
_MOST_VALUES = 100
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_NAME = re.compile(r"\{(\w+)\}")


@dataclass(slots=True)
class Captures:
    """What templates may use: fields and captures so far, and the named groups of their regular expressions."""

    known: dict[str, str] = field(default_factory=dict)
    values: Values = field(default_factory=dict)

    def read(self, rules: Mapping[str, _R], find: Callable[[_R], Sequence[str] | None]) -> None:
        """Add what the rules give, in order. ``find`` gives the texts that stand where a rule points to, ``None`` where it points nowhere
        (a template or a constant).
        """
        for key, rule in rules.items():
            values = _values(base_name(key), rule, find(rule), self.known)
            if values:
                self.values[key] = values
                self.known[base_name(key)] = values[0]

    def later(self) -> Captures:
        """A copy for what stands deeper."""
        return Captures(known=dict(self.known), values=dict(self.values))


def _values(name: str, rule: Rule, texts: Sequence[str] | None, known: dict[str, str]) -> tuple[str, ...]:
    """All values of one field; named groups are added to ``known``."""
    found = [value for text in _sources(rule, texts, known) for value in _cut(rule, text, known)]
    if name not in LONG and not rule.html:
        found = [" ".join(value.split()) for value in found]
    found = [_mapped(rule, value.strip()) for value in found]
    if rule.template and texts is not None:
        found = [filled(rule.template, {**known, TEXT: value}) if value else "" for value in found]
    found = [divided for value in found if (divided := _divided(rule, value))]
    if rule.join is not None and found:
        found = [rule.join.join(found)]
    found = list(dict.fromkeys(found))[: _MOST_VALUES if name in SEVERAL else 1]
    return tuple(found) or ((rule.default,) if rule.default else ())


def _sources(rule: Rule, texts: Sequence[str] | None, known: Mapping[str, str]) -> list[str]:
    """The texts to work on."""
    if rule.value is not None:
        return [rule.value]
    if texts is None:
        return [filled(rule.template, known)] if rule.template else []
    return [text[:_LONGEST] for text in texts[:_MOST_VALUES]]


def _cut(rule: Rule, text: str, known: dict[str, str]) -> list[str]:
    """The part that is meant, cut into values."""
    for pattern, instead in rule.replace.items():
        text = re.sub(pattern, instead, text)
    if rule.regex:
        found = re.search(rule.regex, text)
        if found is None:
            return []
        known |= {name: " ".join((value or "").split()) for name, value in found.groupdict().items()}
        text = next(filter(None, found.groups()), "") if found.re.groups else found[0]
    return re.split(rule.split, text) if rule.split else [text]


def filled(template: str, known: Mapping[str, str]) -> str:
    """The template with its names filled in; ``""`` when one outside of brackets is empty, and a part in brackets without its names."""
    pieces = _OPTIONAL.split(template)
    fixed = [_names(piece, known) for piece in pieces[::2]]
    if None in fixed:
        return ""
    optional = [_names(piece, known) or "" for piece in pieces[1::2]]
    return "".join(piece or "" for pair in zip_longest(fixed, optional) for piece in pair)


def _names(text: str, known: Mapping[str, str]) -> str | None:
    """The text with names filled in, ``None`` when one is empty."""
    if any(not known.get(name) for name in _NAME.findall(text)):
        return None
    return _NAME.sub(lambda name: known[name[1]], text)


def _mapped(rule: Rule, value: str) -> str:
    """Our word for the publisher's, without regard to case."""
    if not rule.map or not value:
        return value
    words = {" ".join(word.split()).casefold(): ours for word, ours in rule.map.items()}
    return words.get(" ".join(value.split()).casefold(), words.get("*", value))


def _divided(rule: Rule, value: str) -> str:
    """A number divided, with two decimals at most where they say something; any other text as it is."""
    if rule.divide == 1:
        return value
    try:
        number = (Decimal(value.replace(",", ".").replace(" ", "")) / rule.divide).quantize(Decimal("0.01"))
    except InvalidOperation:
        return value
    return str(number.to_integral_value() if number == number.to_integral_value() else number)
