"""What tellings of an event say otherwise than is shown: times instance by instance, and the facts on which people rely."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from normalize.compose_details import AGES, has_ages, registration_of
from normalize.compose_schedule import Schedule, Slot, day_of, end_of
from normalize.compose_voices import Voice
from normalize.model import Conflict, Details, Event, Occurrence, Offer, Start
from normalize.times import in_zone, instant

WHOLE = 3
"""From so many instances on that differ all alike, it is told once, of the event as a whole."""
_OFF = frozenset({"EventCancelled", "EventPostponed"})


def conflicts_of(voices: Sequence[Voice], schedule: Schedule, event: Event) -> tuple[Conflict, ...]:
    """All of them, each once, sorted by field, day and listing."""
    found = {*_of_times(schedule), *_of_dates(schedule), *_of_fields(voices, event)}
    return tuple(sorted(found, key=lambda one: (one.field, one.day or date.min, one.listing_id, one.value, one.shown)))


def local(moment: Start, zone: str) -> str:
    """A time on the zone's clock to the minute, or the day."""
    at = in_zone(moment, zone)
    return f"{at:%Y-%m-%dT%H:%M}" if isinstance(at, datetime) else at.isoformat()


class _Differing(NamedTuple):
    """One instance of which a telling says something else."""

    slot: Slot
    listing_id: str
    value: str
    shown: str


def _of_times(schedule: Schedule) -> Iterator[Conflict]:
    """Starts, ends, places and states of instances; of one that is only planned nothing is told, for a conflict says what is shown."""
    heard: dict[str, list[tuple[Slot, Voice, Occurrence]]] = defaultdict(list)
    for slot in (slot for slot in schedule.slots if not slot.occurrence.planned):
        for voice, occurrence in [(slot.voice, slot.occurrence), *slot.heard]:
            if not occurrence.planned:
                heard[voice.telling.id].append((slot, voice, occurrence))
    for telling in sorted(heard):
        for name, differing in _DIFFERING.items():
            found = [one for said in heard[telling] if (one := differing(schedule, *said)) is not None]
            yield from _told(name, found, len(heard[telling]), schedule.zone)


def _told(name: str, found: Sequence[_Differing], heard: int, zone: str) -> Iterator[Conflict]:
    """One conflict for each instance; where all of a series differ alike, one for all, with the first of them as the example."""
    if (
        len(found) == heard >= WHOLE
        and len({(one.value.partition("T")[2] or one.value, one.shown.partition("T")[2]) for one in found}) == 1
    ):
        first = found[0]
        yield Conflict(field=name, listing_id=first.listing_id, value=first.value, shown=first.shown)
        return
    for one in found:
        yield Conflict(field=name, listing_id=one.listing_id, value=one.value, shown=one.shown, day=day_of(one.slot.start, zone))


def _other_start(schedule: Schedule, slot: Slot, _: Voice, said: Occurrence) -> _Differing | None:
    """Another time of day, or another day; a telling that knows the day alone says nothing else."""
    zone = schedule.zone
    if isinstance(said.start, datetime) == isinstance(slot.start, datetime):
        same = instant(said.start, zone) == instant(slot.start, zone)
    else:
        same = day_of(said.start, zone) == day_of(slot.start, zone)
    return None if same else _Differing(slot, said.listing_id, local(said.start, zone), local(slot.start, zone))


def _other_end(schedule: Schedule, slot: Slot, _: Voice, said: Occurrence) -> _Differing | None:
    zone = schedule.zone
    end, shown = end_of(said, zone), end_of(slot, zone)
    if (
        end is None
        or shown is None
        or isinstance(end, datetime) != isinstance(shown, datetime)
        or instant(end, zone) == instant(shown, zone)
    ):
        return None
    return _Differing(slot, said.listing_id, local(end, zone), local(shown, zone))


def _other_status(_schedule: Schedule, slot: Slot, _: Voice, said: Occurrence) -> _Differing | None:
    """It takes place for one, and not for the other."""
    if said.event_status == slot.status or not {said.event_status, slot.status} & _OFF:
        return None
    return _Differing(slot, said.listing_id, said.event_status, slot.status)


def _other_place(_schedule: Schedule, slot: Slot, voice: Voice, said: Occurrence) -> _Differing | None:
    """Another place for this instance; where the whole telling has another, that is told of the event."""
    shown = slot.occurrence.place_id
    if not said.place_id or not shown or said.place_id == shown:
        return None
    if (said.place_id, shown) == (voice.lead.place_id, slot.voice.lead.place_id):
        return None
    return _Differing(slot, said.listing_id, said.place_id, shown)


_DIFFERING: dict[str, Callable[[Schedule, Slot, Voice, Occurrence], _Differing | None]] = {
    "start": _other_start,
    "end": _other_end,
    "event_status": _other_status,
    "place_id": _other_place,
}


def _of_dates(schedule: Schedule) -> Iterator[Conflict]:
    """Days that a telling has and the event has not; on a day that it has, the time of an instance more."""
    days = {day_of(slot.start, schedule.zone) for slot in schedule.slots}
    ghosts: dict[str, tuple[str, set[date]]] = {}
    for voice, occurrence in schedule.dropped:
        day = day_of(occurrence.start, schedule.zone)
        if day in days:
            yield Conflict(field="start", listing_id=occurrence.listing_id, value=local(occurrence.start, schedule.zone), day=day)
        else:
            ghosts.setdefault(voice.telling.id, (occurrence.listing_id, set()))[1].add(day)
    for listing_id, dropped in ghosts.values():
        yield Conflict(field="dates", listing_id=listing_id, value=",".join(day.isoformat() for day in sorted(dropped)))


def _of_fields(voices: Iterable[Voice], event: Event) -> Iterator[Conflict]:
    """Facts of the event as a whole."""
    for voice in voices:
        details = voice.lead.details
        for name, value, shown in (
            ("place_id", voice.lead.place_id, event.place_id),
            ("is_accessible_for_free", _said(details.is_accessible_for_free), _said(event.details.is_accessible_for_free)),
            ("registration.required", _said(registration_of(voice).required), _required(event.details)),
        ):
            if value and shown and value != shown:
                yield Conflict(field=name, listing_id=voice.lead.id, value=value, shown=shown)
        if _differ(amounts(details.offers), amounts(event.details.offers)):
            yield Conflict(field="offers", listing_id=voice.lead.id, value=_prices(details.offers), shown=_prices(event.details.offers))
        if has_ages(details) and has_ages(event.details) and _ages_differ(details, event.details):
            yield Conflict(field="ages", listing_id=voice.lead.id, value=_ages(details), shown=_ages(event.details))


def _said(value: bool | None) -> str:  # noqa: FBT001 - of three values
    """``true``, ``false``, or empty where it is not told."""
    return "" if value is None else str(value).lower()


def _required(details: Details) -> str:
    return _said(details.registration.required) if details.registration else ""


def amounts(offers: Iterable[Offer]) -> set[float]:
    """What everybody may have to pay."""
    return {offer.minimum for offer in offers if offer.minimum is not None and not offer.is_optional and not offer.group}


def _differ(one: set[float], other: set[float]) -> bool:
    """True for prices of which neither are the ones among the others: they are often told in part."""
    return bool(one and other) and not one & other


def _prices(offers: Iterable[Offer]) -> str:
    """In the publisher's words, else the amounts."""
    words = (one.price or ("" if one.minimum is None else f"{one.minimum:g} {one.currency or 'EUR'}") for one in offers)
    return "; ".join(dict.fromkeys(filter(None, words)))


def _ages_differ(one: Details, other: Details) -> bool:
    """True where the same limit is told in two ways."""
    return any(
        getattr(one, name) is not None and getattr(other, name) is not None and getattr(one, name) != getattr(other, name) for name in AGES
    )


def _ages(details: Details) -> str:
    """Ages as ``7-12``, ``65-`` or ``-6``; else the years of birth as ``b2015-2018``, else the grades as ``g3-6``."""
    if details.minimum_age is not None or details.maximum_age is not None:
        least, most = ("" if age is None else str(age) for age in (details.minimum_age, details.maximum_age))
        return f"{least}-{most}"
    if details.birth_years is not None:
        return "b{}-{}".format(*details.birth_years)
    return "" if details.grades is None else "g{}-{}".format(*details.grades)
