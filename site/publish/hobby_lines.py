"""A hobby in one line with the state of its enrolment, and hobbies by weekday."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from normalize.links import web_address
from publish.almanac import Almanac, monday
from publish.cards import card, event_rhythm, occurrence_marks, standing_line
from publish.dates import sentence
from publish.edition import Edition
from publish.enrolments import Enrolment, as_of, enrolment, enrolment_mark
from publish.views import Card, Hobby, HobbyGroup, Link, Regular
from store.reading import EventRow, OccurrenceRow

_FEW_DAYS = 3
"""What meets on more weekdays stands once, under "several days a week"."""
_MOST = 150
"""Hobbies shown under one heading."""
_WEEK = timedelta(days=7)
_SEASON = re.compile(r"\(\d+\)|\b(?:\d{4}|kevät|syksy|kesä|talvi|vår|höst|sommar|vinter|spring|autumn|summer|winter)\w*\b|[^\w]+")
_SHUT = frozenset({"full", "queue", "closed"})


@dataclass(frozen=True, slots=True)
class Seasons:
    """Hobbies that are the same one in another season: one name, one organizer, one place."""

    known: Mapping[tuple[str, str, str], Sequence[tuple[date, date, EventRow]]]
    """First and last coming day of each, the earliest first."""

    @classmethod
    def of(cls, events: Iterable[EventRow], almanac: Almanac) -> Seasons:
        """The seasons to come of every hobby."""
        known: dict[tuple[str, str, str], list[tuple[date, date, EventRow]]] = defaultdict(list)
        for event in events:
            coming = almanac.upcoming(event.id)
            if coming:
                known[_same(event)].append((coming[0].day, coming[-1].last_day, event))
        return cls({key: sorted(found, key=lambda one: (one[0], one[2].id)) for key, found in known.items()})

    def after(self, event: EventRow) -> tuple[date, EventRow] | None:
        """The next one that begins when this one is over."""
        found = self.known.get(_same(event), ())
        over = next((last for _, last, one in found if one.id == event.id), None)
        if over is None:
            return None
        return next(((first, one) for first, _, one in found if first > over and one.id != event.id), None)


def _same(event: EventRow) -> tuple[str, str, str]:
    name = event.name.get("fi") or next(iter(event.name.values()), "")
    return event.organizer_id, event.place_id or event.place_text, _SEASON.sub(" ", name.casefold()).strip()


def hobby(event: EventRow, dates: Sequence[OccurrenceRow], seasons: Seasons, edition: Edition, *, enrol: bool = False) -> Hobby:
    """The hobby by the first of the given dates that is held; ``dates`` must not be empty. With ``enrol`` the way to enrol is given."""
    first = next((one for one in dates if one.event_status != "EventCancelled"), dates[0])
    state = enrolment(event, edition)
    return Hobby(card=_card(event, first, state, edition), ways=tuple(_ways(event, state, seasons, edition, enrol=enrol)))


def _card(event: EventRow, first: OccurrenceRow, state: Enrolment, edition: Edition) -> Card:
    """The card of its next date, which says the rhythm and the state instead of the date's own."""
    shown = card(first, edition)
    is_said = state.state and state.closes is None
    told = shown.answers._replace(enrol="") if is_said else shown.answers
    notes = [event_rhythm(event, edition), _next(event, first, edition), *as_of(state, edition)]
    marks = (*occurrence_marks(first, edition), *enrolment_mark(state, edition))
    return replace(shown, marks=marks, more=tuple(note for note in notes if note), answers=told, is_once=not event.is_series)


def _next(event: EventRow, first: OccurrenceRow, edition: Edition) -> str:
    """When it begins, or is held next; the day of what is held once."""
    day = edition.dates.short(first.day)
    if not event.is_series:
        return day
    return edition.words("hobbies.first" if _is_to_begin(event, edition) else "card.next", date=day)


def _is_to_begin(event: EventRow, edition: Edition) -> bool:
    """Whether its very first date is to come, and not within the week."""
    start = event.first_start
    day = edition.almanac.local(start).date() if isinstance(start, datetime) else start
    return day is not None and day - edition.almanac.today > _WEEK


def _ways(event: EventRow, state: Enrolment, seasons: Seasons, edition: Edition, *, enrol: bool) -> Iterable[Link]:
    registration = event.details.registration
    address = web_address(registration.url) if registration else ""
    if enrol and address and state.state == "open":
        yield Link(address, edition.words("enrol.link"), rel="external")
    later = seasons.after(event) if state.state in _SHUT else None
    if later is not None:
        day, other = later
        yield Link(edition.item_href(other), edition.words("hobbies.season", date=edition.dates.short(day)))


def by_weekday(
    events: Iterable[EventRow], seasons: Seasons, edition: Edition, *, only: Callable[[OccurrenceRow], bool] = lambda _: True
) -> tuple[HobbyGroup, ...]:
    """Monday to Sunday, then what meets on many days, then what is held once."""
    found: dict[str, list[tuple[tuple[object, ...], Hobby]]] = defaultdict(list)
    for event in events:
        dates = [one for one in edition.almanac.upcoming(event.id) if only(one)]
        for key, those in _placed(event, dates, edition.almanac).items():
            found[key].append((_order(key, those[0], edition), hobby(event, those, seasons, edition)))
    week = monday(edition.almanac.today)
    days = [week + timedelta(days=n) for n in range(7)]
    named = [(f"day{day.isoweekday()}", sentence(edition.dates.weekday(day)), edition.dates.weekday_short(day)) for day in days]
    named += [(key, edition.words(f"hobbies.{key}"), edition.words(f"hobbies.{key}")) for key in ("many_days", "once")]
    return tuple(_group(key, title, short, found[key]) for key, title, short in named if key in found)


def _group(key: str, title: str, short: str, found: list[tuple[tuple[object, ...], Hobby]]) -> HobbyGroup:
    """The hobbies of one heading in order, as many as a page can hold."""
    ordered = [one for _, one in sorted(found, key=lambda pair: pair[0])]
    return HobbyGroup(id=key, title=title, short=short, hobbies=tuple(ordered[:_MOST]), rest=max(0, len(ordered) - _MOST))


def _order(key: str, first: OccurrenceRow, edition: Edition) -> tuple[object, ...]:
    """By the clock; what is held once by its date."""
    local = edition.almanac.local(first.start)
    return (first.day if key == "once" else date.min, not first.all_day, local.time(), first.event_id)


def _placed(event: EventRow, dates: Sequence[OccurrenceRow], almanac: Almanac) -> dict[str, list[OccurrenceRow]]:
    """Under which headings it stands, with its dates there; moved dates tell nothing of its weekdays."""
    if not dates:
        return {}
    if not event.is_series:
        return {"once": list(dates)}
    usual = [one for one in dates if one.id not in almanac.moved] or list(dates)
    days: dict[str, list[OccurrenceRow]] = defaultdict(list)
    for one in usual:
        days[f"day{one.day.isoweekday()}"].append(one)
    return dict(days) if len(days) <= _FEW_DAYS else {"many_days": usual}


def undated(events: Iterable[EventRow], edition: Edition) -> tuple[Regular, ...]:
    """Those without dates, by name."""
    lines = (standing_line(event, edition) for event in events if event.first_start is None)
    return tuple(sorted(lines, key=lambda line: line.name.text.casefold()))
