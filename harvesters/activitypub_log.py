"""What an outbox, a collection or a single object tells, entry by entry (ActivityStreams 2.0, ActivityPub section 5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from harvesters.json_document import items, mapping, text

ACTORS = frozenset({"Application", "Group", "Organization", "Person", "Service"})
PAGES = frozenset({"CollectionPage", "OrderedCollectionPage"})
_COLLECTIONS = PAGES | {"Collection", "OrderedCollection"}
_SAYING = frozenset({"Add", "Announce", "Create", "Update"})
_TAKING_BACK = frozenset({"Delete", "Remove"})
_MOST_WRAPPED = 4
"""Activities around one event; an announced creation is two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a list; just one of ``event``, ``link``, ``gone`` and ``other`` says something."""

    event: Any = None
    """An Event, or something that is no object at all and must be named as unreadable."""
    link: str = ""
    """The address of an event or of an activity about one."""
    gone: str = ""
    """The id of what was deleted or is not announced any more."""
    other: str = ""
    """The type of what is neither."""
    addressed: dict[str, Any] | None = None
    """The activity around the event, which may say whom it is addressed to."""


def types_of(value: Any) -> frozenset[str]:
    """The types of an object, of which it may have several."""
    record = value if isinstance(value, dict) else {}
    return frozenset(kind for item in items(record.get("type", record.get("@type"))) if (kind := text(item)))


def id_of(value: Any) -> str:
    """The id of an object, or the link to one; ``""`` where it has none."""
    if isinstance(value, dict):
        return text(value.get("id")) or text(value.get("@id"))
    return value.strip() if isinstance(value, str) else ""


def entries(page: Any) -> Iterator[Entry]:
    """The entries of one answer in its order: of a collection and of the first page within it, or the one object that it is."""
    if isinstance(page, list):
        yield from map(entry_of, page)
    elif types_of(page) & _COLLECTIONS:
        for holder in (page, mapping(page.get("first"))):
            for name in ("orderedItems", "items"):
                yield from map(entry_of, items(holder.get(name)))
    elif not types_of(page) & ACTORS:
        yield entry_of(page)


def entry_of(item: Any) -> Entry:
    """What one entry tells, whatever activities are around it."""
    around: dict[str, Any] | None = None
    for _ in range(_MOST_WRAPPED):
        kinds = types_of(item)
        if isinstance(item, str):
            return Entry(link=item.strip(), addressed=around)
        if not isinstance(item, dict) or "Event" in kinds:
            return Entry(event=item, addressed=around)
        if gone := _gone(item, kinds):
            return Entry(gone=gone)
        if not (kinds & _SAYING and item.get("object")):
            break
        around, item = item, _inside(item)
    return Entry(other=next(iter(sorted(types_of(item))), "?"))


def _inside(activity: dict[str, Any]) -> Any:
    """What an activity is about; of several things the first."""
    return next(iter(items(activity["object"])), None)


def _gone(item: dict[str, Any], kinds: frozenset[str]) -> str:
    """The id of what an entry takes back. Undone is only what was announced: an undone like or follow says nothing about an event."""
    if "Tombstone" in kinds:
        return id_of(item)
    inside = next(iter(items(item.get("object"))), None)
    if kinds & _TAKING_BACK:
        return id_of(inside)
    if "Undo" in kinds and "Announce" in types_of(inside):
        return id_of(next(iter(items(mapping(inside).get("object"))), None))
    return ""
