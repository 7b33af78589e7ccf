"""The words of time as one lexicon a language: what each word of a text may mean.

A word means one or more *senses*, kind -> value:

``weekday`` 0 Monday to 6 Sunday, with ``form``: ``plain`` (ma, maanantai), ``on`` (maanantaina: one day), ``every`` (maanantaisin), ``of``,
``from``, ``to``; ``short`` for an abbreviation, which counts only in company.
``month`` 1 to 12, with ``form``: ``plain``, ``of`` (joulukuuta), ``in`` (joulukuussa), ``from``, ``to``.
``clock`` klo, kl · ``and``, ``or`` · ``from``, ``until``, ``by``, ``begins``, ``ends``, ``open_ended`` · ``except``
``every``, ``interval`` (2: every other), ``weekly``, ``vague`` (kerran kuussa) · ``week``, ``parity`` · ``month_unit``,
``ordinal`` (-1: last)
``daily``, ``workdays``, ``weekends`` · ``times``, ``unit`` · ``relative`` (days from the reference), ``next``, ``coming``, ``last``
``holiday`` · ``school_holidays``, ``public_holidays`` · ``season``, ``season_word``
``hours`` (avoinna) · ``enrol``, ``stamp``, ``office``, ``history``: what their sentence tells is not when the thing takes place
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import ModuleType

from normalize import phrase_words_en, phrase_words_fi, phrase_words_se, phrase_words_sv

Senses = Mapping[str, int | str]

LANGUAGES = ("fi", "sv", "en", "se")
_MODULES: dict[str, ModuleType] = {
    "fi": phrase_words_fi, "sv": phrase_words_sv, "en": phrase_words_en, "se": phrase_words_se,
}  # fmt: skip
_LONG = 5
"""Letters from which a weekday or month is told in every language, whatever the text's own."""
_TINY = 2
_FUZZY = 7
"""Letters from which one slip of the pen is forgiven."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language."""

    runs: Mapping[str, tuple[tuple[tuple[str, ...], Senses], ...]]
    """First word -> runs of words that begin with it, the longest first."""
    patterns: tuple[tuple[re.Pattern[str], Senses], ...]
    days: Mapping[str, Senses]
    """Weekdays and months in every form."""


@lru_cache(maxsize=8)
def lexicon(language: str) -> Lexicon:
    """The lexicon of ``fi``, ``sv``, ``en`` or ``se``; another language is read with the Finnish one."""
    module = _MODULES.get(language, phrase_words_fi)
    senses: dict[tuple[str, ...], dict[str, int | str]] = {}
    for key, words in module.MARKS.items():
        kind, _, value = key.partition(":")
        for word in words.split():
            senses.setdefault(_run(word), {})[kind] = int(value) if value.lstrip("-").isdecimal() else value
    for name, words in module.HOLIDAYS.items():
        for number, word in enumerate(words.split()):
            senses.setdefault(_run(word), {}).update({"holiday": name, "first": int(number == 0)})
    runs: dict[str, list[tuple[tuple[str, ...], Senses]]] = {}
    for run in sorted(senses, key=len, reverse=True):
        runs.setdefault(run[0], []).append((run, senses[run]))
    patterns = tuple((re.compile(shape), {kind.partition(":")[0]: kind.partition(":")[2]}) for shape, kind in module.PATTERNS)
    return Lexicon({first: tuple(found) for first, found in runs.items()}, patterns, _days(language))


def _run(word: str) -> tuple[str, ...]:
    """``loma-aikoina`` as the tokens it is made of."""
    return tuple(piece.rstrip("'") for piece in re.findall(r"[^\s_.:-]+|-", word))


def _days(language: str) -> dict[str, Senses]:
    """The language's own weekdays and months before the long ones of the others."""
    found: dict[str, Senses] = {}
    for other in (language, *(name for name in LANGUAGES if name != language)):
        for word, senses in _BUILDERS.get(other, _finnish)().items():
            if other == language or (len(word) >= _LONG and "short" not in senses):
                found.setdefault(word, senses)
    return found


def _weekdays(names: tuple[str, ...], cases: Mapping[str, str], short: Mapping[str, int]) -> dict[str, Senses]:
    """Every weekday in every case, and the abbreviations."""
    found: dict[str, Senses] = {}
    for number, name in enumerate(names):
        for ending, form in cases.items():
            found[name + ending] = {"weekday": number, "form": form}
    for word, number in short.items():
        found.setdefault(word, {"weekday": number, "form": "plain", "short": 1})
    return found


@lru_cache(maxsize=1)
def _finnish() -> dict[str, Senses]:
    """Finnish: keskiviikko loses a k before n, t and sta; perjantai-iltana is written with a hyphen."""
    module = phrase_words_fi
    found = _weekdays(module.WEEKDAYS, module.CASES, module.SHORT_WEEKDAYS)
    for word, senses in list(found.items()):
        if word.startswith("keskiviikko"):
            found[word.replace("keskiviikko", "keskiviiko", 1)] = senses
            if word.endswith("isin"):
                found["keskiviikkosin"] = senses
    for number, name in enumerate(module.MONTHS, 1):
        for ending, form in module.MONTH_CASES.items():
            found[f"{name}kuu{ending}"] = {"month": number, "form": form}
        found[f"{name}k"] = {"month": number, "form": "of"}
    return found


@lru_cache(maxsize=1)
def _swedish() -> dict[str, Senses]:
    """Swedish, with the months' short names."""
    module = phrase_words_sv
    found = _weekdays(module.WEEKDAYS, module.CASES, module.SHORT_WEEKDAYS)
    return found | _months(module.MONTHS, module.SHORT_MONTHS)


@lru_cache(maxsize=1)
def _english() -> dict[str, Senses]:
    """English, with the months' short names."""
    module = phrase_words_en
    found = _weekdays(module.WEEKDAYS, module.CASES, module.SHORT_WEEKDAYS)
    return found | _months(module.MONTHS, module.SHORT_MONTHS)


@lru_cache(maxsize=1)
def _sami() -> dict[str, Senses]:
    """Northern Sámi: months are written mánnu, in dates mánu."""
    module = phrase_words_se
    found = _weekdays(module.WEEKDAYS, {"": "plain"}, module.SHORT_WEEKDAYS)
    found |= {word: {"weekday": number, "form": "plain"} for word, number in module.MORE_WEEKDAYS.items()}
    found |= {word: {"weekday": number, "form": "every"} for word, number in module.EVERY_WEEKDAYS.items()}
    for number, name in enumerate(module.MONTHS, 1):
        found |= {f"{name}{ending}": {"month": number, "form": "of"} for ending in ("mánu", "mannu", "mánnu", "manu")}
        found[f"{name}mánus"] = {"month": number, "form": "in"}
    return found


_BUILDERS = {"fi": _finnish, "sv": _swedish, "en": _english, "se": _sami}


def _months(names: tuple[str, ...], short: Mapping[str, int]) -> dict[str, Senses]:
    """Months whose form does not tell the case."""
    found: dict[str, Senses] = {name: {"month": number, "form": "plain"} for number, name in enumerate(names, 1)}
    return found | {word: {"month": number, "form": "plain", "short": 1} for word, number in short.items()}


@lru_cache(maxsize=8)
def own_words(language: str) -> frozenset[str]:
    """The words of time that only this language has, by which a text betrays what it is written in: none of two letters but ``kl``."""
    others = (_spoken(other) | _BUILDERS[other]().keys() for other in LANGUAGES if other != language)
    return frozenset(word for word in _spoken(language).difference(*others) if len(word) > _TINY or word == "kl")


def _spoken(language: str) -> frozenset[str]:
    """Every word of a language's own tables that can open a run, and its weekdays and months."""
    days = {word for word, senses in _BUILDERS[language]().items() if "short" not in senses}
    return frozenset(days | {word for word in lexicon(language).runs if word.isalpha()})


@lru_cache(maxsize=8192)
def senses_of(word: str, language: str) -> Senses:
    """What a single folded word may mean; empty where it is no word of time. One slip in a long weekday or month is forgiven (``typo``)."""
    known = lexicon(language)
    if senses := known.days.get(word):
        return senses
    for shape, senses in known.patterns:
        if shape.fullmatch(word):
            return senses
    return _nearest(word, known.days) if len(word) >= _FUZZY else {}


def _nearest(word: str, known: Mapping[str, Senses]) -> Senses:
    """The senses of the only weekday or month that is one slip away; none where two different ones are."""
    near = [senses for name, senses in known.items() if len(name) >= _FUZZY and abs(len(name) - len(word)) <= 1 and one_slip(word, name)]
    first = near[0] if near else {}
    same = all((other.get("weekday"), other.get("month")) == (first.get("weekday"), first.get("month")) for other in near)
    return {**first, "typo": 1} if near and same else {}


def one_slip(word: str, name: str) -> bool:
    """True where the words differ by one letter more, less, changed or swapped with its neighbour."""
    if word == name:
        return True
    at = next((index for index, (one, other) in enumerate(zip(word, name, strict=False)) if one != other), min(len(word), len(name)))
    rest, other = word[at:], name[at:]
    swapped = rest[:2] == other[1::-1] and len(other) > 1 and rest[2:] == other[2:]
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:] or swapped
