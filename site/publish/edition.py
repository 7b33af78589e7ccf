"""The site in one language: its words, dates, links and the texts of sources as that language's readers get them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from harvesters.source import Region
from normalize.model import Texts
from publish.addresses import Addresses, Target, month_name, week_name
from publish.almanac import Almanac, monday
from publish.dates import Dates
from publish.softened import ProperNames, softened
from publish.views import Alternate, Answers, Card, Head, Leaf, Link, Prose, Regular
from publish.words import Words
from store.reading import EventRow, PlaceRow

_UNKNOWN_LANGUAGE = "und"
AreaNames = Mapping[str, Texts]
"""Municipality or district as the registry writes it -> its names, in every language of the region."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Everything a page of one language is made with."""

    language: str
    languages: Sequence[str]
    words: Words
    dates: Dates
    others: Mapping[str, Words]
    addresses: Addresses
    almanac: Almanac
    region: Region
    fingerprint: str
    """Digest of what every page of the language hangs on besides its own content: templates, texts, settings."""
    cards: dict[str, Card] = field(default_factory=dict)
    """Cards already made, by occurrence id: one occurrence stands in many lists."""
    regulars: dict[tuple[str, ...], Regular] = field(default_factory=dict)
    """Lines of series already made, by event id and the ids of the dates that they name."""
    leaves: dict[date, Leaf] = field(default_factory=dict)
    """Date leaves already made."""
    answers: dict[str, Answers] = field(default_factory=dict)
    """For whom, cost and enrolment in a few words, by event id."""
    rhythms: dict[str, str] = field(default_factory=dict)
    """Rhythms already put into words, by event id."""
    area_names: AreaNames = field(default_factory=dict)
    """What areas are called; those alone that have names besides the registry's text."""
    shared_districts: frozenset[str] = frozenset()
    """Districts of which several municipalities have one ("Kirkonkylä"): alone they do not say where."""
    entries: dict[str, str] = field(default_factory=dict)
    """Calendar entries already made, by event id: one event stands in four calendars."""
    proper_names: ProperNames = field(default_factory=ProperNames)
    """Names of the registry that keep their capitals in titles that shout."""
    titles: dict[str, str] = field(default_factory=dict)
    """Titles already softened, by what was written."""
    is_preview: bool = False
    """A site to look at before it is published: search engines are asked to stay away."""
    news: dict[str, str] = field(default_factory=dict)
    """Items of feeds already made, by event id."""
    data: dict[str, str] = field(default_factory=dict)
    """Events of lists as data already made, by id."""

    @property
    def name(self) -> str:
        """The region's name."""
        return self.said(self.region.name).text

    def said(self, texts: Texts) -> Prose:
        """The text in this language, otherwise the best other one marked with its language; nothing is hidden for want of a translation."""
        if self.language in texts:
            return Prose(texts[self.language])
        for language in (*self.languages, *sorted(texts)):
            if language in texts:
                return Prose(texts[language], "" if language == _UNKNOWN_LANGUAGE else language)
        return Prose("")

    def area(self, text: str) -> str:
        """What a municipality or district is called in this language; the registry's own text where nothing else is known."""
        return self.area_names.get(text, {}).get(self.language, text)

    def area_near(self, place: PlaceRow) -> str:
        """The one area that tells readers where a place is: its district, or its municipality where others have such a district too."""
        district = "" if place.municipality and place.district in self.shared_districts else place.district
        return self.area(district or place.municipality)

    def own_words(self, event: EventRow) -> str:
        """The language of what the event's publisher says in words of its own beside name and description; "" for the page's."""
        return self.said(event.description or event.name).lang

    def titled(self, texts: Texts) -> Prose:
        """A title as pages show it: as :meth:`said`, not shouting. Feeds keep the publisher's capitals and use ``said``."""
        said = self.said(texts)
        soft = self.titles.get(said.text)
        if soft is None:
            soft = self.titles[said.text] = softened(said.text, said.lang or self.language, self.proper_names)
        return said if soft == said.text else Prose(soft, said.lang)

    def only_in(self, prose: Prose) -> str:
        """``Bara på finska``: said before a text that is not in the page's language; ``""`` where it is."""
        if not prose.lang:
            return ""
        return self.words(self.words.known(f"only.{prose.lang}", "only.other"))

    def href(self, kind: str, name: str = "", file: str = "") -> str:
        """The link to a page of this language, or to a file beside it."""
        return self.addresses.href(self.language, Target(kind=kind, name=name), file)

    def url(self, kind: str, name: str = "", file: str = "") -> str:
        """The full address of the same."""
        return self.addresses.url(self.language, Target(kind=kind, name=name), file)

    def day_href(self, day: date) -> str:
        """The link to the day's page, ``""`` where it has none."""
        span = self.almanac.span
        return self.href("day", day.isoformat()) if span.first <= day <= span.last else ""

    def week_href(self, day: date) -> str:
        """The link to the page of the day's week, ``""`` where it has none."""
        return self.href("week", week_name(day)) if monday(day) in self.almanac.weeks else ""

    def month_href(self, day: date) -> str:
        """The link to the page of the day's month, ``""`` where it has none."""
        return self.href("month", month_name(day)) if day.replace(day=1) in self.almanac.months else ""

    def item(self, event: EventRow) -> Target:
        """The page of an event or a series."""
        return Target(kind="series" if event.is_series else "event", name=event.slug, about=f"item:{event.id}")

    def item_href(self, event: EventRow) -> str:
        """The link to the page of an event or a series."""
        return self.addresses.href(self.language, self.item(event))

    def head(  # noqa: PLR0913 - a page's head has this many parts, each named
        self,
        target: Target,
        title: str,
        description: str,
        *,
        nav: str = "",
        feeds: tuple[Link, ...] = (),
        canonical: Target | None = None,
        indexed: bool = True,
        moves: bool = False,
        elsewhere: Target | None = None,
    ) -> Head:
        """The head of a page, with the same page in the other languages, or what they have ``elsewhere`` where they may lack it.

        One that ``moves`` with the calendar says of which day it is.
        """
        url = self.addresses.url(self.language, target)
        return Head(
            title=title,
            description=description,
            url=url,
            canonical=self.addresses.url(self.language, canonical) if canonical else url,
            language=self.language,
            alternates=tuple(
                self._alternate(language, elsewhere if elsewhere and language != self.language else target) for language in self.languages
            ),
            nav=nav,
            feeds=feeds,
            indexed=indexed and not self.is_preview,
            made=self.almanac.today.isoformat() if moves else "",
            made_text=self.words("made.before", date=self.dates.numeric(self.almanac.today)) if moves else "",
        )

    def _alternate(self, language: str, target: Target) -> Alternate:
        return Alternate(
            language=language,
            name=self.others[language]("language.own_name"),
            href="" if language == self.language else self.addresses.href(language, target),
            url=self.addresses.url(language, target),
        )
