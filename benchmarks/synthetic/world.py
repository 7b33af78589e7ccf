"""The region itself: its houses with their rooms and spellings, and who publishes what."""

from __future__ import annotations

import random
from dataclasses import dataclass

from benchmarks.synthetic.headings import capital, plain
from benchmarks.synthetic.words import Words
from benchmarks.synthetic.words_places import ASSOCIATIONS, DISTRICTS, HOUSES, ROOMS, STREETS, TOWNS
from harvesters.region_rules import Names
from harvesters.source import OrganizerEntry, PlaceEntry, Role, RoomEntry, Schedules, Source

ZONE = "Europe/Helsinki"
_PER_PLACE = 90
"""Listings for each place."""
_FEWEST, _MOST = 20, 900
_COMMON_ROOMS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """A place, and what it is called by people who do not look it up."""

    entry: PlaceEntry
    town: str
    district: str
    genitive: str
    kind: Words

    @property
    def name(self) -> str:
        """Its official Finnish name."""
        return self.entry.name["fi"]

    @property
    def inside(self) -> str:
        """The genitive of what sort of house it is."""
        kind = plain(self.kind.fi)
        return {"kirkko": "kirkon", "palvelukeskus": "palvelukeskuksen", "asukastupa": "asukastuvan"}.get(kind, f"{kind}n")


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Places and sources."""

    houses: tuple[House, ...]
    sources: dict[str, Source]
    schedules: Schedules
    clubs: dict[str, tuple[str, ...]]
    """Town -> ids of the sources of its associations."""

    def of_role(self, start: str, town: str = "") -> str:
        """Id of the source of a kind, of a town where there is one for each."""
        return _ascii(f"{start}-{town}") if town else start


def world(listings: int, random_: random.Random) -> World:
    """A region big enough for so many listings."""
    number = min(max(listings // _PER_PLACE, _FEWEST), _MOST)
    grounds = [
        (town, district, genitive, kind) for kind in HOUSES for (district, genitive), town in zip(DISTRICTS, [*TOWNS] * 4, strict=True)
    ]
    chosen = sorted(random_.sample(range(len(grounds)), min(number, len(grounds))))
    houses = tuple(_house(*grounds[at], random_) for at in chosen)
    sources = {source.id: source for source in _sources(houses)}
    schedules = Schedules.model_validate(
        {
            "region": {
                "id": "synthetic",
                "name": "Synthetic",
                "timezone": ZONE,
                "public_address": "https://synthetic.example/",
                "contact": {"name": "Synthetic"},
            },
            "places": [house.entry for house in houses],
            "sources": list(sources.values()),
        }
    )
    clubs = {town: tuple(name for name in sources if name.startswith(_ascii(f"club-{town}"))) for town in TOWNS}
    resolved = {one.id: schedules.resolved(one) for one in schedules.sources}
    return World(houses=houses, sources=resolved, schedules=schedules, clubs=clubs)


def _house(town: str, district: str, genitive: str, kind: Words, random_: random.Random) -> House:
    town_at, district_at = [*TOWNS].index(town), [name for name, _ in DISTRICTS].index(district)
    fi = plain(kind.fi)
    names: Names = {"fi": f"{genitive} {fi}", "sv": f"{district} {kind.sv}", "en": f"{district} {capital(kind.en)}"}
    entry = PlaceEntry(
        id=f"{_ascii(district)}-{_ascii(fi)}",
        name=names,
        aliases=(f"{genitive} {kind.other}", f"{capital(fi)}, {district}"),
        address=f"{random_.choice(STREETS)} {random_.randint(1, 60)}",
        postal_code=f"9{town_at}{district_at % 10}00",
        district=district,
        municipality=town,
        municipality_code=f"9{town_at:02}",
        latitude=round(61.0 + town_at * 0.25 + (district_at // 10) * 0.03 + random_.uniform(-0.004, 0.004), 5),
        longitude=round(27.0 + (district_at % 10) * 0.4 + random_.uniform(-0.008, 0.008), 5),
        rooms=tuple(RoomEntry(id=_ascii(room), name={"fi": room}) for room in random_.sample(ROOMS, _COMMON_ROOMS)),
    )
    return House(entry=entry, town=town, district=district, genitive=genitive, kind=kind)


def _sources(houses: tuple[House, ...]) -> list[Source]:
    made = [_source(f"house-{house.entry.id}", house.name, "organizer") for house in houses]
    for town in sorted({house.town for house in houses}):
        made += [
            _source(f"town-{town}", f"{TOWNS[town]} kaupunki", "municipality"),
            _source(f"umbrella-{town}", f"{TOWNS[town]} järjestöt", "umbrella"),
            _source(f"courses-{town}", f"{TOWNS[town]} opisto", "registration"),
            _source(f"catalogue-{town}", f"{TOWNS[town]} opiston kurssiluettelo", "organizer"),
        ]
        made += [_source(f"club-{town}-{name}", f"{TOWNS[town]} {name} ry", "organizer") for name in ASSOCIATIONS]
    made += [
        _source("tickets", "Lippukauppa", "registration"),
        _source("portal", "Lähitoiminta", "republisher"),
        _source("tourism", "Tourism", "republisher", "en"),
        _source("svenska", "Svenska kalendern", "republisher", "sv"),
    ]
    return made


def _source(name: str, title: str, role: Role, language: str = "fi") -> Source:
    name = _ascii(name)
    return Source(
        id=name,
        title=title,
        organizer=OrganizerEntry(id=name, name={"fi": title}, role=role),
        format="ical",
        url=f"https://{name}.example/feed.ics",
        language=language,
    )


def _ascii_title(text: str) -> str:
    return text.translate(str.maketrans("äöåÄÖÅ", "aoaAOA"))


def _ascii(text: str) -> str:
    return _ascii_title(text.casefold()).replace(" ", "-")
