"""Every file of the site, in the order in which it is made; and what is found out once for the pages of all languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from publish.almanac import Almanac
from publish.assets import Assets
from publish.bookings import booking_pages
from publish.changes import change_pages
from publish.concerns import Concerns
from publish.directory import Belonging, organizer_pages, place_pages
from publish.easy import easy_pages
from publish.edition import AreaNames, Edition
from publish.embed import embed_pages
from publish.evidence import Facts, page_facts
from publish.facet_pages import facet_pages
from publish.facets import Facets, read_facets
from publish.federation import federation_pages
from publish.feeds import feed_pages
from publish.help_channels import Channels
from publish.hobbies import hobby_pages
from publish.index_pages import index_pages
from publish.items import item_pages
from publish.listed import Listed, lists
from publish.lists import list_pages
from publish.mine import mine_page
from publish.news import News
from publish.notices import notice_pages
from publish.offers import offer_pages
from publish.offline import offline_pages
from publish.origins import source_pages
from publish.pages import Page
from publish.quality import Standing, quality_page
from publish.rendering import Press
from publish.search_index import Reach, Searching
from publish.search_pages import search_pages
from publish.search_words import SearchWords
from publish.sheets import sheet_pages
from publish.short_links import short_pages
from publish.situations import situation_pages
from publish.standing import root_pages, standing_pages
from publish.style_page import style_page
from publish.volunteering import volunteering_pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What is found out once for the pages of all languages."""

    belonging: Belonging
    concerns: Concerns
    facets: Facets
    standing: Standing
    published: frozenset[str]
    searching: Searching
    news: News
    channels: Channels = field(default_factory=Channels)
    """Who helps in life situations."""

    @classmethod
    def of(
        cls,
        almanac: Almanac,
        published: frozenset[str] = frozenset(),
        words: SearchWords | None = None,
        area_names: AreaNames | None = None,
    ) -> Found:
        """What an almanac holds, beside what stands already; ``words`` find subjects in the search, ``area_names`` are shown."""
        facets = read_facets(almanac, published, area_names)
        return cls(
            news=News.of(almanac),
            belonging=Belonging.of(almanac.events.values(), almanac.dates),
            concerns=Concerns.of(almanac),
            facets=facets,
            standing=Standing.of(almanac),
            published=published,
            searching=Searching(reach=Reach.of(facets, almanac), words=words or {}),
        )


@dataclass(slots=True, kw_only=True)
class _Given:
    """The lists of one language that are given out, found when the first section asks for them."""

    edition: Edition
    found: Found
    _lists: tuple[Listed, ...] | None = None

    def __iter__(self) -> Iterator[Listed]:
        if self._lists is None:
            self._lists = tuple(lists(self.edition, self.found.belonging, self.found.facets))
        return iter(self._lists)


Section = Iterable[Page]
"""Pages that one process makes one after the other; nothing of it is looked at before its first page is asked for."""


def site_sections(editions: dict[str, Edition], assets: Assets, press: Press, facts: Facts, found: Found) -> Iterator[Section]:
    """Every file that the snapshot makes, in sections that hang on nothing of each other."""
    almanac = next(iter(editions.values())).almanac
    shown = page_facts(almanac, facts)
    yield assets.pages()
    yield root_pages(editions, press)
    yield offline_pages(editions, press, assets)
    yield short_pages(editions, press)
    yield federation_pages(next(iter(editions.values())), facts)
    for edition in editions.values():
        yield list_pages(edition, press, found.facets)
        yield facet_pages(edition, press, found.facets)
        yield situation_pages(edition, press, assets, found.facets, found.channels)
        yield hobby_pages(edition, press, found.facets, found.published)
        yield volunteering_pages(edition, press)
        yield change_pages(edition, press, found.news)
        yield item_pages(edition, press, shown)
        yield easy_pages(edition, press, shown)
        yield place_pages(edition, press, found.belonging, found.concerns, found.facets.names("area"))
        yield organizer_pages(edition, press, found.belonging, found.concerns)
        yield notice_pages(edition, press, found.concerns)
        yield booking_pages(edition, press, found.concerns, found.published)
        yield (quality_page(edition, press, found.standing),)
        yield source_pages(edition, press)
        yield standing_pages(edition, press, found.belonging, found.facets)
        yield (style_page(edition, press, assets),)
        given = _Given(edition=edition, found=found)
        yield feed_pages(edition, facts, given)
        yield offer_pages(edition, press, given)
        yield sheet_pages(edition, press, given, found.published)
        yield embed_pages(edition, press, given)
        yield (mine_page(edition, press, assets),)
        yield search_pages(edition, press, found.facets, found.searching, assets)
        yield index_pages(edition, press, found.published)
