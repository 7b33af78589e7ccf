"""How the events of a calendar will look: taken the whole way of the data in a file that is gone afterwards, and shown as the site does.

No shortcut: what the site would make of this source is what the preview shows, with the region's own templates, words and places.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from harvesters.record import Validators
from harvesters.source import OrganizerEntry, Schedules
from kooste import pipeline
from kooste.area_names import area_names
from kooste.areas import areas
from kooste.vocabulary import vocabulary_of
from normalize.finding import Facts, Record
from normalize.times import instant
from publish.almanac import Almanac, read_almanac
from publish.assets import Assets, read_assets
from publish.cards import day_view
from publish.editions import make_editions
from publish.folders import Folders
from publish.frame import shared
from publish.rendering import Press
from store.apply import apply
from store.configuration import sync_configuration
from store.database import Store, open_store
from store.harvests import known
from store.reading import Snapshot
from store.snapshot import freeze
from store.sync import Harvested, plan

MOST_RECORDS = 60
FIRST_DAYS, MOST_DAYS = 3, 20
_TEMPLATE = "explorer/door/_site_days.html"
_LINKS = re.compile(r' href="[^"]*"')


@dataclass(frozen=True, slots=True)
class Cards:
    """The next days of a calendar as the site shows them, one piece of HTML each."""

    first: tuple[str, ...] = ()
    more: tuple[str, ...] = ()


def cards(facts: Facts, title: str, schedules: Schedules, custom: Path, now: datetime) -> Mapping[str, Cards]:
    """Language -> the cards, told by a source of that title. Links lead nowhere: the pages are not there yet.

    ``custom`` is where the region's own templates may be.
    """
    records = _soonest(facts)
    if not records:
        return {}
    source = facts.source.model_copy(update={"title": title, "organizer": OrganizerEntry(id=facts.source.id, name=title)})
    only = schedules.model_copy(update={"sources": (source,)})
    with tempfile.TemporaryDirectory(prefix="kooste-door-") as folder, open_store(Path(folder)) as store:
        _store(store, only, facts, records, now)
        rows = Snapshot(freeze(store, now))
        almanac = read_almanac(rows, now=now, zone=ZoneInfo(schedules.region.timezone), horizon=schedules.defaults.horizon)
    return _rendered(only, almanac, Folders.found(custom))


def _soonest(facts: Facts) -> Sequence[Record]:
    """The records that visitors meet first."""
    zone = facts.context.region_timezone

    def begins(record: Record) -> datetime:
        start = record.listing.start if record.listing else None
        return max(instant(start, zone), facts.now) if start else facts.now

    return sorted(facts.coming(), key=begins)[:MOST_RECORDS]


def _store(store: Store, only: Schedules, facts: Facts, records: Sequence[Record], now: datetime) -> None:
    """Harvest, relate: as the pipeline does it, of these records alone."""
    reading = facts.reading
    if reading is None:
        return
    sync_configuration(store, only, vocabulary_of(only), now)
    events = tuple(record.raw for record in records)
    told = replace(
        reading,
        events=events,
        read=len(events),
        unchanged=(),
        issues=(),
        set_aside=0,
        not_public=0,
        remember={},
        refused=(),
        deleted=(),
        availability=(),
    )
    harvested = Harvested(
        reading=told,
        normalized=tuple(record.result for record in records),
        validators=Validators(),
        fetched_at=now,
        size=0,
        is_incremental=False,
    )
    apply(store, plan(known(store, facts.source.id, now), harvested, facts.source, now))
    pipeline.relate(store, only, now)


def _rendered(only: Schedules, almanac: Almanac, folders: Folders) -> dict[str, Cards]:
    """The days in every language of the region."""
    assets: Assets = read_assets(folders)
    editions = make_editions(only, almanac, folders, "", area_names=area_names(only, areas()))
    press = Press(folders.templates, {language: shared(edition, assets, "") for language, edition in editions.items()})

    def days(language: str) -> Iterator[str]:
        for day in _days(almanac):
            view = day_view(day, almanac.starting.get(day, ()), editions[language])
            yield _LINKS.sub("", press(language, _TEMPLATE, {"view": view}).decode())

    made = {language: tuple(days(language)) for language in editions}
    return {language: Cards(pieces[:FIRST_DAYS], pieces[FIRST_DAYS:]) for language, pieces in made.items()}


def _days(almanac: Almanac) -> list[date]:
    """The next days on which something begins."""
    return sorted(day for day, found in almanac.starting.items() if day >= almanac.today and found)[:MOST_DAYS]
