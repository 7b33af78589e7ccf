"""The hostile server through whole harvests: what people see after each fetch, who waits for whom, and what is never contacted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from harvesters.source import Schedules
from kooste import pipeline
from store.database import Store, open_store
from store.harvests import HarvestSummary, due_facts
from tests.hostile_hosts import HOME, hostile_hosts
from tests.shared import needs_hostile
from tests.test_harvesters_fetch_hostile import Hostile

pytestmark = needs_hostile

NOW = datetime(2027, 1, 15, 12, tzinfo=UTC)
FETCHES, FETCH = 4, timedelta(hours=25)
"""Between two fetches: once a day a source is read in full, whatever its server says of changes."""
SLOW = ("slow_drip", "slow_headers", "silent")
SLOW_HOSTS = [f"127.0.1.{number}" for number in range(1, 21)]
HEALTHY_HOST = "127.0.2.1"
NEVER, SAME = [(0, 0)] * 3, [(50, 0)] * 3

SHOWN: dict[str, tuple[str, list[tuple[int, int]]]] = {
    "ok50": ("unchanged", SAME),
    "etag_flips": ("unchanged", SAME),
    "etag_stuck": ("changed", [(50, 50)] * 3),
    "type_flips": ("unchanged", SAME),
    "order_flips": ("unchanged", SAME),
    "dtstamp_moves": ("unchanged", SAME),
    "moved_301": ("unchanged", SAME),
    "etag_hostile": ("unchanged", [(5, 0)] * 3),
    "max_age_year": ("unchanged", [(5, 0)] * 3),
    "charset_lies": ("unchanged", [(2, 0)] * 3),
    "clock_in_text": ("changed", [(5, 5)] * 3),
    "mass_shift": ("unchanged", [(50, 50), (50, 0), (50, 0)]),
    "takeover": ("changed", [(50, 0), (50, 0), (50, 50)]),
    "one_breaks": ("unchanged", SAME),
    "remove_one": ("unchanged", [(49, 1), (49, 0), (49, 0)]),
    "uids_random": ("changed", [(50, 50)] * 3),
    "uids_migrate": ("unchanged", [(50, 53), (50, 0), (50, 0)]),
    "flapping": ("empty", SAME),
    "shrink_to_0": ("changed", [(50, 0), (50, 0), (0, 50)]),
    "shrink_to_2": ("changed", [(50, 0), (50, 0), (2, 48)]),
    "shrink_slowly": ("shrunk", [(45, 5), (40, 5), (40, 0)]),
    "fail_then_ok": ("changed", [(0, 0), (0, 0), (50, 50)]),
    "ok_then_500": ("http_500", SAME),
    "gone": ("gone", SAME),
    "flips_to_login": ("html_instead_of_feed", SAME),
    "login_as_calendar": ("html_instead_of_feed", NEVER),
    "html_200": ("html_instead_of_feed", NEVER),
    "moved_to_parking": ("html_instead_of_feed", NEVER),
    "empty_200": ("empty_body", NEVER),
    "partial_206": ("http_206", NEVER),
    "chunked_truncated": ("truncated", NEVER),
    "length_too_short": ("truncated", NEVER),
    "endless": ("too_large", NEVER),
    "gzip_bomb": ("too_large", NEVER),
    "too_many": ("too_many_requests", NEVER),
    "too_many_absurd": ("http_503", NEVER),
    "bot_challenge": ("bot_challenge", NEVER),
    "always_304": ("not_modified_unasked", NEVER),
    "redirect_canary": ("forbidden_address", NEVER),
    "redirect_canary_decimal": ("forbidden_address", NEVER),
    "redirect_loop": ("too_many_redirects", NEVER),
}
"""How the fourth fetch ends, and after each from the second on: listings shown, and how many came, went or changed.

``shrink_to_*`` are believed at the third equal answer over two days (docs/decisions/0005-holds.md). ``mass_shift`` and ``takeover`` lose
nothing and are taken as they come; the kit would hold the latter, but the same change of all titles in ``etag_stuck`` must not be held.
"""


def named(behaviour: str) -> str:
    return behaviour.replace("_", "-")


def schedules(port: int, *entries: dict[str, Any], **fetch: Any) -> Schedules:
    """Sources of the hostile server; an entry has an id, an address, and whatever else is not usual."""
    region = {
        "id": "norppala",
        "name": "Norppala",
        "timezone": "Europe/Helsinki",
        "public_address": "https://kalenteri.example/",
        "contact": {"name": "Toimisto", "email": "toimisto@kalenteri.example"},
    }
    hosts = [f"{host}:{port}" for host in (HOME, HEALTHY_HOST, *SLOW_HOSTS)]
    defaults = {"fetch": {"delay_seconds": 0, "total_seconds": 10, "max_bytes": 3_000_000, "allow_hosts": hosts} | fetch}
    sources = [{"title": entry["id"], "organizer": {"name": entry["id"]}, "format": "ical"} | entry for entry in entries]
    return Schedules.model_validate({"region": region, "defaults": defaults, "sources": sources})


def entry(hostile: Hostile, behaviour: str, host: str = HOME, **more: Any) -> dict[str, Any]:
    return {"id": named(behaviour), "url": hostile.url(behaviour).replace(HOME, host)} | more


def harvest(store: Store, told: Schedules, now: datetime) -> Iterator[HarvestSummary]:
    yield from pipeline.harvest(store, told, [told.resolved(source) for source in told.sources], now)


def shown(store: Store, source: str) -> int:
    question = "select count(*) from listing where source_id = ? and withdrawn_at is null"
    return int(store.public.execute(question, (source,)).fetchone()[0])


@pytest.fixture
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hostile]:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "ics").mkdir()
    own = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Kooste//norppala//FI\r\nEND:VCALENDAR\r\n"
    (folder / "ics" / "own_feed_loop.ics").write_text(own, encoding="utf-8")
    with hostile_hosts(folder, [HEALTHY_HOST, *SLOW_HOSTS]) as running:
        yield running


def test_what_people_see_after_each_of_four_fetches_and_what_the_server_sees(hostile: Hostile, tmp_path: Path) -> None:
    told = schedules(hostile.port, *(entry(hostile, behaviour) for behaviour in SHOWN))
    seen: dict[str, list[tuple[int, int]]] = {behaviour: [] for behaviour in SHOWN}
    ends: dict[str, str] = {}
    with open_store(tmp_path) as store:
        for number in range(FETCHES):
            done = {one.source_id: one for one in harvest(store, told, NOW + number * FETCH)}
            for behaviour, table in seen.items():
                one = done[named(behaviour)]
                ends[behaviour] = one.reason or one.outcome
                table.append((shown(store, named(behaviour)), one.new + one.changed + one.renamed + one.withdrawn + one.restored))
        waits = {name: facts.wait_until - (NOW + 3 * FETCH) for name, facts in due_facts(store).items() if facts.wait_until}
    assert {behaviour: (ends[behaviour], table[1:]) for behaviour, table in seen.items()} == SHOWN
    assert waits == {"too-many": timedelta(hours=1), "too-many-absurd": timedelta(minutes=30)}, "Retry-After, as the schedule has it"
    log = hostile.ask("/_log")
    assert len(log) >= FETCHES * len(SHOWN)
    assert {one["open"] for one in log} == {1}, "one host is asked one request at a time"
    assert hostile.ask("/_canary") == []


def test_twenty_slow_sources_delay_nobody_but_themselves(hostile: Hostile, tmp_path: Path) -> None:
    """The healthy one stands last, and is stored before the first slow one has failed (``benchmarks/misbehaving.py`` has the seconds)."""
    slow = [
        {"id": f"slow-{number}", "url": f"http://{host}:{hostile.port}/b/{SLOW[number % len(SLOW)]}?k={number}"}
        for number, host in enumerate(SLOW_HOSTS)
    ]
    told = schedules(hostile.port, *slow, entry(hostile, "ok50", HEALTHY_HOST), total_seconds=4)
    with open_store(tmp_path) as store:
        ends = [(one.source_id, one.reason, shown(store, "ok50")) for one in harvest(store, told, NOW)]
    assert ends[0] == ("ok50", "", 50)
    assert {reason for _, reason, _ in ends[1:]} == {"timeout"}
    assert len(ends) == 1 + len(SLOW_HOSTS)
    assert hostile.ask("/_canary") == []


def test_a_window_that_rolls_on_withdraws_nothing(hostile: Hostile, tmp_path: Path) -> None:
    told = schedules(hostile.port, entry(hostile, "rolling_window"))
    begin = datetime(2027, 3, 31, 12, tzinfo=UTC)
    with open_store(tmp_path) as store:
        runs = [next(harvest(store, told, begin + number * timedelta(days=2))) for number in range(2)]
        assert [(one.state, one.new, one.withdrawn) for one in runs] == [("ok", 20, 0), ("ok", 2, 0)]
        assert shown(store, "rolling-window") == 22, "what is over stays in the archive"


def test_pages_that_lead_on_for_ever_in_circles_or_nowhere(hostile: Hostile, tmp_path: Path) -> None:
    """``page_gap`` answers as an event page that leads on until its second page fails."""
    pages = {"next": "a[rel=next]"}
    row = {"row": "a", "fields": {"name": {"value": "x"}, "start_date": {"value": "2027-04-01"}}, "next": "a[rel=next]"}
    entries = [
        entry(hostile, "calendar_trap", format="schema", schema=pages),
        entry(hostile, "page_loop", format="page", page=row),
        entry(hostile, "page_gap", format="page", page=row),
        entry(hostile, "echo"),
    ]
    with ExitStack() as opened:
        store = opened.enter_context(open_store(tmp_path))
        done = {one.source_id: one for one in harvest(store, schedules(hostile.port, *entries), NOW)}
    asked = [one.get("target", "") for one in hostile.ask("/_log")]
    assert {name: (one.outcome, one.reason, one.new) for name, one in done.items()} == {
        "calendar-trap": ("changed", "", 25),
        "page-loop": ("changed", "", 1),
        "page-gap": ("failed", "page_failed", 0),
        "echo": ("failed", "federation_loop", 0),
    }
    assert sum("calendar_trap" in target for target in asked) == 25, "the source's own address and 24 pages more"
    assert sum("page_loop" in target for target in asked) == 4, "its own address and three numbers, each once"
    assert hostile.ask("/_canary") == []
