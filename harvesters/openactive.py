"""Reads opportunities from OpenActive feeds (RPDE 1.0, Modelling Opportunity Data 2.0).

A session is a record of its own, with what it inherits from its series; a series whose sessions are told is none, for everything it says is
in them. A series without sessions repeats by its schedule. How every type is read is told in ``docs/formats/openactive.md``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from harvesters.json_document import canonical, integer, mappings, text
from harvesters.json_people import impersonal
from harvesters.ledger import Ledger, Notes, Refused
from harvesters.openactive_event import Opportunity, event_of
from harvesters.openactive_feed import (
    NOT_EVENTS,
    VOLATILE,
    Collection,
    Inherited,
    Item,
    counted,
    following,
    pages_of,
    reference_of,
    type_of,
    uid_of,
)
from harvesters.record import Ask, Availability, RawEvent, ReadContext, Reading, Response
from harvesters.strict import Strict

VERSION = "openactive-1"
FEED = "feed"
_SESSIONS = {"ScheduledSession"}
_SERIES = {"SessionSeries"}
_COURSES = {"CourseInstance"}
_KNOWN = _SESSIONS | _SERIES | _COURSES | {"Event", "HeadlineEvent", "OnDemandEvent", "FacilityUse"}


class OpenActiveOptions(Strict):
    """What stands under ``openactive:`` in an entry of ``schedules.yaml``."""

    feeds: tuple[Annotated[str, Field(pattern=r"^https?://\S+$")], ...] = ()
    """Further feeds that belong to the same source: sessions beside their series."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """One record to be: its uid, what it says itself, and what must be told of it."""

    uid: str
    own: dict[str, Any]
    above: Inherited
    type: str
    schedule: dict[str, Any] | None = None
    series: str = ""


def follow(response: Response, context: ReadContext) -> tuple[Ask, ...]:
    """The next page of this feed, and beside the first page of the source's own feed the first pages of its further ones."""
    ((answer, page),) = pages_of((response,))
    link = following(answer, page)
    asks = [Ask(url=link)] if link else []
    if not response.role:
        asks += [Ask(url=url, role=FEED) for url in _feeds(context)]
    return tuple(asks)


def read(response: Response, context: ReadContext) -> Reading:
    """Every opportunity of every page of every feed."""
    collection, ends = Collection(), 0
    for answer, page in pages_of((response, *response.parts)):
        ends += not following(answer, page)
        for item in page["items"]:
            collection.add(item)
    collection.index()
    ledger = Ledger(context, VERSION)
    ledger.deleted += collection.deleted
    ledger.repeats += collection.repeats
    for item in collection.broken:
        ledger.take(uid_of(item), canonical(impersonal(item)), _unreadable)
    _take_all(ledger, collection)
    complete = ends >= 1 + len(_feeds(context))
    if not complete:
        ledger.tell("pages_cut", "warning", "next")
    return ledger.reading(platform="OpenActive RPDE", complete=complete)


def _take_all(ledger: Ledger, collection: Collection) -> None:
    """Every record that the items give."""
    told = {reference_of(item.data.get("superEvent")) for item in collection.updated.values() if item.type in _SESSIONS} - {""}
    others = []
    for item in collection.updated.values():
        if not _is_opportunity(item):
            others.append(item.type)
            continue
        for plan in _plans(item, collection, told):
            _take(ledger, plan, collection)
    if others:
        ledger.tell("not_an_event", "info", value=counted(others))


def _is_opportunity(item: Item) -> bool:
    return item.type in _KNOWN or (item.type not in NOT_EVENTS and bool(item.data.get("startDate") or item.data.get("eventSchedule")))


def _take(ledger: Ledger, plan: _Plan, collection: Collection) -> None:
    """One record into the ledger, and its places left whether or not the record itself is known already."""
    own = canonical(impersonal(plan.own, *VOLATILE))
    digest_text = f"{own}{plan.above.digest}{canonical(plan.schedule)}{plan.series}"
    opportunity = Opportunity(
        data=plan.above.fields | plan.own, own=own, schedule=plan.schedule, series=plan.series, type=plan.type, collection=collection
    )
    ledger.take(plan.uid, digest_text, _maker(opportunity, plan.uid, ledger.context))
    ledger.availability += _availability(plan)


def _maker(opportunity: Opportunity, uid: str, context: ReadContext) -> Callable[[str, Notes], RawEvent]:
    def make(digest: str, notes: Notes) -> RawEvent:
        return event_of(opportunity, RawEvent(uid=uid, digest=digest, text=opportunity.own), context, notes)

    return make


def _plans(item: Item, collection: Collection, told: set[str]) -> Iterator[_Plan]:
    """The records of one item. A course is one, however often it meets, for one enrols for all of it."""
    above = collection.inherited(item.data)
    parts = [part for part in mappings(item.data.get("subEvent")) if part.get("startDate")]
    is_told_elsewhere = item.type in _SERIES and (bool(parts) or text(item.data.get("@id")) in told)
    if not is_told_elsewhere:
        dated = (item.type in _COURSES and bool(parts)) or (item.type not in _COURSES and bool(item.data.get("startDate")))
        yield from _by_schedule(item, above, collection, [] if dated else mappings(item.data.get("eventSchedule")))
    for part in parts if item.type not in _COURSES else ():
        if text(part.get("@id")) not in collection.by_id:
            within = collection.inherited({"superEvent": item.data})
            kind = type_of(part) or "ScheduledSession"
            yield _Plan(uid=f"{item.uid}#{_part_key(part)}", own=part, above=within, type=kind, series=item.uid)


def _by_schedule(item: Item, above: Inherited, collection: Collection, schedules: list[dict[str, Any]]) -> Iterator[_Plan]:
    """The item itself, or one record for each of its schedules; the first keeps the item's uid."""
    series = collection.series_key(item.data)
    one_each: list[dict[str, Any] | None] = [*schedules] or [None]
    for number, schedule in enumerate(one_each, start=1):
        uid = item.uid if number == 1 else f"{item.uid}#schedule-{number}"
        yield _Plan(uid=uid, own=item.data, above=above, type=item.type, schedule=schedule, series=series)


def _part_key(part: dict[str, Any]) -> str:
    """What names a session within its series: its identifier, else its address, else its start."""
    return text(part.get("identifier")) or text(part.get("@id")) or text(part.get("startDate"))


def _availability(plan: _Plan) -> tuple[Availability, ...]:
    """Places left as told; none left is full. Places left are no promise that booking is open."""
    remaining, capacity = _count(plan.own.get("remainingAttendeeCapacity")), _count(plan.own.get("maximumAttendeeCapacity"))
    if remaining is None:
        return ()
    return (Availability(uid=plan.uid, remaining=remaining, capacity=capacity, state="full" if remaining == 0 else ""),)


def _count(value: Any) -> int | None:
    number = integer(value)
    return max(number, 0) if number is not None else None


def _unreadable(_: str, __: Notes) -> RawEvent:
    raise Refused("item_unreadable", "data")


def _feeds(context: ReadContext) -> tuple[str, ...]:
    return context.options.feeds if isinstance(context.options, OpenActiveOptions) else ()
