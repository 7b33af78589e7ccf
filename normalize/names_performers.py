"""Who performs, where a name says it by an ensemble and what it is called (Trio Kaarna): names of ensembles are translated by nobody."""

from __future__ import annotations

import re
from functools import lru_cache

from normalize.model import Language
from normalize.names_fold import fold_word, is_slip
from normalize.names_lexicon import parts_of
from normalize.names_stop import STOP

_ENSEMBLE = re.compile(
    r"(?:trio|duo|kvartet\w{1,2}|kvartett|kvintet\w{1,2}|quartet|quintet|sekstet\w{1,2}|sextet|yhtye|bandi|band|bandet|orkesteri|orkester|orkestern|orchestra|kuoro"
    r"|kor|koren|choir|ensemble|kapelli|kapellet|kollektiivi|kollektivet|collective)"
)
_ENSEMBLE_END = re.compile(r"\w{3,}(?:yhtye|kuoro|orkesteri|bandi|trio|kvartetti|kvintetti|orkester|kapelli)")
_PIECE = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*|[^\w\s]")
_NO_NAME = frozenset("fgdalw")
"""Kinds of known words that are no ensemble's name (choir concert, band evening)."""
_KEPT = 16_384
_SHORTEST_BEGINNING = 2


@lru_cache(maxsize=_KEPT)
def performers_of(text: str, language: Language) -> frozenset[str]:
    """The folded words that ensembles of a name are called by; empty where it names none, or has no small letters to tell names by."""
    found: set[str] = set()
    if text.islower():
        return frozenset()
    is_behind = False
    for piece in _PIECE.findall(text):
        folded = fold_word(piece)
        if _ENSEMBLE.fullmatch(folded) or _ENSEMBLE_END.fullmatch(folded):
            is_behind = True
        elif is_behind and piece[0].isupper() and _may_name(folded, language):
            found.add(folded)
        else:
            is_behind = False
    return frozenset(found)


def _may_name(word: str, language: Language) -> bool:
    """True unless it is a little word, or says what takes place, when or for whom."""
    parts = parts_of(word, language, is_name=language != "en")
    return word not in STOP and not (len(parts) == 1 and any(sense.kind in _NO_NAME for sense in parts[0].senses))


def are_others(a: frozenset[str], b: frozenset[str]) -> bool:
    """True where both names say who performs and no word of it is the same, but for slips, endings and a word that was cut off."""
    return bool(a and b) and not any(is_slip(one, other) or _begins(one, other) or _begins(other, one) for one in a for other in b)


def _begins(short: str, long: str) -> bool:
    return len(short) >= _SHORTEST_BEGINNING and long.startswith(short)
