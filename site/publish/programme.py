"""What is to come of a list's events: one-offs by day, series in one line each, and no more of both than an old phone can show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from publish.cards import card, day_view, regular, standing_line
from publish.doors import search_link
from publish.edition import Edition
from publish.views import Card, DayView, Link, Regular
from store.reading import EventRow, OccurrenceRow

_ONE_OFFS_SHOWN = 48
MOST = 150
"""Lines of one page: some 70 KB, 9 on the way; what a phone of ten years draws at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """What is to come at one place, by one organizer or of one facet."""

    days: tuple[DayView, ...]
    running: tuple[Card, ...]
    regulars: tuple[Regular, ...]
    rest: int
    """One-offs that are later than those shown."""
    count: int
    """How many events and standing things there are."""
    standing: tuple[Regular, ...] = ()
    """Services, tasks and groups without fixed dates."""
    more: int = 0
    """What goes on, series and standing things for which the page has no room."""
    search: Link
    """The search with the list's question in its address, where something is left out and the search knows the question."""


Only = Callable[[OccurrenceRow], bool]
Series = tuple[EventRow, list[OccurrenceRow]]
"""A series with its usual dates to come."""


@dataclass(slots=True)
class _Coming:
    """What is to come, sorted out."""

    one_offs: list[OccurrenceRow] = field(default_factory=list)
    series: list[Series] = field(default_factory=list)
    undated: list[EventRow] = field(default_factory=list)
    count: int = 0

    @classmethod
    def of(cls, events: Iterable[EventRow], edition: Edition, only: Only) -> _Coming:
        """Of the events, each sort in the order of its list."""
        almanac, made = edition.almanac, cls()
        for event in events:
            dates = list(filter(only, almanac.upcoming(event.id)))
            usual = [occurrence for occurrence in dates if not almanac.is_one_off(occurrence)]
            made.one_offs += dates if not usual else [occurrence for occurrence in dates if almanac.is_one_off(occurrence)]
            if usual:
                made.series.append((event, usual))
            if event.first_start is None:
                made.undated.append(event)
            made.count += bool(dates) + (event.first_start is None)
        made.one_offs.sort(key=lambda occurrence: (occurrence.day, not occurrence.all_day, occurrence.start, occurrence.event_id))
        made.series.sort(key=lambda pair: (pair[1][0].start, pair[1][0].event_id))
        made.undated.sort(key=lambda event: edition.titled(event.name).text.casefold())
        return made


def programme(
    events: Iterable[EventRow], edition: Edition, *, only: Only = lambda _: True, asked: Mapping[str, str] | None = None
) -> Programme:
    """What is to come of the events, as far as ``only`` lets their dates through; ``asked`` is the question that finds it in the search."""
    found, today = _Coming.of(events, edition, only), edition.almanac.today
    coming = [occurrence for occurrence in found.one_offs if occurrence.day >= today]
    shown = coming[:_ONE_OFFS_SHOWN]
    room = MOST - len(shown)
    running = [occurrence for occurrence in found.one_offs if occurrence.day < today][:room]
    series = found.series[: room - len(running)]
    undated = found.undated[: room - len(running) - len(series)]
    more = len(found.one_offs) - len(coming) - len(running) + len(found.series) - len(series) + len(found.undated) - len(undated)
    return Programme(
        days=tuple(day_view(day, items, edition) for day, items in groupby(shown, key=lambda occurrence: occurrence.day)),
        running=tuple(card(occurrence, edition) for occurrence in running),
        regulars=tuple(regular(event, dates, edition) for event, dates in series),
        rest=len(coming) - len(shown),
        count=found.count,
        standing=tuple(standing_line(event, edition) for event in undated),
        more=more,
        search=search_link(asked, edition) if more and asked else Link("", ""),
    )
