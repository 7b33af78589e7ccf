"""A small web server on loopback for the tests of fetching: canned answers, raw bytes, a log of what was asked."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from harvesters.errors import HarvestError
from harvesters.fetch import FetchRequest, crawl
from harvesters.record import NotModified, Response, Validators
from harvesters.source import FetchDefaults

NOW = datetime(2027, 1, 15, 12, tzinfo=UTC)
AGENT = "Kooste/0.1 (+https://kalenteri.norppala.example; kalenteri@norppala.example)"
CALENDAR = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nEND:VCALENDAR\r\n"
GENEROUS_SECONDS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request as the server saw it."""

    at: float
    path: str
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Canned:
    """One answer; ``raw`` stands for everything that goes over the wire, status line and all."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = CALENDAR
    raw: bytes | None = None


Route = Canned | Callable[[Asked], Canned]


class _Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        asked = Asked(at=time.monotonic(), path=self.path, headers={name.lower(): value for name, value in self.headers.items()})
        self.server.log.append(asked)
        route = self.server.routes.get(self.path.partition("?")[0], Canned(status=404, body=b""))
        self._give(route(asked) if callable(route) else route)

    def _give(self, canned: Canned) -> None:
        if canned.raw is None:
            self.send_response_only(canned.status)
            for name, value in ({"Content-Length": str(len(canned.body))} | dict(canned.headers)).items():
                self.send_header(name, value)
            self.end_headers()
        self.wfile.write(canned.body if canned.raw is None else canned.raw)

    def log_message(self, *_: object) -> None:
        """Silent: the log is a list."""


class Site(ThreadingHTTPServer):
    """The server; ``routes`` maps a path without query to its answer, everything else is 404, robots.txt too."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.routes: dict[str, Route] = {}
        self.log: list[Asked] = []
        self.closing = threading.Event()
        self.scheme = "http"

    @property
    def pair(self) -> str:
        """Host and port, as ``allow_hosts`` names them."""
        return f"127.0.0.1:{self.server_port}"

    def url(self, path: str) -> str:
        """The full address of a path."""
        return f"{self.scheme}://{self.pair}{path}"

    def asked(self, path: str) -> list[Asked]:
        """The requests for one path, queries aside."""
        return [asked for asked in self.log if asked.path.partition("?")[0] == path]

    def silent(self, _: Asked) -> Canned:
        """Answers nothing until the test is over."""
        self.closing.wait(GENEROUS_SECONDS)
        return Canned(status=503)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that cuts the connection is what many tests want."""


@contextmanager
def serving(certificate: Path | None = None) -> Iterator[Site]:
    """A running site, over TLS where a certificate (with its key in the same file) is given."""
    site = Site()
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        site.socket = context.wrap_socket(site.socket, server_side=True)
        site.scheme = "https"
    thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield site
    finally:
        site.closing.set()
        site.shutdown()
        thread.join()
        site.server_close()


def limits(*sites: Site, **changes: object) -> FetchDefaults:
    """Small limits that allow exactly these sites."""
    usual = {"total_seconds": 20, "connect_seconds": 5, "max_bytes": 100_000, "delay_seconds": 0}
    return FetchDefaults.model_validate(usual | {"allow_hosts": tuple(site.pair for site in sites)} | changes)


def fetch(
    urls: Mapping[str, str],
    allowed: FetchDefaults,
    *,
    known: Mapping[str, Validators] | None = None,
    deadline_seconds: float = GENEROUS_SECONDS,
) -> dict[str, Response | NotModified | HarvestError]:
    """One crawl over source id -> URL; the outcomes by source id."""
    requests = [FetchRequest(source_id=name, url=url, validators=(known or {}).get(name, Validators())) for name, url in urls.items()]
    outcomes = list(crawl(requests, allowed, AGENT, now=NOW, deadline_seconds=deadline_seconds))
    assert len(outcomes) == len(requests)
    return {outcome.source if isinstance(outcome, HarvestError) else outcome.source_id: outcome for outcome in outcomes}


def named(outcome: object) -> str:
    """``Class reason`` of a failure, else the class alone."""
    return f"{type(outcome).__name__} {getattr(outcome, 'reason', '')}".strip()
