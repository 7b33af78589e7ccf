"""Serves the demo region's feeds on loopback as their systems would: types, validators, compression, robots.txt, a secret, a refusal.

As a library ``with ExampleServer(folder) as server: ...``; as a script ``python server.py [PORT]``. Standard library only, for it is
loaded by path and must run wherever Kooste does. No clock: what changes from answer to answer is counted.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import sys
import threading
from collections import Counter
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from harvesters.source import Schedules

HOST = "127.0.0.1"
PORT = 8765
TOKEN = "esimerkki-avain"  # noqa: S105 - the example club's "secret", known to everybody who reads this
LAST_MODIFIED = "Sat, 21 Nov 2026 18:00:00 GMT"
CALENDAR = "text/calendar; charset=utf-8"
HTML = "text/html; charset=utf-8"
ROBOTS = b"""# Every publisher of the example lives on this one host, so their wishes stand together.
User-agent: *
Disallow: /enonkoski.example/tapahtumat
Disallow: /kulttuuri.example/wp-admin/
"""
_TOWN_PAGE = "<!doctype html><html lang=fi><title>Tapahtumat</title><h1>Tapahtumat</h1><p>Sivua ei saa kerätä koneellisesti.</p></html>"
_REFUSAL = "<!doctype html><html lang=fi><title>403</title><h1>Pyyntö estetty</h1><p>Automaattinen haku on estetty.</p></html>"
_LIKE_A_HASH = re.compile(rb"(?m)^(UID:(?:MEC-)?)([0-9a-f]{13,})")
_STAMP = re.compile(rb"(?m)^DTSTAMP:\d{8}T\d{6}")
_MINUTES_A_DAY = 24 * 60


class Route(NamedTuple):
    """One address and how its system answers."""

    source: str
    path: str
    content_type: str = CALENDAR
    etag: bool = False
    last_modified: bool = False
    compresses: bool = True
    changes: str = ""
    """``uids``: every answer has new uids; ``stamps``: every answer has a new DTSTAMP."""
    secret: bool = False
    status: int = 200
    page: str = ""
    """The whole body where it is no file of the feeds."""


class Request(NamedTuple):
    """One request as it came, for tests; ``target`` may hold a secret and is never printed."""

    method: str
    target: str
    headers: dict[str, str]
    """With lower-case names."""
    status: int


ROUTES = (
    Route("s01", "/kaupunki.example/tapahtumat/kalenteri.ics", etag=True, last_modified=True),
    Route("s02", "/kulttuuri.example/events/", changes="stamps"),
    Route("s03", "/kirjastot.example/tapahtumat/ics_view", last_modified=True),
    Route("s08", "/seurakunta.example/calendar-portlet/calendar.ics", "text/calendar;charset=UTF-8"),
    Route("s09", "/outlook.example/owa/calendar/perhetyo/calendar.ics", CALENDAR),
    Route("s12", "/calendar.example/ical/kumppanit/public/basic.ics", "text/calendar; charset=UTF-8", changes="stamps"),
    Route("s13", "/icloud.example/published/2/elakevaki", "text/calendar", etag=True),
    Route("s14", "/seniorit-kerimaki.example/kalenteri.ics", "text/plain", etag=True, last_modified=True, compresses=False),
    Route("s15", "/club.example/flow/calendar_subscriptions/12345.ics", secret=True),
    Route("s16", "/pallo.example/calendar/ical", etag=True),
    Route("s17", "/kiekko.example/hockeypox/calendar/ical.php", "text/calendar", changes="uids"),
    Route("s18", "/liikunta.example/vuorot.ics", HTML, status=403, page=_REFUSAL),
    Route("s19", "/teamup.example/feed/savonranta/0.ics", etag=True),
    Route("s20", "/kylat.example/", "text/calendar; charset=UTF-8", changes="uids"),
    Route("s22", "/museo.example/events.ics", last_modified=True),
    Route("s25", "/pilvi.example/remote.php/dav/public-calendars/verkosto/", etag=True),
    Route("s26", "/lahitoiminta.example/v1/activities.ics", etag=True),
    Route("s28", "/auttajat.example/kalenteri.ics", "text/calendar", etag=True, last_modified=True, compresses=False),
    Route("s29", "/martat.example/calendar.ics"),
    Route("s31", "/fedi.example/@luonto/feed/ics", "text/calendar"),
    Route("s33", "/enonkoski.example/tapahtumat", HTML, page=_TOWN_PAGE),
    Route("s35", "/nuorisoseura.example/cal.ics", "application/octet-stream", last_modified=True, compresses=False),
)


def with_port(schedules: Schedules, port: int) -> Schedules:
    """The configuration with every address of the example's usual port on another one, in memory only."""
    old, new = f"{HOST}:{PORT}", f"{HOST}:{port}"
    fetch = schedules.defaults.fetch
    hosts = tuple(new if host == old else host for host in fetch.allow_hosts)
    defaults = schedules.defaults.model_copy(update={"fetch": fetch.model_copy(update={"allow_hosts": hosts})})
    sources = tuple(source.model_copy(update={"url": source.url.replace(f"//{old}/", f"//{new}/")}) for source in schedules.sources)
    return schedules.model_copy(update={"defaults": defaults, "sources": sources})


class ExampleServer:
    """The example's publishers on one loopback port; a context manager. ``port`` 0, or one that is taken, gives a free one."""

    def __init__(self, directory: Path, port: int = PORT) -> None:
        self.requests: list[Request] = []
        self._feeds = directory / "feeds"
        self._answered: Counter[str] = Counter()
        self._lock = threading.Lock()
        self._routes = {route.path: route for route in ROUTES}
        self._server = _bound(_handler(self), port)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    @property
    def port(self) -> int:
        """The port that is really listened on."""
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        """The address without a path or a final slash."""
        return f"http://{HOST}:{self.port}"

    def __enter__(self) -> Self:
        """Starts to answer."""
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Stops and gives the port back."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def route(self, target: str) -> Route | None:
        """The route of a request target; ``None`` for an unknown path and for the secret one without its token."""
        parts = urlsplit(target)
        found = self._routes.get(parts.path)
        if found is not None and found.secret and parse_qs(parts.query).get("token") != [TOKEN]:
            return None
        return found

    def body(self, route: Route) -> bytes:
        """The answer's bytes; what the system changes at every answer is changed by how many there were."""
        if route.page:
            return route.page.encode()
        with self._lock:
            count = self._answered[route.source]
            self._answered[route.source] += 1
        data = (self._feeds / f"{route.source}.ics").read_bytes()
        return _CHANGES[route.changes](data, count)

    def note(self, request: Request) -> None:
        """Keeps a request for whoever wants to see what was asked."""
        with self._lock:
            self.requests.append(request)


def _fresh_uids(data: bytes, count: int) -> bytes:
    """The document with uids that nobody has seen before; the first answer is the file itself."""

    def fresh(found: re.Match[bytes]) -> bytes:
        digest = hashlib.sha256(found[2] + b"|%d" % count).hexdigest()
        return found[1] + digest[: len(found[2])].encode()

    return _LIKE_A_HASH.sub(fresh, data) if count else data


def _fresh_stamps(data: bytes, count: int) -> bytes:
    """The document with a DTSTAMP one minute later for every answer, as if it had been made just now."""
    minute = (6 * 60 + count) % _MINUTES_A_DAY
    return _STAMP.sub(b"DTSTAMP:20261122T%02d%02d00" % divmod(minute, 60), data)


_CHANGES: dict[str, Callable[[bytes, int], bytes]] = {"": lambda data, _count: data, "uids": _fresh_uids, "stamps": _fresh_stamps}


class _Quiet(ThreadingHTTPServer):
    """A server that says nothing when a client goes away in the middle of an answer."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tells of every error but a broken connection."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def _bound(handler: type[BaseHTTPRequestHandler], port: int) -> ThreadingHTTPServer:
    """A server on the port, or on a free one where it is taken."""
    try:
        return _Quiet((HOST, port), handler)
    except OSError:
        return _Quiet((HOST, 0), handler)


def _handler(example: ExampleServer) -> type[BaseHTTPRequestHandler]:
    """The request handler of one example server."""
    return type("Handler", (_Handler,), {"example": example})


class _Handler(BaseHTTPRequestHandler):
    """GET and HEAD of feeds, robots.txt and a list of what there is."""

    example: ClassVar[ExampleServer]
    protocol_version = "HTTP/1.1"
    timeout = 30

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Nothing: a target may hold a secret, and ``ExampleServer.requests`` keeps what tests need."""

    def do_GET(self) -> None:
        """Answers one request."""
        path = urlsplit(self.path).path
        if path == "/robots.txt":
            self._answer(200, ROBOTS, "text/plain; charset=utf-8", {})
        elif path == "/":
            self._answer(200, _contents(), "text/plain; charset=utf-8", {})
        elif (route := self.example.route(self.path)) is not None:
            self._answer_route(route)
        else:
            self._answer(404, b"Not found\n", "text/plain; charset=utf-8", {})

    def do_HEAD(self) -> None:
        """The same without the body."""
        self.do_GET()

    def _answer_route(self, route: Route) -> None:
        """The feed, or 304 where the client's validator still holds."""
        data = self.example.body(route)
        headers = {"Cache-Control": "no-cache" if route.changes else "max-age=300"}
        if route.etag:
            headers["ETag"] = f'"{hashlib.sha256(data).hexdigest()[:20]}"'
        if route.last_modified:
            headers["Last-Modified"] = LAST_MODIFIED
        if route.status == 200 and self._still_holds(headers):  # noqa: PLR2004 - the one status that can be "not modified"
            self._answer(304, b"", "", headers)
            return
        if route.compresses and "gzip" in self.headers.get("Accept-Encoding", ""):
            data = gzip.compress(data, mtime=0)
            headers |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        self._answer(route.status, data, route.content_type, headers)

    def _still_holds(self, headers: dict[str, str]) -> bool:
        """RFC 9110 section 13.2.2: If-None-Match decides where it is given, else If-Modified-Since."""
        if (match := self.headers.get("If-None-Match")) is not None:
            return headers.get("ETag") in [tag.strip().removeprefix("W/") for tag in match.split(",")]
        since = self.headers.get("If-Modified-Since")
        return since is not None and since == headers.get("Last-Modified")

    def _answer(self, status: int, data: bytes, content_type: str, headers: dict[str, str]) -> None:
        """Writes one answer and notes the request. No Date: there is no clock here."""
        lower = {name.lower(): value for name, value in self.headers.items()}
        self.example.note(Request(self.command, self.path, lower, status))
        self.send_response_only(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if content_type:
            self.send_header("Content-Type", content_type)
        if status != 304:  # noqa: PLR2004 - RFC 9110 section 15.4.5: no content
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


def _contents() -> bytes:
    """What there is, for a person who opens the address; the secret one is not told."""
    lines = [f"{route.source}  {route.path}" for route in ROUTES if not route.secret]
    return ("Norppala, the demo region of Kooste: all data is invented.\n\n" + "\n".join(lines) + "\n").encode()


def main() -> None:
    """Serves until it is stopped from the keyboard."""
    port = int(sys.argv[1]) if len(sys.argv) > 1 else PORT
    with ExampleServer(Path(__file__).parent, port) as server:
        sys.stdout.write(f"{server.url}/ (stop with Ctrl-C)\n")
        sys.stdout.flush()
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            sys.stdout.write("\n")


if __name__ == "__main__":
    main()
