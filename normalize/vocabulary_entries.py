"""The shape of a vocabulary of topics and audiences, as ``normalize/data/vocabulary.yaml`` and a town's own file have it.

``docs/vocabulary.md`` tells how it is written. What the packaged file and a town's file say together is a
``normalize.vocabulary.Vocabulary``.
"""

from __future__ import annotations

import re
from typing import Annotated, TypeAlias, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from normalize.model import Texts

LANGUAGES = ("fi", "sv", "en")
"""Every name stands in all of them."""
MOST_TOPICS = 12
"""Kinds of topics that a resident can still overlook."""
_WORD = re.compile(r"~?(?:=?-?|-=)[^\W_][\w'’ ]*-?(?:/(?:sg|loc))?", re.UNICODE)


def _words(value: str) -> str:
    """A word in the notation of docs/vocabulary.md, or an error that tells the notation."""
    if not _WORD.fullmatch(value):
        msg = "a word is written 'kirppis' (alone), '-kirppis' (also at the end of a compound), 'kirppis-' (also at its beginning)"
        raise ValueError(msg)
    return value


Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
"""Of a topic, subject, audience or life situation: stays for good, for addresses are made of it."""
Code = Annotated[str, Field(pattern=r"^[a-z]+:[A-Za-z0-9_.]+$")]
"""Id in an open vocabulary: ``yso:p916``, ``lahella:ht_urheilu``, ``tsl:p17``."""
ServiceClass = Annotated[str, Field(pattern=r"^P\d{1,2}(\.\d{1,2})?$")]
"""Class of service of the national service register (PTV)."""
TargetGroup = Annotated[str, Field(pattern=r"^KR[1-3](\.\d{1,2})?$")]
"""Target group of the national service register (PTV)."""
Word = Annotated[str, Field(min_length=2, max_length=60), AfterValidator(_words)]
Words: TypeAlias = dict[Annotated[str, Field(pattern=r"^[a-z]{2,3}$")], tuple[Word, ...]]
"""Words by language (BCP 47)."""


class Shape(BaseModel):
    """A value: never changed after it was made, no key that nobody knows."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)


class Entry(Shape):
    """What every entry has."""

    id: Id
    name: Texts = Field(default_factory=dict)
    """By language; all of ``LANGUAGES`` in the finished vocabulary."""
    description: Texts = Field(default_factory=dict)
    """One line by language."""
    codes: tuple[Code, ...] = ()
    """Ids of open vocabularies that mean just this."""


class TopicEntry(Entry):
    """A topic for residents: what an event is about, coarsely."""

    ptv: tuple[ServiceClass, ...] = ()
    words: Words = Field(default_factory=dict)


class SubjectEntry(TopicEntry):
    """A finer subject, by which two events are compared ("the same subject near by")."""

    topic: Id | None = None
    """The topic it belongs to."""
    also: tuple[Id, ...] = ()
    """Further topics that it is of."""

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics of an event on this subject."""
        return ((self.topic,) if self.topic else ()) + self.also


class AudienceEntry(Entry):
    """For whom: the codes are those of ``normalize.phrase_audience_words``, which reads them from text."""

    ptv: tuple[TargetGroup, ...] = ()
    service_classes: tuple[ServiceClass, ...] = ()
    """Classes that an event for them is of besides those of its topics."""
    lahella: tuple[str, ...] = ()
    """Age groups of Lähellä.fi."""
    ages: tuple[int | None, int | None] | None = None
    """Lowest and highest age, inclusive, in years, where the name itself tells."""
    words: Words = Field(default_factory=dict)
    """Names of categories that mean this audience, word for word."""


class Combination(Shape):
    """What must come together: one of each that is named."""

    topics: tuple[Id, ...] = ()
    subjects: tuple[Id, ...] = ()
    audience: tuple[Id, ...] = ()

    def fits(self, topics: frozenset[str], subjects: frozenset[str], audience: frozenset[str]) -> bool:
        """True where something of every list that is not empty is there."""
        asked = ((self.topics, topics), (self.subjects, subjects), (self.audience, audience))
        return all(not wanted or not given.isdisjoint(wanted) for wanted, given in asked)


class SituationEntry(Entry):
    """A life situation, the words in which a professional asks."""

    any_of: tuple[Combination, ...] = ()
    ptv: tuple[ServiceClass, ...] = ()
    """Classes of the national services to show beside the events."""
    sensitive: bool | None = None
    """True where somebody may have to leave the page quickly."""


class VocabularyFile(Shape):
    """A vocabulary as written: the packaged one, or a town's own which may tell only what differs."""

    replaces: bool = False
    """True where nothing of the packaged vocabulary is to be kept."""
    without: tuple[Id, ...] = ()
    """Entries of the packaged vocabulary that are left out."""
    topics: tuple[TopicEntry, ...] = ()
    subjects: tuple[SubjectEntry, ...] = ()
    audiences: tuple[AudienceEntry, ...] = ()
    situations: tuple[SituationEntry, ...] = ()
    ignored: Words = Field(default_factory=dict)
    """Words that tell no topic although they hold a word that does."""
    prefixes: Words = Field(default_factory=dict)
    """What may stand before a compound and changes nothing of what it is about ("joulu", "lasten")."""
    notices: Words = Field(default_factory=dict)
    """Words that make a title a notice, of a closing or somebody's absence: it tells no topic at all."""
    places: Words = Field(default_factory=dict)
    """Sorts of places: a compound that ends in one names a house, not what happens in it."""


AnyEntry = TypeVar("AnyEntry", bound=Entry)
