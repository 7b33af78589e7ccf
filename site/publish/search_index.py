"""The search index of one language: what is to come, in columns, for ``static/script/search-index.js``.

Two files: the next 30 days with every series and all that stands without dates, and on demand the rest. What many rows share (places,
words of topics, prices) stands once in a list and is named by its number: a synonym costs bytes once a subject, never once an event.
"""

from __future__ import annotations

import json
import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import ceil
from typing import Any, Generic, TypeVar

from normalize.distances import Point, distance_km
from normalize.identity import SLUG_WORDS, slug
from publish.almanac import Almanac
from publish.answers import answers
from publish.cards import card, event_rhythm, last_day_shown, place_of, standing_text, status_mark
from publish.edition import Edition
from publish.facets import Facets
from publish.search_words import SearchWords
from publish.views import Answers, Mark, Prose
from store.reading import EventRow, OccurrenceRow, PlaceRow

SPAN = 30
"""Days that the first file holds, today included."""
RADII = (5, 10, 20, 50)
"""Kilometres around an area that one may ask for."""
_NEAR = 20
_STEP = 5
"""Farther than so many kilometres, distances are rounded up to steps: nobody asks there for more, and it saves half of the bytes."""
_DAY = timedelta(days=1)
_FLAGS = {"is-free": 1, "no-enrolment": 2, "step-free": 4}
_STALE = 8
_SIMPLE = re.compile(r"[a-zA-Z0-9åäöÅÄÖ .,:;!?&+()/–-]*")
"""Titles whose slug the script makes as ``normalize.identity.slug`` does."""
_FREE = "f:free"
_CANCELLED = "EventCancelled"

Value = TypeVar("Value", bound=Hashable)


@dataclass(slots=True)
class _Listed(Generic[Value]):
    """Values that each get a number at their first use."""

    numbers: dict[Value, int] = field(default_factory=dict)

    def __call__(self, value: Value) -> int:
        return self.numbers.setdefault(value, len(self.numbers))

    def __iter__(self) -> Iterator[Value]:
        return iter(self.numbers)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is, as results show and filter it."""

    name: str
    area: str
    place_id: str
    district: str
    point: Point | None
    also: str = ""
    """What else it is found by: the place's names in other languages, its district and municipality in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far it is from the middle of each area; the middle is the mean of its places."""

    centres: Mapping[str, Point | None]
    """Area's name in addresses -> its middle."""
    within: Mapping[str, frozenset[str]]
    """The same -> ids of its places."""
    names: Mapping[str, str]

    @classmethod
    def of(cls, facets: Facets, almanac: Almanac) -> Reach:
        """The reach of every area in which something is to come."""
        areas = [facet for facet in facets.single.get("area", ()) if facet.coming]
        within = {facet.target.name: (facet.place_ids or frozenset()) - {""} for facet in areas}
        return cls(
            centres={name: middle(ids, almanac) for name, ids in within.items()},
            within=within,
            names={facet.target.name: facet.names[0]["und"] for facet in areas},
        )

    def kilometres(self, area: str, spot: Spot) -> int:
        """Whole kilometres, rounded up, far ones to steps; 0 within the area, -1 where it is not known or farther than anyone asks for."""
        if spot.place_id in self.within[area] or (not spot.place_id and spot.district == self.names[area]):
            return 0
        centre = self.centres[area]
        if centre is None or spot.point is None:
            return -1
        away = max(1, ceil(distance_km(centre, spot.point)))
        if away > RADII[-1]:
            return -1
        return away if away <= _NEAR else ceil(away / _STEP) * _STEP


def middle(place_ids: Iterable[str], almanac: Almanac) -> Point | None:
    """The mean of the places' coordinates, ``None`` where none has any."""
    places = [almanac.places[one] for one in sorted(place_ids) if one in almanac.places]
    points = [(place.latitude, place.longitude) for place in places if place.latitude is not None and place.longitude is not None]
    if not points:
        return None
    return sum(latitude for latitude, _ in points) / len(points), sum(longitude for _, longitude in points) / len(points)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One line of results before it is put into columns: an event, or a date of one that has a name of its own."""

    event: EventRow
    name: Prose
    told: Answers
    dates: tuple[OccurrenceRow, ...]
    rhythm: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Searching:
    """What the indexes of all languages share."""

    reach: Reach
    words: SearchWords


def indexes(edition: Edition, searching: Searching) -> tuple[bytes, bytes]:
    """The first file and the one that is fetched on demand, as JSON."""
    now, later = _rows(edition)
    return tuple(_written(_Columns(edition, searching).of(rows)) for rows in (now, later))  # type: ignore[return-value]


def _written(data: Mapping[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _rows(edition: Edition) -> tuple[list[_Row], list[_Row]]:
    """What is on within the span with every series and what has no dates, and what is on after it."""
    almanac = edition.almanac
    end = almanac.today + SPAN * _DAY
    now: list[_Row] = []
    later: list[_Row] = []
    for event in almanac.events.values():
        if event.withdrawn_at is not None:
            continue
        dates = almanac.upcoming(event.id)
        soon = [one for one in dates if one.day < end] or (dates[:1] if event.is_series else [])
        if soon or event.first_start is None:
            now += _rows_of(event, soon, edition)
        later += _rows_of(event, [one for one in dates if one.day >= end], edition) if dates and dates[-1].day >= end else []
    return _ordered(now), _ordered(later)


def _ordered(rows: list[_Row]) -> list[_Row]:
    """By title, so that equal ones stand together and take little room."""
    return sorted(rows, key=lambda row: (row.name.text, row.event.id))


def _rows_of(event: EventRow, dates: Sequence[OccurrenceRow], edition: Edition) -> Iterator[_Row]:
    """A row for the event, and one for every other name that some of its dates have."""
    names: dict[Prose, list[OccurrenceRow]] = {}
    for one in dates:
        names.setdefault(card(one, edition).name, []).append(one)
    if not dates:
        names[edition.titled(event.name)] = []
    for name, own in names.items():
        rhythm = event_rhythm(event, edition)
        yield _Row(event=event, name=name, told=answers(event, edition), dates=tuple(own), rhythm=rhythm)


class _Columns:
    """The columns of one file and the lists they name."""

    def __init__(self, edition: Edition, searching: Searching) -> None:
        self.edition, self.reach, self.words = edition, searching.reach, searching.words
        self.times: _Listed[tuple[str, str]] = _Listed()
        self.spots: _Listed[Spot] = _Listed()
        self.marks: _Listed[tuple[Mark, ...]] = _Listed()
        self.terms: _Listed[str] = _Listed()
        self.sets: _Listed[tuple[int, ...]] = _Listed()
        self.texts: dict[str, _Listed[str]] = {
            name: _Listed() for name in ("languages", "organizers", "whom", "cost", "enrol", "told", "rhythms", "notes", "access", "spoken")
        }
        self.cancelled: set[int] = set()
        self.days: set[date] = set()

    def of(self, rows: Sequence[_Row]) -> dict[str, Any]:
        """The file's content: columns first, for they fill the lists."""
        columns = self._columns(rows)
        edition, almanac = self.edition, self.edition.almanac
        spots = list(self.spots)
        return {
            "day": almanac.today.isoformat(),
            "zone": almanac.zone.key,
            "span": SPAN,
            "reach": (almanac.span.last - almanac.today).days + 1,
            "folders": [edition.href(kind) for kind in ("event", "series")],
            "columns": columns,
            "slugs": {n: row.event.slug for n, row in enumerate(rows) if not _is_simple(row)},
            "also": {n: also for n, row in enumerate(rows) if (also := _other_names(row))},
            "days": {(day - almanac.today).days: [edition.dates.short(day), edition.dates.on_day(day)] for day in sorted(self.days)},
            "times": [list(pair) for pair in self.times],
            "places": [[spot.name, spot.area, spot.also] if spot.also else [spot.name, spot.area] for spot in spots],
            "km": {area: [self.reach.kilometres(area, spot) for spot in spots] for area in self.reach.names},
            "marks": [[[mark.kind, mark.word] for mark in marks] for marks in self.marks],
            "cancelled": sorted(self.cancelled),
            "terms": [self._term(code) for code in self.terms],
            "sets": [list(codes) for codes in self.sets],
            **{name: list(texts) for name, texts in self.texts.items()},
        }

    def _columns(self, rows: Sequence[_Row]) -> dict[str, Any]:
        text = self.texts
        return {
            "title": [row.name.text for row in rows],
            "id": "".join(row.event.id[:6] for row in rows),
            "folder": "".join("1" if row.event.is_series else "0" for row in rows),
            "flags": [_flags(row.told) for row in rows],
            "language": [text["languages"](row.name.lang) for row in rows],
            "organizer": [text["organizers"](self._organizer(row.event)) for row in rows],
            "terms": [self.sets(tuple(self.terms(code) for code in _codes(row))) for row in rows],
            "whom": [text["whom"](row.told.whom) for row in rows],
            "cost": [text["cost"](row.told.cost) for row in rows],
            "enrol": [text["enrol"](row.told.enrol) for row in rows],
            "told": [text["told"](row.told.told) for row in rows],
            "rhythm": [text["rhythms"](row.rhythm) for row in rows],
            "access": [text["access"](" ".join(features_there(row.event))) for row in rows],
            "spoken": [text["spoken"](" ".join(sorted(set(row.event.in_language)))) for row in rows],
            "dates": [self._dates(row) for row in rows],
        }

    def _organizer(self, event: EventRow) -> str:
        """Who is responsible, by every name that somebody may know."""
        organizer = self.edition.almanac.organizers.get(event.organizer_id)
        names = [*(organizer.name.values() if organizer else ()), *event.details.credited.values()]
        return ", ".join(dict.fromkeys(names))

    def _dates(self, row: _Row) -> list[list[int]]:
        """The dates, those that differ in the day alone together: ``[time, place, marks, note, further days, first day, steps ...]``."""
        if not row.dates:
            return [self._standing(row)]
        groups: dict[tuple[int, ...], list[int]] = {}
        for one in row.dates:
            self.days.add(one.day)
            groups.setdefault(self._group(row, one), []).append((one.day - self.edition.almanac.today).days)
        return [[*group, *(day - before for before, day in zip([0, *days], days, strict=False))] for group, days in groups.items()]

    def _group(self, row: _Row, one: OccurrenceRow) -> tuple[int, ...]:
        shown = card(one, self.edition)
        marks = self.marks(shown.marks)
        if one.event_status == _CANCELLED:
            self.cancelled.add(marks)
        note = ", ".join(text for text in shown.more if text != row.rhythm)
        return (
            self.times((shown.start, shown.end)),
            self.spots(self._spot(row.event, one.place_id, one.place_text)),
            marks,
            self.texts["notes"](note),
            (last_day_shown(one) - one.day).days,
        )

    def _standing(self, row: _Row) -> list[int]:
        """What has no dates: a group without days."""
        event = row.event
        marks = self.marks((*status_mark(event.event_status, self.edition), *row.told.marks))
        note = self.texts["notes"](standing_text(event, self.edition))
        return [self.times(("", "")), self.spots(self._spot(event, event.place_id, event.place_text)), marks, note, 0]

    def _spot(self, event: EventRow, place_id: str, place_text: str) -> Spot:
        name, area = place_of(place_id, place_text, self.edition)
        place = self.edition.almanac.places.get(place_id)
        where = place or event
        point = None if where.latitude is None or where.longitude is None else (where.latitude, where.longitude)
        if place is None:
            return Spot(name.text, area, "", event.district, point)
        names = dict.fromkeys((*place.name.values(), *self._areas(place)))
        also = "\n".join(other for other in names if other not in {"", name.text, area})
        return Spot(name.text, area, place.id, place.district, point, also)

    def _areas(self, place: PlaceRow) -> Iterator[str]:
        """District and municipality of a place by every name that somebody may know."""
        for text in (place.district, place.municipality):
            yield text
            yield from self.edition.area_names.get(text, {}).values()

    def _term(self, code: str) -> list[str]:
        """``["s:flea_markets", "Kirpputorit", "kirppis ..."]``: code, name, further words."""
        if code == _FREE:
            return [code, self.edition.words("cost.free"), self.edition.words("search.free_words")]
        kind, _, own = code.partition(":")
        almanac = self.edition.almanac
        row = (almanac.audiences if kind == "a" else almanac.topics).get(own)
        name = self.edition.said(row.name).text if row else ""
        return [code, name, " ".join(self.words.get((self.edition.language, own), ()))]


def features_there(event: EventRow) -> list[str]:
    """What is known to be there for those who need it, by codes of the vocabulary."""
    return sorted({one.code for one in event.details.accessibility if one.is_available})


def _flags(told: Answers) -> int:
    """What the filters ask for, and whether it was long not read, in bits."""
    return sum(_FLAGS[flag] for flag in told.flags.split()) + (_STALE if told.is_stale else 0)


def _codes(row: _Row) -> Iterator[str]:
    """For whom it is, what it is about, and whether it is free: ``a:`` audiences, ``s:`` subjects, ``t:`` topics, ``f:free``."""
    details = row.event.details
    yield from (f"s:{code}" for code in details.subjects)
    yield from (f"t:{code}" for code in details.topics)
    yield from (f"a:{code}" for code in details.audience)
    if "is-free" in row.told.flags.split():
        yield _FREE


def _other_names(row: _Row) -> str:
    """What it is called in other languages."""
    return "\n".join(dict.fromkeys(name for name in row.event.name.values() if name != row.name.text))


def _is_simple(row: _Row) -> bool:
    """Whether the script can make the slug of the title and the first six characters of the id."""
    made = slug(row.name.text, row.event.id)
    return made == row.event.slug and len(made) <= SLUG_WORDS and _SIMPLE.fullmatch(row.name.text) is not None and made != row.event.id
