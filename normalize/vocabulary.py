"""Topics, subjects and audiences of an event from codes, categories and the words of its title, each with its reason.

The words stand in a file (``normalize/data/vocabulary.yaml``, read by ``kooste.vocabulary``), not here; docs/vocabulary.md tells how they
were chosen. What nothing tells stays unassigned: a wrong topic sends people to the wrong door.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache

from pydantic import model_validator

from normalize.vocabulary_checks import mistakes_of
from normalize.vocabulary_classifier import Classified, Classifier
from normalize.vocabulary_entries import AnyEntry, AudienceEntry, Entry, SituationEntry, SubjectEntry, TopicEntry, VocabularyFile


class Vocabulary(VocabularyFile):
    """A whole vocabulary: every name in every language, every reference known, at most twelve topics."""

    @model_validator(mode="after")
    def _is_sound(self) -> Vocabulary:
        """The first mistake as an error."""
        for mistake in mistakes_of(self):
            raise ValueError(mistake)
        return self

    @cached_property
    def classifier(self) -> Classifier:
        """The words compiled; made once, at the first use."""
        return Classifier.of(self)

    @cached_property
    def subject(self) -> Mapping[str, SubjectEntry]:
        """Subjects by id."""
        return {entry.id: entry for entry in self.subjects}

    @cached_property
    def topic(self) -> Mapping[str, TopicEntry]:
        """Topics by id."""
        return {entry.id: entry for entry in self.topics}

    @cached_property
    def audience(self) -> Mapping[str, AudienceEntry]:
        """Audiences by code."""
        return {entry.id: entry for entry in self.audiences}

    def classify(  # noqa: PLR0913 - each is a field of the record
        self,
        title: Mapping[str, str],
        description: Mapping[str, str] | None = None,
        categories: Iterable[str] = (),
        concepts: Iterable[str] = (),
        *,
        audience: Collection[str] = (),
        places: Iterable[str] = (),
    ) -> Classified:
        """What an event is about.

        ``title`` and ``description`` are plain text by language. ``categories`` are the publisher's words or codes, ``concepts`` ids of
        open vocabularies in any form. ``audience`` holds the codes that are known already (life situations hang on them), ``places`` the
        names of the place and the organizer, whose words tell no topic.
        """
        found = self.classifier.classify(title, description or {}, categories, concepts, places)
        told = frozenset(audience) | frozenset(found.audience_from_codes)
        situations = self.situations_of(found.topics, found.subjects, told) if found.topics or told else ()
        return found.in_situations(situations) if situations else found

    def service_classes_of(self, topics: Iterable[str], subjects: Iterable[str], audience: Iterable[str] = ()) -> tuple[str, ...]:
        """PTV service classes of an event (``P27.1``), sorted by number: those of its subjects, of topics without a subject, and of its
        audience where it has a topic at all. Ids that the vocabulary does not have are passed over.
        """
        known = [self.subject[one] for one in subjects if one in self.subject]
        covered = {topic for subject in known if subject.ptv for topic in subject.topics}
        about: list[TopicEntry] = [self.topic[one] for one in topics if one in self.topic and one not in covered]
        classes = {code for entry in (*known, *about) for code in entry.ptv}
        if classes:
            classes |= {code for one in audience if one in self.audience for code in self.audience[one].service_classes}
        return tuple(sorted(classes, key=_number))

    def target_groups_of(self, audience: Iterable[str]) -> tuple[str, ...]:
        """PTV target groups of an event's audience (``KR1.1``), sorted; empty where none fits (there is none for immigrants)."""
        return tuple(sorted({code for one in audience if one in self.audience for code in self.audience[one].ptv}))

    def situations_of(self, topics: Iterable[str], subjects: Iterable[str], audience: Iterable[str] = ()) -> tuple[str, ...]:
        """Life situations in which an event may help, in the vocabulary's order."""
        return self._fitting(frozenset(topics), frozenset(subjects), frozenset(audience))

    @cached_property
    def _fitting(self) -> Callable[[frozenset[str], frozenset[str], frozenset[str]], tuple[str, ...]]:
        """``situations_of``, remembered: few combinations come up, over and over."""

        @lru_cache(maxsize=4096)
        def fitting(topics: frozenset[str], subjects: frozenset[str], audience: frozenset[str]) -> tuple[str, ...]:
            """The life situations of one combination."""
            return tuple(entry.id for entry in self.situations if any(one.fits(topics, subjects, audience) for one in entry.any_of))

        return fitting


def extended(vocabulary: Vocabulary, local: VocabularyFile) -> Vocabulary:
    """The vocabulary with a town's own file laid over it; ``ValueError`` (pydantic's) where the two together make no sense.

    An entry whose id is known changes the names, description, parent or ages it gives, and adds its words, codes and classes; another is
    new. ``without`` leaves out entries; with ``replaces`` the town's file stands alone.
    """
    if local.replaces:
        return Vocabulary.model_validate(local.model_dump())
    without = frozenset(local.without)
    return Vocabulary(
        topics=_laid_over(vocabulary.topics, local.topics, without),
        subjects=tuple(_without_topics(one, without) for one in _laid_over(vocabulary.subjects, local.subjects, without)),
        audiences=_laid_over(vocabulary.audiences, local.audiences, without),
        situations=_laid_over(vocabulary.situations, local.situations, without),
        ignored=_joined(vocabulary.ignored, local.ignored),
        prefixes=_joined(vocabulary.prefixes, local.prefixes),
        notices=_joined(vocabulary.notices, local.notices),
        places=_joined(vocabulary.places, local.places),
    )


def _laid_over(entries: tuple[AnyEntry, ...], local: tuple[AnyEntry, ...], without: frozenset[str]) -> tuple[AnyEntry, ...]:
    """The entries in their order, changed where the town tells so, its new ones behind them."""
    told = {entry.id: entry for entry in local}
    known = {entry.id for entry in entries}
    kept = [_changed(entry, told.get(entry.id)) for entry in entries if entry.id not in without]
    return (*kept, *(entry for entry in local if entry.id not in known))


def _changed(entry: AnyEntry, told: AnyEntry | None) -> AnyEntry:
    """The entry with what the town tells of it."""
    if told is None:
        return entry
    return entry.model_copy(update={field: _value(getattr(entry, field), getattr(told, field)) for field in told.model_fields_set})


def _value(known: object, told: object) -> object:
    """Texts by language and lists are joined, anything else is replaced."""
    if isinstance(known, dict) and isinstance(told, dict):
        return {
            key: _value(known[key], told[key]) if key in known and key in told else told.get(key, known.get(key)) for key in known | told
        }
    if isinstance(known, tuple) and isinstance(told, tuple) and not any(isinstance(one, int) for one in told):
        return tuple(dict.fromkeys((*known, *told)))
    return told


def _joined(known: dict[str, tuple[str, ...]], told: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The words of both, by language."""
    return {language: tuple(dict.fromkeys((*known.get(language, ()), *told.get(language, ())))) for language in known | told}


def _without_topics(subject: SubjectEntry, without: frozenset[str]) -> SubjectEntry:
    """The subject without the further topics that were left out."""
    return subject.model_copy(update={"also": tuple(topic for topic in subject.also if topic not in without)})


def _number(code: str) -> tuple[int, ...]:
    """``P27.10`` after ``P27.2``."""
    return tuple(int(part) for part in code[1:].split("."))


def entries_of(vocabulary: VocabularyFile) -> Iterator[tuple[str, Entry]]:
    """Every entry with the list it stands in, in order."""
    lists: tuple[tuple[str, tuple[Entry, ...]], ...] = (
        ("topics", vocabulary.topics),
        ("subjects", vocabulary.subjects),
        ("audiences", vocabulary.audiences),
        ("situations", vocabulary.situations),
    )
    yield from ((name, entry) for name, entries in lists for entry in entries)


__all__ = ["Classified", "SituationEntry", "Vocabulary", "VocabularyFile", "entries_of", "extended"]
