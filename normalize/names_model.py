"""What is known of an event's name once it was read, and what comparing two names gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from normalize.model import Frozen, Language

ContradictionKind = Literal["number", "audience", "performer", "team", "language_group", "level"]
Kind = Literal["c", "m", "f", "p", "r", "a", "l", "o", "g", "w", "d"]
"""What a word is to a name, one letter, for a name is kept with every listing.

``c`` what it is about, ``m`` the same in a word that many names have (Christmas, winter), ``f`` what form it takes (concert, club),
``p`` a proper name, ``r`` a word nobody knows, ``a`` for whom, ``l`` which level, ``o`` where or whose it is by a name nobody knows,
``g`` a word of little weight (evening, event), ``w`` where or who (church, a place of the region), ``d`` when (Tuesday, May)."""


class Name(Frozen):
    """A name as it is compared: small, and the same whatever its case, decoration and order of remarks."""

    language: Language
    text: str
    """The name as it stands, composed, without pictures and decoration; at most 300 characters."""
    words: tuple[str, ...] = ()
    """Normal forms, each once, in their order: the key of a concept (``joulu`` for jul and Christmas; ``markkinat/messut`` where a word may
    be two) or, of a word that no table has, its stem behind an equals sign (``=punkaharju``). Compounds are taken apart."""
    kinds: str = ""
    """A letter for each of ``words`` (``Kind``)."""
    shown: tuple[str, ...] = ()
    """The piece of the text each of ``words`` was read from, in small letters without accents."""
    numbers: tuple[str, ...] = ()
    """Role and value (``age:3-6``, ``grade:1-2``, ``class:u12``, ``code:210134``, ``year:2026``, ``no:2``), sorted."""
    audience: tuple[str, ...] = ()
    """For whom the name says it is (``babies``, ``seniors``, ``women`` ...), sorted."""
    level: str = ""
    """``beginner``, ``intermediate``, ``advanced`` (continuation) or ``deepening``, two with a slash between; empty where none is told."""
    spoken: tuple[str, ...] = ()
    """Languages the name says it is held in ("suomeksi", "på svenska"), sorted."""
    teams: tuple[str, ...] = ()
    """Stems of the two sides of a match, sorted."""
    is_cut: bool = False
    """True where the name ends in the middle ("Ensiapukurssi aikui...")."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Where two names say different things of one matter; ``a`` and ``b`` are what they say."""

    kind: ContradictionKind
    a: str
    b: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLikeness:
    """How alike two names are."""

    likeness: float
    """0 to 1, both inclusive; 1 for equal names, contradictions already counted in."""
    is_translated: bool = False
    """True where words were found to be the same only by their meaning in two languages."""
    shared: tuple[str, ...] = ()
    """What both have, in the words of the first, in their order."""
    contradictions: tuple[Contradiction, ...] = ()
    is_open: bool = False
    """True for names in two languages of which no known word stands against a known word: what is left may mean the same."""
    weight: float = 0.0
    """How telling the shared words are: 0.25 for a club, 1 for a word that says what it is, 2 and more for several of them."""


UNLIKE = NameLikeness(likeness=0.0)
