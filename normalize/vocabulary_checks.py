"""What is wrong with a finished vocabulary, in words."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator

from normalize.vocabulary_entries import LANGUAGES, MOST_TOPICS, Entry, VocabularyFile

MOST_DESCRIBED = frozenset({"topics", "situations"})
"""Lists whose entries need a line that tells what they mean; the names of the others do."""


def mistakes_of(vocabulary: VocabularyFile) -> Iterator[str]:
    """One line a mistake, with the list and the entry; nothing where all is well."""
    if len(vocabulary.topics) > MOST_TOPICS:
        yield f"topics: {len(vocabulary.topics)} of them; at most {MOST_TOPICS} can be overlooked: make the finer ones subjects"
    yield from _names(vocabulary)
    yield from _twice(vocabulary)
    yield from _references(vocabulary)


def _lists(vocabulary: VocabularyFile) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """The lists of entries."""
    return (
        ("topics", vocabulary.topics),
        ("subjects", vocabulary.subjects),
        ("audiences", vocabulary.audiences),
        ("situations", vocabulary.situations),
    )


def _names(vocabulary: VocabularyFile) -> Iterator[str]:
    """Names and descriptions that are missing in a language."""
    for name, entries in _lists(vocabulary):
        for entry in entries:
            for field, texts in (("name", entry.name), ("description", entry.description)):
                needed = field == "name" or name in MOST_DESCRIBED
                missing = [language for language in LANGUAGES if needed and not texts.get(language, "").strip()]
                if missing:
                    yield f"{name} › {entry.id} › {field}: missing in {', '.join(missing)}"


def _twice(vocabulary: VocabularyFile) -> Iterator[str]:
    """Ids and codes that stand twice."""
    about = Counter(entry.id for entry in (*vocabulary.topics, *vocabulary.subjects))
    for which, counted in (
        ("topics and subjects", about),
        ("audiences", Counter(entry.id for entry in vocabulary.audiences)),
        ("situations", Counter(entry.id for entry in vocabulary.situations)),
    ):
        yield from (f"{which}: the id {one!r} stands twice" for one, times in counted.items() if times > 1)
    codes = Counter(code for entry in (*vocabulary.topics, *vocabulary.subjects) for code in entry.codes)
    yield from (f"topics and subjects: the code {one!r} stands at two entries" for one, times in codes.items() if times > 1)


def _references(vocabulary: VocabularyFile) -> Iterator[str]:
    """Ids that no entry has."""
    topics = {entry.id for entry in vocabulary.topics}
    subjects = {entry.id for entry in vocabulary.subjects}
    audiences = {entry.id for entry in vocabulary.audiences}
    for subject in vocabulary.subjects:
        if not subject.topic:
            yield f"subjects › {subject.id} › topic: missing; every subject belongs to a topic"
        yield from _unknown(f"subjects › {subject.id} › topic", subject.topics, topics)
    for situation in vocabulary.situations:
        where = f"situations › {situation.id} › any_of"
        for one in situation.any_of:
            if not (one.topics or one.subjects or one.audience):
                yield f"{where}: an empty combination would hold for every event"
            for field, named, known in (
                ("topics", one.topics, topics),
                ("subjects", one.subjects, subjects),
                ("audience", one.audience, audiences),
            ):
                yield from _unknown(f"{where} › {field}", named, known)


def _unknown(where: str, named: Iterable[str], known: set[str]) -> Iterator[str]:
    """A line for each id that is not known, with the likely one."""
    for one in named:
        if one not in known:
            near = difflib.get_close_matches(one, known, n=1)
            yield f"{where}: {one!r} is not known{f'; did you mean {near[0]!r}?' if near else ''}"
