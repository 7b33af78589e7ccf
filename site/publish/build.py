"""The site from one frozen snapshot: only what shows something new is made, beside the live tree, and switched in one step.

read        snapshot -> Almanac, in memory
| pages     Almanac -> Page, one by one, in every language
| compare   Page.inputs with the live manifest: equal means the file stays as it is
| draft     new files written, the others linked, into the idle tree
| switch    DIR/public
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from harvesters.errors import KoosteError
from harvesters.source import Schedules
from normalize.vocabulary import Vocabulary
from publish.addresses import Addresses
from publish.ahead import Ways, put_ahead
from publish.almanac import Almanac, Rows, read_almanac
from publish.assets import read_assets
from publish.contents import Found, Section, site_sections
from publish.desk import Decided, Desk, two_at
from publish.edition import AreaNames, Edition
from publish.editions import printing
from publish.evidence import event_facts
from publish.folders import Folders
from publish.guard import check_build
from publish.help_channels import read_channels
from publish.inner_links import InnerLinks
from publish.moves import count_joined, count_moves, items_of, moved_pages, moves
from publish.pages import Page, digest
from publish.rendering import Press
from publish.search_words import SearchWords, search_words
from publish.shares import Shares, processes_for
from publish.sitemap import sitemap_pages
from publish.tree import Draft, Entry, Manifest, Trees
from store.reading import Snapshot

Progress = Callable[[int, int], None]
"""``(files looked at, all files)``."""
_CUSTOM = "custom"
_BUILD_ID = "build.json"
_WORTH_FORKING = 400
"""Events of a region whose pages take long enough to be shared out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did. Files, not only pages, are counted: calendars and feeds too."""

    rendered: int
    """Made anew because what they show changed."""
    written: int
    """Of these, really different from before."""
    unchanged: int
    pages: int
    """All files of the site that this snapshot makes."""
    redirects: int
    """Addresses that lead to where their page now stands."""
    switched: bool
    dead_links: tuple[tuple[str, str], ...] = ()
    """Pages made anew that link to a file which is not there, and the file; each file once, by its name."""


@contextmanager
def _without_collector() -> Iterator[None]:
    """No garbage collection meanwhile: pages leave no cycles behind, and looking for them takes a tenth of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def build(  # noqa: PLR0913 - the contract's arguments and two that only name themselves
    snapshot: Path,
    data_dir: Path,
    schedules: Schedules,
    *,
    now: datetime,
    progress: Progress | None = None,
    force: bool = False,
    explorer: str = "",
    taken_off: frozenset[str] = frozenset(),
    vocabulary: Vocabulary | None = None,
    area_names: AreaNames | None = None,
    preview: bool = False,
    custom: Path | None = None,
    processes: int = 0,
    ahead: Callable[[int], None] | None = None,
) -> BuildReport:
    """The site of the snapshot, live under ``data_dir/public``; the old one stays where anything goes wrong.

    ``explorer`` is the explorer's address where pages may link to it. ``force`` publishes a build that lost many events.
    ``taken_off`` are ids of events that must not be public any more: their pages are the only ones that are not kept. The words of the
    ``vocabulary`` find subjects in the search, where it is given. ``area_names`` are what districts and municipalities are called.
    A ``preview`` asks search engines to stay away from every page.
    What a region replaces stands in ``data_dir/custom``, or in ``custom``. Made in so many ``processes``; 0 lets the number of events
    decide. ``ahead`` hears how many files of changed events are in their place already, before all others are looked at.
    """
    words = search_words(vocabulary)
    folders = Folders.found(custom or data_dir / _CUSTOM)
    trees, zone = Trees(data_dir), ZoneInfo(schedules.region.timezone)
    today = now.astimezone(zone).date()
    named, region = area_names or {}, schedules.region
    horizon = schedules.defaults.horizon.model_dump_json()
    settings = digest(region.model_dump_json(), horizon, folders.fingerprint(), explorer, preview, named)
    circumstances = digest(today.isoformat(), settings, repr(words), *sorted(taken_off))

    def read(path: Path) -> Almanac:
        return read_almanac(Snapshot(path), now=now, zone=zone, horizon=schedules.defaults.horizon)

    def edit(almanac: Almanac) -> tuple[dict[str, Edition], Press]:
        return printing(schedules, almanac, folders, read_assets(folders), settings, area_names=named, explorer=explorer, preview=preview)

    put = put_ahead(snapshot, trees, Ways(circumstances=circumstances, today=today, links=_links(schedules), read=read, edit=edit))
    if ahead:
        ahead(put)
    live = trees.live()
    whole = digest(_file_digest(snapshot), circumstances)
    if live is not None and live.build == whole:
        return _as_before(live)
    rows = Snapshot(snapshot)
    return build_rows(
        rows,
        trees,
        live,
        schedules,
        folders,
        now=now,
        whole=whole,
        settings=settings,
        progress=progress,
        force=force,
        explorer=explorer,
        taken_off=taken_off,
        words=words,
        area_names=named,
        preview=preview,
        processes=processes,
        origin=(str(snapshot.resolve()), circumstances),
    )


@_without_collector()
def build_rows(  # noqa: PLR0913 - what build() has already found out
    rows: Rows,
    trees: Trees,
    live: Manifest | None,
    schedules: Schedules,
    folders: Folders,
    *,
    now: datetime,
    whole: str,
    settings: str,
    progress: Progress | None = None,
    force: bool = False,
    explorer: str = "",
    taken_off: frozenset[str] = frozenset(),
    words: SearchWords | None = None,
    area_names: AreaNames | None = None,
    preview: bool = False,
    processes: int = 0,
    origin: tuple[str, str] = ("", ""),
) -> BuildReport:
    """The same from rows wherever they come from, in so many processes; 0 lets the number of events decide.

    ``origin`` is the snapshot's file, where there is one, and the digest of all else.
    """
    region = schedules.region
    almanac = read_almanac(rows, now=now, zone=ZoneInfo(region.timezone), horizon=schedules.defaults.horizon)
    future = almanac.future_days()
    if live is not None and not force:
        check_build(live.future, future, almanac.today, joined=count_joined(live.files, almanac.events, almanac.redirects))
    assets = read_assets(folders)
    editions, press = printing(schedules, almanac, folders, assets, settings, area_names=area_names, explorer=explorer, preview=preview)
    facts, published = event_facts(almanac), _published(live)
    found = replace(Found.of(almanac, published, words, area_names), channels=read_channels(folders.data))
    work = Work(trees=trees, live=live, links=_links(schedules), total=_guess(live, almanac, len(editions)), progress=progress)
    processes = processes or processes_for(len(almanac.events), _WORTH_FORKING)
    if processes > 1:
        press.make_ready()
    work.take_all(list(site_sections(editions, assets, press, facts, found)), processes)
    for page in sitemap_pages(work.listed, next(iter(editions.values())).addresses, preview=preview):
        work.take(page)
    before = live.files if live else {}
    for page in moved_pages(list(moves(before, work.files, almanac.redirects, taken_off)), before, editions, facts, press):
        work.take(page)
    work.carry_over(taken_off)
    return work.finish(whole, future, origin)


def _links(schedules: Schedules) -> InnerLinks:
    return InnerLinks.of(Addresses.below(schedules.region.public_address), schedules.region.explorer_address)


def _published(live: Manifest | None) -> frozenset[str]:
    """Paths and keys of what is live: some pages are only made where they once were."""
    return frozenset(text for path, entry in live.files.items() for text in (path, entry.key)) if live else frozenset()


def _guess(live: Manifest | None, almanac: Almanac, languages: int) -> int:
    """About how many files there will be, for the progress bar: as many as the live site has, else some for each event and day."""
    if live is not None and live.files:
        return len(live.files)
    return languages * (7 * len(almanac.events) + len(list(almanac.span.days())) + 1000)


def _file_digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise KoosteError(
            f"{path}: the snapshot cannot be read: {error.strerror}. Run `kooste publish` again to make a new one."
        ) from error


def _as_before(live: Manifest) -> BuildReport:
    """The report of a build that found nothing to do."""
    pages = sum(path != _BUILD_ID for path in live.files)
    return BuildReport(rendered=0, written=0, unchanged=pages, pages=pages, redirects=count_moves(live.files), switched=False)


@dataclass(slots=True, kw_only=True)
class Work:
    """One build while it goes on: what was decided."""

    trees: Trees
    live: Manifest | None
    links: InnerLinks
    total: int
    progress: Progress | None
    files: dict[str, Entry] = field(default_factory=dict)
    listed: list[tuple[str, str]] = field(default_factory=list)
    linked: dict[str, str] = field(default_factory=dict)
    """File -> the first page that links to it, of those that were made anew."""
    rendered: int = 0
    written: int = 0
    desk: Desk = field(init=False)
    _is_swept: bool = False

    def __post_init__(self) -> None:
        self.trees.begin()
        self.desk = Desk(trees=self.trees, live=self.live, links=self.links)

    def take_all(self, sections: Sequence[Section], processes: int) -> None:
        """Decide about every page of the sections, in so many processes."""
        shares = Shares(parts=sections, make=self.desk.section, told=self._tell)
        for decided in shares.made(processes):
            for one in decided:
                self._add(one)

    def take(self, page: Page) -> None:
        """Decide about one file more."""
        self._add(self.desk.page(page))
        self._tell(len(self.files))

    def _tell(self, done: int) -> None:
        if self.progress:
            self.progress(done, max(self.total, done + 1))

    def _add(self, one: Decided) -> None:
        if one.path in self.files:
            raise two_at(one.path)
        if one.listed:
            self.listed.append((one.listed, one.changed))
        if one.entry is None and self.live is not None:
            self.files[one.path] = self.live.files[one.path]
        elif one.entry is not None:
            self.files[one.path] = one.entry
            self.linked |= {file: one.path for file in one.linked if file not in self.linked}
            self.rendered += 1
            self.written += one.is_written

    def carry_over(self, taken_off: frozenset[str]) -> None:
        """Everything else that was ever published stays as it was: nothing is deleted, no address stops answering.

        Only what must not be public any more goes, page and calendar, in every language and at every address it ever had.
        """
        before = self.live.files if self.live else {}
        self._is_swept = bool(taken_off)
        gone = {path.rpartition("/")[0] for path, entry in before.items() if not taken_off.isdisjoint(items_of(entry.key))}
        for path, entry in before.items():
            if path.rpartition("/")[0] in gone:
                self.desk.opened()
            elif path != _BUILD_ID:
                self.files.setdefault(path, entry)

    def finish(self, whole: str, future: dict[str, int], origin: tuple[str, str]) -> BuildReport:
        """The draft completed and switched, or nothing where nothing differs."""
        rendered, written, made = self.rendered, self.written, len(self.files)
        self.take(_build_page(self.files))
        if self.progress:
            self.progress(len(self.files), len(self.files))
        draft = self.desk.opened() if self.written or self.desk.draft else None
        name = draft.name if draft else self.trees.live_name()
        if draft is not None:
            self._complete(draft)
        manifest = Manifest(name=name, build=whole, future=future, files=self.files, snapshot=origin[0], circumstances=origin[1])
        self.trees.remember(manifest)
        if draft is not None:
            self.trees.switch(name)
        return BuildReport(
            rendered=rendered,
            written=written,
            unchanged=made - written,
            pages=made,
            redirects=count_moves(self.files),
            switched=draft is not None,
            dead_links=tuple((page, file) for file, page in sorted(self.linked.items()) if file not in self.files),
        )

    def _complete(self, draft: Draft) -> None:
        """Every file that stays as it was, taken over from the live tree."""
        if self.live is not None:
            for path, entry in self.files.items():
                before = self.live.files.get(path)
                if before is not None and before.content == entry.content:
                    draft.keep(path, entry.content)
        if self._is_swept:
            draft.sweep(self.files)


def _build_page(files: dict[str, Entry]) -> Page:
    """``build.json``: an id that is the same for the same site wherever it was made."""
    contents = sorted((path, entry.content) for path, entry in files.items())
    made = digest(contents)
    return Page(path=_BUILD_ID, inputs=made, render=f'{{"id": "{made}", "files": {len(contents)}}}\n'.encode)
