"""Site-specific spiders: Scrapy's callbacks, our crawl, our sandbox."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from harvesters.record import RawEvent, ReadContext, Response
from harvesters.sandbox import Sandbox
from harvesters.spider import SpiderOptions, follow, read
from tests.shared import ROOT

NOW = datetime(2026, 11, 25, 6, tzinfo=UTC)
CONTEXT = ReadContext(zone="Europe/Helsinki", options=SpiderOptions(name="script_calendar"))
FOLDER = ROOT / "tests" / "sources" / "spider-script-calendar"


def page(body: str | bytes, url: str = "https://seura.example/kalenteri", role: str = "") -> Response:
    data = body if isinstance(body, bytes) else body.encode()
    headers = {"content-type": "text/html; charset=utf-8"}
    return Response(source_id="s1", url=url, status=200, headers=headers, body=data, fetched_at=NOW, role=role)


def november() -> Response:
    return page((FOLDER / "november.html").read_bytes())


def whole() -> Response:
    december = page((FOLDER / "december.html").read_bytes(), "https://seura.example/kalenteri?kk=2026-12", "page")
    return replace(november(), parts=(december,))


def names(events: Iterator[RawEvent] | tuple[RawEvent, ...]) -> list[tuple[str, object, object]]:
    return [(event.name[0].value, event.start, event.end) for event in events]


floating = datetime.fromisoformat

EXPECTED = [
    ("Puurojuhla", floating("2026-11-28T14:00"), floating("2026-11-28T16:00")),
    ('Talkoot: "pihan siivous"', date(2026, 11, 29), date(2026, 11, 30)),
    ("Joulurauha", floating("2026-12-24T12:00"), None),
]


def test_its_pages_are_asked_for_and_all_of_them_are_read() -> None:
    (ask,) = follow(november(), CONTEXT)
    assert (ask.url, ask.role, ask.is_needed) == ("https://seura.example/kalenteri?kk=2026-12", "page", True)
    found = read(whole(), CONTEXT)
    assert names(found.events) == EXPECTED
    assert [event.location[0].value for event in found.events if event.location] == ["Seurantalo"]
    assert [(issue.code, issue.value) for issue in found.issues] == [("item_unreadable", "ensi viikolla")]
    assert (found.read, found.complete) == (3, True)


def test_the_sandbox_runs_it_too() -> None:
    with Sandbox() as sandbox:
        assert sandbox.follow("spider", november(), CONTEXT) == follow(november(), CONTEXT)
        assert sandbox.read("spider", whole(), CONTEXT) == read(whole(), CONTEXT)


def test_a_record_that_is_known_is_not_read_again() -> None:
    first = read(whole(), CONTEXT)
    again = read(whole(), replace(CONTEXT, known={event.digest: "stored" for event in first.events}))
    assert (again.events, len(again.unchanged)) == ((), 3)


@pytest.mark.parametrize("name", ["", "../etc/passwd", "os", "Iso", "a.b", "x" * 99])
def test_only_a_file_of_the_folder_can_be_named(name: str) -> None:
    if name == "os":
        with pytest.raises(ModuleNotFoundError):
            read(november(), replace(CONTEXT, options=SpiderOptions(name=name)))
    else:
        with pytest.raises(ValidationError):
            SpiderOptions(name=name)


@settings(deadline=None)  # the first call loads Scrapy
@given(st.text(alphabet="[]{},:'\"\\abc 0123456789-.\n/<>", max_size=200))
def test_no_script_breaks_it(script: str) -> None:
    body = f"<html><script>var c = {{events: [{script}]}}</script></html>"
    found = read(page(body), CONTEXT)
    assert found.read == len(found.events)


def test_every_spider_stands_alone_in_its_file_and_says_what_for() -> None:
    files = [path for path in (ROOT / "harvesters" / "spiders").glob("*.py") if path.name != "__init__.py"]
    assert files
    told = Path(ROOT / "docs" / "formats" / "spider.md").read_text(encoding="utf-8")
    assert [path.stem for path in files if f"`{path.stem}`" not in told] == []
