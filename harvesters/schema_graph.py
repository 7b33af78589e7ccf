"""From decoded values to the events in them: references, nesting, parts and wholes, courses, several schedules.

What is decided here: every event node is a record, wherever it stands (``@graph``, ``mainEntity``, ``itemListElement`` ...), but

* ``superEvent`` only names the whole; an event that stands nowhere else than there is no record of its own;
* a whole whose dated parts tell it all (an EventSeries, or one whose parts are called like it) is not shown beside its parts: they take
  from it what they do not say themselves;
* a part without any date, of a whole that has one, is a line of its programme and no record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from harvesters.errors import Unreadable
from harvesters.json_document import items, mappings, text
from harvesters.schema_event import PARTS
from harvesters.schema_schedule import is_schedule
from harvesters.schema_values import MOST, Node, first, is_event, is_reference, plain, things, types

MOST_NODES = 300_000
"""Nodes of one page; a page with more is refused, not cut."""
_APART = frozenset(("review", "reviews", "comment", "itemReviewed", "potentialAction"))
"""Properties whose values speak of an event that stands elsewhere, or nowhere."""
_WHOLE = ("superEvent", "superEvents")
_LINKED_LEVELS = 3
_LINKED_MOST, _LINKED_ON_PAGE = 500, 200_000
"""Nodes that are put in place in one event, and on one page."""
_FROM_COURSE = (
    *("about", "audience", "description", "image", "inLanguage", "isAccessibleForFree", "keywords", "name", "offers", "provider"),
    *("typicalAgeRange", "url"),
)
_FROM_WHOLE = (
    *("about", "audience", "description", "eventAttendanceMode", "image", "inLanguage", "isAccessibleForFree", "keywords", "location"),
    *("name", "offers", "organizer", "typicalAgeRange", "url"),
)
"""What a part takes from the whole that is not shown itself."""


@dataclass(slots=True, eq=False)
class Record:
    """One event of a page."""

    node: dict[str, Any]
    """With what it refers to put in place, and with what it takes from its whole or its course."""
    own: Node
    """As it stands."""
    whole: Record | None = None
    whole_named: Any = None
    """What ``superEvent`` says, where the whole is no record here."""
    schedule: Node | None = None
    number: int = 0
    """Which of several Schedules this record is of; 0 the first or only one."""
    undated_parts: int = 0
    parts: list[Record] = field(default_factory=list)


def records(values: Any, language: str = "") -> list[Record]:
    """The events of a page's values, in their order."""
    graph = _Graph(values)
    graph.walk(values, None, {}, language)
    return list(_shown(graph.found))


class _Graph:
    """One walk over the values of one page."""

    def __init__(self, values: Any) -> None:
        self.found: list[Record] = []
        self._by_id = _index(values)
        self._left = _LINKED_ON_PAGE
        self._seen: set[int] = set()
        self._wholes: dict[str, Record] = {}
        self._courses: dict[str, Node] = {}

    def walk(self, values: Any, whole: Record | None, course: Node, language: str) -> None:
        """Collect what is an event in the values; then settle what they say of each other."""
        self._collect(values, whole, course, language)
        by_id = {identity: record for record in self.found if (identity := text(record.own.get("@id")))}
        for record in self.found:
            self._settle(record, by_id)

    def _collect(self, value: Any, whole: Record | None, course: Node, language: str) -> None:
        if isinstance(value, list):
            for item in value:
                self._collect(item, whole, course, language)
        if not isinstance(value, dict) or id(value) in self._seen:
            return
        self._seen.add(id(value))
        if len(self._seen) > MOST_NODES:
            raise Unreadable("The page holds far too many pieces of structured data.", reason="too_much")
        language = text(next(iter(mappings(value.get("@context"))), {}).get("@language")) or language
        record = self._record(value, whole, course, language) if is_event(value) and not is_reference(value) else None
        for name, item in value.items():
            if name in _WHOLE or name in _APART:
                continue
            if name in PARTS and record:
                self._note_parts(item, record)
            if name == "hasCourseInstance":
                self._courses |= {text(told.get("@id")): value for told in mappings(item)}
            self._collect(item, record if name in PARTS else None, value if name == "hasCourseInstance" else {}, language)

    def _record(self, node: dict[str, Any], whole: Record | None, course: Node, language: str) -> Record:
        linked = self._linked({name: item for name, item in node.items() if name not in PARTS})
        if language and "@language" not in linked:
            linked["@language"] = language
        record = Record(node=linked, own=node, whole=whole, whole_named=next(iter(items(first(node, *_WHOLE))), None))
        _inherit(record, course, _FROM_COURSE)
        self.found.append(record)
        return record

    def _note_parts(self, value: Any, record: Record) -> None:
        self._wholes |= {identity: record for told in mappings(value) if (identity := text(told.get("@id")))}

    def _settle(self, record: Record, by_id: Mapping[str, Record]) -> None:
        """The record's whole, by nesting, by what the whole names as its part, or by what the record names as its whole."""
        identity = text(record.own.get("@id"))
        named = text(record.whole_named.get("@id")) if isinstance(record.whole_named, dict) else text(record.whole_named)
        record.whole = record.whole or self._wholes.get(identity) or by_id.get(named)
        if record.whole is record or _is_above(record, record.whole):
            record.whole = None
        if record.whole:
            record.whole.parts.append(record)
        if "CourseInstance" in types(record.own):
            _inherit(record, self._courses.get(identity, {}), _FROM_COURSE)

    def _linked(self, node: dict[str, Any]) -> dict[str, Any]:
        """The node with the nodes that it refers to put in the place of the references, three levels down."""
        budget = [min(_LINKED_MOST, self._left)]
        given = budget[0]
        linked = {name: self._full(item, _LINKED_LEVELS, budget) for name, item in node.items()}
        self._left -= given - budget[0]
        return linked

    def _full(self, value: Any, levels: int, budget: list[int], *, inside: bool = False) -> Any:
        """The value with references replaced; ``inside`` one of them every node counts, for what is put in place may be large."""
        if isinstance(value, list):
            return [self._full(item, levels, budget, inside=inside) for item in value]
        if not isinstance(value, dict) or not levels or budget[0] <= 0:
            return value
        target = self._by_id.get(text(value.get("@id")), value) if is_reference(value) else value
        inside = inside or target is not value
        budget[0] -= inside
        return {name: self._full(item, levels - 1, budget, inside=inside) for name, item in target.items()}


def _index(values: Any) -> dict[str, dict[str, Any]]:
    """Every node that says more of itself than its ``@id``, by that; of several the one that says most."""
    found: dict[str, dict[str, Any]] = {}
    waiting = [values]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            waiting += value.values()
            identity = text(value.get("@id"))
            if identity and not is_reference(value) and len(value) > len(found.get(identity, {})):
                found[identity] = value
    return found


def _is_above(record: Record, whole: Record | None) -> bool:
    """True where the record is a whole of its own whole."""
    for _ in range(MOST):
        if whole is None:
            return False
        if whole is record:
            return True
        whole = whole.whole
    return True


def _inherit(record: Record, source: Node, names: Sequence[str]) -> None:
    """Take what the record does not say itself."""
    for name in names:
        if first(record.node, name) is None and source.get(name) is not None:
            record.node[name] = source[name]


def _shown(found: Sequence[Record]) -> Iterator[Record]:
    """The records that are shown, one for each of their Schedules."""
    hidden = set[int]()
    for record in found:
        dated = [part for part in record.parts if is_dated(part)]
        if is_dated(record):
            undated = [part for part in record.parts if not is_dated(part)]
            record.undated_parts = len(undated)
            hidden |= {id(part) for part in undated}
        if dated and _is_told_by(record, dated):
            hidden.add(id(record))
            for part in dated:
                _inherit(part, record.node, _FROM_WHOLE)
    for record in found:
        if id(record) not in hidden:
            yield from _by_schedule(record)


def is_dated(record: Record) -> bool:
    """True where the record says when, readable or not."""
    return first(record.own, "startDate") is not None or bool(_schedules(record))


def _is_told_by(record: Record, parts: Sequence[Record]) -> bool:
    """True for a whole that says nothing that its parts do not: a series, or one whose parts have no other name than it."""
    name = _folded(record)
    return "EventSeries" in types(record.own) or all(_folded(part) in {"", name} for part in parts)


def _folded(record: Record) -> str:
    return " ".join(plain(record.own.get("name")).casefold().split())


def _schedules(record: Record) -> list[Node]:
    told: list[Node] = [schedule for schedule in things(record.node.get("eventSchedule")) if is_schedule(schedule)]
    return told or [schedule for schedule in things(record.node.get("courseSchedule")) if is_schedule(schedule, is_course=True)]


def _by_schedule(record: Record) -> Iterator[Record]:
    """The record itself, or one for each Schedule: a rule has one time of day (RFC 5545 section 3.8.5.3)."""
    told = dict[str, Node]()
    for schedule in _schedules(record):
        told.setdefault(repr(schedule), schedule)
    if not told:
        yield record
        return
    for number, schedule in enumerate(told.values()):
        parts = record.parts if not number else []
        yield Record(record.node, record.own, record.whole, record.whole_named, schedule, number, record.undated_parts, parts)
