"""The forms in which a name of a place stands in running Finnish, Swedish and English, made from the name once and looked up after.

Forms are made generously: with and without consonant gradation (Torikulma, Torikulmassa; Asukastupa, Asukastuvalla), with both local
cases. A form nobody uses does no harm, for it is only ever compared whole. Everything here works on ``folded`` text, in which ä is a and
ö is o, so vowel harmony needs no thought. Grammar: Iso suomen kielioppi, sections 41-43 (gradation) and 81-93 (cases).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

_VOWELS = "aeiouy"
_AT = ("ssa", "lla")
"""Endings that say where something is."""
_AROUND = ("sta", "lta", "lle")
"""Endings of leaving and arriving; the fifth, the illative, hangs on the stem."""
_WEAK = {
    "kk": "k", "pp": "p", "tt": "t", "nk": "ng", "nt": "nn", "lt": "ll", "rt": "rr", "mp": "mm",
    "lk": "l", "rk": "r", "hk": "h", "ht": "hd", "lp": "lv", "rp": "rv",
}  # fmt: skip
_WEAK_ALONE = {"k": "", "p": "v", "t": "d"}
_STRONG = {"ng": "nk", "nn": "nt", "ll": "lt", "rr": "rt", "mm": "mp", "hd": "ht", "lj": "lk", "rj": "rk", "lv": "lp", "rv": "rp"}
_STRONG_ALONE = {"d": "t", "v": "p", "k": "kk", "p": "pp", "t": "tt"}
_I_TO_E = ("maki", "niemi", "lahti", "salmi", "koski", "jarvi", "joki", "saari", "lehti", "suomi", "lampi", "kivi", "meri", "hovi", "tammi")
"""Ends of names whose i becomes e (mäki, mäellä)."""
_SWEDISH_ENDS = ("en", "et")
_DOUBLED = frozenset("mn")
"""Consonants that are doubled before the Swedish article (hem, hemmet)."""
_PREPOSITIONS = (
    *("at the ", "in the ", "at ", "in ", "i ", "pa ", "vid ", "hos ", "the ", "paikka ", "paikkana ", "plats ", "venue ", "location "),
    *("where ", "missa ", "var ", "osoite ", "adress ", "address "),
)


@lru_cache(maxsize=8192)
def located(name: str) -> frozenset[str]:
    """The folded name in every form that says where, whence or whither: inflected, or with the article Swedish puts behind."""
    return frozenset((*_inflected(name, static=True), *_inflected(name, static=False), *_definite(name)))


@lru_cache(maxsize=8192)
def standing(name: str) -> frozenset[str]:
    """The folded name in the forms that say only where something is: ``Torikulmassa``, never ``Torikulmaan`` or ``Torikulmasta``."""
    return frozenset(_inflected(name, static=True))


@lru_cache(maxsize=8192)
def genitives(name: str) -> frozenset[str]:
    """The folded name as the owner of a room: ``koulun`` (sali), ``skolans`` (sal), ``library s`` (hall)."""
    head, last = _split(name)
    forms = {stem + "n" for stem in _stems(last)} | {last + "s", last + " s"} | {form + "s" for form in _definite(last)}
    return frozenset(head + form for form in forms)


@lru_cache(maxsize=8192)
def without_preposition(text: str) -> str:
    """The folded text without ``på``, ``at the``, ``paikka`` and the like before it."""
    for word in _PREPOSITIONS:
        if text.startswith(word) and len(text) > len(word) + 2:
            return text[len(word) :]
    return text


def _split(name: str) -> tuple[str, str]:
    """What stands before the last word, with its space, and the last word."""
    head, space, last = name.rpartition(" ")
    return head + space, last


def _inflected(name: str, *, static: bool) -> set[str]:
    """The last word inflected, and an adjective before it with it (Vanhassa kirkossa); a genitive before it stays (Kerimäen)."""
    if not name:
        return set()
    head, last = _split(name)
    forms = {head + form for form in _cases(last, static=static)}
    first, space, rest = head.strip().partition(" ")
    if first and not rest and not space and not first.endswith("n"):
        endings = _AT if static else _AROUND
        forms |= {f"{one}{end} {two}{end}" for end in endings for one in _stems(first) for two in _stems(last)}
    return forms


def _cases(word: str, *, static: bool) -> set[str]:
    """One word in its local cases."""
    colon = {f"{word} {end}" for end in (_AT if static else (*_AROUND, "n", "on", "hin"))} if len(word) <= 4 else set()  # noqa: PLR2004 - VPK:lla
    if static:
        return colon | {stem + end for stem in _stems(word) for end in _AT}
    return colon | {stem + end for stem in _stems(word) for end in _AROUND} | _illatives(word)


def _illatives(word: str) -> set[str]:
    """Whither: kirkkoon, saliin, huoneeseen, keskukseen, maahan."""
    found = set()
    for stem in _full_stems(word):
        last = stem[-1:]
        long = stem[-2:-1] == last
        found.add(stem + ("seen" if long else last + "n"))
        if long or stem[-2:] in {"ie", "uo", "yo"}:
            found.add(f"{stem}h{last}n")
    return found


@lru_cache(maxsize=8192)
def _stems(word: str) -> frozenset[str]:
    """Stems before ssa, lla and the like, in the weak grade and as it stands."""
    full = _full_stems(word)
    return frozenset(form for stem in full for form in (stem, _weakened(stem)))


def _full_stems(word: str) -> tuple[str, ...]:
    """The word's stem in the strong grade, ending in a vowel; several where the word alone does not tell."""
    if word.endswith("nen"):
        return (word[:-3] + "se",)
    if word.endswith(("us", "ys", "os", "is")):
        return (word[:-1] + "kse", word + "i", *_lengthened(word[:-1]))
    if word.endswith("as"):
        return (*_lengthened(word[:-1]), word + "i")
    if word.endswith("e"):
        return (*_lengthened(word), word)
    if word.endswith("i"):
        return (word, word[:-1] + "e") if word.endswith(_I_TO_E) else (word,)
    return (word,) if word[-1:] in _VOWELS else (word + "i",)


def _lengthened(stem: str) -> tuple[str, ...]:
    """A stem whose last vowel grows long and whose consonant grows strong before it: hylje, hylkee; tehda, tehtaa."""
    long = stem + stem[-1]
    at = _onset(stem)
    before, cluster = stem[:at], stem[at:-1]
    strong = _STRONG.get(cluster[-2:])
    if strong:
        return (long, f"{before}{cluster[:-2]}{strong}{stem[-1] * 2}")
    alone = _STRONG_ALONE.get(cluster)
    return (long, f"{before}{alone}{stem[-1] * 2}") if alone else (long,)


def _onset(stem: str) -> int:
    """Where the consonants before the last vowel begin."""
    at = len(stem) - 1
    while at > 0 and stem[at - 1] not in _VOWELS:
        at -= 1
    return at


def _weakened(stem: str) -> str:
    """The stem in the weak grade: kirkko, kirko; tupa, tuva; maki, mae."""
    at = _onset(stem)
    before, cluster, vowel = stem[:at], stem[at:-1], stem[-1:]
    if not cluster or not before or vowel not in _VOWELS:
        return stem
    if (weak := _WEAK.get(cluster[-2:])) is not None and len(cluster) > 1:
        return f"{before}{cluster[:-2]}{weak}{vowel}"
    if len(cluster) == 1 and (weak := _WEAK_ALONE.get(cluster)) is not None:
        return f"{before}{weak}{vowel}"
    return stem


def _definite(name: str) -> Iterable[str]:
    """A Swedish name with the article behind its last word: bibliotek, biblioteket; skola, skolan; hem, hemmet."""
    if name[-1:] in _VOWELS:
        return (name + "n",) if name[-1] == "a" else (name + "t",) if name[-1] == "e" else ()
    doubled = name + name[-1:] if name[-1:] in _DOUBLED else ""
    return tuple(stem + end for stem in (name, doubled) if stem for end in _SWEDISH_ENDS)
