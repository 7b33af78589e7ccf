"""The guard at work: no name, redirect or spelling brings the child to an address that it may not contact."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from harvesters.errors import HarvestError
from harvesters.fetch_process import Child, child_environment
from harvesters.fetch_wire import FetchRequest, Job, Limits, decode_outcome, encode_job, encode_request
from tests.fetch_server import AGENT, GENEROUS_SECONDS, NOW, Canned, Site, limits, named, serving
from tests.shared import HOSTILE, needs_hostile

PUBLIC = "93.184.216.34"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


class Watched:
    """Crawls with ``tests.fetch_watched_child`` and tells what it looked up and connected to."""

    def __init__(self, folder: Path, environment: pytest.MonkeyPatch) -> None:
        self._log = folder / "watched.txt"
        self._environment = environment

    def crawl(self, urls: Sequence[str], site: Site, names: Mapping[str, Sequence[Sequence[str]]] | None = None) -> list[str]:
        self._log.write_text("")
        self._environment.setenv("WATCHED_NAMES", json.dumps(names or {}))
        self._environment.setenv("WATCHED_LOG", str(self._log))
        requests = [FetchRequest(source_id=f"s{number}", url=url) for number, url in enumerate(urls)]
        told = Limits(**limits(site, total_seconds=10).model_dump(exclude={"user_agent"}))
        outcomes: dict[int, str] = {}
        with Child("tests.fetch_watched_child", encode_job(Job(limits=told, user_agent=AGENT, now=NOW)), GENEROUS_SECONDS) as child:
            for number, request in enumerate(requests):
                child.tell(encode_request(number, request))
            for line in child.lines():
                found = json.loads(line)
                outcome = decode_outcome(found, requests[found["number"]], NOW)
                assert not isinstance(outcome, HarvestError) or outcome.reason != "bug", child.complaints()
                outcomes[found["number"]] = named(outcome)
                if len(outcomes) == len(requests):
                    break
        return [outcomes[number] for number in range(len(urls))]

    def seen(self, what: str) -> list[str]:
        return [line.removeprefix(f"{what} ") for line in self._log.read_text().splitlines() if line.startswith(f"{what} ")]


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Watched:
    return Watched(tmp_path, monkeypatch)


NAMES: dict[str, list[list[str]]] = {
    "alias-of-localhost.example.org": [["127.0.0.1"]],
    "mixed.example.org": [[PUBLIC, "127.0.0.1"]],
    "mixed-families.example.org": [[PUBLIC, "::1"]],
    "mapped.example.org": [["::ffff:127.0.0.1"]],
    "nat64.example.org": [["64:ff9b::7f00:1"]],
    "zoned.example.org": [["fe80::1%eth0"]],
    "metadata.example.org": [["169.254.169.254"]],
}


def test_a_name_is_judged_by_all_it_stands_for_and_connected_to_as_judged(site: Site, watched: Watched) -> None:
    names = NAMES | {"servfail.example.org": [[]], "rebinding.example.org": [[PUBLIC], ["127.0.0.1"]]}
    *forbidden, servfail, rebinding = watched.crawl([f"http://{name}/a.ics" for name in names], site, names)
    assert forbidden == ["Disallowed forbidden_address"] * len(NAMES)
    assert servfail == "Unreachable dns"
    assert rebinding.startswith(("Disallowed", "Unreachable"))
    assert sorted(watched.seen("resolve")) == sorted(names)
    assert watched.seen("connect") == [f"{PUBLIC} 80"]  # the one public address that was judged, never its second meaning


REDIRECTS = [
    "http://127.0.0.1:1/", "http://localhost:1/", "http://[::1]:1/", "http://[::ffff:127.0.0.1]:1/", "http://2130706433:1/", "http://127.1:1/",
    "http://good.example@127.0.0.1:1/", "http://127.0.0.1:1\\@good.example/", "http://0.0.0.0:1/", "http://169.254.169.254/latest/",
    "http://10.0.0.1/", "http://100.64.0.1/", "http://[64:ff9b::a9fe:a9fe]/", "http://[2002:7f00:1::]/", "file:///etc/passwd",
    "ftp://127.0.0.1/x", "data:text/calendar,BEGIN:VCALENDAR", "javascript:alert(1)", "gopher://127.0.0.1:6379/_X", "http://example.org:25/",
    "//127.0.0.1:1/secret", "http://127.0.0.1/",
]  # fmt: skip


def test_no_redirect_leads_astray_and_no_literal_is_looked_up(site: Site, watched: Watched) -> None:
    site.routes = {f"/{number}": Canned(status=302, headers={"Location": location}) for number, location in enumerate(REDIRECTS)}
    site.routes["/a.ics"] = Canned()
    *outcomes, whole = watched.crawl([site.url(path) for path in site.routes], site)
    assert outcomes == ["Disallowed forbidden_address"] * len(REDIRECTS)
    assert whole == "Response"
    assert set(watched.seen("connect")) == {f"127.0.0.1 {site.server_port}"}
    assert watched.seen("resolve") == []


@needs_hostile
def test_no_url_of_the_table_is_looked_up_or_connected_to(site: Site, watched: Watched) -> None:
    lines = (HOSTILE / "ssrf_urls.txt").read_text(encoding="utf-8").split("\n")
    urls = [line for line in lines if line and not line.startswith("# ")]
    assert watched.crawl(urls, site) == ["Disallowed forbidden_address"] * 93
    assert watched.seen("connect") + watched.seen("resolve") == []


def test_behind_the_guard_no_code_of_the_child_can_connect_anywhere_else(site: Site) -> None:
    code = f"""
import socket
from harvesters.fetch_connect import watch_connects
watch_connects(["{site.pair}"])
socket.create_connection(("127.0.0.1", {site.server_port})).close()
for address in ("127.0.0.1", 1), ("10.0.0.1", 80), ("127.0.0.2", {site.server_port}):
    try:
        socket.create_connection(address)
    except PermissionError as stopped:
        print("stopped")
"""
    shown = subprocess.run([sys.executable, "-c", code], env=child_environment(os.environ), capture_output=True, check=True, text=True)
    assert shown.stdout.split() == ["stopped"] * 3
