"""What a description says, as far as two of them are compared: passages they have in common, and proper words."""

from __future__ import annotations

import re
import zlib
from collections.abc import Collection, Iterable

from normalize.model import Listing
from normalize.places_words import folded

WORDS_OF_PASSAGE = 6
MOST_PASSAGES = 16
MOST_SAID = 24
_LONGEST = 3000
"""Characters of a description that are read."""
_TAG = re.compile(r"<[^<>]*>")
_PROPER = re.compile(r"(?<=[^\W\d_,] )[^\W\d_][\w’'-]{3,}")
_NUMBER = re.compile(r"(?<![\w.,:/-])\d{4,}(?![\w.,:/-])")
_SHORTEST = 5
_YEARS = range(1900, 2100)


def plain(text: str) -> str:
    """Clean HTML as words."""
    return _TAG.sub(" ", text[:_LONGEST])


def passages_of(texts: Iterable[str]) -> tuple[int, ...]:
    """The smallest hashes of runs of six words: a sample that two copies of a text take alike (Broder 1997, bottom-k sketch)."""
    hashes: set[int] = set()
    for text in texts:
        words = folded(plain(text)).split()
        hashes.update(zlib.crc32(" ".join(words[at : at + WORDS_OF_PASSAGE]).encode()) for at in range(len(words) - WORDS_OF_PASSAGE + 1))
    return tuple(sorted(hashes)[:MOST_PASSAGES])


def said_words(lead: Listing, known: Collection[str]) -> tuple[str, ...]:
    """Words of the names, words that stand in capitals within a sentence of the description, and its long numbers; none of ``known``."""
    named = [word for name in lead.name.values() for word in folded(name).split() if len(word) >= _SHORTEST]
    found = list(named)
    for text in lead.description.values():
        words = plain(text)
        found += [folded(word) for word in _PROPER.findall(words) if word[0].isupper() and len(word) >= _SHORTEST]
        found += [number for number in _NUMBER.findall(words) if int(number) not in _YEARS]
    kept = dict.fromkeys(word for word in found if word and word not in known)
    return tuple(sorted(list(kept)[:MOST_SAID]))
