"""The events that there really are, and their doubles that only look like them."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from benchmarks.synthetic.headings import Heading, Sort, plain
from benchmarks.synthetic.words import AGES, APART, AUDIENCES, CLUBS, FAIRS, GRADES, LEVELS, SUBJECTS, THEMES, Audience, Words
from benchmarks.synthetic.words_places import TOWNS
from benchmarks.synthetic.words_stage import BAND_WORDS, CLASSES, CONCERTS, CREATURES, ENSEMBLES, SPORTS, TEAM_ENDS
from benchmarks.synthetic.world import House, World

FIRST = date(2026, 11, 23)
"""A Monday; all events begin within the weeks from here on, before the clocks are put forward."""
WEEKS = 16
_BREAKS = tuple(date(2026, 12, 21) + timedelta(days) for days in range(14))
_SORTS: tuple[tuple[Sort, int], ...] = (
    *(("club", 34), ("fair", 22), ("course", 12), ("lecture", 9), ("concert", 8), ("play", 5), ("film", 3)),
    ("match", 7),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One event of the region."""

    id: int
    heading: Heading
    house: House
    room: str
    is_room_told: bool
    """Its organizer says which room; others may all the same."""
    start: datetime
    """Local clock."""
    minutes: int
    weeks: int
    """How many weekly dates; 1 for what takes place once."""
    breaks: tuple[date, ...]
    """Days on which the series does not meet."""
    owner: str
    """Id of the source of whoever organizes it."""
    price: str
    link: str
    """Where one enrols; empty where one does not."""
    looks_like: str = ""
    """In what it differs from the event it was made to look like; empty for one that stands by itself."""
    base: int = -1
    """Id of that event; -1 for one that stands by itself."""
    is_marked: bool = False
    """Another event looks like it, so that a title must keep what tells them apart."""

    @property
    def days(self) -> list[date]:
        """The local days on which it takes place."""
        days = [self.start.date() + timedelta(weeks=week) for week in range(self.weeks)]
        return [day for day in days if day not in self.breaks]


@dataclass(slots=True)
class Calendar:
    """The events so far; no two of one thing in one house on one day, unless one was made to look like the other."""

    world: World
    random: random.Random
    events: list[Happening] = field(default_factory=list)
    _taken: set[tuple[str, date, str]] = field(default_factory=set)
    _performed: dict[str, set[date]] = field(default_factory=lambda: defaultdict(set))

    def fill(self, number: int, doubles: int) -> None:
        """So many events, so many of them made to look like another."""
        while len(self.events) < number - doubles:
            self._add(self._drawn())
        bases = self.random.sample(range(len(self.events)), min(len(self.events), doubles * 3))
        for at in bases:
            if len(self.events) >= number:
                break
            if (double := self._double(self.events[at])) is not None:
                self.events[at] = replace(self.events[at], is_marked=True)
                self._note(double)

    def _add(self, event: Happening) -> None:
        keys = _keys(event)
        if not keys or self._taken & set(keys) or self._is_performed(event):
            return
        self._note(event)

    def _is_performed(self, event: Happening) -> bool:
        """An ensemble or a pair of teams is at one place a day."""
        who = event.heading.performer
        return bool(who) and bool(self._performed[who] & set(event.days))

    def _note(self, event: Happening) -> None:
        self._taken |= set(_keys(event))
        if event.heading.performer:
            self._performed[event.heading.performer] |= set(event.days)
        self.events.append(event)

    def _drawn(self) -> Happening:
        """An event by itself."""
        names, weights = zip(*_SORTS, strict=True)
        heading = self._heading(self.random.choices(names, weights)[0])
        house = self.random.choice(self.world.houses)
        is_series = heading.sort in {"club", "course"} and self.random.random() < 0.75
        weeks = self.random.choice((5, 6, 8, 8, 10, 12, 13)) if is_series else 1
        hour = self.random.choice((9, 10, 11, 12, 13, 14)) if self.random.random() < 0.4 else self.random.choice((15, 16, 17, 18, 19))
        last = WEEKS * 7 - 1 if weeks == 1 else 27
        day = FIRST + timedelta(self.random.randint(0, last))
        start = datetime.combine(day, datetime.min.time()) + timedelta(hours=hour, minutes=self.random.choice((0, 0, 0, 15, 30, 30)))
        has_link = heading.sort in {"course", "play", "film", "concert"} or self.random.random() < 0.15
        return Happening(
            id=len(self.events),
            heading=heading,
            house=house,
            room=self.random.choice(house.entry.rooms).name["fi"],
            is_room_told=self.random.random() < 0.25,
            start=start,
            minutes=self.random.choice((45, 60, 60, 90, 90, 120, 120, 150, 180)),
            weeks=weeks,
            breaks=_BREAKS if weeks > 1 and self.random.random() < 0.7 else (),
            owner=self._owner(heading.sort, house),
            price=self.random.choice(("", "", "5 €", "8 €", "12 €", "vapaa pääsy", "vapaa pääsy", "20/15 €")),
            link=f"https://ilmo.example/{len(self.events):06}" if has_link else "",
        )

    def _owner(self, sort: Sort, house: House) -> str:
        """Who publishes it first."""
        if sort == "course":
            return self.world.of_role("courses", house.town)
        if sort in {"play", "film"} and self.random.random() < 0.5:
            return "tickets"
        return self.random.choice(self.world.clubs[house.town]) if self.random.random() < 0.5 else f"house-{house.entry.id}"

    def _heading(self, sort: Sort) -> Heading:
        return _HEADINGS[sort](self.random)

    def _double(self, base: Happening) -> Happening | None:
        """An event that looks like another and is not; ``None`` where there can be none."""
        ways = _DOUBLES[base.heading.sort]
        way = self.random.choice(ways)
        made = _WAYS[way](self, base)
        if made is None or (way in _ELSEWHERE and self._taken & set(_keys(made))):
            return None
        owner = base.owner if self.random.random() < 0.5 else self._owner(base.heading.sort, made.house)
        link = f"https://ilmo.example/{len(self.events):06}" if base.link else ""
        return replace(made, id=len(self.events), owner=owner, link=link, looks_like=way, base=base.id, is_marked=True)

    def other_audience(self, base: Happening) -> Happening | None:
        """For people who are not those of the base."""
        if base.heading.audience is None:
            return None
        others = [one for one in [*AUDIENCES, *AGED] if _excludes(one, base.heading.audience)]
        if not others:
            return None
        other = self.random.choice(others)
        return replace(base, heading=replace(base.heading, audience=other), room=self._another_room(base))

    def other_performer(self, base: Happening) -> Happening:
        """Somebody else performs."""
        word = base.heading.performer.split(maxsplit=1)[1]
        other = f"{self.random.choice(ENSEMBLES)} {self.random.choice([one for one in BAND_WORDS if one != word])}"
        return replace(base, heading=replace(base.heading, performer=other), room=self._another_room(base))

    def other_number(self, base: Happening) -> Happening | None:
        """The next session, the next code, or another level where both tell theirs."""
        number, level = base.heading.number, base.heading.level
        if level is not None and (not number or self.random.random() < 0.4):
            level = self.random.choice([one for one in LEVELS if one != level])
        if not number and level is None:
            return None
        other = str(int(number) + 1) if number else ""
        return replace(base, heading=replace(base.heading, number=other, level=level), room=self._another_room(base))

    def other_class(self, base: Happening) -> Happening | None:
        """The same clubs' teams of another age."""
        if not base.heading.number:
            return None  # a match of nobody says which: it may be any
        other = self.random.choice([one for one in CLASSES if one not in {base.heading.number, ""}])
        return replace(base, heading=replace(base.heading, number=other), room=self._another_room(base))

    def other_showing(self, base: Happening) -> Happening:
        """The same again on the same day."""
        hours = self.random.choice((3, 4, 5)) * (1 if base.start.hour < 16 else -1)
        return replace(base, start=base.start + timedelta(hours=hours))

    def other_place(self, base: Happening) -> Happening | None:
        """The same at the same time in another part of the region."""
        far = [house for house in self.world.houses if house.district != base.house.district]
        if not far:
            return None
        house = self.random.choice(far)
        return replace(base, house=house, room=self.random.choice(house.entry.rooms).name["fi"])

    def other_week(self, base: Happening) -> Happening | None:
        """The same some weeks later."""
        weeks = self.random.choice((1, 1, 2, 3))
        return replace(base, start=base.start + timedelta(weeks=weeks)) if base.weeks == 1 else None

    def _another_room(self, base: Happening) -> str:
        rooms = [room.name["fi"] for room in base.house.entry.rooms if room.name["fi"] != base.room]
        return self.random.choice(rooms) if self.random.random() < 0.3 else base.room


def _keys(event: Happening) -> list[tuple[str, date, str]]:
    """House, day and the beginning of what it is, for each of its days."""
    return [(event.house.entry.id, day, event.heading.key[:4]) for day in event.days]


_ELSEWHERE = frozenset({"other place", "other week"})
_WAYS: dict[str, Callable[[Calendar, Happening], Happening | None]] = {
    "other audience": Calendar.other_audience,
    "other performer": Calendar.other_performer,
    "other number": Calendar.other_number,
    "other class": Calendar.other_class,
    "other showing": Calendar.other_showing,
    "other place": Calendar.other_place,
    "other week": Calendar.other_week,
}
_DOUBLES: dict[Sort, tuple[str, ...]] = {
    "club": ("other audience", "other audience", "other place"),
    "fair": ("other audience", "other place", "other week"),
    "course": ("other number",),
    "lecture": ("other week", "other place"),
    "concert": ("other performer",),
    "play": ("other showing", "other week"),
    "film": ("other showing", "other week"),
    "match": ("other class",),
}


def _aged() -> Iterator[tuple[tuple[str, int, int], Audience]]:
    for low, high in AGES:
        yield ("age", low, high), Audience("", f"{low}–{high}-vuotiaille", f"för {low}–{high}-åringar", f"for ages {low}–{high}")
    for low, high in GRADES:
        yield ("grade", low, high), Audience("", f"{low}.–{high}.-luokkalaisille", f"för årskurs {low}–{high}", f"for grades {low}–{high}")


_RANGES = {audience: told for told, audience in _aged()}
AGED = tuple(_RANGES)
"""For whom in years of age and in school grades."""


def _excludes(one: Audience, other: Audience) -> bool:
    """Whether nobody is meant by both: ages that do not meet, groups of people that are not part of each other."""
    if one in _RANGES or other in _RANGES:
        (a, low, high), (b, first, last) = _RANGES.get(one, ("", 0, 0)), _RANGES.get(other, ("", 0, 0))
        return a == b and (high < first or last < low)
    return any(one.en in group and other.en in group for group in APART) and one != other


_OF_SOMEBODY = ("perhe", "lasten", "vauva", "senior", "mies", "avoin nuorten")
"""How the names begin of what says itself for whom it is."""


def _audience(what: Words, random_: random.Random) -> Audience | None:
    """For whom a title says it is: often for nobody in particular."""
    drawn = random_.random()
    if drawn < 0.4 or what.fi.startswith(_OF_SOMEBODY):
        return None
    return random_.choice(AUDIENCES) if drawn < 0.75 else random_.choice(AGED)


def _club(random_: random.Random) -> Heading:
    what = random_.choice(CLUBS)
    return Heading(sort="club", what=what, audience=_audience(what, random_), theme=_theme(random_))


def _fair(random_: random.Random) -> Heading:
    what = random_.choice(FAIRS)
    audience = _audience(what, random_) if random_.random() < 0.3 else None
    return Heading(sort="fair", what=what, audience=audience, theme=_theme(random_))


def _theme(random_: random.Random) -> Words | None:
    """What it is about this time, which few titles say."""
    drawn = random_.random()
    return random_.choice(THEMES) if drawn < 0.08 else _story(random_) if drawn < 0.12 else None


def _course(random_: random.Random) -> Heading:
    subject, level = random_.choice(SUBJECTS), random_.choice((None, *LEVELS))
    number = str(random_.randint(110000, 499999)) if random_.random() < 0.5 else random_.choice(("", "1", "2", "3"))
    what = Words(subject.fi, subject.sv, subject.en)
    return Heading(sort="course", what=what, genitive=subject.genitive, level=level, number=number)


def _lecture(random_: random.Random) -> Heading:
    return Heading(sort="lecture", what=random_.choice(THEMES))


def _concert(random_: random.Random) -> Heading:
    return Heading(sort="concert", what=random_.choice(CONCERTS), performer=_ensemble(random_))


def _ensemble(random_: random.Random) -> str:
    return f"{random_.choice(ENSEMBLES)} {random_.choice(BAND_WORDS)}"


def _story(random_: random.Random) -> Words:
    """The name of a play or a film."""
    a, b = random_.sample(CREATURES, 2)
    return random_.choice(
        (
            Words(f"{a.fi} ja {b.fi}", f"{a.sv} och {b.sv}", f"{a.en} and {b.en}"),
            Words(f"{a.fi} vai {b.fi}", f"{a.sv} eller {b.sv}", f"{a.en} or {b.en}"),
            Words(f"kun {a.fi} lauloi", f"när {a.sv} sjöng", f"when {a.en} sang"),
            Words(f"viimeinen {a.fi}", f"den sista: {a.sv}", f"the last of {a.en}"),
        )
    )


def _play(random_: random.Random) -> Heading:
    return Heading(sort="play", what=_story(random_))


def _film(random_: random.Random) -> Heading:
    return Heading(sort="film", what=_story(random_))


def _match(random_: random.Random) -> Heading:
    home, away = random_.sample([f"{genitive} {end}" for genitive in TOWNS.values() for end in TEAM_ENDS], 2)
    return Heading(sort="match", what=random_.choice(SPORTS), performer=f"{plain(home)} – {away}", number=random_.choice(CLASSES))


_HEADINGS: dict[Sort, Callable[[random.Random], Heading]] = {
    "club": _club,
    "fair": _fair,
    "course": _course,
    "lecture": _lecture,
    "concert": _concert,
    "play": _play,
    "film": _film,
    "match": _match,
}
