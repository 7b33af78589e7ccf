"""When events take place: recurrence rules made into dated instances (RFC 5545 sections 3.3.10, 3.8.4.4, 3.8.5).

    recurrence_rule       the text of a rule as data, refused where it could not be meant or could run away
    recurrence_days       the days a rule picks out, period by period, within a budget of steps
    recurrence_starts     the instances of one rule on the wall clock; plain rules by arithmetic
    recurrence_zone       wall clock and instant, where clocks change
    recurrence_series     DTSTART, RRULE and RDATE together, EXDATE
    recurrence_overrides  RECURRENCE-ID and THISANDFUTURE
    recurrence_instances  walls made into starts and ends
    recurrence_vet        may this series be expanded at all, and does it touch the window?
    recurrence_remarks    what the publisher should hear although it is expanded

What was decided where the standard leaves a choice, and where other programs differ, is in ``docs/recurrence.md``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from normalize.model import Listing
from normalize.recurrence_instances import Instance, Piece, alone, instances, length_of, reach
from normalize.recurrence_overrides import Override, Placed, beside, by_day, overrides_of, own_id, piece_of, placed
from normalize.recurrence_remarks import remarks
from normalize.recurrence_rule import RuleError
from normalize.recurrence_series import Series, occurring, series_of
from normalize.recurrence_starts import DAY, LAST_WALL
from normalize.recurrence_vet import enters, touches, vet
from normalize.recurrence_window import EPOCH, Window, midnight
from normalize.recurrence_zone import zone

__all__ = ["Instance", "RuleError", "Window", "enters", "expand", "remarks", "touches", "vet"]

_REACH = 400 * DAY
"""How far beyond the window an override is looked up in its series, so that a moved instance keeps its id."""


def expand(master: Listing | None, overrides: Sequence[Listing], window: Window) -> list[Instance]:
    """Every instance that overlaps the window, by start.

    ``master`` is the series or the single event, ``None`` where only overrides are left: each then stands for itself. Instances that
    EXDATE takes out are absent; cancelled ones are present, with the status of their listing. The order of ``overrides`` does not
    matter. Raises ``RuleError`` where a rule cannot be read: such a series is set aside by ``vet`` and never comes here.
    """
    if master is None:
        return _ordered((alone(one, own_id(one)) for one in overrides), window)
    series = series_of(master.begins, master.recurrence, master.timezone)
    whole = Piece(listing=master, begin=0, shift=0, length=length_of(master.begins, master.end, zone(master.timezone)))
    if overrides:
        return _with_overrides(series, whole, overrides, window)
    first, last = reach(window, series.timezone, whole.length)
    found = instances(series, whole, _kept(series, occurring(series, first, last)), window)
    return found if _is_ordered(series) else _ordered(found, window)


def _with_overrides(series: Series, whole: Piece, listings: Sequence[Listing], window: Window) -> list[Instance]:
    """The instances of the master and of each THISANDFUTURE piece, with single instances replaced."""
    overrides = overrides_of(series, listings)
    first, last = _around(series, whole, overrides, window)
    walls = occurring(series, first, last)
    replacing, without = placed(series, overrides, by_day(walls))
    places = replacing + beside(without, whole.listing.sequence, first, last)
    pieces = sorted([whole, *(piece_of(series, p) for p in places if p.listing.this_and_future)], key=lambda piece: piece.begin)
    found = [alone(place.listing, place.recurrence_id) for place in places]
    replaced = {place.wall for place in places}
    free = [wall for wall in _kept(series, walls) if wall not in replaced]
    for piece, until in zip(pieces, [*(later.begin for later in pieces[1:]), LAST_WALL + 1], strict=True):
        low, high = reach(window, series.timezone, piece.length, piece.shift)
        own = [wall for wall in free if piece.begin <= wall < until and low <= wall <= high]
        found += instances(series, piece, own, window)
    return _ordered(found, window)


def _around(series: Series, whole: Piece, overrides: Sequence[Override], window: Window) -> tuple[int, int]:
    """The bounds between which the series must be known: for the window, for what moves into it, and around each override near it."""
    low, high = reach(window, series.timezone, whole.length)
    least, most = low - _REACH, high + _REACH
    for override in overrides:
        if override.listing.this_and_future:
            piece = piece_of(series, Placed(listing=override.listing, wall=override.wall, recurrence_id=override.own_id))
            bounds = reach(window, series.timezone, piece.length, piece.shift)
            low, high = min(low, max(bounds[0] - DAY, least)), max(high, min(bounds[1] + DAY, most))
        if least <= override.wall <= most:
            low, high = min(low, override.day * DAY), max(high, override.day * DAY + DAY - 1)
    return low, high


def _kept(series: Series, walls: Sequence[int]) -> Sequence[int]:
    """The walls that EXDATE leaves."""
    return [wall for wall in walls if not series.drops(wall)] if series.dropped or series.dropped_days else walls


def _is_ordered(series: Series) -> bool:
    """True when a missing hour cannot put instances out of order: not more than one a day."""
    return len(series.rules) + len(series.dates) <= 2 and all(rule.times_a_day == 1 for rule, _ in series.rules)  # noqa: PLR2004 - DTSTART and one rule


def _ordered(found: Iterable[Instance], window: Window) -> list[Instance]:
    """Those that overlap the window, by start, then by id."""

    def place(instance: Instance) -> tuple[timedelta, str, str]:
        start = instance.start if isinstance(instance.start, datetime) else midnight(instance.start, window.timezone)
        return start - EPOCH, instance.recurrence_id, instance.listing.id

    return sorted((one for one in found if window.holds(one.start, one.end)), key=place)
