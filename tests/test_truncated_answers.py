"""Answers that end anywhere, 300 of them, the whole way: formats with an end are refused, pages and sheets withdraw nothing they need not.

A server that tells the length is caught by the fetcher already (``test_harvesters_fetch_hostile``); here nobody told it.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.misbehaving_town import FIRST, SECOND, START, STEP, Here, Town, day, documents, schedules, town_in

EVENTS = 80
NUMBERS = range(EVENTS)


def event(number: int) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": f"Näyttely {number}",
        "startDate": f"{day(number)}+02:00",
        "description": "Tervetuloa, kaikki",
        "url": f"https://museum.example/e/{number}",
    }


def page(body: str) -> bytes:
    return f"<!doctype html><html><head><title>Museo</title></head><body>{body}<footer>Saatavuus</footer></body></html>".encode()


def script(value: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


ROW = '<li><b>Harjoitus {0}</b> <time datetime="{1}"></time> <i>Tervetuloa, kaikki</i></li>'
ITEM = (
    '<div itemscope itemtype="https://schema.org/Event"><a itemprop=url href="/e/{0}"><b itemprop=name>Näyttely {0}</b></a>'
    '<time itemprop=startDate datetime="{1}+02:00"></time><p itemprop=description>Tervetuloa, kaikki</p></div>'
)
LISTED = {"row": "li", "fields": {"name": "b", "start": {"css": "time", "attribute": "datetime"}, "description": "i"}}


def calendar() -> bytes:
    """The first events of the city's calendar."""
    return b"BEGIN:VEVENT".join(documents("city", 0)[FIRST["city"]].split(b"BEGIN:VEVENT")[: EVENTS + 1]) + b"END:VCALENDAR\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """One document that is cut, and what becomes of it."""

    source: str
    times: int
    url: str = ""
    body: bytes | None = None
    """``None``: what the town's source serves."""
    ends: str = "never less"
    """``truncated``: every cut is refused. ``never less``: nothing is withdrawn. ``guarded``: what the shrink guard lets pass."""
    may_alter: int = 0
    """Listings that one cut may alter: the last item, of which half is there."""


CUTS = {
    "ical": Cut(source="city", times=20, body=calendar(), ends="truncated"),
    "rss": Cut(source="news", times=40, ends="truncated"),
    "json": Cut(source="council", times=40, ends="truncated"),
    "json, last page": Cut(source="council", times=40, url=SECOND["council"], ends="truncated"),
    "page": Cut(source="club", times=40, body=page("<ul>" + "".join(ROW.format(n, day(n)) for n in NUMBERS) + "</ul>")),
    "one json-ld block": Cut(source="museum", times=20, body=page(script([event(n) for n in NUMBERS]))),
    "json-ld block by block": Cut(source="museum", times=30, body=page("".join(f"<p>{script(event(n))}" for n in NUMBERS))),
    "microdata": Cut(source="museum", times=30, body=page("".join(ITEM.format(n, day(n)) for n in NUMBERS)), may_alter=1),
    "csv": Cut(source="village", times=40, ends="guarded", may_alter=1),
}
PLAIN = schedules(museum={"schema": {}}, club={"page": LISTED})


def test_there_are_three_hundred() -> None:
    assert sum(cut.times for cut in CUTS.values()) == 300


def told(town: Town) -> Mapping[str, Any]:
    """Everything a visitor reads of every listing that is shown."""
    return dict(town.store.public.execute("select id, content from listing where withdrawn_at is null"))


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    with town_in(tmp_path, Here(), schedules=PLAIN, now=START + STEP) as running:
        yield running


@pytest.mark.parametrize("name", CUTS)
def test_an_answer_that_ends_anywhere(town: Town, name: str) -> None:
    cut = CUTS[name]
    whole = {} if cut.body is None else {FIRST[cut.source]: cut.body}
    town.faults = {**whole}
    town.harvest(cut.source)
    before = told(town)
    assert len(before) >= 60
    address = cut.url or FIRST[cut.source]
    body = cut.body or town.served(cut.source)[address]
    ends = Counter[str]()
    for place in random.Random(name).sample(range(1, len(body)), cut.times):
        town.faults = {**whole, address: body[:place]}
        done = town.harvest(cut.source)[cut.source]
        after = told(town)
        ends[done.reason or done.outcome] += 1
        lost, altered = before.keys() - after.keys(), [one for one in after if before.get(one) != after[one]]
        assert len(altered) <= cut.may_alter, (place, done)
        assert len(lost) <= (EVENTS // 5 if cut.ends == "guarded" else 0), (place, done)
        assert cut.ends != "truncated" or done.reason == "truncated", (place, done)
        town.faults = {**whole}
        town.read_in_full(cut.source)
        assert town.harvest(cut.source)[cut.source].state == "ok"
        assert told(town) == before, "the next whole answer makes good what there was to make good"
    assert sum(ends.values()) == cut.times
    if cut.ends == "guarded":
        assert ends["truncated"] > ends["shrunk"] > ends["changed"], (
            "most cuts of a sheet stand within a row, or lose more than is believed"
        )
