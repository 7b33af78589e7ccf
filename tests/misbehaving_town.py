"""A town of some thousand events in six formats whose publishers misbehave on demand, without a network.

Everything but the wire is the real thing: ``kooste.asking``, the gathering of pages, the verdict over each answer, the sandbox, ``take``.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from harvesters.errors import HarvestError
from harvesters.fetch_failures import FetchFailedError, failure
from harvesters.fetch_verdict import Answer, judge
from harvesters.fetch_wire import FetchRequest, Outcome
from harvesters.gather import Gathered, Gathering
from harvesters.record import Ask, ReadContext, Reading, Response
from harvesters.registry import FORMATS
from harvesters.sandbox import Sandbox
from harvesters.source import Schedules, Source
from kooste import asking, pipeline
from kooste.vocabulary import vocabulary
from store.configuration import sync_configuration
from store.database import Store, open_store
from store.harvests import HarvestSummary

START = datetime(2026, 11, 1, 6, tzinfo=UTC)
STEP = timedelta(minutes=20)
"""Between two runs; a day holds 72 of them, so that both conditional and full requests are made."""
ROWS = 3
"""Events on one page of the small lists, each with a page of its own."""
SIZES = {"city": 1900, "news": 60, "council": 180, "club": 2 * ROWS, "museum": ROWS, "village": 80}
"""Source id -> its events."""
EVENTS = sum(SIZES.values())
FIRST = {
    "city": "https://city.example/all.ics",
    "news": "https://news.example/feed",
    "council": "https://council.example/v1/event/",
    "club": "https://club.example/list",
    "museum": "https://museum.example/list",
    "village": "https://village.example/sheet.csv",
}
SECOND = {"council": "https://council.example/v1/event/p3", "club": "https://club.example/list-2"}
"""A later page of the list."""
DETAIL = {"club": "https://club.example/e/4", "museum": "https://museum.example/e/2"}
"""The page of one event: of the club needed, of the museum not."""


def day(number: int, hour: str = "18:00") -> str:
    """When the source's event of that number begins, on the wall clock."""
    return f"{START.date() + timedelta(days=30 + number % 300)}T{hour}:00"


def _text(number: int, version: int) -> str:
    """Only the first record of a source differs between its versions."""
    return f"Tervetuloa, versio {version if number == 0 else 0}"


def _city(version: int) -> Iterator[tuple[str, str]]:
    yield FIRST["city"], "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Norppala//FI", *_vevents(version), "END:VCALENDAR", ""])


def _vevents(version: int) -> Iterator[str]:
    for number in range(SIZES["city"]):
        start = day(number, f"{8 + number // 300:02}:00").replace("-", "").replace(":", "")
        yield f"BEGIN:VEVENT\r\nUID:{number}@city\r\nDTSTART;TZID=Europe/Helsinki:{start}\r\nSUMMARY:Tapahtuma {number}"
        yield f"DESCRIPTION:{_text(number, version)}\r\nLOCATION:Kirjasto\r\nEND:VEVENT"


def _news(version: int) -> Iterator[tuple[str, str]]:
    items = "".join(
        f"<item><guid>{n}</guid><title>Uutinen {n}</title><ev:startdate>{day(n)}+02:00</ev:startdate>"
        f"<description>{_text(n, version)}</description></item>"
        for n in range(SIZES["news"])
    )
    space = 'xmlns:ev="http://purl.org/rss/1.0/modules/event/"'
    yield FIRST["news"], f'<?xml version="1.0"?><rss version="2.0" {space}><channel><title>Uutiset</title>{items}</channel></rss>'


def _council(version: int) -> Iterator[tuple[str, str]]:
    records = [
        {
            "id": f"n:{n}",
            "name": {"fi": f"Kokous {n}"},
            "description": {"fi": _text(n, version)},
            "start_time": day(n) + "Z",
            "event_status": "EventScheduled",
        }
        for n in range(SIZES["council"])
    ]
    pages = [FIRST["council"], f"{FIRST['council']}p2", SECOND["council"]]
    for index, url in enumerate(pages):
        following = pages[index + 1] if index + 1 < len(pages) else None
        yield url, json.dumps({"meta": {"count": len(records), "next": following}, "data": records[index * 60 : (index + 1) * 60]})


def _club(version: int) -> Iterator[tuple[str, str]]:
    for index, url in enumerate((FIRST["club"], SECOND["club"])):
        numbers = range(index * ROWS, (index + 1) * ROWS)
        rows = "".join(f'<li><a href="/e/{n}">Harjoitus {n}</a> <time datetime="{day(n)}"></time></li>' for n in numbers)
        following = "" if index else '<a rel="next" href="/list-2">lisää</a>'
        yield url, f"<!doctype html><html><title>Seura</title><ul>{rows}</ul>{following}</html>"
        for n in numbers:
            yield f"https://club.example/e/{n}", f"<!doctype html><html><h1>Harjoitus {n}</h1><p class=text>{_text(n, version)}</p></html>"


def _museum(version: int) -> Iterator[tuple[str, str]]:
    links = "".join(f'<p><a class="e" href="/e/{n}">Näyttely {n}</a></p>' for n in range(ROWS))
    yield FIRST["museum"], f"<!doctype html><html><title>Museo</title>{links}</html>"
    for n in range(ROWS):
        event = {"@type": "Event", "name": f"Näyttely {n}", "startDate": day(n) + "+02:00", "description": _text(n, version)}
        block = f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", **event})}</script>'
        yield f"https://museum.example/e/{n}", f"<!doctype html><html><head>{block}</head><body>x</body></html>"


def _village(version: int) -> Iterator[tuple[str, str]]:
    rows = "\n".join(f"Talkoot {n},{day(n).replace('T', ',')},{_text(n, version).replace(', ', ' ')}" for n in range(SIZES["village"]))
    yield FIRST["village"], f"Mitä,Päivä,Klo,Lisätiedot\n{rows}\n"


_MADE: dict[str, Callable[[int], Iterator[tuple[str, str]]]] = {
    "city": _city, "news": _news, "council": _council, "club": _club, "museum": _museum, "village": _village,
}  # fmt: skip


@cache
def documents(source: str, version: int) -> Mapping[str, bytes]:
    """Address -> body of everything a source serves."""
    return {url: text.encode() for url, text in _MADE[source](version)}


CLUB: dict[str, Any] = {
    "row": "li",
    "fields": {"name": "a", "start": {"css": "time", "attribute": "datetime"}},
    "next": "a[rel=next]",
    "detail": {"fields": {"description": ".text"}},
}
_VILLAGE = {"fields": {"name": "Mitä", "start_date": {"column": "Päivä"}, "start_time": {"column": "Klo"}, "description": "Lisätiedot"}}
_OPTIONS: dict[str, dict[str, Any]] = {
    "city": {"format": "ical", "expect": {"max_events": 5000}},
    "news": {"format": "feed"},
    "council": {"format": "linked_events", "schedule": "30min..1d"},
    "club": {"format": "page", "page": CLUB, "schedule": "30min..1d"},
    "museum": {"format": "schema", "schema": {"links": "a.e"}},
    "village": {"format": "csv", "csv": _VILLAGE},
}


def schedules(**changed: dict[str, Any]) -> Schedules:
    """The town's configuration; ``changed`` goes into the entries by source id."""
    region = {
        "id": "norppala",
        "name": "Norppala",
        "timezone": "Europe/Helsinki",
        "public_address": "https://kalenteri.example/",
        "contact": {"name": "Toimisto", "email": "toimisto@kalenteri.example"},
    }
    entries = [
        {"id": name, "title": name, "organizer": {"name": name}, "url": FIRST[name]} | _OPTIONS[name] | changed.get(name, {})
        for name in FIRST
    ]
    return Schedules.model_validate({"region": region, "places": [{"id": "library", "name": "Kirjasto"}], "sources": entries})


class Here(Sandbox):
    """Reads in this process, where it is not the sandbox that is looked at: hundreds of harvests in a minute."""

    def read(self, name: str, response: Response, context: ReadContext) -> Reading:
        """As the reader has it."""
        return FORMATS[name].read(response, context)

    def follow(self, name: str, response: Response, context: ReadContext) -> tuple[Ask, ...]:
        """As the format has it."""
        found = FORMATS[name].follow
        return found(response, context) if found else ()


@dataclass(slots=True)
class Town:
    """A store, its publishers, and the clock."""

    store: Store
    sandbox: Sandbox
    schedules: Schedules = field(default_factory=schedules)
    now: datetime = START
    versions: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIRST, 0))
    faults: dict[str, FetchFailedError | bytes] = field(default_factory=dict)
    """Address -> how it fails, or what it serves instead."""
    reader: pipeline.Reader | None = None
    """Reads in place of the usual one."""
    asked: int = 0

    def source(self, name: str) -> Source:
        return next(self.schedules.resolved(source) for source in self.schedules.sources if source.id == name)

    def harvest(self, *names: str) -> dict[str, HarvestSummary]:
        """One run over these sources, a step later than the last; as ``pipeline.harvest``, without its wire."""
        self.now += STEP
        return {name: self._take(self.source(name)) for name in names}

    def _take(self, source: Source) -> HarvestSummary:
        reader = self.reader or pipeline.reader_of(self.schedules, self.sandbox, self.now)
        try:
            whom, gathering = asking.asked(self.store, self.schedules, source, self.now, self.sandbox)
        except HarvestError as refusal:
            whom, gathered = asking.Asked(source=source), Gathered(source_id=source.id, answer=refusal)
        else:
            gathered = self._gathered(gathering, self.served(source.id))
        return pipeline.take(self.store, whom, gathered, reader, self.now)

    def _gathered(self, gathering: Gathering, web: Mapping[str, bytes]) -> Gathered:
        waiting = [gathering.begin()]
        while waiting and not gathering.is_done:
            request = waiting.pop(0)
            waiting += gathering.take(request, self._answer(request, web))
        return gathering.gathered()

    def _answer(self, request: FetchRequest, web: Mapping[str, bytes]) -> Outcome:
        self.asked += 1
        url = request.url.partition("?")[0]
        fault = self.faults.get(url)
        try:
            if isinstance(fault, FetchFailedError):
                raise fault
            body = web[url] if fault is None else fault
            return judge(request, Answer(url=request.url, status=200, headers={}, body=body), self.now)
        except FetchFailedError as failed:
            return failure(request.source_id, request.url, failed)

    def served(self, name: str) -> Mapping[str, bytes]:
        """What a healthy source serves now."""
        return documents(name, self.versions[name])

    def read_in_full(self, name: str) -> None:
        """The next answer is asked for unconditionally, as once a day."""
        self.store.public.execute("update source_state set full_at = null where source_id = ?", (name,))

    def shown(self, name: str) -> int:
        """Listings of a source that are not withdrawn."""
        question = "select count(*) from listing where source_id = ? and withdrawn_at is null"
        return int(self.store.public.execute(question, (name,)).fetchone()[0])

    def kept(self) -> dict[str, list[tuple[Any, ...]]]:
        """All that a failure must leave alone."""
        public, private = self.store.public, self.store.private
        return {
            "listing": public.execute("select * from listing order by id").fetchall(),
            "history": public.execute("select * from history order by id").fetchall(),
            "remembered": public.execute("select * from remembered order by source_id, digest").fetchall(),
            "raw": private.execute("select * from raw order by listing_id").fetchall(),
        }


@contextmanager
def town_in(directory: Path, sandbox: Sandbox, **more: Any) -> Iterator[Town]:
    """The town over the store of a directory."""
    with open_store(directory) as store:
        town = Town(store, sandbox, **more)
        sync_configuration(store, town.schedules, vocabulary(), town.now)
        yield town


def build(directory: Path) -> None:
    """Harvests everything once in a directory."""
    with Sandbox() as sandbox, town_in(directory, sandbox) as town:
        done = town.harvest(*FIRST)
        assert {name: (one.outcome, one.new) for name, one in done.items()} == {name: ("changed", size) for name, size in SIZES.items()}


def copied(built: Path, directory: Path) -> Path:
    """The same town for one test."""
    shutil.copytree(built, directory, dirs_exist_ok=True)
    return directory


@contextmanager
def nothing_lost(town: Town, healthy: str) -> Iterator[None]:
    """Only the first listing of one source may change in here."""
    town.versions[healthy] += 1
    before = town.kept()
    yield
    after = town.kept()
    assert len(after["listing"]) == EVENTS
    assert [town.shown(name) for name in SIZES] == [*SIZES.values()]
    assert len(set(after["listing"]) - set(before["listing"])) == len(set(before["listing"]) - set(after["listing"])) == 1
    assert after["history"][: len(before["history"])] == before["history"], "history is only ever added to"
    assert len(after["history"]) == len(before["history"]) + 1
    assert len(set(after["raw"]) - set(before["raw"])) == 1


def recover(town: Town, *names: str) -> None:
    """The next good answer of each, with one change, is stored in full."""
    town.faults.clear()
    rows = town.store.public.execute("select count(*) from history").fetchone()[0]
    for name in names:
        town.versions[name] += 1
    done = town.harvest(*names)
    results = {name: (one.outcome, one.state, one.changed, one.new, one.withdrawn) for name, one in done.items()}
    assert results == dict.fromkeys(names, ("changed", "ok", 1, 0, 0))
    assert town.store.public.execute("select count(*) from history").fetchone()[0] == rows + len(names)
    assert [town.shown(name) for name in SIZES] == [*SIZES.values()]


def told(done: dict[str, HarvestSummary], *names: str) -> dict[str, tuple[str, str]]:
    return {name: (done[name].outcome, done[name].reason) for name in names}
