"""The region as Kooste has it after reading: strands, and which of them are truly one event."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from benchmarks.synthetic.accounts import Account, Press
from benchmarks.synthetic.events import FIRST, Calendar, Happening
from benchmarks.synthetic.world import ZONE, World, world
from harvesters.source import PlaceEntry
from kooste.vocabulary import vocabulary
from normalize.identity import event_id
from normalize.mapping import Context, normalize
from normalize.model import Listing
from normalize.places import PlaceRegistry
from normalize.recurrence import Window
from normalize.relate import Strand, relate

WINDOW = Window(start=date(2026, 10, 22), end=date(2027, 12, 22), timezone=ZONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Everything that is to be joined, and the truth."""

    world: World
    events: tuple[Happening, ...]
    accounts: tuple[Account, ...]
    strands: tuple[Strand, ...]
    account_of: dict[str, int]
    """Id of a strand -> the account it is of, or one of the dated rows of (an index of ``accounts``)."""

    @property
    def places(self) -> dict[str, PlaceEntry]:
        """The registry by id."""
        return {house.entry.id: house.entry for house in self.world.houses}

    @property
    def listings(self) -> list[Listing]:
        """Every record as it was read."""
        return [listing for strand in self.strands for listing in strand.listings]

    def same(self) -> set[tuple[int, int]]:
        """Every pair of accounts that are of one event, the smaller first."""
        groups: dict[int, list[int]] = defaultdict(list)
        for number, account in enumerate(self.accounts):
            groups[account.event].append(number)
        return {pair for group in groups.values() for pair in combinations(group, 2)}

    def pairs_of(self, groups: Iterable[Iterable[str]]) -> set[tuple[int, int]]:
        """The pairs of accounts that share an event, given the strands of each event."""
        return {pair for strands in groups for pair in combinations(sorted({self.account_of[strand] for strand in strands}), 2)}


def region(listings: int, *, duplicates: float = 0.15, doubles: float = 0.08, seed: int = 1) -> Region:
    """A region of about so many listings: ``duplicates`` of them are others' accounts of an event, ``doubles`` only look like one."""
    made, events, accounts = drawn(listings, duplicates=duplicates, doubles=doubles, seed=seed)
    strands, account_of = _strands(made, accounts)
    return Region(world=made, events=tuple(events), accounts=tuple(accounts), strands=strands, account_of=account_of)


def drawn(listings: int, *, duplicates: float = 0.15, doubles: float = 0.08, seed: int = 1) -> tuple[World, list[Happening], list[Account]]:
    """What there is in such a region and what everybody publishes of it, before any of it was read."""
    drawing = random.Random(seed)
    made = world(listings, drawing)
    calendar = Calendar(made, drawing)
    calendar.fill(round(listings * (1 - duplicates)), round(listings * doubles))
    accounts = Press(made, drawing).accounts(calendar.events, round(listings * duplicates))
    drawing.shuffle(accounts)
    return made, calendar.events, accounts


def _strands(made: World, accounts: list[Account]) -> tuple[tuple[Strand, ...], dict[str, int]]:
    """Every record the real way through normalising and relating."""
    context = Context(
        window=WINDOW,
        places=PlaceRegistry(made.schedules.places),
        region_timezone=ZONE,
        max_occurrences=1000,
        today=FIRST,
        vocabulary=vocabulary(),
    )
    strands, account_of = [], {}
    for number, account in enumerate(accounts):
        source = made.sources[account.source]
        for raw in account.records:
            listing = normalize(raw, source, context).listing
            assert listing is not None, raw
            identity = event_id(source.id, listing.uid)
            account_of[identity] = number
            related = relate(identity, [listing], WINDOW)
            strands.append(Strand(id=identity, source_id=source.id, role=source.organizer.role, listings=(listing,), related=related))
    return tuple(strands), account_of
