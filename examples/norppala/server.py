"""Serves the demo region's publishers on loopback as their systems would: types, validators, pages, keys, robots.txt, refusals.

``with ExampleServer(folder) as server: ...``, or from a checkout ``python -m examples.norppala.server [PORT [DAY]]``. Standard library
only, for it must run wherever Kooste does. No clock: the day is told (``server.day``), what changes from answer to answer is counted.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import sys
import threading
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self
from urllib.parse import parse_qs, urlsplit

from .editions import GONE, PUBLISHED, TURNED_AWAY, edition
from .gates import SECRETS, TOKEN
from .interfaces import Question, Reply
from .routes import HTML, ROUTES, Route

if TYPE_CHECKING:
    from harvesters.source import Schedules

__all__ = ["HOST", "PORT", "ROUTES", "SECRETS", "SELF", "TOKEN", "ExampleServer", "Request", "Route", "with_port"]

HOST = "127.0.0.1"
PORT = 8765
SELF = f"http://{HOST}:{PORT}"
"""How the files under ``feeds/`` write this server's address; another port is put in when it is served."""
TEXT = "text/plain; charset=utf-8"
ROBOTS = b"""# Every publisher of the example lives on this one host, so their wishes stand together.
User-agent: *
Disallow: /enonkoski.example/tapahtumat
Disallow: /kulttuuri.example/wp-admin/
"""
_REFUSAL = "<!doctype html><html lang=fi><title>403</title><h1>Pyyntö estetty</h1><p>Automaattinen haku on estetty.</p></html>"
_LIKE_A_HASH = re.compile(rb"(?m)^(UID:(?:MEC-)?)([0-9a-f]{13,})")
_STAMP = re.compile(rb"(?m)^DTSTAMP:\d{8}T\d{6}")
_MINUTES_A_DAY = 24 * 60


class Request(NamedTuple):
    """One request as it came, for tests; ``target`` may hold a secret and is never printed."""

    method: str
    target: str
    headers: dict[str, str]
    """With lower-case names."""
    status: int


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

    def __init__(self, directory: Path, port: int = PORT, day: date | None = None) -> None:
        self.day = day
        """The day of the story; ``None`` for the region as its description has it. May be set while serving."""
        self.statuses: dict[str, int] = {}
        """Source -> a status that it answers whatever is asked: for tests of failures."""
        self.requests: list[Request] = []
        self._feeds = directory / "feeds"
        self._answered: Counter[str] = Counter()
        self._lock = threading.Lock()
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
        query = parse_qs(parts.query)
        fitting = [route for route in ROUTES if _fits(route, parts.path, query)]
        found = max(fitting, key=lambda route: len(route.query), default=None)
        if found is not None and found.secret and query.get("token") != [TOKEN]:
            return None
        return found

    def status(self, route: Route, target: str, headers: dict[str, str]) -> int:
        """What the system says to a request before it looks for the answer: 200 to go on."""
        if route.source in self.statuses:
            return self.statuses[route.source]
        if self.day is not None and route.source == "s08" and TURNED_AWAY[0] <= self.day < TURNED_AWAY[1]:
            return 403
        if self.day is not None and route.source == "s29" and self.day >= GONE:
            return 404
        return 200 if route.gate is None or route.gate(target, headers) else 401

    def reply(self, route: Route, target: str) -> Reply | None:
        """The answer's bytes; what the system changes at every answer is changed by how many there were."""
        parts = urlsplit(target)
        if route.interface is None:
            found: Reply | None = Reply(self._changed(route, self._read(route.file)))
        else:
            url, rest = f"{SELF}{parts.path}", parts.path.removeprefix(route.path)
            question = Question(url=url, rest=rest, query=parse_qs(parts.query), day=self.day, read=self._read_if_there)
            found = route.interface(question)
        return None if found is None else self._with_own_address(found)

    def last_modified(self, route: Route) -> str:
        """When the file was last changed: the midnight its edition's day begins with. Without a file, the day the server stands at."""
        if not route.file:
            return format_datetime(datetime.combine(self.day or PUBLISHED, time(), tzinfo=UTC), usegmt=True)
        since = edition(self._feeds, route.file, self.day).since
        return format_datetime(datetime.combine(since, time(), tzinfo=UTC), usegmt=True)

    def note(self, request: Request) -> None:
        """Keeps a request for whoever wants to see what was asked."""
        with self._lock:
            self.requests.append(request)

    def _with_own_address(self, reply: Reply) -> Reply:
        """The reply with this server's port where the files have the usual one (JSON of WordPress escapes its slashes)."""
        body = reply.body.replace(SELF.encode(), self.url.encode())
        body = body.replace(SELF.replace("/", "\\/").encode(), self.url.replace("/", "\\/").encode())
        return Reply(body, {name: value.replace(SELF, self.url) for name, value in reply.headers.items()})

    def _changed(self, route: Route, data: bytes) -> bytes:
        """The file as this answer of the system has it."""
        with self._lock:
            count = self._answered[route.source]
            self._answered[route.source] += 1
        return _CHANGES[route.changes](data, count)

    def _read(self, name: str) -> bytes:
        return edition(self._feeds, name, self.day).path.read_bytes()

    def _read_if_there(self, name: str) -> bytes | None:
        path = edition(self._feeds, name, self.day).path
        return path.read_bytes() if path.is_file() else None


def _fits(route: Route, path: str, query: dict[str, list[str]]) -> bool:
    """True where the address is the route's, or lies below a deep one, and has its parameters."""
    is_there = path.startswith(route.path) if route.deep else path == route.path
    return is_there and all(value in query.get(name, ()) for name, value in route.query)


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
    """GET and HEAD of the publishers, robots.txt and a list of what there is."""

    example: ClassVar[ExampleServer]
    protocol_version = "HTTP/1.1"
    timeout = 30

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Nothing: a target may hold a secret, and ``ExampleServer.requests`` keeps what tests need."""

    def do_GET(self) -> None:
        """Answers one request."""
        path = urlsplit(self.path).path
        if path == "/robots.txt":
            self._answer(200, ROBOTS, TEXT, {})
        elif path == "/":
            self._answer(200, _contents(), TEXT, {})
        elif (route := self.example.route(self.path)) is not None:
            self._answer_route(route)
        else:
            self._answer(404, b"Not found\n", TEXT, {})

    def do_HEAD(self) -> None:
        """The same without the body."""
        self.do_GET()

    def _answer_route(self, route: Route) -> None:
        """What the publisher's system says: its answer, or why there is none."""
        status = self.example.status(route, self.path, self._lower())
        reply = self.example.reply(route, self.path) if status == 200 else None  # noqa: PLR2004 - the status of every answer
        if reply is not None:
            self._answer_reply(route, reply)
        elif status == 403:  # noqa: PLR2004 - what a site that turns programs away says
            self._answer(status, _REFUSAL.encode(), HTML, {})
        elif status == 401:  # noqa: PLR2004 - RFC 9110 section 15.5.2
            self._answer(status, b'{"message": "Unauthorized"}\n', "application/json", {"WWW-Authenticate": "Bearer"})
        else:
            self._answer(status if status != 200 else 404, b"Not found\n", TEXT, {})  # noqa: PLR2004 - as above

    def _answer_reply(self, route: Route, reply: Reply) -> None:
        """The publication, or 304 where the client's validator still holds."""
        data = reply.body
        headers = {**reply.headers, "Cache-Control": "no-cache" if route.changes else "max-age=300"}
        if route.etag:
            headers["ETag"] = f'"{hashlib.sha256(data).hexdigest()[:20]}"'
        if route.last_modified:
            headers["Last-Modified"] = self.example.last_modified(route)
        if self._still_holds(headers):
            self._answer(304, b"", "", headers)
            return
        if route.compresses and "gzip" in self.headers.get("Accept-Encoding", ""):
            data = gzip.compress(data, mtime=0)
            headers |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        self._answer(200, data, route.content_type, headers)

    def _still_holds(self, headers: dict[str, str]) -> bool:
        """RFC 9110 section 13.2.2: If-None-Match decides where it is given, else If-Modified-Since."""
        if (match := self.headers.get("If-None-Match")) is not None:
            return headers.get("ETag") in [tag.strip().removeprefix("W/") for tag in match.split(",")]
        since = self.headers.get("If-Modified-Since")
        return since is not None and since == headers.get("Last-Modified")

    def _lower(self) -> dict[str, str]:
        return {name.lower(): value for name, value in self.headers.items()}

    def _answer(self, status: int, data: bytes, content_type: str, headers: dict[str, str]) -> None:
        """Writes one answer and notes the request. No Date: there is no clock here."""
        self.example.note(Request(self.command, self.path, self._lower(), status))
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
    port = int(sys.argv[1]) if sys.argv[1:] else PORT
    day = date.fromisoformat(sys.argv[2]) if sys.argv[2:] else None
    with ExampleServer(Path(__file__).parent, port, day) as server:
        sys.stdout.write(f"{server.url}/ (stop with Ctrl-C)\n")
        sys.stdout.flush()
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            sys.stdout.write("\n")


if __name__ == "__main__":
    main()
