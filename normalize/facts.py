"""What is read of a record's own words, and how: its texts, their sentences, and the evidence of every value.

Free text is dangerous: a notice speaks of coffee, of last year and of other evenings too. So a text is cut into sentences, a cheap look for
trigger words decides which of them are looked at, and a grammar is asked only where the sentence is surely about this event as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache
from typing import Literal

from normalize.model import Certainty, Evidence, Start
from normalize.phrase_lexemes import reading_language
from normalize.phrase_tokens import composed
from normalize.privacy import redact
from normalize.stems import Stems
from normalize.text import shortened

QUOTE_LIMIT = 80
"""Characters of the words a value was read from that are kept."""
MOST_TEXT = 8000
"""Characters of one text that are looked at: what is told later than that is no notice of terms."""
_LONGEST = 320
"""Characters of a sentence: a longer one is a tale, and says more than one thing."""
_SAME = {
    **dict.fromkeys("\u00a0\u2009\u202f\u2007\t\r\u00ad\u200b*", " "),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u2019\u2018\u00b4`", "'"),
}
_OTHER = re.compile(f"[{re.escape(''.join(_SAME))}]")
"""What is written in one way. Few letters of a text are, so that looking for them is quicker than translating every one."""
_SHORT_WORDS = """
klo kl viim ilm anm esim ym yms mm ns puh tel alk sis inkl incl krt hlö henk lk vko vkot max min maks ma ti ke to pe la su må fr lö sö tis
tors fre lör sön n v vv s p nro nr os kpl opisk eläk norm k åk bl t ex mr mrs ms dr st vs e g i o m jr sr ca no jan feb mar apr jun jul aug
sep sept oct nov dec mon tue wed thu fri sat sun
"""
_SHORT = frozenset(_SHORT_WORDS.split())
"""What ends in a dot and no sentence with it, where something other than a new sentence may follow."""
_END = re.compile(r"[.!?…](?P<gap>[\"')\]”*]*\s+)(?=[^\W\d_a-zåäö]|[\d€$(\"”•*\[])")
_AMOUNT = re.compile(r"\d\s?(?:e|eur|h|v|kpl|hlö|krt)\.[\"')\]”*]*\s*$", re.IGNORECASE)
"""A figure with its unit: before a capital letter its dot ends the sentence (``Hinta 10 e. Tervetuloa``)."""
_LAST_WORD = re.compile(r"([^\W_][^\W_.]*)\.[\"')\]”*]*\s*$")
_BULLETS = ("•", "|", "·")

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


@lru_cache(maxsize=2048)
def quoted(text: str) -> str:
    """The beginning of the words, without personal data; remembered, for one sentence tells several values."""
    return shortened(redact(" ".join(text[: 4 * QUOTE_LIMIT].split())).text, QUOTE_LIMIT)


def low_of(text: str) -> str:
    """The text in small letters, with one kind of dash, blank and apostrophe."""
    return (text.replace("*", " ") if text.isascii() else _OTHER.sub(lambda found: _SAME[found[0]], text)).lower()


def spoken(text: str, language: str) -> str:
    """The language that a grammar reads a text in: the one told, else the one whose words it plainly speaks, Finnish first."""
    return language if language in _READ else reading_language(composed(text), "fi")


_READ = frozenset({"fi", "sv", "en", "se"})


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


class _Text:
    """One telling with its sentences, cut when first asked for, and what is asked of them again and again."""

    def __init__(self, telling: Telling, stems: Stems) -> None:
        self.telling = telling
        text = telling.text[:MOST_TEXT]
        self.low = low_of(text)
        self._present = stems.within(self.low)
        self._holding: dict[frozenset[str], tuple[Sentence, ...]] = {}

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, in order."""
        text = self.telling.text[:MOST_TEXT]
        pieces = [text] if self.telling.kind == "title" else pieces_of(text)
        return tuple(
            Sentence(piece, " ".join(low_of(piece).split()).strip(_EDGE), self.telling, index)
            for index, piece in enumerate(pieces)
            if piece.strip()
        )

    def holding(self, triggers: frozenset[str]) -> tuple[Sentence, ...]:
        """The sentences in which one of the trigger words stands; nothing is cut where none does."""
        if triggers not in self._holding:
            found = triggers & self._present
            self._holding[triggers] = tuple(one for one in self.sentences if any(map(one.low.__contains__, found))) if found else ()
        return self._holding[triggers]


class Finder:
    """Looks through tellings for trigger words; what it saw is remembered, for every date of a series says the same."""

    def __init__(self, *triggers: Iterable[str]) -> None:
        self._stems = Stems(*triggers)
        self.text = lru_cache(maxsize=4096)(self._text)
        """A telling looked through."""

    def _text(self, telling: Telling) -> _Text:
        return _Text(telling, self._stems)


_EDGE = " .!?…:;,-•|~"


class Read:
    """The tellings of one record, their sentences, and what was read so far."""

    def __init__(self, tellings: Iterable[Telling], finder: Finder) -> None:
        """Titles first: what they say comes before what stands below."""
        ordered = sorted((one for one in tellings if one.text.strip()), key=lambda one: one.kind != "title")
        self._texts = [finder.text(one) for one in ordered]
        self.title = " / ".join(one.low for one in self._texts if one.telling.kind == "title")
        """All the names in small letters."""
        self.evidence: list[Evidence] = []

    def sentences(self, triggers: frozenset[str], kinds: Container[Kind] = ("title", "text", "field")) -> Iterator[Sentence]:
        """The sentences in which one of the trigger words stands, titles first."""
        for one in self._texts:
            if one.telling.kind in kinds:
                yield from one.holding(triggers)

    def titles(self) -> Iterator[Sentence]:
        """The names, each as one sentence."""
        for one in self._texts:
            if one.telling.kind == "title":
                yield from one.sentences

    def following(self, sentence: Sentence) -> str:
        """The sentence behind another one of the same telling, ``""`` where it is the last."""
        cut = next((one.sentences for one in self._texts if one.telling == sentence.telling), ())
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
    for bullet in _BULLETS:
        text = text.replace(bullet, "\n")
    for line in text.split("\n"):
        begin = 0
        for end in _END.finditer(line):
            gap = end.start("gap")
            if _is_short(line[max(begin, gap - 14) : gap], line[end.end() : end.end() + 1]):
                continue
            found.append(line[begin : end.end()].strip())
            begin = end.end()
        found.append(line[begin:].strip())
    return [piece for piece in found if 0 < len(piece) <= _LONGEST]
