"""One event of what several sources tell of it: field by field from whoever knows best, and what the others say otherwise.

    compose_voices      who is asked first
    | compose_fields    what, where, by whom
    | compose_details   for whom, at what cost, how to take part
    | compose_schedule  when: exceptions, missing ends, ghost dates
    | compose_conflicts what others say

Pure, and any order of the tellings gives the same bytes. docs/duplicates.md has the table of whose field wins.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from normalize.compose_conflicts import conflicts_of
from normalize.compose_details import Told, details_of, with_evidence
from normalize.compose_fields import PLACE, fields_of
from normalize.compose_schedule import KNOWING, OFF, Schedule, Slot, schedule_of
from normalize.compose_voices import Voice, is_told, voices_of
from normalize.identity import occurrence_id
from normalize.model import Details, Event, EventStatus, Listing, Occurrence, Recurrence, Start
from normalize.recurrence import Window
from normalize.recurrence_zone import zone as zone_of
from normalize.relate import Related, Strand
from normalize.sequences import Telling
from normalize.times import after, in_zone, instant, length, stamp

_SECOND = timedelta(seconds=1)
_TEXTS = ("name", "description")
_PLACE = ("place_id", "place_text", "room")
_OF_EVENT = (*PLACE, "kind", "organizer_id", "url", "conference", "categories", "images", "event_status", "in_language", "start", "end")
_DETAILS = tuple(name for name in Details.model_fields if name != "evidence")
"""Fields whose origin is told."""


def compose(event_id: str, tellings: Sequence[Telling], window: Window) -> Related:
    """The event that these tellings (at least one) are of, with its occurrences in the window.

    A strand that stands alone is the event as it is.
    """
    strands = [strand for telling in tellings for strand in telling.strands]
    if len(strands) == 1 and strands[0].id == event_id:
        return _alone(strands[0])
    voices = voices_of(tellings)
    schedule = schedule_of(voices, window)
    shown = _Composed(event_id=event_id, voices=voices, schedule=schedule, told=fields_of(voices))
    return shown.related(sequence=max(strand.related.event.sequence for strand in strands))


def _alone(strand: Strand) -> Related:
    """A strand's own event, with the listing its fields are from."""
    event, lead = strand.related.event, strand.related.lead
    origins = {
        **{f"{name}.{language}": lead.id for name in _TEXTS for language in getattr(lead, name)},
        **{name: lead.id for name in _OF_EVENT if is_told(getattr(lead, name))},
        **{name: lead.id for name in _DETAILS if is_told(getattr(lead.details, name))},
    }
    return replace(strand.related, event=event.model_copy(update={"origins": dict(sorted(origins.items()))}))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Composed:
    """One event on its way."""

    event_id: str
    voices: Sequence[Voice]
    """Who is asked first stands first."""
    schedule: Schedule
    told: Told

    def related(self, *, sequence: int) -> Related:
        occurrences, added = self._occurrences()
        event = self._event(occurrences, sequence)
        event = event.model_copy(update={"conflicts": conflicts_of(self.voices, self.schedule, event)})
        lead = self._lead(added)
        corrected = lead if self.schedule.lead.strand.related.corrected is not None else None
        return Related(event=event, occurrences=occurrences, lead=lead, corrected=corrected)

    def _event(self, occurrences: Sequence[Occurrence], sequence: int) -> Event:
        details = details_of(self.voices, self.schedule.lead, str(self.told.values["place_id"]))
        times = self._origins_of_times()
        rests = (one for name, by in times.items() for voice in self.voices if voice.lead.id == by for one in voice.evidence(name))
        values = {name: value for name, value in self.told.values.items() if name in Event.model_fields}
        return self.schedule.lead.strand.related.event.model_copy(
            update={
                **values,
                "id": self.event_id,
                "details": with_evidence(details, (*self.told.evidence, *rests)),
                "event_status": self._status(occurrences),
                "planned": all(voice.lead.planned for voice in self.voices),
                "is_series": self._is_series,
                "first_start": self._first_start(),
                "last_end": self._last_end(occurrences),
                "timezone": self.schedule.zone,
                "sequence": sequence,
                "listing_ids": tuple(sorted(one.id for voice in self.voices for strand in voice.strands for one in strand.listings)),
                "origins": dict(sorted({**self.told.origins, **details.origins, **times}.items())),
            }
        )

    @property
    def _is_series(self) -> bool:
        return len(self.schedule.slots) > 1 or any(voice.telling.is_series for voice in self.voices)

    @property
    def _only(self) -> Slot | None:
        """The one instance of what is no series."""
        return None if self._is_series else next(iter(self.schedule.slots), None)

    def _origins_of_times(self) -> dict[str, str]:
        """Whose the start, the end and the status are."""
        lead, only = self.schedule.lead.lead, self._only
        if only is not None:
            found = {"start": only.start_from, "event_status": only.status_from}
            return found | ({"end": only.end_from} if only.end is not None else {})
        found = {"event_status": self._off.id if self._off is not None else lead.id}
        if lead.start is not None:
            found["start"] = lead.id
        ends = [slot.end_from for slot in self.schedule.slots if slot.end is not None]
        if lead.end is not None or ends:
            found["end"] = lead.id if lead.end is not None else ends[0]
        return found

    @property
    def _off(self) -> Listing | None:
        """Of what has no dated instance: the listing by whose word it does not take place, where that is enough."""
        if self.schedule.slots:
            return None
        return next((voice.lead for voice in self.voices if voice.role in KNOWING and voice.lead.event_status in OFF), None)

    def _status(self, occurrences: Sequence[Occurrence]) -> EventStatus:
        """As ``normalize.relate`` has it: cancelled when every instance is, and never while one takes place."""
        statuses = {one.event_status for one in occurrences}
        own = self._off or self.schedule.lead.lead
        status = own.event_status if self._only is None else self._only.status
        if statuses == {"EventCancelled"}:
            return "EventCancelled"
        return "EventScheduled" if statuses and status == "EventCancelled" else status

    def _first(self) -> Slot | None:
        """The slot of the lead's own start."""
        lead = self.schedule.lead
        ours = (slot for slot in self.schedule.slots if slot.voice.telling.id == lead.telling.id)
        return next((slot for slot in ours if lead.lead.start is not None and self._is_at(slot.occurrence.start, lead.lead.start)), None)

    def _is_at(self, one: Start, other: Start) -> bool:
        return instant(one, self.schedule.zone) == instant(other, self.schedule.zone)

    def _first_start(self) -> Start | None:
        """Where a rule counts from; of what has none, its first start."""
        lead, zone, slots, first = self.schedule.lead.lead, self.schedule.zone, self.schedule.slots, self._first()
        own = first.start if first is not None else lead.start
        if own is not None and slots and lead.recurrence is None:
            own = min(own, slots[0].start, key=lambda start: instant(start, zone))
        return None if own is None else in_zone(own, zone)

    def _last_end(self, occurrences: Sequence[Occurrence]) -> Start | None:
        """The latest end that is known in the window; of a single event that is not in it, its own."""
        lead, zone = self.schedule.lead.lead, self.schedule.zone
        ends = [one.end for one in occurrences if one.end is not None]
        if not occurrences and lead.recurrence is None and lead.end is not None:
            ends = [in_zone(lead.end, zone)]
        return max(ends, key=lambda end: (instant(end, zone), isinstance(end, datetime)), default=None)

    def _occurrences(self) -> tuple[tuple[Occurrence, ...], tuple[Start, ...]]:
        """The dated instances by start, and when those were to be that the lead's own schedule has not."""
        slots = self.schedule.slots
        leading = [slot for slot in slots if slot.voice.telling.id == self.schedule.lead.telling.id]
        others = [slot for slot in slots if slot.voice.telling.id != self.schedule.lead.telling.id]
        added = tuple(self._on_rule(slot.original) for slot in others)
        keys = [*(self._key(slot) for slot in leading), *(stamp(moment, self.schedule.lead.lead.timezone) for moment in added)]
        ids = dict(zip((id(slot) for slot in (*leading, *others)), _distinct(keys), strict=True))
        return tuple(self._occurrence(slot, ids[id(slot)]) for slot in slots), added

    def _key(self, slot: Slot) -> str:
        """The recurrence id of an instance of the lead, on the clock of the lead's rule."""
        zone = self.schedule.lead.lead.timezone
        if slot.voice.strand_of(slot.occurrence).lead.timezone == zone:
            return slot.occurrence.id.removeprefix(f"{slot.occurrence.event_id}-")
        return stamp(slot.original, zone)

    def _on_rule(self, moment: Start) -> Start:
        """A moment as the lead's rule could have it: on its clock, and of its sort, a day or an instant."""
        lead = self.schedule.lead.lead
        local = in_zone(moment, lead.timezone)
        if lead.recurrence is None or lead.start is None:
            return local
        if lead.all_day:
            return local.date() if isinstance(local, datetime) else local
        if isinstance(local, datetime):
            return local
        clock = in_zone(lead.start, lead.timezone)
        wall = clock.timetz() if isinstance(clock, datetime) else datetime.min.time()
        return datetime.combine(local, wall.replace(tzinfo=zone_of(lead.timezone)))

    def _occurrence(self, slot: Slot, key: str) -> Occurrence:
        """One instance as it is shown."""
        zone, values = self.schedule.zone, self.told.values
        place = {name: values[name] for name in _PLACE} if self._is_at_home(slot) else {}
        return slot.occurrence.model_copy(
            update={
                "id": occurrence_id(self.event_id, key),
                "event_id": self.event_id,
                "start": in_zone(slot.start, zone),
                "end": None if slot.end is None else in_zone(slot.end, zone),
                "event_status": slot.status,
                "name": {} if slot.occurrence.name == values["name"] else slot.occurrence.name,
                **place,
            }
        )

    def _is_at_home(self, slot: Slot) -> bool:
        """True where an instance takes place where its telling's others do, and that is where the event does."""
        lead, shown = slot.voice.lead, self.told.values["place_id"]
        same = all(getattr(slot.occurrence, name) == getattr(lead, name) for name in _PLACE)
        return same and (not lead.place_id or lead.place_id == shown)

    def _lead(self, added: Sequence[Start]) -> Listing:
        """The listing whose times the event has, with what others know of them."""
        lead, first = self.schedule.lead.lead, self._first()
        update: dict[str, object] = {"in_language": self.told.values["in_language"], "end": self._lead_end()}
        if first is not None and first.start != first.occurrence.start:
            update["start"] = in_zone(first.start, lead.timezone)
        if lead.recurrence is not None and added:
            update["recurrence"] = _with_dates(lead.recurrence, added)
        return lead.model_copy(update=update)

    def _lead_end(self) -> Start | None:
        """The end of the lead's own start: its own, the one that another fills in, or as long as the first instance takes."""
        lead, first = self.schedule.lead.lead, self._first()
        if first is not None:
            return None if first.end is None else in_zone(first.end, lead.timezone) if first.end != first.occurrence.end else lead.end
        if lead.end is not None or lead.start is None:
            return lead.end
        ours = (slot for slot in self.schedule.slots if slot.voice.telling.id == self.schedule.lead.telling.id and slot.end is not None)
        slot = next(ours, None)
        if slot is None or slot.end is None or lead.all_day != (not isinstance(slot.start, datetime)):
            return None
        return after(in_zone(lead.start, lead.timezone), length(slot.start, slot.end))


def _with_dates(recurrence: Recurrence, added: Sequence[Start]) -> Recurrence:
    """The rule with dates that others tell; what its own source takes out and tells by itself is no exception any more."""
    dates = (*recurrence.rdate, *(moment for moment in added if moment not in recurrence.rdate))
    kept = tuple(moment for moment in recurrence.exdate if moment not in added)
    return recurrence.model_copy(update={"rdate": dates, "exdate": kept})


def _distinct(keys: Iterable[str]) -> list[str]:
    """The recurrence ids, each once: a second one of the same moment counts on by a second, which keeps the form of RFC 5545."""
    taken: dict[str, None] = {}
    for key in keys:
        free = key
        while free in taken:
            free = f"{datetime.fromisoformat(free) + _SECOND:%Y%m%dT%H%M%S}"
        taken[free] = None
    return list(taken)
