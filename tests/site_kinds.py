"""A small region that has something for every kind of page, and where in each language an example of each stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC
from pathlib import Path
from zoneinfo import ZoneInfo

from harvesters.source import Horizon
from publish.addresses import FOLDERS, Addresses, Target
from publish.almanac import read_almanac
from publish.facets import slugs
from store.reading import EventRow, OccurrenceRow
from tests.publish_joined import joined_region
from tests.publish_rows import NOW, HandMade, at, joined, publish, schedules, single, slug_of, small_region, source
from tests.test_publish_changes import rows as changed_rows
from tests.test_publish_client import with_course
from tests.test_publish_facets import CHOIRS, MUSIC, SENIORS, told
from tests.test_publish_hobbies import rows as hobby_rows
from tests.test_publish_situations import rows as situation_rows
from tests.test_publish_volunteering import task

LANGUAGES = ("fi", "sv", "en")
HOST = "https://norppala.example"


def united(*parts: HandMade) -> HandMade:
    """One snapshot of several; of an event that two of them have, the one of the first."""
    events: dict[str, EventRow] = {}
    dates: dict[str, OccurrenceRow] = {}
    for part in parts:
        new = {row.id: row for row in part.event_rows if row.id not in events}
        events |= new
        dates |= {row.id: row for row in part.occurrence_rows if row.event_id in new}
    return HandMade(
        source_rows=list({row.id: row for part in parts for row in part.source_rows}.values()),
        place_rows=list({row.id: row for part in parts for row in part.place_rows}.values()),
        organizer_rows=list({row.id: row for part in parts for row in part.organizer_rows}.values()),
        event_rows=list(events.values()),
        occurrence_rows=list(dates.values()),
        listing_rows=[row for part in parts for row in part.listing_rows],
        situation_rows=[row for part in parts for row in part.situation_rows],
        availability_rows=[row for part in parts for row in part.availability_rows],
        overlap_rows=[row for part in parts for row in part.overlap_rows],
        similar_rows=[row for part in parts for row in part.similar_rows],
        evaluation_rows=[row for part in parts for row in part.evaluation_rows],
    )


def doors() -> HandMade:
    """What stands behind the doors of an audience, a topic and both together; a task; and an event that its publisher took back."""
    talks = [
        told(single(f"luento{n}", f"Luento {n}", at(f"2026-12-0{n}", "13:00"), None), audience=("seniors",), topics=("music",))
        for n in range(1, 6)
    ]
    gone = single("peruttu", "Poistettu ilta", at("2026-12-04", "18:00"), None)
    gone = replace(
        gone, event_rows=[replace(gone.event_rows[0], withdrawn_at=NOW.astimezone(UTC), withdrawn_reason="missing")], occurrence_rows=[]
    )
    friend = task("ystava", "Ulkoiluystävä", "Lähde ulos ikäihmisen kanssa. Aikaa kuluu 2–4 tuntia kuussa.", url="https://apu.example/1")
    return united(*talks, gone, friend)


def every_kind() -> HandMade:
    """The whole region."""
    rows = united(joined_region(), small_region(), with_course(), situation_rows(), hobby_rows(), changed_rows(), doors())
    sources = [*rows.source_rows, source("s99", "Poistunut lähde", state="removed"), source("s98", "Hiljainen lähde", state="failed")]
    return replace(rows, audience_rows=[SENIORS], topic_rows=[MUSIC, CHOIRS], source_rows=sources)


def publish_every_kind(directory: Path) -> None:
    """One event alone under another name, then the region as it is: the old address leads on."""
    rows = every_kind()
    fair = next(row for row in rows.event_rows if row.name.get("fi") == "Joulumyyjäiset")
    dates = [row for row in rows.occurrence_rows if row.event_id == fair.id]
    publish(joined(event_rows=[replace(fair, slug=f"vanha-{fair.slug}")], occurrence_rows=dates), directory, schedules=schedules())
    publish(rows, directory, schedules=schedules())


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One page and where it stands."""

    name: str
    kind: str
    """As in ``FOLDERS``; empty for what stands outside of the languages."""
    paths: dict[str, str]
    """Language -> address."""
    is_first: bool = True
    """Whether it is the first of its kind: the others differ by a part or two."""


def _target(kind: str, name: str = "", of: Target | None = None) -> Target:
    return Target(kind=kind, name=name, of=of)


_HOME, _AREA, _SENIORS = _target("home"), _target("area", "keskusta"), _target("audience", "seniors")


def _named() -> Iterator[tuple[str, Target]]:
    """What a page shows, and its target: more than one of a kind where they look different."""
    for kind in sorted(set(FOLDERS["fi"]) - {"day", "event", "series", "place", "organizer", "source", "notices", "bookings"}):
        if kind not in {"audience", "topic", "area", "situation", "school", "print", "embed", "easy"}:
            yield kind, _target(kind)
    yield "day", _target("day", "2026-12-02")
    yield "day without events", _target("day", "2026-11-01")
    yield "named week", _target("week", "2026-w48")
    yield "named month", _target("month", "2026-12")
    yield "audience", _SENIORS
    yield "topic", _target("topic", "music")
    yield "area", _AREA
    yield "two doors", _target("area", "keskusta", _SENIORS)
    yield "today by area", _target("area", "keskusta", _target("today"))
    yield "situation", _target("situation", "separation")
    yield "school", _target("school", "nojanmaa")
    yield "sheet", _target("print", "week-2026-w48", _HOME)
    yield "sheet in large print", _target("print", "week-2026-w48/large", _SENIORS)
    yield "week rhythm", _target("print", "rhythm", _AREA)
    yield "week rhythm in large print", _target("print", "rhythm/large", _HOME)
    yield "frame", _target("embed", "", _AREA)
    yield "dark frame", _target("embed", "20/dark", _HOME)
    yield "outputs", _target("subscribe", "", _SENIORS)
    yield "easy", _target("easy", "", _HOME)
    yield "easy today", _target("easy", "", _target("today"))
    yield "source", _target("source", "s13")
    yield "departed source", _target("source", "s99")
    yield "place", _target("place", "v-torikulma")
    yield "organizer", _target("organizer", "s13")
    yield "notices", _target("notices", "s12")
    yield "bookings", _target("bookings", "v-torikulma")


_EVENTS = {
    "event": "Joulumyyjäiset",
    "event told otherwise": "Joulupolku",
    "cancelled event": "Kyläkirppis",
    "exhibition": "Näyttely: Järven valo",
    "enrolment opens": "Keramiikka",
    "withdrawn event": "Poistettu ilta",
    "service": "Perheneuvonta",
    "task": "Ulkoiluystävä",
}


def examples(rows: HandMade) -> list[Example]:
    """An example of every kind of page of the published region."""
    almanac = read_almanac(rows, now=NOW, zone=ZoneInfo("Europe/Helsinki"), horizon=Horizon())
    addresses = Addresses.below(HOST, slugs(almanac, LANGUAGES))
    fair, series = slug_of(rows, "Joulumyyjäiset"), _target("series", slug_of(rows, "Tuolijumppa"))
    there = [
        *_named(),
        *((name, _target("event", slug_of(rows, title))) for name, title in _EVENTS.items()),
        ("series", series),
        ("easy series", _target("easy", "", series)),
        ("moved event", _target("event", f"vanha-{fair}")),
    ]
    first = {of.kind: name for name, of in reversed(there)}
    made = [
        Example(name=name, kind=of.kind, paths={one: addresses.href(one, of) for one in LANGUAGES}, is_first=first[of.kind] == name)
        for name, of in there
    ]
    short = next(row.id for row in rows.event_rows if row.slug == fair)
    roots = {"languages": "/", "not found": "/404.html", "short link": f"/v/{short}/"}
    return [*made, *(Example(name=name, kind="", paths={"fi": path}) for name, path in roots.items())]
