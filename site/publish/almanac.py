"""The rows of one snapshot joined in memory: who, where, and what on which day. Read once, used by every page.

Planned events (STATUS:TENTATIVE) are left out here, once and for all: no page, feed or count of the residents' site knows them.
Withdrawn events keep their page and stand in no list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Protocol
from zoneinfo import ZoneInfo

from harvesters.source import Horizon
from normalize.recurrence import Window
from publish.excerpts import as_shown
from publish.meanwhile import meanwhile
from publish.zones import zone_of
from store.reading import (
    AvailabilityRow,
    EvaluationRow,
    EventRow,
    IssueRow,
    ListingRow,
    OccurrenceRow,
    OrganizerRow,
    OverlapRow,
    PlaceRow,
    SimilarRow,
    SituationRow,
    SourceRow,
    TermRow,
)

_WALL = "%Y%m%dT%H%M%S"
_DATE = "%Y%m%d"
_NIGHT_ENDS = time(5)
_DAY = timedelta(days=1)
_AHEAD = timedelta(days=31)
_NOT_ON = ("EventCancelled", "EventPostponed")


class Rows(Protocol):
    """What the site reads: ``store.reading.Snapshot``, or anything else with the same questions."""

    def sources(self) -> Iterable[SourceRow]:
        """Every source that is or was configured."""

    def places(self) -> Iterable[PlaceRow]:
        """The region's registry of places."""

    def organizers(self) -> Iterable[OrganizerRow]:
        """Everyone who is responsible for events."""

    def events(self) -> Iterable[EventRow]:
        """Every public event, withdrawn and past ones too; planned ones are never among them."""

    def occurrences(self) -> Iterable[OccurrenceRow]:
        """The dated instances within the window."""

    def topics(self) -> Iterable[TermRow]:
        """Topics and subjects of the vocabulary."""

    def audiences(self) -> Iterable[TermRow]:
        """Audiences of the vocabulary."""

    def situations(self) -> Iterable[SituationRow]:
        """Life situations of the vocabulary."""

    def availability(self) -> Iterable[AvailabilityRow]:
        """Places left, as sources told them when the snapshot was made."""

    def listings(self) -> Iterable[ListingRow]:
        """Which source said what."""

    def issues(self) -> Iterable[IssueRow]:
        """What is wrong with the sources' records."""

    def overlaps(self) -> Iterable[OverlapRow]:
        """Dated instances of different events that compete, each pair once."""

    def similar(self) -> Iterable[SimilarRow]:
        """Events of nearly the same content within 60 days of each other."""

    def evaluations(self) -> Iterable[EvaluationRow]:
        """How well duplicates are found, by labelled set."""

    def redirects(self) -> Mapping[str, str]:
        """Former event id -> the event that it is part of now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The days that have pages: ``first`` to ``last``, both inclusive.

    Days, weeks and months that begin before ``first`` are no longer made, because the snapshot no longer holds all of them; the
    pages made earlier stay as they were.
    """

    today: date
    first: date
    last: date

    def days(self) -> Iterator[date]:
        """Every day that has a page."""
        return (self.first + n * _DAY for n in range((self.last - self.first).days + 1))

    def mondays(self) -> Iterator[date]:
        """The Monday of every week that is whole, and of today's week whatever it is."""
        start = monday(self.first)
        start += 7 * _DAY if start < self.first else timedelta()
        start = min(start, monday(self.today))
        while start <= self.last:
            yield start
            start += 7 * _DAY

    def months(self) -> Iterator[date]:
        """The first day of every month that is whole, and of today's month whatever it is."""
        month = self.first if self.first.day == 1 else next_month(self.first)
        month = min(month, self.today.replace(day=1))
        while month <= self.last:
            yield month
            month = next_month(month)


def monday(day: date) -> date:
    """The Monday of the day's ISO week."""
    return day - timedelta(days=day.weekday())


def next_month(day: date) -> date:
    """The first day of the month after."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Almanac:
    """Everything the pages show, looked up by id and by day."""

    zone: ZoneInfo
    now: datetime
    """The instant for which the site is made."""
    span: Span
    sources: Mapping[str, SourceRow]
    places: Mapping[str, PlaceRow]
    organizers: Mapping[str, OrganizerRow]
    events: Mapping[str, EventRow]
    """Public events, withdrawn ones included."""
    dates: Mapping[str, Sequence[OccurrenceRow]]
    """Event id -> its occurrences by start."""
    topics: Mapping[str, TermRow]
    audiences: Mapping[str, TermRow]
    starting: Mapping[date, Sequence[OccurrenceRow]]
    """Day -> what begins on it, whole days first."""
    running: Mapping[date, Sequence[OccurrenceRow]]
    """Day -> what began earlier and still goes on."""
    issues: Mapping[str, Sequence[IssueRow]]
    """Source id -> what is wrong with its records."""
    moved: frozenset[str]
    """Ids of the instances that are not when they were to be: by their series' rule, or as was said before."""
    moved_from: Mapping[date, Sequence[tuple[datetime | date, OccurrenceRow]]]
    """Day -> what was to be on it and is on another day now, each after the time at which it was to be, by that time."""
    fetched: date | None
    """The day on which a source was last fetched; ``None`` before the first time."""
    weeks: frozenset[date]
    """The Mondays of the weeks that have a page."""
    months: frozenset[date]
    """The first days of the months that have a page."""
    told: Mapping[str, Sequence[ListingRow]] = field(default_factory=dict)
    """Event id -> the listings it is made of, by source, the series itself before its dates."""
    overlaps: Sequence[OverlapRow] = ()
    """What competes, between public events that are not withdrawn; by day, the worst first."""
    situations: Mapping[str, SituationRow] = field(default_factory=dict)
    availability: Mapping[str, AvailabilityRow] = field(default_factory=dict)
    """Event id -> what the source that spoke last told of the places left."""
    similar: Mapping[str, Sequence[SimilarRow]] = field(default_factory=dict)
    """Event id -> what is nearly the same, the nearest in time first."""
    evaluations: Sequence[EvaluationRow] = ()
    redirects: Mapping[str, str] = field(default_factory=dict)
    """Former event id -> the event that it is part of now."""
    meanwhile: Mapping[str, Sequence[OccurrenceRow]] = field(default_factory=dict)
    """Event id -> what else is on during its next date for the same people near by."""

    _upcoming: dict[str, list[OccurrenceRow]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What :meth:`upcoming` already found: every page asks."""
    unmarked: dict[str, bool] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Description -> whether it says no more than its plain text, as far as a calendar asked: those of every language do."""

    @property
    def today(self) -> date:
        """The region's day on which the site is made."""
        return self.span.today

    def on(self, day: date) -> Sequence[OccurrenceRow]:
        """Everything that is on that day."""
        return (*self.starting.get(day, ()), *self.running.get(day, ()))

    def local(self, moment: datetime) -> datetime:
        """The instant on the region's clocks."""
        return moment.astimezone(self.zone)

    def is_ahead(self, moment: datetime | date) -> bool:
        """Whether a moment has not come when the site is made; one told as a day comes with it."""
        return moment > self.now if isinstance(moment, datetime) else moment > self.today

    def is_past(self, moment: datetime | date) -> bool:
        """Whether an end has come when the site is made; one told as a day holds the whole of it."""
        return moment <= self.now if isinstance(moment, datetime) else moment < self.today

    def is_one_off(self, occurrence: OccurrenceRow) -> bool:
        """True for a single event, and for an instance of a series that is not as usual: both are news of their day."""
        usual = occurrence.event_status == "EventScheduled" and occurrence.id not in self.moved
        return not usual or not self.events[occurrence.event_id].is_series

    def upcoming(self, event_id: str) -> list[OccurrenceRow]:
        """The event's occurrences that are not over at the beginning of today; the list is everybody's, not to be changed."""
        found = self._upcoming.get(event_id)
        if found is None:
            today = self.span.today
            found = self._upcoming[event_id] = [one for one in self.dates.get(event_id, ()) if one.last_day >= today]
        return found

    def ended(self, event: EventRow) -> bool:
        """True when the event's last known day is past; what has no dates never ends by itself."""
        dates = self.dates.get(event.id, ())
        if dates:
            return dates[-1].last_day < self.today
        return event.first_start is not None and _day(event.first_start, self.zone) < self.today

    def future_days(self) -> dict[str, int]:
        """Last day -> number of public events in lists that end on it, for the guard against half-empty builds."""
        counts: dict[str, int] = defaultdict(int)
        for event in self.events.values():
            dates = self.upcoming(event.id)
            if dates and event.withdrawn_at is None:
                counts[max(occurrence.last_day for occurrence in dates).isoformat()] += 1
        return dict(sorted(counts.items()))


def _day(start: datetime | date, zone: ZoneInfo) -> date:
    """The region's day of a start."""
    return start.astimezone(zone).date() if isinstance(start, datetime) else start


def _later_days(occurrence: OccurrenceRow, zone: ZoneInfo) -> Iterator[date]:
    """The days after the first on which it still goes on; a night that ends before five in the morning belongs to its evening."""
    last = occurrence.last_day
    if last > occurrence.day and not occurrence.all_day and occurrence.end is not None:
        ends = occurrence.end.astimezone(zone)
        if ends.date() == last and ends.time() <= _NIGHT_ENDS:
            last -= _DAY
    return (occurrence.day + n * _DAY for n in range(1, (last - occurrence.day).days + 1))


def _order(occurrence: OccurrenceRow) -> tuple[bool, datetime, str]:
    """Whole days first, then by the clock, then by id so that two builds never differ."""
    return (not occurrence.all_day, occurrence.start, occurrence.event_id)


def _by_day(
    occurrences: Iterable[OccurrenceRow], zone: ZoneInfo, span: Span
) -> tuple[dict[date, list[OccurrenceRow]], dict[date, list[OccurrenceRow]]]:
    """What starts on a day, and what goes on from an earlier one, within the span."""
    starting: dict[date, list[OccurrenceRow]] = defaultdict(list)
    running: dict[date, list[OccurrenceRow]] = defaultdict(list)
    for occurrence in sorted(occurrences, key=_order):
        starting[occurrence.day].append(occurrence)
        for day in _later_days(occurrence, zone):
            if span.first <= day <= span.last:
                running[day].append(occurrence)
    return dict(starting), dict(running)


def _span(now: datetime, zone: ZoneInfo, horizon: Horizon, last: date | None) -> Span:
    """From the beginning of the horizon to the last day on which something begins, a month ahead at least."""
    today = now.astimezone(zone).date()
    window = Window.around(now, horizon, zone.key)
    return Span(today=today, first=window.start, last=min(window.end - _DAY, max(last or today, today + _AHEAD)))


def former_start(occurrence: OccurrenceRow, event: EventRow) -> datetime | date | None:
    """When what was moved was to be, on the clocks it is shown on; ``None`` if it is in its place. Of an instance of a series its key tells
    (RFC 5545 section 3.8.4.4), of a single event what its source or its history says.

    The key counts on the clocks of the series' rule, which may be UTC while the event is shown in its region's zone.
    """
    start, key = occurrence.local_start, occurrence.recurrence_id
    if not event.is_series:
        return event.details.previous_start if event.details.previous_start != start else None
    try:
        if not isinstance(start, datetime):
            former: datetime | date = date.fromisoformat(key)
        else:
            former = datetime.strptime(key, _WALL).replace(tzinfo=rule_zone(event)).astimezone(start.tzinfo)
    except ValueError:
        return None
    return None if former == start else former


def _moved_from(
    occurrences: Iterable[OccurrenceRow], events: Mapping[str, EventRow], zone: ZoneInfo
) -> dict[date, list[tuple[datetime | date, OccurrenceRow]]]:
    """What is on another day than it was to be, by the region's day on which it was to be; what is not on at all stays out."""
    found: dict[date, list[tuple[datetime | date, OccurrenceRow]]] = defaultdict(list)
    for one in sorted(occurrences, key=_order):
        former = former_start(one, events[one.event_id])
        if former is not None and _day(former, zone) != one.day and one.event_status not in _NOT_ON:
            found[_day(former, zone)].append((former, one))
    return {day: sorted(those, key=lambda pair: (isinstance(pair[0], datetime), str(pair[0]))) for day, those in found.items()}


def rule_zone(event: EventRow) -> tzinfo:
    """The zone whose wall clock the event's rule and the keys of its instances count in."""
    return zone_of(event.recurrence_timezone or event.timezone)


def _own_slugs(events: Iterable[EventRow]) -> Iterator[EventRow]:
    """The events by id; one whose slug another already has (six characters of an id are not all of it) gets its whole id behind it."""
    taken: set[str] = set()
    for event in sorted(events, key=lambda event: event.id):
        own = event if event.slug not in taken else replace(event, slug=f"{event.slug}-{event.id}")
        taken.add(own.slug)
        yield own


def _told(listings: Iterable[ListingRow], events: Mapping[str, EventRow]) -> dict[str, list[ListingRow]]:
    """The listings of each public event that are still there; of a withdrawn event those it had last."""
    told: dict[str, list[ListingRow]] = defaultdict(list)
    for row in sorted(listings, key=lambda row: (row.source_id, row.recurrence_id, row.id)):
        event = events.get(row.event_id)
        if event is not None and (row.withdrawn_at is None or event.withdrawn_at is not None):
            told[row.event_id].append(row)
    return dict(told)


def _competing(rows: Iterable[OverlapRow], shown: Container[str]) -> list[OverlapRow]:
    """The overlaps of events that are in lists, in an order of their own."""
    both = (row for row in rows if row.event_a in shown and row.event_b in shown)
    return sorted(both, key=lambda row: (row.day, -row.severity, row.id))


def _alike(rows: Iterable[SimilarRow], shown: Container[str]) -> dict[str, list[SimilarRow]]:
    """What is alike, by each of the two events."""
    alike: dict[str, list[SimilarRow]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.days, row.id)):
        if row.event_a in shown and row.event_b in shown:
            alike[row.event_a].append(row)
            alike[row.event_b].append(row)
    return dict(alike)


def read_almanac(rows: Rows, *, now: datetime, zone: ZoneInfo, horizon: Horizon) -> Almanac:
    """The almanac of one snapshot as people see it on the region's day of ``now``."""
    sources = {row.id: row for row in rows.sources()}
    tellers = {listing.id: listing.source_id for listing in rows.listings()}
    events = {event.id: as_shown(event, sources, tellers) for event in _own_slugs(rows.events())}
    public = [occurrence for occurrence in rows.occurrences() if occurrence.event_id in events]
    listed = [occurrence for occurrence in public if events[occurrence.event_id].withdrawn_at is None]
    span = _span(now, zone, horizon, max((occurrence.day for occurrence in listed), default=None))
    dates: dict[str, list[OccurrenceRow]] = defaultdict(list)
    for occurrence in sorted(public, key=lambda row: (row.start, row.id)):
        dates[occurrence.event_id].append(occurrence)
    issues: dict[str, list[IssueRow]] = defaultdict(list)
    for issue in rows.issues():
        issues[issue.source_id].append(issue)
    starting, running = _by_day(listed, zone, span)
    places = {row.id: row for row in rows.places()}
    shown = {event.id for event in events.values() if event.withdrawn_at is None}
    return Almanac(
        zone=zone,
        now=now,
        span=span,
        sources=sources,
        places=places,
        organizers={row.id: row for row in rows.organizers()},
        events=events,
        topics={row.id: row for row in rows.topics()},
        audiences={row.id: row for row in rows.audiences()},
        dates=dict(dates),
        starting=starting,
        running=running,
        issues=dict(issues),
        moved=frozenset(row.id for row in public if former_start(row, events[row.event_id]) is not None),
        moved_from=_moved_from(listed, events, zone),
        fetched=max((row.last_fetched.astimezone(zone).date() for row in sources.values() if row.last_fetched), default=None),
        weeks=frozenset(span.mondays()),
        months=frozenset(span.months()),
        told=_told(rows.listings(), events),
        overlaps=_competing(rows.overlaps(), shown),
        similar=_alike(rows.similar(), shown),
        evaluations=sorted(rows.evaluations(), key=lambda row: row.name),
        redirects=dict(rows.redirects()),
        meanwhile=meanwhile(events, dates, places, span.today),
        situations={row.id: row for row in rows.situations()},
        availability={row.event_id: row for row in sorted(rows.availability(), key=lambda row: (row.at, row.listing_id))},
    )
