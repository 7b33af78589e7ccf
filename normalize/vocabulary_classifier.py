"""How an event gets its topics: codes and categories first, then the words of its title, then, rarely, those of its description."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from normalize.model import Certainty, Evidence
from normalize.vocabulary_codes import code_of
from normalize.vocabulary_entries import VocabularyFile
from normalize.vocabulary_lexicon import Hit, Lexicon, Meaning, before_place, lexicons_of, tokens_of, without_places

AGREEING = 3
"""Words of a description that must tell the same topic."""
_COMPOUNDING = frozenset({"fi", "sv"})
_UNMISTAKABLE = 9
"""Letters of a Finnish or Swedish word in a text that is declared to be in another language: shorter ones are names and chance."""
_FIRST_SENTENCE = 300
_QUOTE = 80
_KEPT = 8192
"""Titles that are remembered."""
_SENTENCE = re.compile(r"[.!?](?:\s|$)|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Classified:
    """What was found; every tuple sorted, empty where nothing tells."""

    topics: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    life_situations: tuple[str, ...] = ()
    """In the vocabulary's order."""
    concepts: tuple[str, ...] = ()
    """Ids of open vocabularies that the source gave, in one form (``yso:p916``, ``ptv:P27.1``)."""
    audience_from_codes: tuple[str, ...] = ()
    """Audiences that codes and categories tell."""
    evidence: tuple[Evidence, ...] = ()

    def in_situations(self, situations: tuple[str, ...]) -> Classified:
        """The same with the life situations it may help in."""
        return replace(self, life_situations=situations)


class Reason(NamedTuple):
    """Why something was assigned (``Evidence`` without its field and value)."""

    origin: str
    rule: str
    quote: str
    certainty: Certainty

    def of(self, name: str, value: str) -> Evidence:
        """The evidence of one value. What is quoted is a word or two that the vocabulary knows, or a code: nothing personal."""
        return Evidence(field=name, value=value, origin=self.origin, rule=self.rule, quote=self.quote[:_QUOTE], certainty=self.certainty)


_OF_CATEGORY = Reason("CATEGORIES", "category_words", "", "declared")
_OF_TITLE = Reason("SUMMARY", "title_words", "", "read")


_NOTHING = Classified()


@dataclass(slots=True)
class _Found:
    """What was found so far, each thing with its first reason."""

    topics: dict[str, Reason] = field(default_factory=dict)
    subjects: dict[str, Reason] = field(default_factory=dict)
    audience: dict[str, Reason] = field(default_factory=dict)
    concepts: dict[str, Reason] = field(default_factory=dict)
    weak: list[tuple[frozenset[str], Reason]] = field(default_factory=list)
    """What would hold if nothing else is found."""


@dataclass(frozen=True, slots=True)
class Classifier:
    """A vocabulary compiled for looking up."""

    lexicons: Mapping[str, Lexicon]
    topics_of: Mapping[str, tuple[str, ...]]
    """Of a topic or subject: the topics it stands for."""
    subjects: frozenset[str]
    codes: Mapping[str, str]
    """Id of an open vocabulary -> topic or subject."""
    audience_codes: Mapping[str, tuple[str, ...]]
    names: Mapping[str, str]
    """Name of a topic or subject, word for word -> its id."""
    audience_names: Mapping[str, str]
    remembered: dict[tuple[str, str, tuple[str, ...]], list[Hit]] = field(default_factory=dict)
    """Titles looked up before: series and feeds repeat them."""

    @classmethod
    def of(cls, vocabulary: VocabularyFile) -> Classifier:
        """The classifier of a vocabulary."""
        about = (*vocabulary.topics, *vocabulary.subjects)
        words = [
            *((entry.words, Meaning(frozenset({entry.id}))) for entry in about),
            (vocabulary.ignored, Meaning()),
            (vocabulary.notices, Meaning(is_notice=True)),
            (vocabulary.places, Meaning(is_place=True)),
        ]
        return cls(
            lexicons=lexicons_of(words, vocabulary.prefixes),
            topics_of={entry.id: (entry.id,) for entry in vocabulary.topics} | {entry.id: entry.topics for entry in vocabulary.subjects},
            subjects=frozenset(entry.id for entry in vocabulary.subjects),
            codes=dict(_codes(vocabulary)),
            audience_codes=_audience_codes(vocabulary),
            names={_folded(name): entry.id for entry in reversed(about) for name in entry.name.values()},
            audience_names=dict(_audience_names(vocabulary)),
        )

    def classify(
        self,
        title: Mapping[str, str],
        description: Mapping[str, str],
        categories: Iterable[str],
        concepts: Iterable[str],
        places: Iterable[str],
    ) -> Classified:
        """What the codes, categories and words tell (``Vocabulary.classify``)."""
        found = _Found()
        for value in concepts:
            self._code(value, "CONCEPT", found)
        for value in categories:
            self._category(value, title, found)
        self._title(title, tuple(places), found)
        if not found.topics:
            for targets, why in found.weak:
                self._take(targets, why, found)
        if not found.topics:
            self._description(description, found)
        return _classified(found)

    def _code(self, value: str, origin: str, found: _Found) -> bool:
        """Take in a value that is an id of an open vocabulary; true where it is one."""
        code = code_of(value)
        if not code:
            return False
        why = Reason(origin, "vocabulary_code", code, "declared")
        found.concepts.setdefault(code, why)
        for audience in self.audience_codes.get(code, ()):
            found.audience.setdefault(audience, why)
        if code in self.codes:
            self._take(frozenset({self.codes[code]}), why, found)
        return True

    def _category(self, value: str, title: Mapping[str, str], found: _Found) -> None:
        """Take in one of the publisher's categories: a code, the name of an audience, topic or subject, or words."""
        if self._code(value, "CATEGORIES", found):
            return
        if (audience := self.audience_names.get(_folded(value))) is not None:
            why = Reason("CATEGORIES", "category_name", value.strip(), "declared")
            found.audience.setdefault(audience, why)
        if (named := self.names.get(_folded(value))) is not None:
            self._take(frozenset({named}), Reason("CATEGORIES", "category_name", value.strip(), "declared"), found)
            return
        self._words(value, next(iter(title), "und"), _OF_CATEGORY, (), found)

    def _title(self, title: Mapping[str, str], places: tuple[str, ...], found: _Found) -> None:
        """Take in the words of the title in every language it stands in."""
        for language, text in title.items():
            self._words(text, language, _OF_TITLE, places, found)

    def _words(self, text: str, language: str, reason: Reason, places: tuple[str, ...], found: _Found) -> None:
        """Take in what the words of a text mean; ``reason`` is what their evidence has in common."""
        for hit in self._hits(text, language, places):
            why = reason._replace(quote=text[hit.start : hit.end])
            if hit.is_weak:
                found.weak.append((hit.targets, why))
            else:
                self._take(hit.targets, why, found)

    def _hits(self, text: str, language: str, places: tuple[str, ...]) -> list[Hit]:
        """What the words mean in one language: the declared one if it knows any of them, else the first other that is sure."""
        asked = (text, language, places)
        if asked not in self.remembered:
            if len(self.remembered) > _KEPT:
                self.remembered.clear()
            self.remembered[asked] = self._sought(text, language, places)
        return self.remembered[asked]

    def _sought(self, text: str, language: str, places: tuple[str, ...]) -> list[Hit]:
        """``_hits``, looked up."""
        tokens = before_place(without_places(tokens_of(text), places))
        if language in self.lexicons and (hits := self.lexicons[language].hits(tokens)):
            return hits
        uncertain: list[Hit] = []
        for lexicon in self._others(language):
            hits = lexicon.hits(tokens)
            if hits and language != "und" and lexicon.language in _COMPOUNDING:
                hits = [hit for hit in hits if hit.end - hit.start >= _UNMISTAKABLE]
            if any(not hit.is_weak for hit in hits):
                return hits
            uncertain = uncertain or hits
        return uncertain

    def _others(self, language: str) -> Iterator[Lexicon]:
        """The lexicons of the other languages."""
        return (lexicon for known, lexicon in self.lexicons.items() if known != language)

    def _take(self, targets: frozenset[str], why: Reason, found: _Found) -> None:
        """Take in topics and subjects with their reason; the first reason stays."""
        for target in targets:
            if target in self.subjects:
                found.subjects.setdefault(target, why)
            for topic in self.topics_of[target]:
                found.topics.setdefault(topic, why)

    def _description(self, description: Mapping[str, str], found: _Found) -> None:
        """Take in the topic that at least two words of the first sentence agree on, if there is just one such topic."""
        for language, text in description.items():
            sentence = _SENTENCE.split(text[:_FIRST_SENTENCE].strip(), maxsplit=1)[0]
            hits = [hit for hit in self._hits(sentence, language, ()) if not hit.is_weak]
            told = Counter(topic for hit in hits for topic in {topic for target in hit.targets for topic in self.topics_of[target]})
            agreed = [topic for topic, times in told.items() if times >= AGREEING]
            if len(agreed) == 1:
                words = " … ".join(sentence[hit.start : hit.end] for hit in hits)
                why = Reason("DESCRIPTION", "description_words", words, "inferred")
                self._take(frozenset(agreed), why, found)


def _classified(found: _Found) -> Classified:
    """What was found, sorted."""
    if not (found.topics or found.audience or found.concepts):
        return _NOTHING
    fields = (("audience", found.audience), ("concepts", found.concepts), ("subjects", found.subjects), ("topics", found.topics))
    return Classified(
        topics=tuple(sorted(found.topics)),
        subjects=tuple(sorted(found.subjects)),
        concepts=tuple(sorted(found.concepts)),
        audience_from_codes=tuple(sorted(found.audience)),
        evidence=tuple(reasons[value].of(name, value) for name, reasons in fields for value in sorted(reasons)),
    )


def _codes(vocabulary: VocabularyFile) -> Iterator[tuple[str, str]]:
    """Codes of topics and subjects."""
    for entry in (*vocabulary.topics, *vocabulary.subjects):
        yield from ((code, entry.id) for code in entry.codes)


def _audience_codes(vocabulary: VocabularyFile) -> dict[str, tuple[str, ...]]:
    """Codes of audiences, the age groups of Lähellä.fi among them; one code may mean several."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in vocabulary.audiences:
        for code in (*entry.codes, *(f"lahella:{group}" for group in entry.lahella)):
            found[code] = (*found.get(code, ()), entry.id)
    return found


def _audience_names(vocabulary: VocabularyFile) -> Iterator[tuple[str, str]]:
    """Names of audiences, word for word."""
    for entry in vocabulary.audiences:
        for name in (*entry.name.values(), *(word for words in entry.words.values() for word in words)):
            yield _folded(name), entry.id


def _folded(text: str) -> str:
    """A name in lower case without odd spaces."""
    return " ".join(text.casefold().split())
