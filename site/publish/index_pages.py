"""From A to Ö: every series, coming event, organizer and place by its first letter, on one page while it is short, on a page a letter when
it is not. What is published once is made again, so that no letter's page goes stale.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from publish.addresses import Target
from publish.cards import regular, standing_text
from publish.dates import sentence
from publish.edition import Edition
from publish.letters import DIGITS, group_key, initial, shown, sort_key
from publish.pages import Maker, Page, Render
from publish.views import Link
from store.reading import EventRow

MOST = 150
"""Names on one page."""
_BEGINNINGS = range(3, 16)
"""Letters by which pages of one letter may be told apart."""
_PAGE = re.compile(r"index:((?:0-9|other|[a-z]{1,2})(?:-[0-9]+)?):([a-z]{2})")
"""The key of a letter's page."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One name with what it is."""

    link: Link
    note: str
    day: str = ""
    """Its next day, in order of which equal names stand."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One way on of the strip of letters."""

    href: str
    text: str
    n: int
    count: str


@dataclass(frozen=True, slots=True)
class _Part:
    """What one page of a letter holds: ``j``, and ``j-2`` where one page is too short."""

    name: str
    group: str
    entries: tuple[Entry, ...]


def index_pages(edition: Edition, render: Render, published: Collection[str]) -> Iterator[Page]:
    """The page from A to Ö and, where it would be too long or once was, those of the letters."""
    make = Maker(edition, render)
    by_letter = _by_letter(_entries(edition), edition.language)
    total = sum(map(len, by_letter.values()))
    known = {found[1] for key in published if (found := _PAGE.fullmatch(key)) and found[2] == edition.language}
    parts = list(_parts(by_letter)) if total > MOST or known else []
    parts += [
        _Part(name, re.sub(r"-[0-9]+$", "", name) if name != DIGITS else name, ()) for name in sorted(known - {part.name for part in parts})
    ]
    strip, of_group = _strip(by_letter, edition), _pages_of(parts, edition)
    yield _whole(by_letter, strip if total > MOST else (), edition, make)
    for part in parts:
        yield _part(part, strip, of_group.get(part.group, ()), edition, make)


def _entries(edition: Edition) -> Iterator[Entry]:
    """Everything that has a name and is not over."""
    almanac, words = edition.almanac, edition.words
    for event in almanac.events.values():
        if event.withdrawn_at is None and not almanac.ended(event):
            name = edition.titled(event.name)
            day = next((one.day.isoformat() for one in almanac.upcoming(event.id)), "")
            yield Entry(Link(edition.item_href(event), name.text, name.lang), _note(event, edition), day)
    for organizer in almanac.organizers.values():
        name = edition.said(organizer.name)
        yield Entry(Link(edition.href("organizer", organizer.slug), name.text, name.lang), words("index.organizer"))
    for place in almanac.places.values():
        name = edition.said(place.name)
        yield Entry(Link(edition.href("place", place.slug), name.text, name.lang), words("index.place"))


def _note(event: EventRow, edition: Edition) -> str:
    """When it is: the rhythm of a series, the day of an event."""
    dates = edition.almanac.upcoming(event.id)
    if not dates:
        return standing_text(event, edition) if event.first_start is None else ""
    if event.is_series:
        return regular(event, dates, edition).rhythm
    return edition.dates.short(dates[0].day)


def _by_letter(entries: Iterable[Entry], language: str) -> dict[str, list[Entry]]:
    """Group -> its entries, both in the language's order."""
    found: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda one: (sort_key(one.link.text, language), one.link.text, one.day, one.link.href)):
        found.setdefault(initial(entry.link.text, language), []).append(entry)
    return {group: found[group] for group in sorted(found, key=group_key)}


def _parts(by_letter: Mapping[str, Sequence[Entry]]) -> Iterator[_Part]:
    """The pages that the letters need."""
    for group, entries in by_letter.items():
        for n, start in enumerate(range(0, len(entries), MOST), 1):
            yield _Part(group if n == 1 else f"{group}-{n}", group, tuple(entries[start : start + MOST]))


def _heading(group: str, edition: Edition) -> str:
    return shown(group) or edition.words("index.digits" if group == DIGITS else "index.other")


def _strip(by_letter: Mapping[str, Sequence[Entry]], edition: Edition) -> tuple[Letter, ...]:
    """The letters, each with its number of names and the way to its first page."""
    return tuple(_way(edition.href("index", group), _heading(group, edition), entries, edition) for group, entries in by_letter.items())


def _pages_of(parts: Sequence[_Part], edition: Edition) -> dict[str, tuple[Letter, ...]]:
    """Group -> the ways between its pages, where it has several.

    A page names those of its own letter alone: those of all letters are hundreds in a large region.
    """
    found: dict[str, list[_Part]] = {}
    for part in parts:
        if part.entries:
            found.setdefault(part.group, []).append(part)
    return {group: _ways(several, edition) for group, several in found.items() if len(several) > 1}


def _ways(parts: Sequence[_Part], edition: Edition) -> tuple[Letter, ...]:
    letters = _beginning([part.entries[0].link.text.lower() for part in parts])
    return tuple(_way(edition.href("index", part.name), _begins(part, letters), part.entries, edition) for part in parts)


def _way(href: str, text: str, entries: Sequence[Entry], edition: Edition) -> Letter:
    return Letter(href, text, len(entries), edition.words.count("index.entries", len(entries)))


def _beginning(names: Sequence[str]) -> int:
    """By how many letters the pages of one letter are told apart, whose first names these are."""
    return next((size for size in _BEGINNINGS if len({name[:size] for name in names}) == len(names)), _BEGINNINGS[-1])


def _begins(part: _Part, letters: int) -> str:
    """How the first name of a page begins: ``Kah…``, ``Ker…``."""
    return sentence(part.entries[0].link.text[:letters].strip().lower()) + "…"


def _whole(by_letter: Mapping[str, Sequence[Entry]], strip: Sequence[Letter], edition: Edition, make: Maker) -> Page:
    """The page from A to Ö: the names themselves, or the letters that lead to them."""
    words = edition.words
    anchors = tuple(_way(f"#l-{group}", _heading(group, edition), entries, edition) for group, entries in by_letter.items())
    groups = () if strip else tuple((f"l-{group}", _heading(group, edition), tuple(entries)) for group, entries in by_letter.items())
    content = {"lead": words("index.lead"), "here": "", "letter": "", "letters": strip or anchors, "pages": (), "groups": groups}
    return _made(Target(kind="index"), words("index.title"), content, edition, make)


def _part(part: _Part, strip: Sequence[Letter], pages: Sequence[Letter], edition: Edition, make: Maker) -> Page:
    heading, href = _heading(part.group, edition), edition.href("index", part.name)
    called = next((page.text for page in pages if page.href == href), heading)
    groups = ((f"l-{part.group}", heading, part.entries),) if part.entries else ()
    letter = edition.href("index", part.group)
    content = {"lead": "", "here": href, "letter": letter, "letters": tuple(strip), "pages": tuple(pages), "groups": groups}
    target = Target(kind="index", name=part.name)
    return _made(target, edition.words("index.letter_title", letter=called), content, edition, make)


def _made(target: Target, title: str, content: Mapping[str, Any], edition: Edition, make: Maker) -> Page:
    back = Link(edition.href("index"), edition.words("index.back")) if target.name else Link("", "")
    description = edition.words("index.description", region=edition.name)
    indexed, whole = bool(content["groups"]) or not target.name, Target(kind="index")
    head = edition.head(target, title, description, nav="index", indexed=indexed, elsewhere=whole)  # others may lack the letter
    return make(target, "pages/letters.html", head, {"title": title, "back": back, **content})
