"""What figures say in a name: ages, school grades, classes of players, codes, years, parts; dates and times are no part of it."""

from __future__ import annotations

import re
from typing import NamedTuple

_DASH = r"\s?-\s?"
_WEEKDAY = r"(?:(?:ma|ti|ke|to|pe|la|su|mån|tis|ons|tors?|fre|lör|sön|mon|tue|wed|thu|fri|sat|sun)\.?,?\s(?:den\s)?)"
_MONTHS = (
    r"(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuu(?:ta|n|ssa)?"
    r"|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|january|february|march|may|june|july|august|october"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|okt)\b\.?"
)
_CLOCK = r"\d{1,2}(?:[.:]\d{2})?"
_TIMES = re.compile(
    rf"""
      \b(?:klo|kello|kl)\.?\s?{_CLOCK}(?:{_DASH}{_CLOCK})?(?!\d)
    | \b(?:at\s)?{_CLOCK}\s?(?:[ap]\.?m\b\.?)?{_DASH}{_CLOCK}\s?[ap]\.?m\b\.?
    | \b(?:at\s|@\s?)?\d{{1,2}}(?::\d\d)?\s?[ap]\.?m\b\.?
    | \b{_WEEKDAY}?\d{{1,2}}\.\s?(?:\d{{1,2}}\.)?{_DASH}{_WEEKDAY}?\d{{1,2}}\.\s?\d{{1,2}}\.(?:\s?(?:19|20)\d\d)?(?!\d)
    | \b{_WEEKDAY}?\d{{1,2}}\.\s?\d{{1,2}}\.(?:\s?(?:19|20)\d\d)?(?![\d-])
    | \b(?:19|20)\d\d-\d\d-\d\d(?:[T\s]\d\d:\d\d(?::\d\d)?)?
    | \b\d{{1,2}}[:.]\d{{2}}(?:{_DASH}\d{{1,2}}[:.]\d{{2}})?(?![\d.])
    | \b\d{{1,2}}/\d{{1,2}}/(?:19|20)?\d\d\b
    | \b{_WEEKDAY}?\d{{1,2}}(?:\.|st|nd|rd|th)?(?:{_DASH}\d{{1,2}}\.?)?\s(?:of\s)?(?:{_MONTHS})(?:,?\s(?:19|20)\d\d)?\b
    | \b(?:{_MONTHS})\s\d{{1,2}}(?:st|nd|rd|th)?(?:{_DASH}\d{{1,2}})?(?:,?\s(?:19|20)\d\d)?\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MONEY = re.compile(r"\b\d{1,4}(?:[.,]\d\d?)?\s?(?:€|e\b|euroa?\b|eur\b|euros?\b)|[€$]\s?\d+(?:[.,]\d\d)?", re.IGNORECASE)
_YEARS = r"(?:v\b\.?|vee\b|vuotia\w*|vuoti\w*|år\w*|years?\b(?:[\s-]old\w*)?|yrs?\b\.?|yo\b|-?åring\w*|лет|года?)"
_MONTHS_OLD = r"(?:kk\b|kuukauti\w*|kuukautta|mån\w*|months?\b(?:[\s-]old\w*)?|mo\b)"
_AGE = re.compile(
    rf"""
      \b(?:ages?\s|aged\s)?(?P<low>\d{{1,2}}){_DASH}(?P<high>\d{{1,3}})\s?-?\s?(?:{_YEARS}|(?P<months>{_MONTHS_OLD}))
    | \b(?:ages?|aged|för)\s(?P<low2>\d{{1,2}}){_DASH}(?P<high2>\d{{1,2}})\b(?:\s?-?\s?{_YEARS})?
    | (?:\b(?:yli|over|över|från)\s(?P<over>\d{{1,2}})(?:\s?-?\s?{_YEARS})?|(?P<plus>\b\d{{1,2}})\s?\+
        |\+\s?(?P<plus2>[5-9]\d)\b|\bk\s?-?\s?(?P<limit>1[2568])\b)
    | \b(?:alle|under)\s(?P<under>\d{{1,2}})(?:\s?-?\s?{_YEARS})
    | \b(?P<one>\d{{1,2}})\s?-?\s?(?:vuotia\w*|v\b(?!\.?\s?\d)|-?åring\w*|years?[\s-]olds?\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_GRADE = re.compile(
    rf"""
      \b(?P<low>\d)\.?(?:{_DASH}(?P<high>\d)\.?)?\s?-?\s?(?:lk\b|luok(?:k\w+|a\w*)|-?luokkala\w+|klass\w*|klassare\b)
    | \b(?:lk|luok\w+|åk|årskurs\w*|årskurserna|klass|grades?|years?)\.?\s(?P<low2>\d)\.?(?:{_DASH}(?P<high2>\d)\b)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CLASS = re.compile(r"\b([UPTFJ])\s?-?(\d{1,2}(?:/\d{1,2}|-\d{1,2})?|(?:19|20)\d\d)\b")
_CEFR = re.compile(r"\b([ABC][12])(?:\.\d)?\b(?:\s?-\s?([ABC][12])(?:\.\d)?\b)?")
_CODE = re.compile(
    r"[(#\[]?\b(?=[A-Z\d.-]*\d{3})(?:[A-Z]{0,6}[-.]?\d{5,}(?:[-.][A-Z\d]+)*|[A-Z]{1,6}-?\d{3,}[A-Z\d-]*|\d{2,}-\d{3,})\b[)\]]?"
)
_YEAR = re.compile(r"\b((?:19|20)\d\d)(?:\s?[-/]\s?((?:19|20)?\d\d))?\b(?!\s?-?luku)")
_PART_WORD = (
    r"(?:osa|osio|jakso|kerta|tapaaminen|luento|kurssi|taso|ryhmä|moduuli|viikko|kierros|nro|numero|erä|vuoro|del|avsnitt|gång|grupp|nivå"
    r"|modul|vecka|nr|part|pt|episode|session|class|level|group|module|week|round|no|number|vol|volume|day|päivä|dag|tunti|åsnitt|часть|урок|osa)"
)
_PART = re.compile(rf"\b{_PART_WORD}\b\.?:?\s?#?(\d{{1,3}}|[IVX]{{1,5}}|[A-F])\b(?:\s?(?:/|of|av)\s?\d{{1,2}})?", re.IGNORECASE)
_PART_AFTER = re.compile(rf"\b(\d{{1,3}})(?:\.|:a|:e|st|nd|rd|th)\s?{_PART_WORD}\b", re.IGNORECASE)
_OF = re.compile(r"\b(\d{1,2})\s?/\s?\d{1,2}\b")
_UNIT = re.compile(r"\b(\d{1,4})\s?(km|m|h|min|op|sp)\b", re.IGNORECASE)
_ACRONYM = re.compile(r"\b([A-ZÅÄÖ]{2,3})\s?-?(\d)\b")
_ORDINAL = re.compile(r"\b(\d{1,4})(?:st|nd|rd|th|:a|:e|:s)?\b")
_ROMAN = re.compile(r"(?<=\S\s)(?:II|III|IV|VI{0,3}|IX|X|I(?=\s*$|\s?[-:,(]))(?=\W|$)")
_ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_HAS_ROMAN = re.compile(r"\s[IVX]+\b")
_LETTERED = re.compile(rf"\b{_PART_WORD}\.?\s([A-F])\b", re.IGNORECASE)


_DIGIT = re.compile(r"\d")
_HAS_LETTER = re.compile(r"\s[A-F](?!\w)")


class Figures(NamedTuple):
    """A name without its figures, and what they say as ``role:value``."""

    text: str
    numbers: tuple[str, ...]


def figures_of(text: str) -> Figures:
    """Take the figures out of a name; times, dates and prices are dropped, an acronym before a figure stays (``EA1``: ``EA``)."""
    if not _DIGIT.search(text):
        return _without_digits(text)
    found: set[str] = set()
    text = _MONEY.sub(" ", _TIMES.sub(" ", text))
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            found.update(read(match))
        text = pattern.sub(" ", text)
    for match in _ACRONYM.finditer(text):
        found.add(f"no:{match[2]}")
    text = _ACRONYM.sub(r"\1 ", text)
    rest = _without_digits(text)
    found.update(rest.numbers)
    found.update(f"no:{int(match[1])}" for match in _ORDINAL.finditer(rest.text))
    return Figures(_ORDINAL.sub(" ", rest.text), tuple(sorted(found)))


def _without_digits(text: str) -> Figures:
    """Roman figures and letters of groups ("Yhteislaulu II", "ryhmä B")."""
    found: set[str] = set()
    if _HAS_LETTER.search(text):
        found = {f"no:{match[1].lower()}" for match in _LETTERED.finditer(text)}
        text = _LETTERED.sub(" ", text)
    if _HAS_ROMAN.search(text):
        found |= {f"no:{_number(match[1])}" for match in _PART.finditer(text)}
        text = _PART.sub(" ", text)
        found |= {f"no:{_number(match[0])}" for match in _ROMAN.finditer(text)}
        text = _ROMAN.sub(" ", text)
    return Figures(text, tuple(sorted(found)))


def _number(written: str) -> str:
    """A figure, a Roman figure or a letter as one value."""
    low = written.lower()
    return str(_ROMANS[low]) if low in _ROMANS else str(int(low)) if low.isdigit() else low


def _age(match: re.Match[str]) -> list[str]:
    """``age:3-6``; ``age:65-`` and upwards; months are ages of 0 to 2 years."""
    found = match.groupdict()
    if found["months"]:
        return [f"months:{int(found['low'])}-{int(found['high'])}"]
    low, high = found["low"] or found["low2"], found["high"] or found["high2"]
    if low:
        return [f"age:{int(low)}-{int(high)}"]
    if found["under"]:
        return [f"age:0-{int(found['under']) - 1}"]
    if found["one"]:
        return [f"age:{int(found['one'])}-{int(found['one'])}"]
    return [f"age:{int(found['over'] or found['plus'] or found['plus2'] or found['limit'])}-"]


def _grade(match: re.Match[str]) -> list[str]:
    """``grade:3-6``."""
    low, high = match["low"] or match["low2"], match["high"] or match["high2"]
    return [f"grade:{low}-{high or low}"]


def _year(match: re.Match[str]) -> list[str]:
    """``year:2026``; a season of two years is its first."""
    return [f"year:{match[1]}"]


_READERS = (
    (_CODE, lambda match: [f"code:{match[0].strip('()[]#').lower()}"]),
    (_AGE, _age),
    (_GRADE, _grade),
    (_CLASS, lambda match: [f"class:{match[1].lower()}{match[2]}"]),
    (_CEFR, lambda match: [f"cefr:{match[1].lower()}"]),
    (_YEAR, _year),
    (_PART, lambda match: [f"no:{_number(match[1])}"]),
    (_PART_AFTER, lambda match: [f"no:{int(match[1])}"]),
    (_UNIT, lambda match: [f"{match[2].lower()}:{match[1]}"]),
    (_OF, lambda match: [f"no:{int(match[1])}"]),
)
"""In this order: what was read is taken out before the next looks."""


def ages(number: str) -> tuple[int, int]:
    """First and last of an ``age``, a ``grade`` or ``months``, both inclusive; an open end is 130."""
    low, _, high = number.partition(":")[2].partition("-")
    return int(low), int(high) if high else 130
