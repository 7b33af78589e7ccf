"""A small calendar host on loopback for tests: bodies and headers by path, conditional requests answered, every request remembered."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class CalendarHost:
    """What is served now; change ``files`` between two harvests as a publisher would."""

    files: dict[str, bytes] = field(default_factory=dict)
    statuses: dict[str, int] = field(default_factory=dict)
    headers: dict[str, dict[str, str]] = field(default_factory=dict)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    port: int = 0

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"


@contextmanager
def calendar_host() -> Iterator[CalendarHost]:
    host = CalendarHost()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host.requests.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            body = host.files.get(self.path)
            etag = f'"{hashlib.sha256(body or b"").hexdigest()[:16]}"'
            status = host.statuses.get(self.path, 404 if body is None else 200)
            if status == 200 and self.headers.get("If-None-Match") == etag:
                status = 304
            self.send_response(status)
            more = host.headers.get(self.path, {})
            if status < 500:
                self.send_header("ETag", etag)
            for name, value in ({"Content-Type": "text/calendar; charset=utf-8"} | more).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body or b"") if status == 200 else 0))
            self.end_headers()
            if status == 200 and body:
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Quiet: the requests are kept instead."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    host.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def calendar(*events: str) -> bytes:
    """A complete calendar of the given VEVENT bodies (lines separated by ``\\n``)."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN"]
    for event in events:
        lines += ["BEGIN:VEVENT", *event.strip().splitlines(), "END:VEVENT"]
    return ("\r\n".join([*lines, "END:VCALENDAR"]) + "\r\n").encode()


def event(uid: str, start: str = "20261124T080000Z", name: str = "Tuolijumppa", *more: str) -> str:
    """One VEVENT body of an hour's length by default."""
    return "\n".join([f"UID:{uid}", "DTSTAMP:20261101T000000Z", f"DTSTART:{start}", f"SUMMARY:{name}", *more])
