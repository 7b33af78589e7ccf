"""When the event takes place: the schedule of the first telling that has one, filled and contradicted by those after it.

A better telling that is a series covers the days from its first to its last: what another source has in between and it has not is a ghost
date, not shown but told as a conflict. Outside of it the dates of the next telling stand; but what a source further from the event goes on
with without any end is a ghost too where the rule of a better source has one (an umbrella's series that nobody ended).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from normalize.compose_voices import ROLES, Voice
from normalize.model import EventStatus, Listing, Occurrence, Recurrence, Start
from normalize.recurrence import Window, expand
from normalize.recurrence_zone import zone as zone_of
from normalize.times import in_zone, instant

NEAR = timedelta(hours=3)
"""Instances of two days, around midnight, that begin less than this apart are one."""
_DAY = timedelta(days=1)
_LEAST = timedelta(microseconds=1)
OFF: frozenset[EventStatus] = frozenset({"EventCancelled", "EventPostponed", "EventMovedOnline"})
KNOWING = frozenset({"organizer", "registration"})
"""Roles whose word that something does not take place is enough."""


@dataclass(slots=True, kw_only=True)
class Slot:
    """One dated instance of the event on its way."""

    occurrence: Occurrence
    """As the first voice that has it tells it."""
    voice: Voice
    start: Start
    end: Start | None
    status: EventStatus
    original: Start
    """When it was to be: of a moved instance the time that its recurrence id tells."""
    end_from: str
    """Id of the listing that tells the end."""
    start_from: str
    status_from: str
    heard: list[tuple[Voice, Occurrence]] = field(default_factory=list)
    """What other tellings say of the same instance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """All dated instances, by start."""

    lead: Voice
    """Whose rule, zone and first start are the event's."""
    zone: str
    slots: tuple[Slot, ...]
    dropped: tuple[tuple[Voice, Occurrence], ...]
    """What contradicts a better telling: on a day on which it has nothing, or a second instance on one of its days."""


def schedule_of(voices: Sequence[Voice], window: Window) -> Schedule:
    """The schedule of the event that these tellings are of, the best one first."""
    ordered = sorted(voices, key=lambda voice: ("start", "") not in voice.corrected)
    dated = [voice for voice in ordered if voice.occurrences]
    lead = next(iter(dated or [voice for voice in ordered if voice.lead.start is not None] or ordered))
    plan = _Plan(voices=dated, zone=lead.strand.related.event.timezone, window=window)
    for voice in dated:
        plan.take(voice)
    slots = sorted(plan.slots, key=lambda slot: (instant(slot.start, plan.zone), slot.occurrence.id))
    return Schedule(lead=lead, zone=plan.zone, slots=tuple(slots), dropped=tuple(plan.dropped))


def day_of(moment: Start, zone: str) -> date:
    """The day on the zone's calendar."""
    local = in_zone(moment, zone)
    return local.date() if isinstance(local, datetime) else local


def end_of(one: Slot | Occurrence, zone: str) -> Start | None:
    """The end; ``None`` also where a source writes the start again because it knows none."""
    return None if one.end is None or instant(one.end, zone) <= instant(one.start, zone) else one.end


@dataclass(slots=True, kw_only=True)
class _Plan:
    """The slots found so far."""

    voices: Sequence[Voice]
    zone: str
    window: Window
    slots: list[Slot] = field(default_factory=list)
    dropped: list[tuple[Voice, Occurrence]] = field(default_factory=list)
    covered: list[tuple[Voice, date, date]] = field(default_factory=list)
    """Days, both inclusive, of which a series that was taken tells everything."""

    def take(self, voice: Voice) -> None:
        """Puts the instances of the next voice beside those that are there."""
        theirs = list(self.slots)
        free = self._beside(voice, theirs)
        for occurrence in free:
            self._place(voice, occurrence, [slot for slot in theirs if not _has_heard(slot, voice)])
        if voice.telling.is_series and voice.occurrences:
            self.covered.append((voice, *self._span(voice)))

    def _beside(self, voice: Voice, theirs: Sequence[Slot]) -> list[Occurrence]:
        """Has every slot hear the instance of its day, the nearest in time where there are several; gives those that are left."""
        days: dict[date, list[Slot]] = {}
        for slot in theirs:
            days.setdefault(day_of(slot.start, self.zone), []).append(slot)
        pairs = [
            (abs(instant(slot.start, self.zone) - instant(one.start, self.zone)), slot.occurrence.id, one.id, slot, one)
            for one in voice.occurrences
            for slot in days.get(day_of(one.start, self.zone), ())
        ]
        found: set[str] = set()
        for *_, slot, one in sorted(pairs, key=lambda pair: pair[:3]):
            if one.id not in found and not _has_heard(slot, voice):
                found.add(one.id)
                self._hear(slot, voice, one)
        return [one for one in voice.occurrences if one.id not in found]

    def _place(self, voice: Voice, occurrence: Occurrence, free: Sequence[Slot]) -> None:
        """What becomes of an instance on a day on which no slot is left."""
        slot = self._meant(voice, occurrence, free)
        if slot is not None:
            self._hear(slot, voice, occurrence)
        elif any(self._holds(one, occurrence) for one in self.slots if one.voice.telling.id != voice.telling.id):
            return
        elif self._is_denied(voice, occurrence):
            if occurrence.event_status != "EventCancelled" and not occurrence.planned:
                self.dropped.append((voice, occurrence))
        else:
            self._add(voice, occurrence)

    def _meant(self, voice: Voice, occurrence: Occurrence, free: Sequence[Slot]) -> Slot | None:
        """The slot of another day that it is all the same: one of the two was moved, or a single event was."""
        day, was = day_of(occurrence.start, self.zone), day_of(self._original(voice, occurrence), self.zone)
        at = instant(occurrence.start, self.zone)
        near = sorted(free, key=lambda slot: (abs(instant(slot.start, self.zone) - at), slot.occurrence.id))
        for slot in near:
            moved = day_of(slot.original, self.zone) == day or day_of(slot.start, self.zone) == was
            if moved or (_is_timed(slot.start, occurrence.start) and abs(instant(slot.start, self.zone) - at) <= NEAR):
                return slot
        single = not any(one.telling.is_series for one in self.voices)
        return next((slot for slot in near if single and slot.voice.telling.source_id != voice.telling.source_id), None)

    def _holds(self, slot: Slot, occurrence: Occurrence) -> bool:
        """True where one is told as a whole and the other as a day of it."""
        return _within(occurrence, slot, self.zone) or _within(slot, occurrence, self.zone)

    def _is_denied(self, voice: Voice, occurrence: Occurrence) -> bool:
        """True on a day of which a better series tells everything; a source does not deny the single date that it tells beside its own."""
        day = day_of(occurrence.start, self.zone)
        return any(
            first <= day and (day <= last or _has_ended(better, voice))
            for better, first, last in self.covered
            if better.telling.source_id != voice.telling.source_id or voice.telling.is_series
        )

    def _add(self, voice: Voice, occurrence: Occurrence) -> None:
        self.slots.append(
            Slot(
                occurrence=occurrence,
                voice=voice,
                start=occurrence.start,
                end=occurrence.end,
                status=occurrence.event_status,
                original=self._original(voice, occurrence),
                start_from=occurrence.listing_id,
                end_from=occurrence.listing_id,
                status_from=occurrence.listing_id,
            )
        )

    def _original(self, voice: Voice, occurrence: Occurrence) -> Start:
        """When an instance was to be, as its recurrence id tells on the clock of its series."""
        key = occurrence.id.removeprefix(f"{occurrence.event_id}-")
        if "T" not in key:
            return date.fromisoformat(key)
        return datetime.fromisoformat(key).replace(tzinfo=zone_of(voice.strand_of(occurrence).lead.timezone))

    def _hear(self, slot: Slot, voice: Voice, occurrence: Occurrence) -> None:
        """Keeps what a voice says of a slot, and fills in what was not told. What is only planned fills nothing."""
        slot.heard.append((voice, occurrence))
        if occurrence.planned:
            return
        if self._tells_hours(slot, occurrence):
            slot.start, slot.end = occurrence.start, occurrence.end
            slot.start_from = slot.end_from = occurrence.listing_id
        elif self._tells_end(slot, occurrence):
            slot.end, slot.end_from = occurrence.end, occurrence.listing_id
        if voice.role in KNOWING and slot.status not in OFF and occurrence.event_status in OFF:
            slot.status, slot.status_from = occurrence.event_status, occurrence.listing_id

    def _tells_hours(self, slot: Slot, occurrence: Occurrence) -> bool:
        """True where the slot is one day and no more, by itself, and another telling knows from when to when on it."""
        if isinstance(slot.start, datetime) or not isinstance(occurrence.start, datetime) or slot.voice.lead.recurrence is not None:
            return False
        one_day = slot.end is None or slot.end == slot.start + _DAY
        return one_day and day_of(occurrence.start, self.zone) == slot.start and _days(occurrence, self.zone)[1] <= slot.start + _DAY

    def _tells_end(self, slot: Slot, occurrence: Occurrence) -> bool:
        """True where the slot has no end and the other begins at the same time, or on the same day and takes longer than it."""
        end = end_of(occurrence, self.zone)
        if end_of(slot, self.zone) is not None or end is None or ("end", "") in slot.voice.corrected:
            return False
        if isinstance(slot.start, datetime) != isinstance(end, datetime):
            return False
        start, other = instant(slot.start, self.zone), instant(occurrence.start, self.zone)
        longer = day_of(slot.start, self.zone) == day_of(occurrence.start, self.zone) < _days(occurrence, self.zone)[1]
        return instant(end, self.zone) > start and (start == other or longer)

    def _span(self, voice: Voice) -> tuple[date, date]:
        """The first and the last day of a series, those that its exceptions take out included."""
        days = [day_of(one.start, self.zone) for one in voice.occurrences]
        for strand in voice.strands:
            days += [day_of(start, self.zone) for start in _of_rule(strand.lead, self.window)]
        return min(days), max(days)


def _has_ended(better: Voice, voice: Voice) -> bool:
    """True where the better one's rule says itself when it ends, and the other is of a role that knows less of it and has no end at all."""
    return _is_ended(better.lead) is True and _is_ended(voice.lead) is False and ROLES.index(better.role) < ROLES.index(voice.role)


def _is_ended(lead: Listing) -> bool | None:
    """Whether a rule says when it ends (RFC 5545 section 3.3.10, UNTIL or COUNT); ``None`` for what has no rule."""
    rules = lead.recurrence.rrule if lead.recurrence is not None else ()
    return all("UNTIL=" in rule or "COUNT=" in rule for rule in rules) if rules else None


def _of_rule(lead: Listing, window: Window) -> Iterator[Start]:
    """The starts within the window that a series would have without exceptions, and its first one."""
    if lead.recurrence is None or lead.start is None:
        return
    yield lead.start
    whole = lead.model_copy(update={"recurrence": Recurrence(rrule=lead.recurrence.rrule, rdate=lead.recurrence.rdate)})
    yield from (one.start for one in expand(whole, (), window))


def _has_heard(slot: Slot, voice: Voice) -> bool:
    return any(other.telling.id == voice.telling.id for other, _ in slot.heard)


def _is_timed(*moments: Start) -> bool:
    return all(isinstance(moment, datetime) for moment in moments)


def _days(one: Slot | Occurrence, zone: str) -> tuple[date, date]:
    """The first and the last day on which something is; its end itself is not part of it."""
    first = day_of(one.start, zone)
    if one.end is None:
        return first, first
    last = day_of(one.end - _LEAST, zone) if isinstance(one.end, datetime) else one.end - _DAY
    return first, max(first, last)


def _within(inner: Slot | Occurrence, outer: Slot | Occurrence, zone: str) -> bool:
    """True where something of several days holds the first day of another."""
    first, last = _days(outer, zone)
    return first < last and first <= day_of(inner.start, zone) <= last
