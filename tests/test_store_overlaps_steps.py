"""Step by step, whatever changes, the same competes and the same is alike as when all of it is looked for at once."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from harvesters.record import RawEvent
from harvesters.source import Schedules
from kooste.correcting import Correcting
from kooste.relating import Relating, relate_changed
from kooste.vocabulary import vocabulary
from normalize.mapping import Context
from normalize.overlaps import SEVERITY
from normalize.overlaps_slot import Rules
from normalize.similar import SimilarRules
from store.database import open_store
from store.relations import RelateCounts
from store.verdicts import Decision, give_verdict, take_back
from tests.store_support import DAY, HELSINKI, HOUR, NOW, Region, record, schedules

SOURCES = ("choir", "library", "town")
_FIRST = datetime(2026, 11, 2, 16, tzinfo=HELSINKI)
_NAMES = (
    *("Ensiapukurssi EA1", "EA1-ensiapukurssi", "Ensiapukurssi EA1") * 2,
    *("Nuorten elokuvailta", "Nuorten lautapelit", "Lukupiiri"),
    *("Senioreiden jumppa", "Seniorien lukupiiri", "Neuleilta", "Maahanmuuttajien kielikahvila", "Leivontakurssi", "Joulun leivontakurssi"),
)
_PLACES = (
    {"id": "library", "name": "Kirjasto", "latitude": 61.8675, "longitude": 28.8861},
    {"id": "church", "name": "Seurakuntatalo", "latitude": 61.8657, "longitude": 28.8787},
    {"id": "village", "name": "Kylätalo", "latitude": 61.912, "longitude": 29.285},
    {"id": "attic", "name": "Vintti"},
)
"""The last is on no map: it is where the first event there says."""
_POINTS = ((None, None), (61.866, 28.88), (62.9, 27.7))
_RULES = (Rules(most=2), Rules(), Rules(near_km=25, most=3), Rules(near_km=0.1, wide_km=60, levels=frozenset({"topics", "subjects"})))
_SIMILAR = (SimilarRules(most_met=1, most_alike=5), SimilarRules(most_alike=2), SimilarRules(most_met=2, days=3))
_STEPS = ("add", "change", "change", "change", "withdraw", "decide", "decide", "several", "day", "rules")
_COMPETING = """
    select min(a.id), min(b.id) from overlap o join strand a on a.event_id = o.event_a join strand b on b.event_id = o.event_b group by o.id
"""
_TABLES = ("overlap", "similar", "slot", "slot_key", "similar_key")


@dataclass(slots=True)
class _Town(Region):
    """A region with its own rules of what competes, whose records change at random."""

    chance: random.Random = field(default_factory=random.Random)
    records: dict[str, dict[str, RawEvent]] = field(default_factory=lambda: {source: {} for source in SOURCES})
    rules: Rules = _RULES[0]
    similar: SimilarRules = _SIMILAR[0]
    now: datetime = NOW
    decided: list[tuple[str, str]] = field(default_factory=list)
    made: int = 0

    def context(self, now: datetime) -> Context:
        return replace(Region.context(self, now), vocabulary=vocabulary())

    def relate(self, now: datetime = NOW, *, everything: bool = False) -> RelateCounts:
        relating = Relating(
            window=self.context(now).window,
            places={place.id: place for place in self.schedules.places},
            correcting=Correcting.of(self.store, self.schedules, now),
            rules=self.rules,
            similar=self.similar,
            now=now,
        )
        return relate_changed(self.store, relating, everything=everything)

    def some(self, uid: str) -> RawEvent:
        """A record of these days, anywhere."""
        chance = self.chance
        start = _FIRST + chance.randrange(4) * DAY + chance.choice((0, 0, 1, 2, 3)) * HOUR
        latitude, longitude = chance.choice(_POINTS)
        end = chance.choice((None, start + HOUR, start + 2 * HOUR, start + 8 * HOUR))
        place = chance.choice(("Kirjasto", "Kirjasto", "Seurakuntatalo", "Kylätalo", "Vintti", "Vintti", "Muualla"))
        status = chance.choice(("", "", "", "TENTATIVE", "CANCELLED"))
        rule = ("FREQ=DAILY;COUNT=3",) if chance.random() < 0.2 else ()
        audience = chance.choice(((), (), ("nuoret",), ("eläkeläiset",), ("nuoret", "eläkeläiset")))
        told: dict[str, Any] = {
            "audience": audience,
            "location": place,
            "latitude": latitude,
            "longitude": longitude,
            "status": status,
            "rrule": rule,
        }
        return record(uid, chance.choice(_NAMES), start, end=end, **told)

    def fill(self, count: int) -> None:
        """So many more records; everything harvested and related."""
        for _ in range(count):
            self.add()
        for source in SOURCES:
            self.harvest(self.records[source].values(), self.now, source)
        self.relate(self.now)

    def add(self) -> str:
        source, self.made = self.chance.choice(SOURCES), self.made + 1
        self.records[source][f"u{self.made}"] = self.some(f"u{self.made}")
        return source

    def change(self) -> str:
        """One record says something else; the source."""
        source = self.chance.choice(SOURCES)
        uid = self.chance.choice(sorted(self.records[source]))
        self.records[source][uid] = self.some(uid)
        return source

    def withdraw(self) -> str:
        source = self.chance.choice(SOURCES)
        del self.records[source][self.chance.choice(sorted(self.records[source]))]
        return source

    def decide(self) -> None:
        """Somebody says that two do not compete, or takes it back."""
        if self.decided and self.chance.random() < 0.4:
            take_back(self.store, self.decided.pop(self.chance.randrange(len(self.decided))))
            return
        pairs = self.rows(_COMPETING)
        if pairs:
            self.decided.append(self.chance.choice(sorted(pairs)))
            give_verdict(self.store, self.decided[-1], Decision(kind="not_overlap", by="toimitus"), self.now)

    def step(self) -> str:
        """Something happens and is related; what it was."""
        what = self.chance.choice(_STEPS)
        self.now += timedelta(minutes=10)
        sources = set()
        if what in {"add", "change", "withdraw"}:
            sources = {getattr(self, what)()}
        elif what == "several":
            sources = {self.add(), self.change(), self.change(), self.withdraw()}
        elif what == "decide":
            self.decide()
        elif what == "day":
            self.now += DAY
        elif what == "rules":
            self.rules, self.similar = self.chance.choice(_RULES), self.chance.choice(_SIMILAR)
        for source in sorted(sources):
            self.harvest(self.records[source].values(), self.now, source)
        self.relate(self.now)
        return what

    def derived(self) -> dict[str, list[tuple[Any, ...]]]:
        return {table: self.rows(f"select * from {table} order by 1, 2, 3") for table in _TABLES}  # noqa: S608 - names of our own

    def anew(self) -> dict[str, list[tuple[Any, ...]]]:
        """The same looked for as if nothing had been looked for before."""
        self.store.public.execute("delete from setting where key = 'overlaps'")
        self.relate(self.now)
        return self.derived()


def test_step_by_step_and_at_once_the_same(tmp_path: Path) -> None:
    told = schedules(sources=SOURCES).model_dump(mode="json", exclude_defaults=True) | {"places": _PLACES}
    seen: set[str] = set()
    for seed in range(3):
        with open_store(tmp_path / str(seed)) as store:
            town = _Town(store, Schedules.model_validate(told), random.Random(seed))
            town.configure()
            town.fill(60)
            for _ in range(14):
                what = town.step()
                now = town.derived()
                assert now == town.anew(), (seed, what)
                seen |= {what, *(row[2] for row in now["overlap"]), *(f"custom {row[-1]}" for row in now["similar"])}
    assert seen == {*_STEPS, *SEVERITY, "custom 0", "custom 1"}


def test_who_comes_between_moves_whom_others_are_compared_with(tmp_path: Path) -> None:
    told = schedules(sources=SOURCES).model_dump(mode="json", exclude_defaults=True) | {"places": _PLACES}
    with open_store(tmp_path) as store:
        town = _Town(store, Schedules.model_validate(told), similar=SimilarRules(most_met=1))
        town.configure()
        others = [record(f"o{number}", name, _FIRST + number * DAY, location="") for number, name in enumerate(_NAMES[6:])]
        first = record("first", "Ensiapukurssi EA1", _FIRST)
        between = record("between", "Ensiapukurssi EA1", _FIRST + DAY, location="Kylätalo")
        town.harvest([*others, first], source="choir")
        town.harvest([record("last", "EA1-ensiapukurssi", _FIRST + 2 * DAY, location="Seurakuntatalo")], source="library")
        town.relate()
        assert town.rows("select days from similar") == [(2,)]
        town.harvest([*others, first, between], NOW + HOUR, "choir")
        town.relate(NOW + HOUR)
        assert town.rows("select days from similar") == [(1,)]
        town.harvest([*others, first], NOW + 2 * HOUR, "choir")
        town.relate(NOW + 2 * HOUR)
        assert town.rows("select days from similar") == [(2,)]
