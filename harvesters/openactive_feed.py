"""The pages of RPDE feeds as one collection: the last state of every item, and which item is part of which.

Realtime Paged Data Exchange 1.0: a page is ``{next, items, license}``, an item ``{state, kind, id, modified, data}``; an item may come
again on a later page, and the later one is what holds now. The feed ends with a page without items, or whose ``next`` is its own address.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from harvesters.errors import Unreadable
from harvesters.json_document import canonical, items, load, mappings, text
from harvesters.json_people import impersonal, left_over, tidy
from harvesters.json_words import joined
from harvesters.ledger import digest_of
from harvesters.record import Response

NOT_EVENTS = {"Slot", "Place", "EventSeries", "Course", "Organization", "IndividualFacilityUse", "Order", "OrderProposal", "Brand"}
"""Types that tell of no event by themselves: places, slots of a hall, what several events have in common."""
_OWN = frozenset(
    (
        "@id",
        "@type",
        "id",
        "type",
        "identifier",
        "eventSchedule",
        "subEvent",
        "superEvent",
        "startDate",
        "endDate",
        "duration",
        "eventStatus",
        "remainingAttendeeCapacity",
        "maximumAttendeeCapacity",
        "instanceOfCourse",
    )
)
"""Fields that nothing inherits from what it is part of."""
_MOST_ABOVE = 4
VOLATILE = ("@context", "remainingAttendeeCapacity", "remainingUses", "dateModified", "modified", "aggregateRating")
"""Fields that change without the opportunity changing: they are in no digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item in its last state."""

    uid: str
    data: dict[str, Any]

    @property
    def type(self) -> str:
        """``SessionSeries`` and so on."""
        return type_of(self.data)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inherited:
    """What a record has from above it, and a digest of that."""

    fields: dict[str, Any] = field(default_factory=dict)
    digest: str = ""


@dataclass(slots=True)
class Collection:
    """What all pages of all feeds told."""

    updated: dict[str, Item] = field(default_factory=dict)
    deleted: dict[str, None] = field(default_factory=dict)
    broken: list[Any] = field(default_factory=list)
    repeats: int = 0
    by_id: dict[str, Item] = field(default_factory=dict)
    _inherited: dict[int, tuple[dict[str, Any], Inherited]] = field(default_factory=dict)
    _kept: dict[int, tuple[dict[str, Any], dict[str, str]]] = field(default_factory=dict)

    def add(self, item: Any) -> None:
        """One item; an earlier state of it is forgotten."""
        told = tidy(item)
        uid = uid_of(told)
        if not uid or not (told.get("state") == "deleted" or isinstance(told.get("data"), dict)):
            self.broken.append(told)
            return
        self.repeats += uid in self.updated or uid in self.deleted
        self.updated.pop(uid, None)
        self.deleted.pop(uid, None)
        if told.get("state") == "deleted":
            self.deleted[uid] = None
        else:
            self.updated[uid] = Item(uid=uid, data=told["data"])

    def index(self) -> None:
        """Make every item findable by its ``@id``; to be called once all are there."""
        self.by_id = {text(item.data.get("@id")): item for item in self.updated.values() if text(item.data.get("@id"))}

    def resolved(self, reference: Any) -> dict[str, Any]:
        """What is embedded, or what an address leads to within the feeds; nothing is ever fetched for it."""
        found = next(iter(mappings(reference)), None)
        if found is not None and set(found) - {"@id", "@type", "id", "type"}:
            return found
        address = text(found.get("@id")) if found else text(next(iter(items(reference)), ""))
        item = self.by_id.get(address)
        return item.data if item else found or {}

    def inherited(self, data: dict[str, Any]) -> Inherited:
        """What the record has from its series, its course and what those are part of; worked out once for all sessions of a series."""
        parents = [self.resolved(data.get(name)) for name in ("superEvent", "instanceOfCourse")]
        parent = next((found for found in parents if found), {})
        if not parent:
            return Inherited()
        if id(parent) not in self._inherited:
            self._inherited[id(parent)] = (parent, self._above(parent))
        return self._inherited[id(parent)][1]

    def _above(self, parent: dict[str, Any]) -> Inherited:
        merged = dict[str, Any]()
        for _ in range(_MOST_ABOVE):
            merged = {name: value for name, value in parent.items() if name not in _OWN} | merged
            parents = [self.resolved(parent.get(name)) for name in ("superEvent", "instanceOfCourse")]
            parent = next((found for found in parents if found), {})
        return Inherited(fields=merged, digest=digest_of(canonical(impersonal(merged, *VOLATILE))))

    def kept_of(self, record: dict[str, Any], understood: frozenset[str], prefix: str) -> dict[str, str]:
        """What nobody read of a place or an organisation; worked out once for all records that share it."""
        if not record:
            return {}
        if id(record) not in self._kept:
            self._kept[id(record)] = (record, left_over(record, understood, prefix=prefix))
        return self._kept[id(record)][1]

    def series_key(self, data: dict[str, Any]) -> str:
        """The uid of the item that this one is part of, else its address."""
        address = reference_of(data.get("superEvent"))
        return self.by_id[address].uid if address in self.by_id else address


def pages_of(answers: Iterable[Response]) -> Iterator[tuple[Response, dict[str, Any]]]:
    """Every answer with its page; raises ``Unreadable`` (``unexpected_shape``)."""
    for answer in answers:
        page = load(answer)
        if not isinstance(page, dict) or not isinstance(page.get("items"), list):
            raise Unreadable("The answer is no page of an RPDE feed: it has no list of items.", reason="unexpected_shape")
        yield answer, page


def following(answer: Response, page: dict[str, Any]) -> str:
    """The address of the next page; ``""`` at the end of the feed."""
    link = text(page.get("next"))
    address = joined(answer.url, link) if link and page["items"] else ""
    return "" if address == answer.url else address


def uid_of(item: Any) -> str:
    """Kind and id: ids are unique only within a kind, and a deleted item has nothing else."""
    if not isinstance(item, dict):
        return ""
    kind, number = text(item.get("kind")), text(item.get("id"))
    return f"{kind}:{number}" if number else ""


def type_of(data: dict[str, Any]) -> str:
    """The last part of the first ``@type``."""
    told = next(iter(items(data.get("@type") or data.get("type"))), "")
    return text(told).rpartition("/")[2].rpartition("#")[2].rpartition(":")[2]


def reference_of(value: Any) -> str:
    """The address of what is referred to, embedded or not."""
    first = next(iter(items(value)), "")
    return text(first.get("@id")) if isinstance(first, dict) else text(first)


def counted(types: Iterable[str]) -> str:
    """``12 Slot, 3 Place``."""
    return ", ".join(f"{number} {name or 'without a type'}" for name, number in sorted(Counter(types).items()))
