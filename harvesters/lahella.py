"""Reads activities and volunteer tasks in the shape of Lähellä.fi (``/v1/activities``).

One activity gives one record for every series of meetings: each channel (a place, or online), each event of it, and within an event each
time of day. An activity without any time is one standing record. ``docs/formats/lahella.md`` says what is read and why.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

from pydantic import Field
from w3lib.url import add_or_replace_parameters

from harvesters.errors import Unreadable
from harvesters.json_document import canonical, integer, load, mapping, mappings, text
from harvesters.json_people import impersonal, tidy
from harvesters.json_words import joined, parameters
from harvesters.lahella_activity import Activity, event_of
from harvesters.lahella_times import grouped, series_of
from harvesters.ledger import Ledger, Notes, Refused, digest_of
from harvesters.record import Ask, RawEvent, ReadContext, Reading, Response
from harvesters.strict import Strict
from harvesters.weekly_rules import CODES

VERSION = "lahella-1"
_LISTS = ("items", "activities", "data", "results")
_STAMPS = (
    "_rev",
    "_id",
    "created",
    "createdAt",
    "modified",
    "modifiedAt",
    "updated",
    "updatedAt",
    "views",
    "viewCount",
    "history",
    "links",
)
_NOT_PUBLIC = {"draft", "unpublished", "archived", "deleted", "removed", "hidden", "expired", "pending", "rejected"}
_MOST_SERIES = 500


class _Plan(NamedTuple):
    """One event of one channel, and the groups of weekdays it meets on; without any, one group of none."""

    name: str
    channel: dict[str, Any]
    event: dict[str, Any]
    groups: tuple[tuple[int, ...], ...]


class LahellaOptions(Strict):
    """What stands under ``lahella:`` in an entry of ``schedules.yaml``."""

    activity_page: str = Field(default="", pattern=r"^$|^https?://[^{}]*\{key\}[^{}]*$")
    """Address of one activity's public page, with ``{key}`` for its key; empty where there is none."""


def follow(response: Response, _: ReadContext) -> tuple[Ask, ...]:
    """The next part of the list: where the answer says that there is more (``hasMore``, or a ``next`` address)."""
    following = _next_page(response, _document(response))
    return (Ask(url=following),) if following else ()


def read(response: Response, context: ReadContext) -> Reading:
    """Every activity of every part of the list."""
    ledger = Ledger(context, VERSION)
    page = context.options.activity_page if isinstance(context.options, LahellaOptions) else ""
    complete = False
    for answer in (response, *response.parts):
        document = _document(answer)
        complete |= not _next_page(answer, document)
        for record in _activities(document):
            _take(ledger, tidy(record), page)
    if not complete:
        ledger.tell("pages_cut", "warning", "hasMore")
    return ledger.reading(platform="Lähellä", complete=complete)


def _take(ledger: Ledger, record: Any, page: str) -> None:
    """One activity into the ledger, a record for every series of it."""
    if not isinstance(record, dict):
        ledger.take("", canonical(record), _unreadable)
        return
    key = text(record.get("_key")) or text(record.get("id"))
    told = canonical(impersonal(record, *_STAMPS))
    stem = digest_of(told)
    plans, idle = _plans(record)
    if sum(len(plan.groups) for plan in plans) > _MOST_SERIES:
        ledger.take(key, stem, _too_many)
        return
    used: set[str] = set()
    for plan in plans or [_Plan("", {}, {}, ((),))]:
        activity = Activity(record=record, channel=plan.channel, text=told, page=page.replace("{key}", key) if key else "")
        for number, weekdays in enumerate(plan.groups):
            activity = replace(activity, idle=idle)
            uid = _uid(key, plan.name, weekdays if number else (), used)
            ledger.take(uid, f"{stem}{plan.name}.{number}", _maker(activity, plan.event, number, uid, ledger.context))
            idle = 0


def _maker(
    activity: Activity, event: dict[str, Any], number: int, uid: str, context: ReadContext
) -> Callable[[str, Notes], RawEvent | None]:
    """How the ledger makes the ``number``-th series of the event."""

    def make(digest: str, notes: Notes) -> RawEvent | None:
        if text(activity.record.get("status")).lower() in _NOT_PUBLIC:
            return None
        told = Notes(digest=digest) if number else notes  # what is wrong with an event is told once, with its first series
        series = series_of(event, context.zone, told)[number] if event else None
        return event_of(activity, series, uid, digest, context.language, notes)

    return make


def _plans(record: dict[str, Any]) -> tuple[list[_Plan], int]:
    """Every event of every channel, and how many channels have none beside others that do.

    Of a task or a service such a channel is a standing offer of its own; a hobby meets where it meets, and the channel is only told of.
    """
    traits = mapping(record.get("traits"))
    found, idle = list[_Plan](), list[_Plan]()
    for place, channel in enumerate(mappings(traits.get("channels")), start=1):
        events = mappings(channel.get("events"))
        named = ((f"#{place}.{number}", event) for number, event in enumerate(events, start=1))
        found += [_Plan(name, channel, event, tuple(days for days, _ in grouped(event)) or ((),)) for name, event in named]
        idle += [] if events else [_Plan(f"#{place}", channel, {}, ((),))]
    if found and text(traits.get("type")) == "hobby":
        return found, len(idle)
    return found + idle, 0


def _uid(key: str, name: str, weekdays: tuple[int, ...], used: set[str]) -> str:
    """The activity's key for its first series; a further one is named by its channel, its event and, within one event, its weekday."""
    if not key:
        return ""
    uid = f"{key}{name}{f'.{CODES[weekdays[0] - 1]}' if weekdays else ''}" if used else key
    while uid in used:
        uid += "+"
    used.add(uid)
    return uid


def _unreadable(_: str, __: Notes) -> RawEvent:
    raise Refused("item_unreadable")


def _too_many(_: str, __: Notes) -> RawEvent:
    raise Refused("too_many_dates", "channels")


def _document(response: Response) -> Any:
    """The list or its envelope; raises ``Unreadable`` (``unexpected_shape``)."""
    document = load(response)
    if isinstance(document, list) or (isinstance(document, dict) and ("traits" in document or any(name in document for name in _LISTS))):
        return document
    raise Unreadable("The answer holds no activities.", reason="unexpected_shape")


def _activities(document: Any) -> list[Any]:
    if isinstance(document, list):
        return document
    if "traits" in document:
        return [document]
    return next((document[name] for name in _LISTS if isinstance(document.get(name), list)), [])


def _next_page(response: Response, document: Any) -> str:
    """``skip`` moved on by what was given, where ``hasMore`` says so; a ``next`` address as it is."""
    if not isinstance(document, dict):
        return ""
    link = text(document.get("next"))
    if link:
        following = joined(response.url, link)
        return "" if following == response.url else following
    given = len(_activities(document))
    if document.get("hasMore") is not True or not given:
        return ""
    skipped = integer(parameters(response.url).get("skip")) or 0
    return add_or_replace_parameters(response.url, {"skip": str(max(skipped, 0) + given)})
