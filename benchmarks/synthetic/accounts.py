"""What each source makes of an event: titles edited, translated, times shifted, places in other words, exceptions forgotten."""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from benchmarks.synthetic.events import Happening
from benchmarks.synthetic.headings import LOSSY, TELLING, Surroundings, capital, edited, plain, title
from benchmarks.synthetic.world import ZONE, World
from harvesters.record import Moment, RawEvent, RawOffer, RawRegistration, Text

_ZONE = ZoneInfo(ZONE)
_REMARKED = {"place added": 12, "organizer added": 8, "genre added": 6, "words added": 7}
_REWORDED = {"words dropped": 9, "turned": 8, "other name": 8, "apart": 6, "typing error": 9, "cut": 4}
TITLES: dict[str, int] = {"same": 18, "case": 5} | _REMARKED | _REWORDED
TRANSLATIONS: dict[str, int] = {"translated": 88, "shortened": 12}
"""In the language of the source; ``shortened`` says neither for whom nor by whom."""
TIMES: dict[str, int] = {"as told": 66, "an hour": 6, "utc slip": 5, "doors": 5, "no end": 12, "whole day": 4, "other end": 2}
PLACES: dict[str, int] = {"named": 54, "alias": 16, "with room": 10, "address": 5, "misspelt": 8, "reworded": 5, "none": 2}
_DEAR_TITLES = {"translated": 1, "shortened": 1, "other name": 1, "cut": 1, "words dropped": 1, "typing error": 0.5}
_DEAR = _DEAR_TITLES | {"an hour": 1, "utc slip": 1, "whole day": 1, "misspelt": 1, "reworded": 1, "address": 0.5, "none": 1.5}
"""How much of what tells an event each edit takes away."""
_DEAREST = 2.0
"""No account loses more: what nobody could recognise is no fair question."""
_VAGUE = frozenset({"an hour", "utc slip", "whole day"})
"""After these nobody could tell which of two showings of a day is meant."""
_SERIES: dict[str, int] = {"rule": 50, "no breaks": 25, "dated rows": 17, "next date": 8}
_ROWS = (3, 8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One source's account of one event: one record, or the dated rows of a series."""

    source: str
    event: int
    edits: tuple[str, ...]
    """In what it differs from how its organizer tells it."""
    records: tuple[RawEvent, ...]


@dataclass(slots=True)
class Press:
    """Writes accounts."""

    world: World
    random: random.Random
    same_day: Counter[tuple[str, date]] = field(default_factory=Counter)
    """How many events of one thing there are on a day in the whole region."""

    def accounts(self, events: list[Happening], copies: int) -> list[Account]:
        """Everybody's own account, and so many others' of some of the events."""
        self.same_day.update((event.heading.key, day) for event in events for day in event.days)
        made = [self._own(event) for event in events]
        chosen = self.random.sample(range(len(events)), min(len(events), copies))
        while copies > 0:
            event = events[chosen.pop() if chosen else self.random.randrange(len(events))]
            number = min(copies, self.random.choices((1, 2, 3), (72, 22, 6))[0])
            others = self._others(event)
            for source in self.random.sample(others, min(number, len(others))):
                made.append(self._copy(event, source))
                copies -= 1
        return made

    def _others(self, event: Happening) -> list[str]:
        town = event.house.town
        names = [self.world.of_role("town", town), self.world.of_role("umbrella", town), "portal", "tourism", "svenska"]
        names.append(f"house-{event.house.entry.id}")
        if event.heading.sort == "course":
            names.append(self.world.of_role("catalogue", town))
        return sorted(set(names) - {event.owner})

    def _own(self, event: Happening) -> Account:
        return self._account(event, event.owner, ("same", "as told", "named"), "rule")

    def _copy(self, event: Happening, source: str) -> Account:
        """What another source makes of it, within what can be recognised."""
        language = self.world.sources[source].language or "fi"
        name = self._drawn(TITLES if language == "fi" else TRANSLATIONS)
        if (event.is_marked and name in LOSSY) or (name == "words dropped" and event.heading.sort == "match"):
            name = "same" if language == "fi" else "translated"
        when, where = self._drawn(TIMES), self._drawn(PLACES)
        if (event.weeks > 1 and when == "whole day") or (event.is_marked and event.heading.sort in {"play", "film"} and when in _VAGUE):
            when = "as told"
        if where == "none" and not self._is_alone(event):
            where = "named"
        if self._loss(name, when, where) > _DEAREST:
            when = "as told"
        if self._loss(name, when, where) > _DEAREST:
            where = "named"
        told = self._drawn(_SERIES) if event.weeks > 1 else "rule"
        return self._account(event, source, (name, when, where), told)

    def _drawn(self, weights: dict[str, int]) -> str:
        return self.random.choices(list(weights), list(weights.values()))[0]

    def _loss(self, *edits: str) -> float:
        return sum(_DEAR.get(edit, 0) for edit in edits)

    def _is_alone(self, event: Happening) -> bool:
        """Nothing of its name takes place elsewhere in the region on its days, so that its name and day say which it is."""
        return event.heading.sort in TELLING and all(self.same_day[event.heading.key, day] == 1 for day in event.days)

    def _account(self, event: Happening, source: str, edits: tuple[str, str, str], told: str) -> Account:
        name, when, where = edits
        language = self.world.sources[source].language or "fi"
        text = self._title(event, name, language, source)
        shown = replace(_EMPTY, name=(Text(value=text, language=language),), location=self._location(event, where, language))
        page = f"https://{source}.example/{_code(source, event.id)}"
        shown = replace(shown, offers=self._offers(event), registration=self._registration(event, source), url=page)
        start, end = self._times(event, when)
        is_own = source == event.owner
        changed = edits if text != title(event.heading) else edits[1:]
        differs = tuple(edit for edit in (*changed, told) if edit not in {"same", "as told", "named", "rule"})
        records = self._records(event, told, replace(shown, start=start, end=end))
        numbered = tuple(_with_identity(record, _code(source, event.id, n)) for n, record in enumerate(records))
        return Account(source=source, event=event.id, edits=() if is_own else differs, records=numbered)

    def _title(self, event: Happening, edit: str, language: str, source: str) -> str:
        if language != "fi":
            return title(event.heading, language, turned=self.random.random() < 0.3, short=edit == "shortened")
        around = Surroundings(
            district=event.house.district,
            district_genitive=event.house.genitive,
            house=event.house.name,
            organizer=self.world.sources[event.owner].organizer.name["fi"] if source != event.owner else "",
        )
        return edited(edit, event.heading, around, self.random)

    def _location(self, event: Happening, edit: str, language: str) -> tuple[Text, ...]:
        """The location in other words."""
        house = event.house
        name = house.entry.name[language]
        texts = {
            "named": name,
            "alias": self.random.choice(house.entry.aliases),
            "with room": f"{name}, {event.room}",
            "address": f"{house.entry.address}, {house.entry.postal_code} {house.town}",
            "misspelt": _misspelt(name, self.random),
            "reworded": self.random.choice(
                (
                    f"{house.genitive} {house.inside} sali",
                    f"{house.district}, {plain(house.kind.fi)}",
                    f"{house.inside} aula, {house.district}",
                )
            ),
            "none": "",
        }
        text = texts[edit]
        if edit == "named" and event.is_room_told:
            text = f"{name}, {event.room}"
        return (Text(value=capital(text), language=""),) if text else ()

    def _times(self, event: Happening, edit: str) -> tuple[Moment, Moment | None]:
        start, end = event.start, event.start + timedelta(minutes=event.minutes)
        if edit == "whole day":
            return start.date(), None
        shifts = {"an hour": self.random.choice((-60, 60)), "utc slip": -120, "doors": self.random.choice((-30, -60, -30, 15))}
        shift = timedelta(minutes=shifts.get(edit, 0))
        if edit == "doors":
            return _local(start + shift), _local(end)
        if edit == "other end":
            return _local(start), _local(end + timedelta(minutes=self.random.choice((-15, 15, 30))))
        return _local(start + shift), None if edit == "no end" else _local(end + shift)

    def _offers(self, event: Happening) -> tuple[RawOffer, ...]:
        if not event.price or self.random.random() < 0.4:
            return ()
        return (RawOffer(price=event.price if self.random.random() < 0.7 else event.price.replace(" €", "€")),)

    def _registration(self, event: Happening, source: str) -> RawRegistration | None:
        is_told = event.link and (source == event.owner or self.random.random() < 0.35)
        return RawRegistration(url=event.link) if is_told else None

    def _records(self, event: Happening, told: str, first: RawEvent) -> Iterator[RawEvent]:
        """The series as a rule with or without its breaks, as rows, or only its next date."""
        if event.weeks == 1:
            yield first
        elif told in {"rule", "no breaks"}:
            breaks = event.breaks if told == "rule" else ()
            days = [event.start.date() + timedelta(weeks=week) for week in range(event.weeks)]
            missed = tuple(_on(first.start, day - event.start.date()) for day in days if day in breaks)
            yield replace(first, rrule=(f"FREQ=WEEKLY;COUNT={event.weeks}",), exdate=missed)
        else:
            number = 1 if told == "next date" else self.random.randint(*_ROWS)
            for day in event.days[:number]:
                later = day - event.start.date()
                yield replace(first, start=_on(first.start, later), end=None if first.end is None else _on(first.end, later))


_EMPTY = RawEvent(uid="", digest="", text="")


def _code(*parts: str | int) -> str:
    """A number of the source's own: that two of them are of one event must not be seen by it."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:12]


def _with_identity(record: RawEvent, uid: str) -> RawEvent:
    return replace(record, uid=uid, digest=hashlib.sha256(repr(record).encode()).hexdigest()[:16], text=f"UID:{uid}")


def _local(moment: datetime) -> datetime:
    return moment.replace(tzinfo=_ZONE)


def _on(moment: Moment | None, later: timedelta) -> Moment:
    """The same clock time some days later."""
    if isinstance(moment, datetime):
        return datetime.combine(moment.date() + later, time(moment.hour, moment.minute), tzinfo=_ZONE)
    assert moment is not None
    return moment + later


def _misspelt(name: str, random_: random.Random) -> str:
    """The house as somebody writes it in a hurry, its district still to be read."""
    district, _, house = name.partition(" ")
    at = random_.randrange(1, max(2, len(house) - 2))
    return random_.choice(
        (f"{district} {house[:at]}{house[at + 1 :]}", f"{district} {house[:4]}.", f"{district} {house} (huom. sisäänkäynti pihalta)")
    )
