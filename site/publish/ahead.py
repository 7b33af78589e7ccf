"""The pages of the few events that changed, put into the site that is read before everything else is made.

A list of fifty thousand events takes its time; that a concert is off must stand on its own page at once. When only some events differ
from the snapshot of the live site, and nothing else that pages hang on does, their pages, calendars and short links are made from an
excerpt of the snapshot and put in place one by one, each whole or not at all. The build that follows makes them again among all others, so
that the site is in the end what it would have been without (docs/decisions/0015-building.md).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from harvesters.errors import KoosteError
from publish.almanac import Almanac
from publish.easy import easy_pages
from publish.edition import Edition
from publish.evidence import event_facts, page_facts
from publish.feeds import event_calendar
from publish.guard import LEAST, future_events
from publish.inner_links import InnerLinks, links_of
from publish.items import item_pages
from publish.moves import items_of
from publish.pages import Page, Render
from publish.short_links import short_pages
from publish.tree import Trees
from store.excerpt import write_excerpt

MOST = 200
"""Changed events up to which it is worth while."""
Printing = tuple[Mapping[str, Edition], Render]
"""The editions of an almanac, by language, and what renders their pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How a build gets from a snapshot to pages, and what they hang on besides."""

    circumstances: str
    """Digest of everything besides the snapshot."""
    today: date
    links: InnerLinks
    read: Callable[[Path], Almanac]
    edit: Callable[[Almanac], Printing]


def put_ahead(snapshot: Path, trees: Trees, ways: Ways) -> int:
    """How many files of the live site were put in place of others; 0 where the whole build has to decide.

    The snapshot that the live site was made from must still be there.
    """
    live = trees.about_live()
    if live is None or live.circumstances != ways.circumstances or not live.snapshot or not Path(live.snapshot).is_file():
        return 0
    most = min(MOST, int((1 - LEAST) * future_events(live.future, ways.today)))
    with TemporaryDirectory(prefix="kooste-") as folder:
        excerpt = Path(folder) / "excerpt.db"
        try:
            changed = write_excerpt(excerpt, snapshot, Path(live.snapshot), today=ways.today, most=most)
        except KoosteError:  # another form, or a file that is no snapshot: the build says what is wrong with it
            return 0
        if not changed:
            return 0
        almanac = ways.read(excerpt)
    pages = _pages(changed, almanac, *ways.edit(almanac))
    return trees.put_ahead(live.name, _sound(pages, trees.path(live.name), ways.links))


def _pages(changed: frozenset[str], almanac: Almanac, editions: Mapping[str, Edition], render: Render) -> Iterator[tuple[str, Page]]:
    """The changed events' own files, each with its event's id."""
    facts = event_facts(almanac)
    shown = page_facts(almanac, facts)
    for edition in editions.values():
        for made in (item_pages(edition, render, shown), easy_pages(edition, render, shown)):
            yield from _about(changed, made)
        for event in (almanac.events[event_id] for event_id in sorted(changed)):
            if event.first_start is not None:
                yield event.id, event_calendar(event, edition, facts)
    yield from _about(changed, short_pages(editions, render))


def _about(changed: frozenset[str], pages: Iterator[Page]) -> Iterator[tuple[str, Page]]:
    for page in pages:
        yield from ((event_id, page) for event_id in changed.intersection(items_of(page.key)))


def _sound(pages: Iterator[tuple[str, Page]], root: Path, links: InnerLinks) -> dict[str, tuple[bytes, str]]:
    """Path -> bytes and key of the files whose links all lead somewhere. An event that links to a page that the build has yet to make
    (a new place) waits for it with all its files.
    """
    of_event: dict[str, dict[str, tuple[bytes, str]]] = defaultdict(dict)
    for event_id, page in pages:
        of_event[event_id][page.path] = (page.render(), page.key)
    return {path: told for files in of_event.values() if _all_lead(files, root, links) for path, told in files.items()}


def _all_lead(files: Mapping[str, tuple[bytes, str]], root: Path, links: InnerLinks) -> bool:
    found = (link for path, (data, _) in files.items() if path.endswith(".html") for link in links_of(data))
    return all(path in files or (root / path).is_file() for path in links.files(found))
