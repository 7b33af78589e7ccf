"""robots.txt (RFC 9309) is obeyed by every request, and a server that cannot give it is left alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from itertools import pairwise

import pytest

from harvesters.errors import HarvestError
from harvesters.record import NotModified, Response
from tests.fetch_server import Canned, Route, Site, fetch, limits, named, serving


def rules(text: str) -> Canned:
    return Canned(body=text.encode(), headers={"Content-Type": "text/plain"})


EVERYTHING = "User-agent: *\nDisallow: /\n"
PADDING = "# a comment that fills the file\n" * 20_000

SITES: dict[str, tuple[Mapping[str, Route], str]] = {
    "none": ({}, "Response"),
    "none-for-us": ({"/robots.txt": Canned(status=403)}, "Response"),
    "a-web-page": ({"/robots.txt": Canned(body=b"<!doctype html><title>Not found</title>")}, "Response"),
    "everything": ({"/robots.txt": rules(EVERYTHING)}, "Disallowed robots"),
    "byte-order-mark": ({"/robots.txt": rules("\ufeff" + EVERYTHING)}, "Disallowed robots"),
    "our-path": ({"/robots.txt": rules("User-agent: *\nDisallow: /*.ics$\n")}, "Disallowed robots"),
    "another-path": ({"/robots.txt": rules("User-agent: *\nDisallow: /admin\n")}, "Response"),
    "us-by-name": ({"/robots.txt": rules("User-agent: KOOSTE\nDisallow: /\n\nUser-agent: *\nAllow: /\n")}, "Disallowed robots"),
    "others-by-name": ({"/robots.txt": rules("User-agent: Norppala\nDisallow: /\n")}, "Response"),
    "us-allowed": ({"/robots.txt": rules(EVERYTHING + "\nUser-agent: kooste\nAllow: /\n")}, "Response"),
    "server-error": ({"/robots.txt": Canned(status=500)}, "Disallowed robots_unavailable"),
    "too-many": ({"/robots.txt": Canned(status=429)}, "Disallowed robots_unavailable"),
    "no-http": ({"/robots.txt": Canned(raw=b"garbage\r\n")}, "Disallowed robots_unavailable"),
    "huge-forbids": ({"/robots.txt": rules(EVERYTHING + PADDING)}, "Disallowed robots"),
    "huge-too-late": ({"/robots.txt": rules(PADDING + EVERYTHING)}, "Response"),
    "moved": ({"/robots.txt": Canned(status=301, headers={"Location": "/r.txt"}), "/r.txt": rules(EVERYTHING)}, "Disallowed robots"),
    "moved-in-circles": ({"/robots.txt": Canned(status=302, headers={"Location": "/robots.txt"})}, "Response"),
    "moved-inwards": ({"/robots.txt": Canned(status=302, headers={"Location": "http://10.0.0.1/"})}, "Disallowed robots_unavailable"),
}


@pytest.fixture(scope="module")
def sites() -> Iterator[dict[str, Site]]:
    """One site a row: robots.txt belongs to an origin."""
    with ExitStack() as running:
        started = {name: running.enter_context(serving()) for name in (*SITES, "silent", "refused")}
        for name, (routes, _) in SITES.items():
            started[name].routes = {"/a.ics": Canned(), **routes}
        started["silent"].routes = {"/a.ics": Canned(), "/robots.txt": started["silent"].silent}
        started["refused"].routes = {"/a.ics": Canned(status=302, headers={"Location": started["everything"].url("/b.ics")})}
        yield started


@pytest.fixture(scope="module")
def outcomes(sites: dict[str, Site]) -> dict[str, Response | NotModified | HarvestError]:
    return fetch({name: site.url("/a.ics") for name, site in sites.items()}, limits(*sites.values(), total_seconds=4))


@pytest.mark.parametrize("name", SITES)
def test_the_rules_of_the_host_hold(outcomes: Mapping[str, object], sites: dict[str, Site], name: str) -> None:
    assert named(outcomes[name]) == SITES[name][1]
    assert len(sites[name].asked("/a.ics")) == (SITES[name][1] == "Response")


def test_no_answer_in_time_forbids_everything(outcomes: Mapping[str, object], sites: dict[str, Site]) -> None:
    assert named(outcomes["silent"]) == "Disallowed robots_unavailable"
    assert sites["silent"].asked("/a.ics") == []


def test_the_rules_of_a_redirects_host_hold_too(outcomes: Mapping[str, object], sites: dict[str, Site]) -> None:
    assert named(outcomes["refused"]) == "Disallowed robots"
    assert sites["everything"].asked("/b.ics") == []


def test_requests_that_start_together_wait_for_one_robots_txt() -> None:
    with serving() as site:
        paths = [f"/{number}.ics" for number in range(12)]
        site.routes = {**dict.fromkeys(paths, Canned()), "/robots.txt": rules(EVERYTHING)}
        refused = fetch({f"s{path[1:-4]}": site.url(path) for path in paths}, limits(site))
        assert {named(outcome) for outcome in refused.values()} == {"Disallowed robots"}
        assert [asked.path for asked in site.log] == ["/robots.txt"]


def test_a_pause_that_the_host_asks_for_is_kept() -> None:
    with serving() as site:
        paths = [f"/{number}.ics" for number in range(3)]
        site.routes = {**dict.fromkeys(paths, Canned()), "/robots.txt": rules("User-agent: *\nCrawl-delay: 0.6\n")}
        fetch({f"s{path[1:-4]}": site.url(path) for path in paths}, limits(site, delay_seconds=0.1))
        moments = [asked.at for asked in site.log]
        assert len(moments) == 4
        assert min(later - sooner for sooner, later in pairwise(moments)) >= 0.5
