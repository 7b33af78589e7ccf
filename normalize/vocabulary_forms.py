"""The forms a word takes, as stems with the endings they may have: Finnish cases and changes of consonants, Swedish and English endings.

More forms than a grammar allows are taken rather than fewer: a form that nobody writes is never looked up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

Endings: TypeAlias = frozenset[str]
Stem: TypeAlias = tuple[str, Endings]
"""The beginning that does not change, and what may follow it."""

_VOWELS = "aeiouyäöå"
_WEAK = (
    ("nkk", "nk"), ("kk", "k"), ("pp", "p"), ("tt", "t"), ("nt", "nn"), ("nk", "ng"), ("mp", "mm"), ("lt", "ll"), ("rt", "rr"),
    ("lk", "l"), ("rk", "r"), ("lp", "lv"), ("rp", "rv"), ("hk", "h"), ("ht", "hd"), ("tk", "t"),
)  # fmt: skip
_SINGLE = {"t": "d", "p": "v", "k": ""}
ALONE: Endings = frozenset({""})
"""The word as it is written."""
_WHERE = frozenset(
    ["ssa", "ssä", "sta", "stä", "lla", "llä", "lle", "lta", "ltä", "aan", "een", "iin", "oon", "uun", "yyn", "ään", "öön", "hin", "seen"]
)
_WHERE_SINGULAR: Endings = _WHERE | frozenset(["an", "en", "in", "on", "un", "yn", "än", "ön"])
_WHERE_PLURAL: Endings = frozenset(
    f"i{ending}" for ending in ("ssa", "ssä", "sta", "stä", "lla", "llä", "lle", "lta", "ltä", "in", "hin", "siin")
)
_SINGULAR: Endings = _WHERE_SINGULAR | frozenset(["n", "ksi", "tta", "ttä", "a", "ä", "na", "nä", "ta", "tä", "kin", "ten"])
_NOMINATIVE: Endings = frozenset({"t"})
_PLURAL: Endings = _WHERE_PLURAL | frozenset(
    ["in", "iksi", "ina", "inä", "ia", "iä", "ita", "itä", "ien", "iden", "itten", "ja", "jä", "jen", "jaan", "jään"]
)
_SWEDISH: Endings = frozenset(
    ["s", "n", "en", "et", "t", "ns", "ens", "ets", "er", "ar", "or", "erna", "arna", "orna", "na", "ernas", "arnas", "ors"]
)
_SWEDISH_A: Endings = frozenset(["or", "orna", "ors", "as"])
_SWEDISH_SHORT: Endings = frozenset(["ar", "arna", "er", "na"])
_ENGLISH: Endings = frozenset({"s"})
_ENGLISH_HISSING: Endings = frozenset({"s", "es"})

KNOWN_ENDINGS: Endings = (
    ALONE | _SINGULAR | _NOMINATIVE | _PLURAL | _SWEDISH | _SWEDISH_A | _SWEDISH_SHORT | _ENGLISH_HISSING | frozenset({"ies"})
)
"""Every ending of every language."""
LONGEST_ENDING = max(map(len, KNOWN_ENDINGS))


def stems_of(word: str, language: str, mark: str = "") -> Iterator[Stem]:
    """The word's stems with their endings; a language without rules here has just the word.

    With the mark ``sg`` no plural is taken, with ``loc`` only the Finnish forms that tell where.
    """
    if mark == "loc":
        yield from _located(word)
        return
    yield word, ALONE
    if language == "fi":
        yield from _finnish(word, with_plural=mark != "sg")
    else:
        yield from _RULES.get(language, _unchanged)(word)


def _unchanged(_word: str) -> Iterator[Stem]:
    """No form but the word."""
    yield from ()


def _located(word: str) -> Iterator[Stem]:
    """The forms that tell in, from, into, at or to."""
    for stem in _bases(word):
        yield stem, _WHERE_SINGULAR
        yield from ((plural, _WHERE_PLURAL) for plural in _plurals(stem))


def _finnish(word: str, *, with_plural: bool) -> Iterator[Stem]:
    """Forms of a Finnish noun, adjective or infinitive."""
    for stem in _bases(word):
        yield stem, _SINGULAR
        if with_plural:
            yield stem, _NOMINATIVE
            yield from ((plural, _PLURAL) for plural in _plurals(stem))


def _bases(word: str) -> frozenset[str]:
    """What cases are added to, in the strong and the weak grade."""
    stems = {*_oblique(word)}
    if word[-1] in _VOWELS:
        stems.add(word)
    elif word.endswith("t"):
        stems |= {word[:-1], *_oblique(word[:-1])}
    stems |= {f"{stem[:-1]}" for stem in stems if stem.endswith("se")}
    return frozenset(stems | {weak(stem) for stem in stems})


def _oblique(word: str) -> Iterator[str]:
    """Stems of the words whose stem is not the word itself."""
    if word.endswith("nen"):
        yield f"{word[:-3]}se"
    elif word.endswith(("uus", "yys")):
        yield from (f"{word[:-1]}{end}" for end in ("de", "te", "t", "kse"))
    elif word.endswith(("us", "ys", "os", "is", "ös")):
        yield from (f"{word[:-1]}kse", word)
    elif word.endswith("e"):
        yield f"{word}e"
    elif word.endswith("i"):
        yield f"{word[:-1]}e"
    elif word[-1] not in f"{_VOWELS}t":
        yield f"{word}i"


def _plurals(stem: str) -> Iterator[str]:
    """What stands before the ``i`` or ``j`` of the plural."""
    if stem[-1] in "aäei":
        yield stem[:-1]
        yield f"{stem[:-1]}{'e' if stem[-1] in 'ie' else 'o' if stem[-1] == 'a' else 'ö'}"
    elif stem[-2:] in {"oo", "uu", "öö", "yy"}:
        yield stem[:-1]
    elif stem[-2:] in {"uo", "yö"}:
        yield f"{stem[:-2]}{stem[-1]}"
    elif stem[-1] in _VOWELS:
        yield stem


def weak(stem: str) -> str:
    """The stem with the last consonants in the weak grade (``jumppa``: ``jumpa``); as it is where nothing changes."""
    body = stem.rstrip(_VOWELS)
    vowels = stem[len(body) :]
    if not vowels or not body:
        return stem
    for strong, weakened in _WEAK:
        if body.endswith(strong):
            return f"{body[: -len(strong)]}{weakened}{vowels}"
    if body[-1] in _SINGLE and len(body) > 1 and body[-2] in _VOWELS:
        return f"{body[:-1]}{_SINGLE[body[-1]]}{vowels}"
    return stem


def _swedish(word: str) -> Iterator[Stem]:
    """A Swedish noun with the article and in the plural."""
    yield word, _SWEDISH
    if word.endswith("a"):
        yield word[:-1], _SWEDISH_A
    if word.endswith(("el", "er", "en")):
        yield f"{word[:-2]}{word[-1]}", _SWEDISH_SHORT


def _english(word: str) -> Iterator[Stem]:
    """An English noun in the plural."""
    yield word, _ENGLISH_HISSING if word.endswith(("s", "x", "z", "ch", "sh", "o")) else _ENGLISH
    if word.endswith("y"):
        yield word[:-1], frozenset({"ies"})


_RULES: Mapping[str, Callable[[str], Iterator[Stem]]] = MappingProxyType({"sv": _swedish, "en": _english})
