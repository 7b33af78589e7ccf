"""Whatever an answer of a source is, and wherever in the run it goes wrong: nothing of the calendar is lost, changed or forgotten.

Every reason of ``FAILURE_REASONS`` at every point where it can arise, over a store of some thousand events in six formats; each time
another source beside the failing ones is harvested as ever, and the next good answer of each is stored in full.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from harvesters.failure_reasons import FAILURE_REASONS
from harvesters.fetch_failures import FetchFailedError, failure
from harvesters.sandbox import Bounds, Sandbox
from tests.misbehaving_town import (
    CLUB,
    DETAIL,
    FIRST,
    SECOND,
    SIZES,
    START,
    STEP,
    Here,
    Town,
    build,
    copied,
    documents,
    nothing_lost,
    recover,
    schedules,
    told,
    town_in,
)
from tests.once import made_once

FETCHED = {
    "dns": 0, "refused": 0, "network": 0, "timeout": 0, "tls": 0, "protocol": 0, "truncated": 0, "too_large": 0, "bad_encoding": 0,
    "not_modified_unasked": 304, "too_many_redirects": 302, "bad_redirect": 302, "insecure_redirect": 302, "http_404": 404,
    "http_206": 206, "http_300": 300, "http_400": 400, "http_502": 502, "http_999": 999, "login_required": 401, "forbidden": 403,
    "too_many_requests": 429, "bot_challenge": 403, "robots": 0, "robots_unavailable": 0, "forbidden_address": 0, "gone": 410,
    "deadline": 0, "crash": 0, "bug": 0, "empty_body": 200, "opted_out": 200,
}  # fmt: skip
"""What the fetcher tells, with the status it tells it of."""
OWN = {"blocked", "disallowed"}
"""States that a page of several tells as they are; every other failure of a needed page is ``page_failed``."""
HTML = b"<!doctype html><html><head><title>%s</title></head><body>%s</body></html>"
LOGIN = HTML % (b"Kirjaudu", b'<form><input type="password"></form>')
LOST = HTML % ("Sivua ei löydy".encode(), b"404")
EMPTY = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n"
DEEP = b"<div>" * 600


def cut(source: str) -> bytes:
    """The first half of what the source serves."""
    body = documents(source, 1)[FIRST[source]]
    return body[: len(body) // 2]


UNREADABLE: dict[tuple[str, str], Callable[[], bytes]] = {
    ("city", "not_icalendar"): lambda: b"error: database is away",
    ("city", "html_instead_of_feed"): lambda: LOGIN,
    ("city", "truncated"): lambda: cut("city"),
    ("city", "structure"): lambda: b"END:VCALENDAR\r\n" + EMPTY,
    ("city", "control_chars"): lambda: EMPTY.replace(b"VERSION", b"BEGIN:V\x01\x02EVENT\r\nEND:V\x01\x02EVENT\r\nVERSION"),
    ("city", "federation_loop"): lambda: EMPTY.replace(b"PRODID:x", b"PRODID:-//Kooste//norppala//FI"),
    ("news", "not_feed"): lambda: b'{"items": []}',
    ("news", "html_instead_of_feed"): lambda: LOGIN,
    ("news", "truncated"): lambda: cut("news"),
    ("news", "dtd_refused"): lambda: b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss><channel/></rss>',
    ("news", "too_deep"): lambda: b"<rss><channel><item>" + b"<a>" * 600 + b"</a>" * 600 + b"</item></channel></rss>",
    ("news", "too_many"): lambda: b"<rss><channel>" + b"<item><guid>1</guid></item>" * 5001 + b"</channel></rss>",
    ("council", "not_json"): lambda: b'{"data": [}',
    ("council", "html_instead_of_feed"): lambda: LOGIN,
    ("council", "truncated"): lambda: cut("council"),
    ("council", "unexpected_shape"): lambda: b'{"detail": "Not found."}',
    ("council", "too_deep"): lambda: b'{"data": [' + b"[" * 100_000 + b"]" * 100_000 + b"]}",
    ("club", "selector_miss"): lambda: HTML % (b"Seura", b"<p>Uudet sivut"),
    ("club", "login_page"): lambda: LOGIN,
    ("club", "soft_404"): lambda: LOST,
    ("club", "bot_challenge"): lambda: HTML % (b"Checking your browser", b""),
    ("club", "not_html"): lambda: b"%PDF-1.7 \x00\x01",
    ("club", "too_deep"): lambda: HTML % (b"Seura", DEEP),
    ("museum", "selector_miss"): lambda: HTML % (b"Museo", b"<p>Uudet sivut"),
    ("museum", "login_page"): lambda: LOGIN,
    ("museum", "soft_404"): lambda: LOST,
    ("museum", "meta_refresh"): lambda: b'<html><head><meta http-equiv="refresh" content="0; url=/uusi"></head><body></body></html>',
    ("village", "not_csv"): lambda: b"PK\x03\x04sheet",
    ("village", "login_page"): lambda: b"<!doctype html><html><a href=https://accounts.google.com/ServiceLogin>x</a></html>",
    ("village", "html_instead_of_feed"): lambda: HTML % (b"Jaettu taulukko", b""),
    ("village", "truncated"): lambda: cut("village") + b'\n"Talkoot',
    ("village", "unexpected_shape"): lambda: b"Otsikko,Milloin\nTalkoot,huomenna\n",
}
"""Documents that each reader refuses, and by what name."""


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "built-town", build)


@pytest.fixture
def town(built: Path, sandbox: Sandbox, tmp_path: Path) -> Iterator[Town]:
    with town_in(copied(built, tmp_path), sandbox, now=START + STEP) as running:
        yield running


@pytest.mark.parametrize("reason", FETCHED)
def test_a_first_answer_that_fails(town: Town, reason: str) -> None:
    town.sandbox = Here()
    healthy = [*FIRST][sorted(FETCHED).index(reason) % len(FIRST)]
    failing = [name for name in FIRST if name != healthy]
    town.faults = {FIRST[name]: FetchFailedError(reason, status=FETCHED[reason] or None) for name in failing}
    with nothing_lost(town, healthy):
        done = town.harvest(*FIRST)
    assert told(done, *failing) == dict.fromkeys(failing, ("failed", reason))
    assert done[healthy].outcome == "changed"
    recover(town, *FIRST)


@pytest.mark.parametrize("place", [SECOND, DETAIL], ids=["second page", "detail page"])
@pytest.mark.parametrize("reason", FETCHED)
def test_a_further_page_that_fails(town: Town, place: dict[str, str], reason: str) -> None:
    town.sandbox = Here()
    failed = FetchFailedError(reason, status=FETCHED[reason] or None)
    town.faults = dict.fromkeys(place.values(), failed)
    with nothing_lost(town, "news"):
        done = town.harvest(*place, "news")
    is_own = failure("x", "https://x.example/", failed).state in OWN
    for name in place:
        is_optional = name == "museum" and not is_own
        expected = ("unchanged", "") if is_optional else ("failed", reason if is_own else "page_failed")
        assert (done[name].outcome, done[name].reason) == expected, name
    recover(town, *place)


@pytest.mark.parametrize(("source", "reason"), UNREADABLE)
def test_a_document_that_is_not_what_it_should_be(town: Town, source: str, reason: str) -> None:
    town.faults = {FIRST[source]: UNREADABLE[source, reason]()}
    with nothing_lost(town, "village" if source == "news" else "news"):
        done = town.harvest(source, "village" if source == "news" else "news")
    assert (done[source].outcome, done[source].reason) == ("failed", reason)
    recover(town, source)


FURTHER = [(source, reason) for source, reason in UNREADABLE if source in SECOND]


@pytest.mark.parametrize(("source", "reason"), FURTHER)
def test_a_later_page_that_is_not_what_it_should_be(town: Town, source: str, reason: str) -> None:
    town.faults = {SECOND[source]: UNREADABLE[source, reason]()}
    with nothing_lost(town, "news"):
        done = town.harvest(source, "news")
    assert (done[source].outcome, done[source].reason) == ("failed", reason)
    recover(town, source)


OTHER_PAGES = {"login_page": LOGIN, "soft_404": LOST, "too_deep": HTML % (b"Seura", DEEP), "not_html": b"%PDF-1.7 \x00"}


@pytest.mark.parametrize("reason", OTHER_PAGES)
def test_the_page_of_one_event_that_is_another_page(town: Town, reason: str) -> None:
    """Needed, it fails the source; where it can be done without, the event is only not seen this time."""
    town.faults = dict.fromkeys(DETAIL.values(), OTHER_PAGES[reason])
    with nothing_lost(town, "news"):
        done = town.harvest(*DETAIL, "news")
    assert told(done, *DETAIL) == {"club": ("failed", reason), "museum": ("unchanged", "")}
    recover(town, *DETAIL)


def test_a_page_that_can_be_done_without_costs_its_own_words_and_never_makes_another_event(tmp_path: Path, sandbox: Sandbox) -> None:
    place = {"location": {"value": "Sali"}}
    page = CLUB | {"detail": {"required": False, "fields": {"description": ".text", **place}}}
    with town_in(tmp_path, sandbox, schedules=schedules(club={"page": page})) as town:
        town.harvest("club")
        town.faults = {url: FetchFailedError("http_502", status=502) for url in documents("club", 0) if "/e/" in url}
        poor = town.harvest("club")["club"]
        town.faults.clear()
        rich = town.harvest("club")["club"]
        assert [(one.state, one.new, one.changed, one.withdrawn) for one in (poor, rich)] == [("ok", 0, SIZES["club"], 0)] * 2
        assert town.shown("club") == SIZES["club"]


REFUSED: dict[str, dict[str, Any]] = {
    "wish": {"fetch_policy": "disallowed"},
    "not_permitted": {"fetch_policy": "ask_first"},
    "not_configured": {"auth": {"kind": "bearer", "secret": "${NOBODY_SET_THIS}"}},
}


@pytest.mark.parametrize("reason", REFUSED)
def test_a_source_that_must_not_be_asked(town: Town, reason: str) -> None:
    usual, asked = town.schedules, town.asked
    town.schedules = schedules(council=REFUSED[reason])
    with nothing_lost(town, "news"):
        done = town.harvest("council", "news")
    assert told(done, "council") == {"council": ("failed", reason)}
    assert town.asked == asked + 1, "nothing but the other source was asked for"
    town.schedules = usual
    recover(town, "council")


def shortened(source: str) -> bytes:
    """A whole calendar of the first half of the events."""
    half = documents(source, 1)[FIRST[source]].split(b"BEGIN:VEVENT")[: SIZES[source] // 2]
    return b"BEGIN:VEVENT".join(half) + b"END:VCALENDAR\r\n"


HELD: dict[str, tuple[Callable[[], bytes], dict[str, int]]] = {
    "empty": (lambda: EMPTY, {}),
    "shrunk": (lambda: shortened("city"), {}),
    "too_few": (lambda: documents("city", 1)[FIRST["city"]], {"min_events": 4000}),
    "too_many": (lambda: documents("city", 1)[FIRST["city"]], {"max_events": 100}),
}


@pytest.mark.parametrize("reason", HELD)
def test_an_answer_that_is_not_believed(town: Town, reason: str) -> None:
    body, expect = HELD[reason]
    usual, town.schedules = town.schedules, schedules(city={"expect": {"max_events": 5000} | expect})
    town.faults = {FIRST["city"]: body()}
    with nothing_lost(town, "news"):
        done = town.harvest("city", "news")
    assert told(done, "city") == {"city": ("held", reason)}
    town.schedules = usual
    recover(town, "city")


def test_pages_that_are_too_large_together(town: Town) -> None:
    usual = town.schedules
    fetch = usual.defaults.fetch.model_copy(update={"max_bytes": 1024})
    town.schedules = usual.model_copy(update={"defaults": usual.defaults.model_copy(update={"fetch": fetch})})
    with nothing_lost(town, "village"):
        done = town.harvest("council", "village")
    assert told(done, "council") == {"council": ("failed", "too_much")}
    town.schedules = usual
    recover(town, "council")


def test_pages_of_events_that_all_lost_their_data(town: Town) -> None:
    town.faults = {url: HTML % (b"Museo", b"<p>Uudet sivut") for url in documents("museum", 0) if "/e/" in url}
    with nothing_lost(town, "news"):
        done = town.harvest("museum", "news")
    assert told(done, "museum") == {"museum": ("failed", "no_structured_data")}
    recover(town, "museum")


@pytest.mark.parametrize("source", ["city", "village"])
def test_a_reader_that_wants_more_than_it_gets(town: Town, source: str) -> None:
    """The document needs more memory than the sandbox gives; the next source is read as ever."""
    usual, town.sandbox = town.sandbox, Sandbox(Bounds(memory_bytes=1024 * 1024))
    with town.sandbox:
        town.faults = {FIRST[source]: documents(source, 1)[FIRST[source]] + b"\r\n" * 10_000_000}
        before = town.kept()
        done = town.harvest(source)
        assert town.kept() == before
    assert told(done, source) == {source: ("failed", "read_limit")}
    town.sandbox = usual
    recover(town, source)


def test_every_reason_there_is_was_tried_somewhere() -> None:
    """Statuses stand for their class; what a bug of ours does is shown in ``test_failures_of_our_own``."""
    classes = {f"http_{code}": f"http_{code[0]}xx" for code in ("206", "300", "400", "502")} | {"http_999": "http_other"}
    fetched = {classes.get(reason, reason) for reason in FETCHED}
    documents_of = {reason for _, reason in UNREADABLE} | {"no_structured_data"}
    others = {"page_failed", "too_much", "read_limit", "ledger"}
    assert fetched | documents_of | REFUSED.keys() | HELD.keys() | others == FAILURE_REASONS.keys()
