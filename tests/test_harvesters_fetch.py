"""Fetching, shown against a real server on loopback through the real child process."""

from __future__ import annotations

import gzip
import logging
import os
import signal
import subprocess
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from harvesters.errors import HarvestError
from harvesters.fetch import FetchRequest, crawl
from harvesters.fetch_process import child_environment
from harvesters.record import NotModified, Response, Validators
from tests.fetch_server import AGENT, CALENDAR, GENEROUS_SECONDS, NOW, Asked, Canned, Site, fetch, limits, named, serving

SECRET = "s3cr3t-t0ken-0123456789"  # noqa: S105 - a canary, searched for in everything that is shown


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


def conditional_route(asked: Asked) -> Canned:
    if asked.headers.get("if-none-match") == '"v1"' and asked.headers.get("if-modified-since") == "Fri, 01 Jan 2027 00:00:00 GMT":
        return Canned(status=304, body=b"", headers={"ETag": '"v2"'})
    return Canned(headers={"ETag": '"v1"', "Last-Modified": "Fri, 01 Jan 2027 00:00:00 GMT", "Content-Type": "text/calendar"})


def test_a_second_fetch_is_conditional_and_costs_no_body(site: Site) -> None:
    site.routes = {"/a.ics": conditional_route, "/b.ics": Canned(headers={"ETag": '"x"'})}
    urls = {"asks": site.url("/a.ics"), "same-bytes": site.url("/b.ics")}
    first = fetch(urls, limits(site))

    a, b = first["asks"], first["same-bytes"]
    assert isinstance(a, Response)
    assert isinstance(b, Response)
    assert (a.body, a.status, a.content_type, a.url, a.fetched_at) == (CALENDAR, 200, "text/calendar", site.url("/a.ics"), NOW)
    assert (a.validators.etag, a.validators.last_modified) == ('"v1"', "Fri, 01 Jan 2027 00:00:00 GMT")

    site.routes["/b.ics"] = Canned(headers={"ETag": '"y"'})
    second = fetch(urls, limits(site), known={"asks": a.validators, "same-bytes": b.validators})
    not_modified, same_bytes = second["asks"], second["same-bytes"]
    assert isinstance(not_modified, NotModified)
    assert isinstance(same_bytes, NotModified)
    assert not_modified.validators == Validators(
        etag='"v2"', last_modified="Fri, 01 Jan 2027 00:00:00 GMT", body_digest=a.validators.body_digest
    )
    assert same_bytes.validators == Validators(etag='"y"', body_digest=b.validators.body_digest)
    assert [asked.headers.get("if-none-match") for asked in site.asked("/b.ics")] == [None, '"x"']


def test_one_host_is_asked_one_thing_at_a_time_and_never_sooner_than_the_delay(site: Site) -> None:
    paths = [f"/{number}.ics" for number in range(4)]
    site.routes = dict.fromkeys(paths, Canned())
    outcomes = fetch({path[1]: site.url(path) for path in paths}, limits(site, delay_seconds=0.4))
    assert {named(outcome) for outcome in outcomes.values()} == {"Response"}
    moments = [asked.at for asked in site.log]
    assert len(moments) == len(paths) + 1  # robots.txt once
    assert min(later - sooner for sooner, later in pairwise(moments)) >= 0.35


ENCODED = {
    "gzip": (gzip.compress(CALENDAR), "gzip"),
    "x-gzip": (gzip.compress(CALENDAR), "x-gzip"),
    "deflate": (zlib.compress(CALENDAR), "deflate"),
    "raw-deflate": (zlib.compress(CALENDAR)[2:-4], "deflate"),
    "twice": (gzip.compress(gzip.compress(CALENDAR)), "gzip, gzip"),
    "identity": (CALENDAR, "identity"),
}


FAILING: dict[str, tuple[Canned, str]] = {
    "204": (Canned(status=204, body=b""), "Unreachable http_204"),
    "206": (Canned(status=206), "Unreachable http_206"),
    "300": (Canned(status=300), "Unreachable http_300"),
    "304": (Canned(status=304, body=b""), "Unreachable not_modified_unasked"),
    "401": (Canned(status=401), "Blocked login_required"),
    "403": (Canned(status=403), "Blocked forbidden"),
    "404": (Canned(status=404), "Unreachable http_404"),
    "410": (Canned(status=410), "Gone gone"),
    "429": (Canned(status=429, headers={"Retry-After": "7200"}), "Blocked too_many_requests"),
    "503": (Canned(status=503, headers={"Retry-After": "5"}), "Unreachable http_503"),
    "challenge": (Canned(status=403, headers={"cf-mitigated": "challenge"}), "Blocked bot_challenge"),
    "challenge-200": (
        Canned(body=b"<html><title>Just a moment...</title>", headers={"Content-Type": "text/html"}),
        "Blocked bot_challenge",
    ),
    "empty": (Canned(body=b""), "Unreadable empty_body"),
    "blank": (Canned(body=b" \r\n\t"), "Unreadable empty_body"),
    "large": (Canned(body=b"x" * 100_001), "Unreachable too_large"),
    "large-undeclared": (Canned(raw=b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 100_001), "Unreachable too_large"),
    "bomb": (Canned(body=gzip.compress(b"\0" * 5_000_000), headers={"Content-Encoding": "gzip"}), "Unreachable too_large"),
    "cut-gzip": (Canned(body=gzip.compress(CALENDAR)[:-9], headers={"Content-Encoding": "gzip"}), "Unreachable truncated"),
    "brotli": (Canned(headers={"Content-Encoding": "br"}), "Unreachable bad_encoding"),
    "no-gzip": (Canned(headers={"Content-Encoding": "gzip"}), "Unreachable bad_encoding"),
    "short": (Canned(headers={"Content-Length": "999"}), "Unreachable truncated"),
    "two-lengths": (Canned(raw=b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef"), "Unreachable protocol"),
    "cut-chunk": (Canned(raw=b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nabc"), "Unreachable truncated"),
    "bad-chunk": (Canned(raw=b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc"), "Unreachable protocol"),
    "no-http": (Canned(raw=b"SSH-2.0-OpenSSH_9.0\r\n"), "Unreachable protocol"),
    "nothing": (Canned(raw=b""), "Unreachable network"),
    "half-head": (Canned(raw=b"HTTP/1.1 200 OK\r\nContent-"), "Unreachable protocol"),
    "headers": (Canned(raw=b"HTTP/1.1 200 OK\r\n" + b"X-Y: %s\r\n" % (b"v" * 90) * 2000 + b"\r\nabc"), "Unreachable protocol"),
    "early": (Canned(raw=b"HTTP/1.1 103 Early Hints\r\n\r\n" * 9000), "Unreachable protocol"),
    "to-nowhere": (Canned(status=302), "Unreachable bad_redirect"),
    "to-file": (Canned(status=302, headers={"Location": "file:///etc/passwd"}), "Disallowed forbidden_address"),
    "to-private": (Canned(status=307, headers={"Location": "http://10.0.0.1/"}), "Disallowed forbidden_address"),
    "to-port": (Canned(status=308, headers={"Location": "http://127.0.0.1:1/"}), "Disallowed forbidden_address"),
    "to-itself": (Canned(status=301, headers={"Location": "/to-itself"}), "Unreachable too_many_redirects"),
}


WHOLE = {name: Canned(body=body, headers={"Content-Encoding": coding}) for name, (body, coding) in ENCODED.items()} | {
    "chunked": Canned(raw=b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(CALENDAR), CALENDAR)),
    "until-close": Canned(raw=b"HTTP/1.0 200 OK\r\n\r\n" + CALENDAR),
    "cookie": Canned(headers={"Set-Cookie": "id=1", "X-Escape": "\x1b[31mred"}),
    "long-etag": Canned(headers={"ETag": '"' + "x" * 60_000 + '"'}),
}
MOVED = {
    f"moved-{n}": Canned(status=status, headers={"Location": f"/moved-{n + 1}?a=b#c"}) for n, status in enumerate((301, 302, 303, 307, 308))
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Crawled:
    site: Site
    proxy: Site
    outcomes: dict[str, Response | NotModified | HarvestError]


@pytest.fixture(scope="module")
def crawled() -> Iterator[Crawled]:
    """One crawl over every canned answer, with a proxy in the environment that nobody is to ask."""
    with serving() as site, serving() as proxy, pytest.MonkeyPatch.context() as environment:
        for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
            environment.setenv(name, proxy.url(""))
        site.routes = {f"/{name}": canned for name, (canned, _) in FAILING.items()}
        site.routes |= {f"/{name}": canned for name, canned in (WHOLE | MOVED).items()}
        site.routes["/moved-5"] = Canned(headers={"ETag": '"five"'})
        outcomes = fetch({path[1:]: site.url(path) for path in site.routes}, limits(site, proxy))
        yield Crawled(site=site, proxy=proxy, outcomes=outcomes)


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_answer_comes_decoded(crawled: Crawled, name: str) -> None:
    outcome = crawled.outcomes[name]
    assert isinstance(outcome, Response)
    assert outcome.body == CALENDAR
    assert not {"content-encoding", "transfer-encoding", "set-cookie"} & set(outcome.headers)
    assert outcome.headers.get("x-escape", "[31mred") == "[31mred"
    assert outcome.validators.etag == ""


@pytest.mark.parametrize("name", FAILING)
def test_everything_but_a_whole_200_is_a_failure_with_a_name(crawled: Crawled, name: str) -> None:
    assert named(crawled.outcomes[name]) == FAILING[name][1]


@pytest.mark.parametrize(("name", "hours"), [("429", 2), ("503", 0.5), ("404", None)])
def test_a_wish_to_be_left_alone_is_told(crawled: Crawled, name: str, hours: float | None) -> None:
    outcome = crawled.outcomes[name]
    assert isinstance(outcome, HarvestError)
    assert outcome.retry_after == (None if hours is None else timedelta(hours=hours))
    assert outcome.status == int(name)


def test_redirects_are_followed_up_to_five_and_the_last_address_is_told(crawled: Crawled) -> None:
    outcome = crawled.outcomes["moved-0"]
    assert isinstance(outcome, Response)
    assert (outcome.url, outcome.validators.etag) == (crawled.site.url("/moved-5?a=b"), '"five"')
    assert len(crawled.site.asked("/to-itself")) == 6


def test_proxies_of_the_environment_are_not_used(crawled: Crawled) -> None:
    assert crawled.proxy.log == []


def test_every_request_says_who_asks_and_brings_no_cookie(crawled: Crawled) -> None:
    assert {asked.headers["user-agent"] for asked in crawled.site.log} == {AGENT}
    assert not [asked for asked in crawled.site.log if {"cookie", "referer", "authorization"} & set(asked.headers)]
    assert len(crawled.site.asked("/robots.txt")) == 1


def test_a_silent_server_ends_at_the_total_deadline_and_the_others_do_not_wait(site: Site) -> None:
    site.routes = {"/silent": site.silent}
    with serving() as other:
        other.routes = {"/a.ics": Canned()}
        outcomes = fetch({"silent": site.url("/silent"), "fine": other.url("/a.ics")}, limits(site, other, total_seconds=3))
    assert {name: named(outcome) for name, outcome in outcomes.items()} == {"silent": "Unreachable timeout", "fine": "Response"}


def test_what_is_not_answered_when_the_run_is_over_says_so(site: Site) -> None:
    site.routes = {"/silent": site.silent}
    urls = {"b": site.url("/silent"), "c": site.url("/silent?2")}
    outcomes = fetch(urls, limits(site, total_seconds=GENEROUS_SECONDS), deadline_seconds=3)
    assert {name: named(outcome) for name, outcome in outcomes.items()} == dict.fromkeys(urls, "Unreachable deadline")


def children() -> list[int]:
    return [int(pid) for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()]


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="finds the child in /proc, which only Linux has")
def test_a_crash_costs_the_unanswered_requests_only(site: Site) -> None:
    site.routes = {"/a.ics": Canned(), "/silent": site.silent}
    before = set(children())
    requests = [FetchRequest(source_id=name, url=site.url(path)) for name, path in (("a", "/a.ics"), ("b", "/silent"))]
    running = crawl(requests, limits(site), AGENT, now=NOW, deadline_seconds=GENEROUS_SECONDS)
    assert named(next(running)) == "Response"
    for pid in set(children()) - before:
        os.kill(pid, signal.SIGKILL)
    assert [named(outcome) for outcome in running] == ["Unreachable crash"]


def test_an_abandoned_crawl_leaves_no_process(site: Site) -> None:
    site.routes = {"/a.ics": Canned(), "/silent": site.silent}
    before = set(children())
    requests = [FetchRequest(source_id=name, url=site.url(path)) for name, path in (("a", "/a.ics"), ("b", "/silent"))]
    running = crawl(requests, limits(site), AGENT, now=NOW, deadline_seconds=GENEROUS_SECONDS)
    next(running)
    running.close()  # type: ignore[attr-defined]  # an iterator to callers, a generator in truth
    assert set(children()) <= before


def test_nothing_to_fetch_starts_nothing() -> None:
    assert list(crawl([], limits(), AGENT, now=NOW, deadline_seconds=1)) == []


def test_a_secret_address_is_shown_nowhere(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    site.routes = {f"/{SECRET}/a.ics": Canned(status=500), f"/{SECRET}/b": Canned(status=302, headers={"Location": f"//10.0.0.1/{SECRET}"})}
    urls = {
        "status": site.url(f"/{SECRET}/a.ics"),
        "query": site.url(f"/x?token={SECRET}&a=b"),
        "onward": site.url(f"/{SECRET}/b"),
        "user": f"http://user:{SECRET}@127.0.0.1/",
        "shape": f"http://[{SECRET}",
        "bug": site.url(f"/{SECRET}/bug"),
    }
    caplog.set_level(logging.DEBUG)
    outcomes = fetch(urls, limits(site), known={"bug": Validators(etag="\ud800")})
    assert {name: named(outcome) for name, outcome in outcomes.items()} == {
        "status": "Unreachable http_500",
        "query": "Unreachable http_404",
        "onward": "Disallowed forbidden_address",
        "user": "Disallowed forbidden_address",
        "shape": "Disallowed forbidden_address",
        "bug": "HarvestError bug",
    }
    shown = [f"{outcome!s} {outcome!r} {outcome.url}" for outcome in outcomes.values() if isinstance(outcome, HarvestError)]
    assert "UnicodeEncodeError" in caplog.text  # the bug is told with its traceback
    assert SECRET not in "".join([*shown, caplog.text, repr([FetchRequest(source_id="a", url=url) for url in urls.values()])])


def test_the_parent_never_loads_the_network_stack() -> None:
    code = "import sys, harvesters.fetch; print(sorted({'scrapy', 'twisted', 'OpenSSL'} & set(sys.modules)))"
    shown = subprocess.run([sys.executable, "-c", code], env=child_environment(os.environ), capture_output=True, check=True, text=True)
    assert shown.stdout == "[]\n"
