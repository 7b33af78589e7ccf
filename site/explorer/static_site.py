"""Serves the published tree: whole files of one edition, the right type, and 304 where nothing changed.

``DIR/public`` is a link that is switched to another tree; it is resolved anew for every request. The publisher writes into the idle tree,
which may be the one that was live a moment ago, so a file is read whole and read again if the link or the file changed meanwhile.
Files are small (pages of some kilobytes), so no stream is needed and the tag can be made from the content: it stays the same when the same
page stands in the other tree, which its time of change does not.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from pathlib import Path
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import Receive, Scope, Send

from explorer.pages import Pages

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".webmanifest": "application/manifest+json",
    ".ics": "text/calendar; charset=utf-8",
    ".rss": "application/rss+xml; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
}
OPEN_DATA = {".ics", ".rss", ".atom", ".xml", ".json", ".jsonld", ".csv"}
"""What pages of other sites may read too (CORS): it is public and the same for everyone."""
PACKED = {"br": ".br", "gzip": ".gz"}
"""Content coding (RFC 9110 section 8.4.1) -> ending of the form of a file that the publisher put beside it; the smaller one first."""
_NAMED_BY_CONTENT = re.compile(r"[.-][0-9a-f]{8,64}\.[a-z0-9]+$")
_TRIES = 50


@dataclass(frozen=True, slots=True)
class Found:
    """One file as it stood at one moment."""

    path: Path
    body: bytes
    changed: datetime
    """When these bytes began to stand at this address: the later of the file's change and the tree's switch."""
    packed: tuple[str, bytes] | None = None
    """A coding that was accepted, and the file in it."""

    @property
    def tag(self) -> str:
        """A weak entity tag (RFC 9110 section 8.8.3): the compressed forms of the same page have it too."""
        return f'W/"{hashlib.blake2b(self.body, digest_size=12).hexdigest()}"'

    @property
    def type(self) -> str:
        """The media type, with a look inside where ``.xml`` may be a feed."""
        if self.path.suffix == ".xml":
            head = self.body[:600]
            for mark, kind in ((b"<rss", ".rss"), (b"<feed", ".atom")):
                if mark in head:
                    return TYPES[kind]
        return TYPES.get(self.path.suffix, "application/octet-stream")


def segments(path: str) -> tuple[str, ...] | None:
    """The parts of an address below the root, ``None`` where it could lead out of the tree or to a hidden file."""
    if not path.startswith("/") or "//" in path or "\\" in path or not path.isprintable():
        return None
    parts = tuple(part for part in path.split("/") if part)
    return None if any(part.startswith(".") for part in parts) else parts


def accepted(header: str) -> tuple[str, ...]:
    """Which of our codings an ``Accept-Encoding`` takes (RFC 9110 section 12.5.3), ours first whatever the weights: each is worth more
    than the plain file.
    """
    named = [part.replace(" ", "").lower().partition(";q=") for part in header.split(",")]
    refused = {name for name, _, weight in named if weight and not weight.strip("0.")}
    taken = {name for name, _, _ in named} - refused
    return tuple(coding for coding in PACKED if coding in taken or ("*" in taken and coding not in refused))


def read(public: Path, parts: tuple[str, ...], codings: tuple[str, ...] = ()) -> Found | None:
    """The file at that address of the live tree, whole and of one edition, with the first form beside it that is in one of the codings;
    ``None`` where there is no such file.
    """
    for _ in range(_TRIES):
        link, root = public.lstat(), public.resolve()
        real = root.joinpath(*parts).resolve()
        if not real.is_relative_to(root) or not real.is_file():
            return None
        with real.open("rb") as file:
            before = os.fstat(file.fileno())
            body = file.read()
            after = os.fstat(file.fileno())
        packed = next(_forms(real, codings), None)
        if _same(before, after) and _same(link, public.lstat()):
            return Found(real, body, datetime.fromtimestamp(int(max(after.st_mtime, link.st_mtime)), UTC), packed)
    return None


def _forms(file: Path, codings: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    """The compressed forms of a file that stand beside it."""
    for coding in codings:
        with suppress(FileNotFoundError):
            yield coding, file.with_name(f"{file.name}{PACKED[coding]}").read_bytes()


def _same(one: os.stat_result, other: os.stat_result) -> bool:
    """Whether nothing was written or switched between two looks."""
    return (one.st_ino, one.st_size, one.st_mtime_ns) == (other.st_ino, other.st_size, other.st_mtime_ns)


def not_found_pages(parts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Where the site's page for "not found" may be, that of the address's language first."""
    for folder in (parts[:1], ()):
        yield (*folder, "404.html")
        yield (*folder, "404", "index.html")


class StaticSite:
    """The ASGI application over ``DIR/public``."""

    def __init__(self, public: Path, pages: Pages) -> None:
        self._public = public
        self._pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        response = await asyncio.to_thread(self._answer, Request(scope))
        await response(scope, receive, send)

    def _answer(self, request: Request) -> Response:
        """The file, a redirect to its folder, 304, or a page that says what is wrong."""
        if request.method not in {"GET", "HEAD"}:
            return self._message(405, headers={"allow": "GET, HEAD"})
        parts = segments(request.scope["path"])
        try:
            return self._find(request, parts) if parts is not None else self._not_found(())
        except OSError:
            return self._not_found(parts or ()) if self._public.exists() else self._message(503, headers={"retry-after": "60"})

    def _find(self, request: Request, parts: tuple[str, ...]) -> Response:
        """What stands at the address."""
        folder = request.scope["path"].endswith("/")
        codings = accepted(request.headers.get("accept-encoding", ""))
        found = read(self._public, (*parts, "index.html") if folder else parts, codings)
        if found is not None:
            return _send(found, request)
        if not folder and self._public.joinpath(*parts, "index.html").is_file():
            query = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(f"/{quote('/'.join(parts))}/{query}", status_code=301)
        return self._not_found(parts)

    def _not_found(self, parts: tuple[str, ...]) -> Response:
        """The site's own page in the address's language, ours where it has none, 503 where there is no site at all."""
        if not self._public.exists():
            return self._message(503, headers={"retry-after": "60"})
        for place in not_found_pages(parts):
            if found := read(self._public, place):
                return Response(found.body, 404, {"cache-control": "no-cache", "content-type": found.type})
        return self._message(404)

    def _message(self, status: int, headers: dict[str, str] | None = None) -> Response:
        """A page of our own."""
        return Response(self._pages.message(status), status, {"cache-control": "no-store", **(headers or {})}, "text/html")


def _send(found: Found, request: Request) -> Response:
    """The file, or 304 where the client has it (RFC 9110 section 13.2.2: a tag outranks a date)."""
    headers = {
        "etag": found.tag,
        "last-modified": format_datetime(found.changed, usegmt=True),
        "cache-control": "public, max-age=31536000, immutable" if _NAMED_BY_CONTENT.search(found.path.name) else "public, max-age=60",
    }
    if found.path.suffix in OPEN_DATA:
        headers["access-control-allow-origin"] = "*"
    if found.packed:
        headers["vary"] = "Accept-Encoding"
    if _is_known(found, request):
        return Response(status_code=304, headers=headers)
    coding, body = found.packed or ("", found.body)
    headers |= {"content-type": found.type, "content-length": str(len(body))} | ({"content-encoding": coding} if coding else {})
    return Response(b"" if request.method == "HEAD" else body, 200, headers)


def _is_known(found: Found, request: Request) -> bool:
    """Whether the client says that it has exactly this."""
    if tags := request.headers.get("if-none-match"):
        opaque = found.tag.removeprefix("W/")
        return tags.strip() == "*" or opaque in {tag.strip().removeprefix("W/") for tag in tags.split(",")}
    try:
        since = parsedate_to_datetime(request.headers.get("if-modified-since", ""))
    except ValueError:
        return False
    return since.tzinfo is not None and found.changed <= since
