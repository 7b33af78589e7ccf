"""The words by which people ask for a subject, beside its name: ``kirppis`` and ``kirpputori`` for flea markets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from normalize.vocabulary import Vocabulary

SearchWords: TypeAlias = Mapping[tuple[str, str], Sequence[str]]
"""``(language, id of a subject)`` -> words that find it."""
_NOTATION = "~=-"


def search_words(vocabulary: Vocabulary | None) -> SearchWords:
    """The words of each subject, without the notation of docs/vocabulary.md; weak words are left out, and those with which another
    one begins or that the subject's name holds: a search for the beginning of a word finds it there.
    """
    if vocabulary is None:
        return {}
    return {
        (language, entry.id): tuple(_needed(map(_bare, words), entry.name.get(language, "").lower()))
        for entry in vocabulary.subjects
        for language, words in ((language, [word for word in words if not word.startswith("~")]) for language, words in entry.words.items())
    }


def _bare(word: str) -> str:
    """``-kirppis/sg`` -> ``kirppis``."""
    return word.partition("/")[0].strip(_NOTATION).lower()


def _needed(words: Iterable[str], name: str) -> Iterable[str]:
    """Each word once, without those that another begins with and those within the name."""
    once = tuple(dict.fromkeys(words))
    return (word for word in once if word not in name and not any(f" {other}".find(f" {word}") >= 0 for other in once if other != word))
