"""The editions of an almanac: the site in each language of the region, and what renders their pages."""

from __future__ import annotations

from collections import defaultdict

from harvesters.source import Schedules
from publish.addresses import FOLDERS, Addresses
from publish.almanac import Almanac
from publish.assets import Assets
from publish.dates import Dates
from publish.edition import AreaNames, Edition
from publish.facets import slugs
from publish.folders import Folders
from publish.frame import shared
from publish.pages import digest
from publish.rendering import Press
from publish.softened import ProperNames
from publish.words import read_words


def printing(  # noqa: PLR0913 - what every page hangs on, each named
    schedules: Schedules,
    almanac: Almanac,
    folders: Folders,
    assets: Assets,
    settings: str,
    *,
    area_names: AreaNames | None = None,
    explorer: str = "",
    preview: bool = False,
) -> tuple[dict[str, Edition], Press]:
    """The editions of an almanac, and what renders their pages."""
    editions = make_editions(schedules, almanac, folders, settings, area_names=area_names, preview=preview)
    return editions, Press(folders.templates, {language: shared(edition, assets, explorer) for language, edition in editions.items()})


def make_editions(  # noqa: PLR0913 - what every page hangs on, each named
    schedules: Schedules,
    almanac: Almanac,
    folders: Folders,
    settings: str,
    *,
    area_names: AreaNames | None = None,
    preview: bool = False,
) -> dict[str, Edition]:
    """One edition a language of the region, in its order."""
    languages = tuple(schedules.region.languages)
    words = read_words(folders.locale, languages)
    names, shared_by_several = _proper_names(almanac, area_names or {}), _shared_districts(almanac)
    named = slugs(almanac, languages)
    return {
        language: Edition(
            language=language,
            languages=languages,
            words=words[language],
            dates=Dates(words[language]),
            others=words,
            addresses=Addresses.below(schedules.region.public_address, named),
            almanac=almanac,
            region=schedules.region,
            fingerprint=digest(settings, language, repr((almanac.topics, almanac.audiences)), names.digest, *sorted(shared_by_several)),
            shared_districts=shared_by_several,
            proper_names=names,
            area_names=area_names or {},
            is_preview=preview,
        )
        for language in languages
        if language in FOLDERS
    }


def _proper_names(almanac: Almanac, area_names: AreaNames) -> ProperNames:
    """The names of places with their districts and municipalities, in every language, and of organizers."""
    places = almanac.places.values()
    areas = {area for place in places for area in (place.district, place.municipality)}
    registry = [*(one.name for one in places), *(one.name for one in almanac.organizers.values()), *map(area_names.get, areas)]
    return ProperNames.of((*areas, *(text for name in registry if name for text in name.values())))


def _shared_districts(almanac: Almanac) -> frozenset[str]:
    """Names of districts that places of more than one municipality have."""
    towns: dict[str, set[str]] = defaultdict(set)
    for place in almanac.places.values():
        towns[place.district].add(place.municipality)
    return frozenset(district for district, there in towns.items() if district and len(there) > 1)
