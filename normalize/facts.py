"""What is read of a record's own words, and how: its texts, their sentences, and the evidence of every value.

Free text is dangerous: a notice speaks of coffee, of last year and of other evenings too. So a text is cut into sentences, a cheap look for
trigger words decides which of them are looked at, and a grammar is asked only where the sentence is surely about this event as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Literal

from normalize.model import Certainty, Evidence, Start
from normalize.phrase_lexemes import reading_language
from normalize.phrase_tokens import composed
from normalize.privacy import redact
from normalize.text import shortened

QUOTE_LIMIT = 80
"""Characters of the words a value was read from that are kept."""
MOST_TEXT = 8000
"""Characters of one text that are looked at: what is told later than that is no notice of terms."""
_LONGEST = 320
"""Characters of a sentence: a longer one is a tale, and says more than one thing."""
_SAME = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2009\u202f\u2007\t\r\u00ad\u200b*", " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u2019\u2018\u00b4`", "'"),
    }
)
_SHORT_WORDS = """
klo kl viim ilm anm esim ym yms mm ns puh tel alk sis inkl incl krt hlö henk lk vko vkot max min maks ma ti ke to pe la su må fr lö sö tis
tors fre lör sön n v vv s p nro nr os kpl opisk eläk norm k åk bl t ex mr mrs ms dr st vs e g i o m jr sr ca no jan feb mar apr jun jul aug
sep sept oct nov dec mon tue wed thu fri sat sun
"""
_SHORT = frozenset(_SHORT_WORDS.split())
"""What ends in a dot and no sentence with it, where something other than a new sentence may follow."""
_END = re.compile(r"(?<=[.!?…])[\"')\]”*]*\s+(?=[^\W\d_a-zåäö]|[\d€$(\"”•*\[])")
_AMOUNT = re.compile(r"\d\s?(?:e|eur|h|v|kpl|hlö|krt)\.[\"')\]”*]*\s*$", re.IGNORECASE)
"""A figure with its unit: before a capital letter its dot ends the sentence (``Hinta 10 e. Tervetuloa``)."""
_LAST_WORD = re.compile(r"([^\W_][^\W_.]*)\.[\"')\]”*]*\s*$")
_BULLETS = str.maketrans({"•": "\n", "|": "\n", "·": "\n"})

Kind = Literal["title", "field", "text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A text of the record in which facts may stand."""

    origin: str
    """The publisher's own name of the field: SUMMARY, DESCRIPTION, LOCATION, or a field's own name."""
    text: str
    """Plain text without personal data, a line a paragraph or item; of a title also the mark (``PERUTTU:``) that it is shown without."""
    language: str = "und"
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, item or line of a telling."""

    text: str
    low: str
    """The same in small letters, with one kind of dash and blank, without what ends it."""
    telling: Telling
    index: int
    """The how many-th of its telling, from 0."""

    @property
    def is_title(self) -> bool:
        """True for the name itself."""
        return self.telling.kind == "title"

    def evidence(self, name: str, value: str, rule: str, certainty: Certainty = "read") -> Evidence:
        """Why a value of the field ``name`` was read from here."""
        return Evidence(field=name, value=value, origin=self.telling.origin, rule=rule, quote=quoted(self.text), certainty=certainty)


def evidence_of(name: str, value: str, origin: str, rule: str, quote: str = "") -> Evidence:
    """Why one value that a field of its own declares is what it is."""
    return Evidence(field=name, value=value, origin=origin, rule=rule, quote=quoted(quote), certainty="declared")


def quoted(text: str) -> str:
    """The beginning of the words, without personal data."""
    return shortened(redact(" ".join(text[: 4 * QUOTE_LIMIT].split())).text, QUOTE_LIMIT)


def low_of(text: str) -> str:
    """The text in small letters, with one kind of dash, blank and apostrophe."""
    return (text.replace("*", " ") if text.isascii() else text.translate(_SAME)).lower()


def spoken(text: str, language: str) -> str:
    """The language that a grammar reads a text in: the one told, else the one whose words it plainly speaks, Finnish first."""
    return language if language in _READ else reading_language(composed(text), "fi")


_READ = frozenset({"fi", "sv", "en", "se"})


class Finder:
    """Finds which of many words (small letters) stand in a text, by their first three letters, all at once."""

    def __init__(self, *groups: Iterable[str]) -> None:
        words = dict.fromkeys(word for group in groups for word in group)
        self._short = tuple(word for word in words if len(word) < _GRAM)
        self._by_gram: dict[str, list[str]] = {}
        for word in words:
            if len(word) >= _GRAM:
                self._by_gram.setdefault(word[:_GRAM], []).append(word)
        self._grams = frozenset(self._by_gram)
        self.looked = lru_cache(maxsize=1024)(self._look)
        """A text in small letters and the words that stand in it; remembered, for every date of a series says the same."""

    def _look(self, text: str) -> tuple[str, frozenset[str]]:
        low = low_of(text)
        return low, self.within(low)

    def within(self, low: str) -> frozenset[str]:
        """The words that stand in a text in small letters."""
        found = [word for word in self._short if word in low]
        for gram in self._grams & frozenset(map(low.__getitem__, _SLICES[: max(0, len(low) - _GRAM + 1)])):
            found += [word for word in self._by_gram[gram] if word in low]
        return frozenset(found)


_GRAM = 3
_SLICES = tuple(slice(at, at + _GRAM) for at in range(2 * MOST_TEXT))


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """What days without a year are read by."""

    zone: str
    """Of the clock on which times are told."""
    reference: date
    """The day the words were seen."""
    start: Start | None = None

    @property
    def day(self) -> date | None:
        """The day it begins."""
        return self.start.date() if isinstance(self.start, datetime) else self.start

    @property
    def first_day(self) -> date | None:
        """The day it begins, where that is still to come: nobody enrols for what has begun, except in one of its later weeks."""
        day = self.day
        return day if day is not None and day >= self.reference else None


@dataclass(slots=True)
class _Text:
    """One telling, with what is asked of it again and again."""

    telling: Telling
    present: frozenset[str]
    """The trigger words that stand in it."""
    sentences: list[Sentence] | None = None

    def cut(self) -> list[Sentence]:
        """Its sentences, cut once."""
        if self.sentences is None:
            pieces = _cut(self.telling.text[:MOST_TEXT], self.telling.kind == "title")
            self.sentences = [Sentence(piece, low, self.telling, index) for index, piece, low in pieces]
        return self.sentences


@lru_cache(maxsize=1024)
def _cut(text: str, is_whole: bool) -> tuple[tuple[int, str, str], ...]:  # noqa: FBT001 - part of what is remembered
    """The sentences of a text, each with its number and in small letters; remembered, for every date of a series says the same."""
    pieces = [text] if is_whole else pieces_of(text)
    return tuple((index, piece, " ".join(low_of(piece).split()).strip(_EDGE)) for index, piece in enumerate(pieces) if piece.strip())


_EDGE = " .!?…:;,-•|~"


class Read:
    """The tellings of one record, their sentences cut when first asked for, and what was read so far."""

    def __init__(self, tellings: Iterable[Telling], finder: Finder) -> None:
        """Titles first: what they say comes before what stands below."""
        ordered = sorted((one for one in tellings if one.text.strip()), key=lambda one: one.kind != "title")
        looked = [finder.looked(one.text[:MOST_TEXT]) for one in ordered]
        self._texts = [_Text(one, present) for one, (_, present) in zip(ordered, looked, strict=True)]
        self.title = " / ".join(low for one, (low, _) in zip(ordered, looked, strict=True) if one.kind == "title")
        """All the names in small letters."""
        self.evidence: list[Evidence] = []

    def sentences(self, triggers: frozenset[str], kinds: Container[Kind] = ("title", "text", "field")) -> Iterator[Sentence]:
        """The sentences in which one of the trigger words stands, titles first; nothing is cut where none does."""
        for one in self._texts:
            if one.telling.kind in kinds and (found := triggers & one.present):
                yield from (sentence for sentence in one.cut() if any(map(sentence.low.__contains__, found)))

    def titles(self) -> Iterator[Sentence]:
        """The names, each as one sentence."""
        for one in self._texts:
            if one.telling.kind == "title":
                yield from one.cut()

    def following(self, sentence: Sentence) -> str:
        """The sentence behind another one of the same telling, ``""`` where it is the last."""
        cut = next((one.cut() for one in self._texts if one.telling is sentence.telling), [])
        return next((other.text for other in cut if other.index > sentence.index), "")

    def told(self, evidence: Evidence) -> None:
        """Keep why a value is what it is."""
        self.evidence.append(evidence)


def _is_short(before: str, after: str) -> bool:
    """True where the dot ends a short word or a day's number and no sentence; ``after`` is the letter that follows."""
    last = _LAST_WORD.search(before)
    if last is None or (after.isupper() and _AMOUNT.search(before)):
        return False
    return last[1].lower() in _SHORT or (last[1].isdigit() and after.isdigit())


def pieces_of(text: str) -> list[str]:
    """The sentences of a text, in order, those too long to be a notice left out. ``Ilm. viim. 3.12. klo 12`` is one."""
    found: list[str] = []
    for line in text.translate(_BULLETS).split("\n"):
        begin = 0
        for end in _END.finditer(line):
            if _is_short(line[max(begin, end.start() - 14) : end.start()], line[end.end() : end.end() + 1]):
                continue
            found.append(line[begin : end.end()].strip())
            begin = end.end()
        found.append(line[begin:].strip())
    return [piece for piece in found if 0 < len(piece) <= _LONGEST]
