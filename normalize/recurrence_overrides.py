"""Which instance of a series an override replaces (RFC 5545 section 3.8.4.4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from normalize.model import Listing
from normalize.recurrence_instances import Piece, id_of, length_of
from normalize.recurrence_series import Series
from normalize.recurrence_starts import DAY
from normalize.recurrence_zone import wall_of, zone

_DAY_TEXT = 8
"""Characters of ``20261124``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """A listing with the wall of the series that its recurrence id names."""

    listing: Listing
    wall: int
    day_only: bool
    """The id is a date and the series is timed: only the day is known."""
    own_id: str

    @property
    def day(self) -> int:
        """The day (ordinal) of the instance it names."""
        return self.wall // DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An override and the instance it replaces; ``wall`` is the instance's, or the override's own where it replaces none."""

    listing: Listing
    wall: int
    recurrence_id: str


def overrides_of(series: Series, listings: Sequence[Listing]) -> list[Override]:
    """Each listing's place, the one that counts last: a higher SEQUENCE wins, then the id decides, never the order they came in."""
    return [_override(series, listing) for listing in sorted(listings, key=lambda one: (one.sequence, one.id))]


def placed(series: Series, overrides: Sequence[Override], walls: Mapping[int, Sequence[int]]) -> tuple[list[Placed], list[Override]]:
    """The overrides that replace an instance, and those that match none.

    Matched by instant, else by local day where exactly one instance of that day is not taken yet. Those whose instance EXDATE takes out
    are in neither list. ``walls`` are the series' own by day, those that EXDATE takes out included.
    """
    exact = {o.wall: o for o in overrides if not o.day_only and o.wall in walls.get(o.day, ())}
    others = {o.wall: o for o in overrides if o.wall not in exact and not series.drops(o.wall)}
    found = [_placed(series, o, o.wall) for o in exact.values() if not series.drops(o.wall)]
    taken, without = set(exact), []
    for other in others.values():
        free = [wall for wall in walls.get(other.day, ()) if wall not in taken]
        kept = [wall for wall in free if not series.drops(wall)]
        if len(kept) == 1:
            taken.add(kept[0])
            found.append(_placed(series, other, kept[0]))
        elif kept or not free:
            without.append(other)
    return found, without


def beside(overrides: Sequence[Override], sequence: int, first: int, last: int) -> list[Placed]:
    """The overrides that match no instance, as instances of their own beside the series.

    Left out are those that a later revision of the series made obsolete: their SEQUENCE is lower than the master's ``sequence``, and
    the series was looked through where they belong (``first`` to ``last``). RFC 5545 section 3.8.7.4: SEQUENCE "defines the revision
    sequence number of the calendar component", and a series that is rescheduled or ended is revised with all its instances.
    """
    current = [o for o in overrides if o.listing.sequence >= sequence or not first <= o.wall <= last]
    return [Placed(listing=o.listing, wall=o.wall, recurrence_id=o.own_id) for o in current]


def by_day(walls: Iterable[int]) -> dict[int, list[int]]:
    """The walls of each day (ordinal)."""
    days: dict[int, list[int]] = defaultdict(list)
    for wall in walls:
        days[wall // DAY].append(wall)
    return days


def piece_of(series: Series, place: Placed) -> Piece:
    """The part of the series from this instance on, moved and lengthened as the override says.

    RFC 5545 section 3.8.4.4: "When the given recurrence instance is rescheduled, all subsequent instances are also rescheduled by the
    same time difference"; it is taken on the wall clock, so that it survives a change of the clock.
    """
    tz, listing = zone(series.timezone), place.listing
    shift = wall_of(listing.begins, tz) - place.wall
    return Piece(listing=listing, begin=place.wall, shift=shift, length=length_of(listing.begins, listing.end, tz))


def own_id(listing: Listing) -> str:
    """The id of a listing without a series around it: its recurrence id, or that of its start."""
    if listing.recurrence_id:
        return listing.recurrence_id.removesuffix("Z")
    return id_of(wall_of(listing.begins, zone(listing.timezone)), all_day=listing.all_day)


def _override(series: Series, listing: Listing) -> Override:
    """The listing placed on the wall clock of the series; its id is a wall clock of its own zone (or of UTC with a Z)."""
    text, tz = own_id(listing), zone(series.timezone)
    if len(text) == _DAY_TEXT:
        wall = wall_of(datetime.strptime(text, "%Y%m%d").date(), tz)  # noqa: DTZ007 - a date has no zone
        return Override(listing=listing, wall=wall, day_only=not series.all_day, own_id=text)
    home = zone("UTC" if listing.recurrence_id.endswith("Z") else listing.timezone)
    wall = wall_of(datetime.strptime(text, "%Y%m%dT%H%M%S").replace(tzinfo=home), tz)
    if series.all_day:
        wall = wall // DAY * DAY
    return Override(listing=listing, wall=wall, day_only=False, own_id=id_of(wall, all_day=series.all_day))


def _placed(series: Series, override: Override, wall: int) -> Placed:
    return Placed(listing=override.listing, wall=wall, recurrence_id=id_of(wall, all_day=series.all_day))
