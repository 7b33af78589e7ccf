"""The week of a list on one strip: what is on which weekday, by number and hour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from explorer.referral_cards import Card, Speaking


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing on a weekday."""

    number: int
    hours: str
    name: str
    day: str
    """The day itself where it is not every week."""
    order: tuple[str, date, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Seven days, Monday first, each with what is on in the order of the clock."""

    days: tuple[tuple[str, tuple[Mark, ...]], ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing has a date."""
        return not any(marks for _, marks in self.days)


def strip(cards: Sequence[tuple[int, Card]], words: Speaking) -> Strip:
    """The strip of the numbered cards."""
    found: dict[int, list[Mark]] = defaultdict(list)
    for number, card in cards:
        is_weekly = bool(card.rhythm.usual)
        for when in card.rhythm.next[:1] if is_weekly else card.rhythm.next:
            hours = words.days.hours(when)
            order = (when.local_start.isoformat()[11:16], when.day, number)
            day = "" if is_weekly else words.days.brief(when.day)
            found[when.day.weekday()].append(Mark(number=number, hours=hours, name=card.name.text, day=day, order=order))
    names = words.t["weekdays_short"].split()
    return Strip(days=tuple((name, tuple(sorted(found[at], key=lambda mark: mark.order))) for at, name in enumerate(names)))
