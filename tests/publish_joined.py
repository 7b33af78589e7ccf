"""A region whose events are told by several sources: a fair in three of them, a path with two starts, a break that one forgot, a room
that is taken twice, two courses of nearly the same content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from harvesters.source import Horizon
from normalize.model import Conflict, Details, Offer, Registration
from publish.almanac import read_almanac
from publish.assets import Assets, read_assets
from publish.bookings import booking_pages
from publish.concerns import Concerns
from publish.directory import Belonging, organizer_pages, place_pages
from publish.edition import Edition
from publish.editions import make_editions
from publish.evidence import event_facts, page_facts
from publish.facet_pages import facet_pages
from publish.facets import read_facets
from publish.feeds import feed_pages
from publish.folders import Folders
from publish.frame import shared
from publish.items import item_pages
from publish.listed import lists
from publish.notices import notice_pages
from publish.origins import source_pages
from publish.pages import Page
from publish.quality import Standing, quality_page
from publish.rendering import Press
from publish.standing import standing_pages
from store.reading import EvaluationRow, EventRow, ListingRow, OccurrenceRow, OverlapRow, SimilarRow
from tests.publish_rows import FETCHED, NOW, SEEN, HandMade, at, joined, organizer, place, schedules, single, source, weekly

PARISH, UMBRELLA, VISIT = "s08", "s12", "s32"
PEOPLE = {
    "s13": ("Norppalan Eläkeväki ry", "organizer"),
    PARISH: ("Norppalan seurakunta", "organizer"),
    UMBRELLA: ("Norppalan Seudun Kumppanit ry", "umbrella"),
    VISIT: ("Visit Norppala", "republisher"),
    "s20": ("Kylän lapsiperheet ry", "organizer"),
    "s28": ("Norppalan ensiapu ry", "organizer"),
}


def listing(of: EventRow, source_id: str, **fields: Any) -> ListingRow:
    """What one source told of an event."""
    start = of.first_start if isinstance(of.first_start, datetime) else None
    made: dict[str, Any] = {
        "id": f"{source_id}-{of.id}",
        "source_id": source_id,
        "uid": f"{of.id}@{source_id}.example",
        "recurrence_id": "",
        "event_id": of.id,
        "name": of.name,
        "start": start.astimezone(UTC) if start else None,
        "end": None,
        "event_status": of.event_status,
        "place_id": of.place_id,
        "place_text": of.place_text,
        "organizer_id": source_id,
        "url": f"https://{source_id}.example/{of.slug}",
        "first_seen": SEEN,
        "last_seen": FETCHED,
        "last_changed": SEEN,
        "withdrawn_at": None,
        "withdrawn_reason": "",
    }
    return ListingRow(**{**made, **fields})


def overlap(a: OccurrenceRow, b: OccurrenceRow, kind: str = "venue", **fields: Any) -> OverlapRow:
    """Two instances that compete."""
    made: dict[str, Any] = {
        "id": f"{a.id}~{b.id}",
        "kind": kind,
        "severity": {"venue": 4, "audience": 3, "topic": 2}.get(kind, 1),
        "occurrence_a": a.id,
        "occurrence_b": b.id,
        "event_a": a.event_id,
        "event_b": b.event_id,
        "day": max(a.day, b.day),
        "minutes": 90,
        "kilometres": 0.0,
        "shared": (),
        "is_end_assumed": False,
    }
    return OverlapRow(**{**made, **fields})


def evaluation(**fields: Any) -> EvaluationRow:
    made: dict[str, Any] = {
        "name": "esittely", "at": FETCHED, "pairs": 120, "same": 60, "found": 59, "wrong": 0, "unknown": 1, "asked": 2,
        "precision": 1.0, "recall": 59 / 60, "f1": 0.9916,
    }  # fmt: skip
    return EvaluationRow(**{**made, **fields})


def told_by(row: EventRow, *sources: str, **fields: Any) -> tuple[EventRow, list[ListingRow]]:
    """The event as told by these sources, the first one's fields first."""
    listings = [listing(row, source_id) for source_id in sources]
    origins = dict.fromkeys(("name.fi", "start", "end", "place_id"), listings[0].id)
    made = {
        "source_ids": sources,
        "listing_ids": tuple(one.id for one in listings),
        "origins": origins,
        "organizer_id": sources[0],
        **fields,
    }
    return replace(row, **made), listings


def fair() -> tuple[HandMade, list[ListingRow]]:
    """A Christmas fair of the parish, told by the umbrella under another name and by the tourist office in English."""
    made = single("myyjaiset", "Joulumyyjäiset", at("2026-11-28", "10:00"), at("2026-11-28", "14:00"))
    row, listings = told_by(
        made.event_rows[0],
        PARISH,
        UMBRELLA,
        VISIT,
        name={"fi": "Joulumyyjäiset", "en": "Christmas Fair"},
        url=f"https://{PARISH}.example/myyjaiset",
        details=Details(is_accessible_for_free=True, audience=("all",)),
    )
    listings[0] = replace(listings[0], url=row.url)
    listings[1] = replace(listings[1], name={"fi": "Kirkon ja järjestöjen myyjäiset"})
    listings[2] = replace(listings[2], name={"en": "Christmas Fair"}, last_seen=SEEN)
    origins = {**row.origins, "name.en": listings[2].id, "is_accessible_for_free": listings[1].id}
    return made.with_event(replace(row, origins=origins)), listings


def path() -> tuple[HandMade, list[ListingRow]]:
    """The umbrella says that it begins an hour later."""
    made = single("polku", "Joulupolku", at("2026-12-19", "16:00"), at("2026-12-19", "19:00"))
    row, listings = told_by(made.event_rows[0], "s20", UMBRELLA)
    later = Conflict(field="start", listing_id=listings[1].id, value="2026-12-19T17:00", shown="2026-12-19T16:00", day=date(2026, 12, 19))
    return made.with_event(replace(row, conflicts=(later,))), listings


def chair() -> tuple[HandMade, list[ListingRow]]:
    """The umbrella forgot the break at Christmas."""
    days = [date(2026, 12, 22), date(2026, 12, 29)]
    made = weekly("jumppa", "Tuolijumppa", (at("2026-11-24", "10:00"), at("2026-11-24", "11:00")), 8, skip=days)
    row, listings = told_by(made.event_rows[0], "s13", UMBRELLA)
    ghosts = Conflict(field="dates", listing_id=listings[1].id, value="2026-11-17,2026-12-22,2026-12-29")
    return made.with_event(replace(row, conflicts=(ghosts,))), listings


def joined_region(**fields: Any) -> HandMade:
    """All of it, with what competes and what is alike."""
    parts = [fair(), path(), chair()]
    evening = single("ilta", "Järjestöjen yhteistyöilta", at("2026-11-26", "17:00"), at("2026-11-26", "19:00"), organizer_id=UMBRELLA)
    training = single("koulutus", "Vapaaehtoisten koulutusilta", at("2026-11-26", "17:30"), at("2026-11-26", "20:00"), organizer_id="s28")
    first = single("ea1", "Ensiapukurssi EA1", at("2027-01-11", "17:00"), None, organizer_id="s28")
    first = first.with_event(
        replace(first.event_rows[0], details=Details(offers=(Offer(price="85 €"),), registration=Registration(required=True)))
    )
    second = single("ea2", "Ensiavun peruskurssi", at("2027-01-24", "09:00"), None, organizer_id="s13")
    alone = [evening, training, first, second]
    clash = overlap(evening.occurrence_rows[0], training.occurrence_rows[0])
    distant = overlap(
        training.occurrence_rows[0],
        evening.occurrence_rows[0],
        "audience",
        id="other",
        kilometres=0.4,
        shared=("volunteers",),
        is_end_assumed=True,
        is_maybe_same=True,
    )
    alike = SimilarRow(
        id="alike", event_a=first.event_rows[0].id, event_b=second.event_rows[0].id, days=13, kilometres=2.5, shared=("ensiapu",)
    )
    made: dict[str, Any] = {
        "source_rows": [source(key, name, role=role, format="ical") for key, (name, role) in PEOPLE.items()],
        "organizer_rows": [organizer(key, name, role=role) for key, (name, role) in PEOPLE.items()],
        "place_rows": [place(), place("v-sali", "Norppasali")],
        "listing_rows": [one for _, listings in parts for one in listings] + [listing(part.event_rows[0], "s13") for part in alone],
        "overlap_rows": [clash, distant],
        "similar_rows": [alike],
        "evaluation_rows": [evaluation()],
    }
    return joined(*(part for part, _ in parts), *alone, **{**made, **fields})


LANGUAGES = ("fi", "sv", "en")


def editions_of(rows: HandMade, now: datetime = NOW) -> dict[str, Edition]:
    """The region in its three languages."""
    almanac = read_almanac(rows, now=now, zone=ZoneInfo("Europe/Helsinki"), horizon=Horizon())
    return make_editions(schedules(), almanac, Folders.found(Path("none")), "")


@cache
def _press() -> tuple[Press, Assets]:
    folders = Folders.found(Path("none"))
    assets = read_assets(folders)
    frames = {language: shared(edition, assets, "") for language, edition in editions_of(joined()).items()}
    return Press(folders.templates, frames), assets


class Site:
    """The pages of rows without the lists of days: made when they are asked for, and never written."""

    def __init__(self, rows: HandMade, *, now: datetime = NOW, languages: tuple[str, ...] = LANGUAGES) -> None:
        self.pages = {page.path: page for page in self._made(rows, now, languages)}

    @staticmethod
    def _made(rows: HandMade, now: datetime, languages: tuple[str, ...]) -> Iterator[Page]:
        editions, (press, _) = editions_of(rows, now), _press()
        almanac = editions["fi"].almanac
        facts, concerns, belonging = event_facts(almanac), Concerns.of(almanac), Belonging.of(almanac.events.values(), almanac.dates)
        shown, standing, facets = page_facts(almanac, facts), Standing.of(almanac), read_facets(almanac)
        for edition in (editions[language] for language in languages):
            yield quality_page(edition, press, standing)
            yield from chain(
                item_pages(edition, press, shown),
                place_pages(edition, press, belonging, concerns, facets.names("area")),
                organizer_pages(edition, press, belonging, concerns),
                notice_pages(edition, press, concerns),
                booking_pages(edition, press, concerns, ()),
                source_pages(edition, press),
                standing_pages(edition, press, belonging, facets),
                feed_pages(edition, facts, tuple(lists(edition, belonging, facets))),
                facet_pages(edition, press, facets),
            )

    def listed(self) -> list[str]:
        """The addresses that search engines are told."""
        return [page.listed for page in self.pages.values() if page.listed]

    def __getitem__(self, path: str) -> str:
        """The text of a page or file."""
        return self.pages[f"{path}index.html" if path.endswith("/") else path].render().decode()
