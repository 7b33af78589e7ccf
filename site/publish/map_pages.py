"""The places of the region: a numbered map and the same numbers as a list. The list is what one works with; the map is a picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from publish.addresses import Target, slug_words
from publish.cards import area_of
from publish.edition import Edition
from publish.letters import sort_key
from publish.map_picture import Area, Picture, on_the_map, pictures
from publish.pages import Maker, Page
from publish.views import Link
from store.reading import PlaceRow


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine:
    """A place in the list."""

    link: Link
    note: str
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The places of one district; ``number`` is that of the map, 0 for what is not on it."""

    id: str
    number: int
    heading: Link
    """To the district's own page, where it has one."""
    places: tuple[PlaceLine, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    place: PlaceRow
    name: str
    shown: PlaceLine


def places_page(entries: Iterable[tuple[PlaceRow, int]], areas: Sequence[str], edition: Edition, make: Maker) -> Page:
    """The page of all places with the number of events to come at each; ``areas`` are names in addresses that have a page."""
    words, target = edition.words, Target(kind="places")
    lines = sorted((_line(place, n, edition) for place, n in entries), key=lambda line: _order(line, edition))
    districts = [(key, list(group)) for key, group in groupby(lines, key=lambda line: _district(line.place))]
    mapped = _mapped(districts)
    numbers = {area.name: area.number for area in mapped}
    groups = tuple(_group(f"p-{n}", group, numbers.get(key, 0), areas, edition) for n, (key, group) in enumerate(districts, 1))
    head = edition.head(target, words("places.title"), words("places.description", region=edition.name), nav="places")
    content = {
        "title": words("places.title"),
        "lead": words("places.lead"),
        "maps": _maps(mapped, districts, edition),
        "groups": groups,
    }
    return make(target, "pages/places.html", head, content)


def _line(place: PlaceRow, n: int, edition: Edition) -> _Line:
    name = edition.said(place.name)
    count = edition.words.count("count.coming", n) if n else edition.words("count.none")
    return _Line(
        place,
        name.text,
        PlaceLine(link=Link(edition.href("place", place.slug), name.text, name.lang), note=place.address, count=count),
    )


def _district(place: PlaceRow) -> str:
    """``Savonlinna, Keskusta``; what is online or nowhere stands apart."""
    if place.online:
        return "online"
    return ", ".join(dict.fromkeys(part for part in (place.municipality, place.district) if part))


def _order(line: _Line, edition: Edition) -> tuple[bool, bool, str, str, str, str, str]:
    """By municipality and district as they are called in the language, then by name; what is nowhere and what is online come last."""
    place, language = line.place, edition.language
    district = _district(place)
    areas = (place.municipality, place.district) if district else ("", "")
    town, part = (sort_key(edition.area(area), language) for area in areas)
    return place.online, not district, town, part, district, sort_key(line.name, language), place.id


def _mapped(districts: Sequence[tuple[str, Sequence[_Line]]]) -> list[Area]:
    """The districts that the map can show, numbered in the list's order; ``name`` is the district's key."""
    located = []
    for key, lines in districts:
        points = tuple(
            (line.place.latitude, line.place.longitude)
            for line in lines
            if line.place.latitude is not None and line.place.longitude is not None
        )
        if points and key not in {"", "online"}:
            middle = sum(latitude for latitude, _ in points) / len(points), sum(longitude for _, longitude in points) / len(points)
            located.append((key, middle, points))
    near = on_the_map([middle for _, middle, _ in located])
    kept = [one for one, is_near in zip(located, near, strict=True) if is_near]
    return [Area(number, key, middle, points) for number, (key, middle, points) in enumerate(kept, 1)] if len(kept) > 1 else []


def _maps(mapped: Sequence[Area], districts: Sequence[tuple[str, Sequence[_Line]]], edition: Edition) -> tuple[Picture, ...]:
    """The pictures, each number with the shortest name that is clear: of a municipality's only district the municipality's."""
    places = {key: lines[0].place for key, lines in districts}
    towns = [places[area.name].municipality for area in mapped]
    named = []
    for area in mapped:
        place = places[area.name]
        name = place.district if place.district and towns.count(place.municipality) > 1 else place.municipality or place.district
        named.append(Area(area.number, edition.area(name), area.middle, area.places))
    return pictures(named, edition.words("places.near"))


def _group(identifier: str, lines: Sequence[_Line], number: int, areas: Sequence[str], edition: Edition) -> Group:
    words, place = edition.words, lines[0].place
    heading = words("places.online") if place.online else area_of(place, edition) or words("places.elsewhere")
    return Group(
        id=identifier,
        number=number,
        heading=Link(_area(place, areas, edition), heading),
        places=tuple(line.shown for line in lines),
    )


def _area(place: PlaceRow, areas: Sequence[str], edition: Edition) -> str:
    """The page of the district, of the municipality where that has none."""
    slugs = (slug_words(name) for name in (place.district, place.municipality) if not place.online)
    return next((edition.href("area", slug) for slug in slugs if slug and slug in areas), "")
