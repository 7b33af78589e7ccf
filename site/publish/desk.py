"""What becomes of one page: it stays as it was, or is made anew and written into the idle tree. One desk a process."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from harvesters.errors import KoosteError
from publish.contents import Section
from publish.inner_links import InnerLinks, links_of
from publish.pages import Page
from publish.shares import Tick
from publish.tree import Draft, Entry, Manifest, Trees, content_digest


class Decided(NamedTuple):
    """What became of one page."""

    path: str
    entry: Entry | None
    """``None`` where it is as it was."""
    listed: str
    changed: str
    is_written: bool
    linked: tuple[str, ...] = ()
    """Files that the page links to, as far as no page did that was made before it in the same process."""


@dataclass(slots=True, kw_only=True)
class Desk:
    """Decides about pages, in one process: as it was, or made anew; and opens the idle tree once there is something to write."""

    trees: Trees
    live: Manifest | None
    links: InnerLinks
    draft: Draft | None = None
    _linked: set[bytes] = field(default_factory=set)
    _seen: set[str] = field(default_factory=set)

    def section(self, pages: Section, tick: Tick) -> list[Decided]:
        """Every page of a section."""
        decided = []
        for page in pages:
            decided.append(self.page(page))
            tick()
        return decided

    def page(self, page: Page) -> Decided:
        """One file."""
        if page.path in self._seen:
            raise two_at(page.path)
        self._seen.add(page.path)
        before = self.live.files.get(page.path) if self.live else None
        if before is not None and (before.inputs, before.key) == (page.inputs, page.key):
            return Decided(page.path, None, page.listed, page.changed, is_written=False)
        data = page.render()
        entry = Entry(page.inputs, content_digest(data), page.key)
        is_new = before is None or before.content != entry.content
        if is_new:
            self.opened().write(page.path, data, entry.content)
        return Decided(page.path, entry, page.listed, page.changed, is_new, self._newly_linked(page.path, data))

    def _newly_linked(self, path: str, data: bytes) -> tuple[str, ...]:
        if not path.endswith(".html"):
            return ()
        new = links_of(data) - self._linked
        self._linked |= new
        return tuple(self.links.files(new))

    def opened(self) -> Draft:
        """The idle tree, for writing."""
        self.draft = self.draft or self.trees.draft(self.live)
        return self.draft


def two_at(path: str) -> KoosteError:
    """What is said where two pages would have one address."""
    return KoosteError(f"Two pages would stand at {path}: two places, organizers or sources have one id. Give each its own.")
