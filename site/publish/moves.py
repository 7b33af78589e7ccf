"""Addresses that published pages had before: a page that leads on, and beside it a calendar that stays true.

A page is known by its key (``item:<event id>:<language>``; ``item:<event id>:easy::<language>`` of its form in easy language). An event
that has become part of another one leaves pages whose key also says where they lead (``item:<event id>:<language>><event id>``): they keep
their own name for the day on which the two are parted again.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from publish.addresses import FILES
from publish.edition import Edition
from publish.evidence import Facts
from publish.feeds import event_calendar
from publish.pages import Page, Render
from publish.standing import moved_page
from publish.tree import Entry

_ITEM = "item:"
_LEADS = ">"
_INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Moved:
    """An address whose page stands elsewhere now."""

    path: str
    key: str
    to: str
    """The path of the page that it leads to."""
    event_id: str
    """The event that page is about; empty for other pages."""

    @property
    def language(self) -> str:
        """The language of both pages."""
        return _own(self.key).rpartition(":")[2]


def _own(key: str) -> str:
    """The key of a page without where it leads."""
    return key.partition(_LEADS)[0]


def items_of(key: str) -> tuple[str, ...]:
    """Ids of the events that a page of this key is about or leads to; none for other pages."""
    if not key.startswith(_ITEM):
        return ()
    own, _, leads = key.partition(_LEADS)
    return tuple(one for one in (own.split(":")[1], leads) if one)


def count_moves(files: Mapping[str, Entry]) -> int:
    """How many files lead to another: they share its key, or say so in their own."""
    keys = [entry.key for entry in files.values() if entry.key and _LEADS not in entry.key]
    leading = sum(_LEADS in entry.key for entry in files.values())
    return leading + len(keys) - len(set(keys))


def part_of(event_id: str, redirects: Mapping[str, str]) -> str:
    """The event that a former one is part of now, however often it was joined; ``""`` for one that was not."""
    found = event_id
    for _ in range(len(redirects)):
        if found not in redirects:
            break
        found = redirects[found]
    return "" if found == event_id or found in redirects else found


def count_joined(live: Mapping[str, Entry], events: Container[str], redirects: Mapping[str, str]) -> int:
    """How many events with a page of their own are there now as part of another one: they are not lost."""
    own = {items_of(entry.key)[0] for entry in live.values() if entry.key.startswith(_ITEM) and _LEADS not in entry.key}
    return sum(event_id not in events and part_of(event_id, redirects) in events for event_id in own)


def moves(
    before: Mapping[str, Entry], files: Mapping[str, Entry], redirects: Mapping[str, str], taken_off: Container[str]
) -> Iterator[Moved]:
    """The addresses of the live site that have no page of their own any more, while what they were about has one elsewhere.

    ``taken_off`` are events whose own pages must not be left: they lead nowhere.
    """
    now_at = {entry.key: path for path, entry in files.items() if entry.key}
    for path, entry in before.items():
        if path in files or not entry.key:
            continue
        own = _own(entry.key)
        if own in now_at:
            yield Moved(path, own, now_at[own], next(iter(items_of(own)), ""))
        elif own.startswith(_ITEM):
            event_id, form = own.removeprefix(_ITEM).split(":", 1)
            whole = part_of(event_id, redirects)
            to = now_at.get(f"{_ITEM}{whole}:{form}")
            if to is not None and event_id not in taken_off:
                yield Moved(path, f"{own}{_LEADS}{whole}", to, whole)


def moved_pages(
    found: Iterable[Moved], before: Container[str], editions: Mapping[str, Edition], facts: Facts, render: Render
) -> Iterator[Page]:
    """The page at each of these addresses, and for an event's the calendar that stood beside it: the same as at the new address."""
    for move in found:
        edition = editions[move.language]
        yield moved_page(move.path, move.key, move.to.removesuffix(_INDEX), edition, render)
        file = f"{move.path.removesuffix(_INDEX)}{FILES[move.language]['item']}"
        if move.event_id and file in before:
            made = event_calendar(edition.almanac.events[move.event_id], edition, facts)
            yield Page(path=file, inputs=made.inputs, render=made.render)
