"""Forms of words in names beside those of ``vocabulary_forms``: before another word in a compound, and of stems that change."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from normalize.names_fold import fold_word
from normalize.vocabulary_forms import Endings

_TEN = frozenset({"ten"})
"""The genitive of words in -nen and of plurals in -t alone (naisten, miesten)."""
_SHORTEST_IN_EN = 5
"""Letters of a Swedish word in -en that loses them before another (``vatten`` does not, ``sten`` neither)."""


def linked(word: str) -> Iterator[str]:
    """How a Swedish word stands before another: julmarknads-, kyrko-, barna-, musei-, akvarie-."""
    yield from (word + "s", word + "e")
    if word.endswith("en") and len(word) >= _SHORTEST_IN_EN:
        yield word[:-2]
    if word.endswith("eum"):
        yield f"{word[:-2]}i"
    elif word.endswith("ium"):
        yield f"{word[:-2]}e"
    if word[-1] in "ae":
        yield from (word[:-1], word[:-1] + "o", word[:-1] + "u", word[:-1] + "s")


class _EndingsOf(dict[Endings, Endings]):
    """Sets of endings, made ready once: without accents, in Swedish also with the genitive behind them (fåglarnas)."""

    def __init__(self, language: str, *, takes_ten: bool) -> None:
        self.language, self.takes_ten = language, takes_ten

    def __missing__(self, endings: Endings) -> Endings:
        folded = frozenset(map(fold_word, endings))
        if self.language == "sv":
            folded |= {f"{ending}s" for ending in folded if ending and ending[-1] != "s"}
        self[endings] = folded = folded if self.takes_ten else folded - _TEN
        return folded


@cache
def endings_of(language: str, *, takes_ten: bool) -> _EndingsOf:
    """The endings of a language; ``takes_ten`` where a Finnish word may have the genitive in -ten."""
    return _EndingsOf(language, takes_ten=takes_ten)


def other_stems(word: str, language: str) -> Iterator[str]:
    """Words in the form endings are added to, where ``stems_of`` does not make it.

    vesi: vede-; puhelin: puhelime-; diabetes: diabetekse-; taivas: taivaa-; vän: vänn-.
    """
    if language == "sv" and word[-1] in "mn":
        yield word + word[-1]
    if language != "fi":
        return
    if word.endswith("si"):
        yield f"{word[:-2]}te"
    elif word.endswith("in"):
        yield f"{word[:-1]}me"
    elif word.endswith("et"):
        yield f"{word[:-2]}i"
    elif word.endswith("es"):
        yield f"{word[:-1]}kse"
    elif word.endswith(("as", "äs")):
        yield f"{word[:-1]}{word[-2]}"
        if word[-3] in "kpt":
            yield f"{word[:-2]}{word[-3]}{word[-2]}{word[-2]}"
