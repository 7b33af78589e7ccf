"""The example server over real HTTP: what each system sends, what changes at every answer, what is forbidden and what is secret."""

from __future__ import annotations

import gzip
import http.client
import re
import urllib.robotparser
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

import pytest

from examples.norppala import generate, server
from examples.norppala.server import ROUTES, TOKEN, ExampleServer, Route, with_port
from harvesters.source import Schedules
from kooste import settings

DIRECTORY = Path(generate.__file__).parent
ROOT = DIRECTORY.parents[1]
FILES = [route for route in ROUTES if route.file and not route.gate]


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


@pytest.fixture(scope="module")
def example() -> Iterator[ExampleServer]:
    with ExampleServer(DIRECTORY, port=0) as running:
        yield running


@pytest.fixture(scope="module")
def schedules() -> Schedules:
    return settings.load(ROOT / "schedules.yaml")


def ask(example: ExampleServer, target: str, *, method: str = "GET", **headers: str) -> Answer:
    """One answer; ``if_none_match`` stands for ``If-None-Match``."""
    connection = http.client.HTTPConnection("127.0.0.1", example.port, timeout=10)
    try:
        connection.request(method, target, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())
    finally:
        connection.close()


def target(route: Route) -> str:
    query = [("token", TOKEN)] if route.secret else list(route.query)
    return f"{route.path}?{urlencode(query)}" if query else route.path


def uids(body: bytes) -> list[bytes]:
    return re.findall(rb"^UID:(.*?)\r?$", body, re.MULTILINE)


@pytest.mark.parametrize("route", FILES, ids=lambda route: route.source)
def test_a_feed_is_answered_with_its_systems_type(example: ExampleServer, route: Route) -> None:
    answer = ask(example, target(route))
    assert answer.status == 200
    assert answer.headers["content-type"] == route.content_type
    assert int(answer.headers["content-length"]) == len(answer.body)
    if not route.changes:
        written = (DIRECTORY / "feeds" / route.file).read_bytes()
        assert answer.body == written.replace(b"127.0.0.1:8765", f"127.0.0.1:{example.port}".encode())


def test_some_systems_lie_about_the_type() -> None:
    types = {route.source: route.content_type for route in ROUTES}
    assert (types["s13"], types["s35"]) == ("text/html", "application/octet-stream")
    assert types["s06"] == "text/html; charset=ISO-8859-15"


@pytest.mark.parametrize("route", [route for route in FILES if route.etag], ids=lambda route: route.source)
def test_an_unchanged_feed_with_an_etag_is_304_without_a_body(example: ExampleServer, route: Route) -> None:
    etag = ask(example, target(route)).headers["etag"]
    again = ask(example, target(route), if_none_match=f'"other", W/{etag}')
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", etag)
    assert ask(example, target(route), if_none_match='"other"').status == 200


@pytest.mark.parametrize("route", [route for route in FILES if route.last_modified], ids=lambda route: route.source)
def test_an_unchanged_feed_with_last_modified_is_304(example: ExampleServer, route: Route) -> None:
    stamp = ask(example, target(route)).headers["last-modified"]
    assert ask(example, target(route), if_modified_since=stamp).status == 304
    assert ask(example, target(route), if_modified_since="Thu, 01 Jan 2026 00:00:00 GMT").status == 200
    assert ask(example, target(route), if_modified_since=stamp, if_none_match='"other"').status == 200


@pytest.mark.parametrize("source", ["s17", "s20"])
def test_two_answers_of_these_systems_share_no_uid_and_everything_else(example: ExampleServer, source: str) -> None:
    route = next(route for route in ROUTES if route.source == source)
    first, second = (ask(example, route.path).body for _ in range(2))
    assert not set(uids(first)) & set(uids(second))
    assert [len(uid) for uid in uids(first)] == [len(uid) for uid in uids(second)]
    assert re.sub(rb"(?m)^UID:.*$", b"", first) == re.sub(rb"(?m)^UID:.*$", b"", second)


def test_two_answers_of_google_differ_in_their_stamps_only(example: ExampleServer) -> None:
    route = next(route for route in ROUTES if route.source == "s12")
    first, second = (ask(example, route.path).body for _ in range(2))
    assert first != second
    assert re.sub(rb"(?m)^DTSTAMP:.*$", b"", first) == re.sub(rb"(?m)^DTSTAMP:.*$", b"", second)


@pytest.mark.parametrize("route", FILES, ids=lambda route: route.source)
def test_compression_is_used_where_asked_for_and_offered(example: ExampleServer, route: Route) -> None:
    plain, packed = ask(example, target(route)), ask(example, target(route), accept_encoding="gzip, deflate")
    assert "content-encoding" not in plain.headers
    assert (packed.headers.get("content-encoding") == "gzip") == route.compresses
    if route.compresses:
        assert len(gzip.decompress(packed.body)) == len(plain.body)


def test_robots_txt_forbids_the_towns_page_and_no_other_source(example: ExampleServer) -> None:
    answer = ask(example, "/robots.txt")
    rules = urllib.robotparser.RobotFileParser()
    rules.parse(answer.body.decode().splitlines())
    forbidden = [route.source for route in ROUTES if not rules.can_fetch("Kooste/0.1", f"{example.url}{route.path}")]
    assert (answer.status, forbidden) == (200, ["s33"])


@pytest.mark.parametrize("query", ["", "?token=", "?token=arvaus", f"?token={TOKEN}&token={TOKEN}"])
def test_the_secret_address_is_not_there_without_its_token(example: ExampleServer, query: str) -> None:
    route = next(route for route in ROUTES if route.secret)
    assert ask(example, f"{route.path}{query}").status == 404
    assert route.path.encode() not in ask(example, "/").body


def test_an_unknown_address_is_not_there(example: ExampleServer) -> None:
    assert ask(example, "/../server.py").status == 404


def test_head_gives_the_headers_alone(example: ExampleServer) -> None:
    whole, head = (ask(example, "/museo.example/tapahtumat", method=method) for method in ("GET", "HEAD"))
    assert (head.status, head.body, head.headers) == (200, b"", whole.headers)


def test_requests_are_kept_for_whoever_wants_to_see_them() -> None:
    with ExampleServer(DIRECTORY, port=0) as fresh:
        ask(fresh, "/museo.example/tapahtumat", user_agent="Kooste/0.1 (+https://x.example/)")
        ask(fresh, "/nowhere")
    assert [(request.method, request.target, request.status) for request in fresh.requests] == [
        ("GET", "/museo.example/tapahtumat", 200),
        ("GET", "/nowhere", 404),
    ]
    assert fresh.requests[0].headers["user-agent"] == "Kooste/0.1 (+https://x.example/)"


def test_a_taken_port_gives_a_free_one() -> None:
    with ExampleServer(DIRECTORY, port=0) as first, ExampleServer(DIRECTORY, port=first.port) as second:
        assert first.port != second.port
        assert ask(second, "/robots.txt").status == 200


# --- schedules.yaml and the server -----------------------------------------------------------------------------------------------------


def test_every_address_of_the_configuration_is_served(example: ExampleServer, schedules: Schedules) -> None:
    statuses = {}
    for source in with_port(schedules, example.port).sources:
        address = urlsplit(source.url.replace("${NORPPALA_UIMASEURA_TOKEN}", TOKEN))
        statuses[source.id] = ask(example, f"{address.path}?{address.query}").status
    assert {source for source, status in statuses.items() if status == 401} == {route.source for route in ROUTES if route.gate}
    assert {status for status in statuses.values() if status != 401} == {200}
    assert set(statuses) == {route.source for route in ROUTES}


def test_with_port_moves_the_addresses_and_the_allowed_host(schedules: Schedules) -> None:
    moved = with_port(schedules, 4321)
    assert {urlsplit(source.url).netloc for source in moved.sources} == {"127.0.0.1:4321"}
    assert moved.defaults.fetch.allow_hosts == ("127.0.0.1:4321",)
    assert with_port(moved, 1) == moved
    assert Schedules.model_validate_json(moved.model_dump_json()) == moved
    assert server.PORT == 8765
