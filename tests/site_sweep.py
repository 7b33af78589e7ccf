"""Looks at pages in a browser as strictly as machines can: axe, width, headings, text that is cut, what can be hit and reached.

A page is loaded once in a language and then looked at in several ways, by changing the window's width and the colour scheme.
"""

from __future__ import annotations

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

from tests.publish_rows import NOW

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONTRAST = "color-contrast"
_REFRESH = re.compile(rb'<meta http-equiv="refresh"[^>]*>')
_AXE = """async (options) => {
    const found = await axe.run(document, options);
    const told = (kind) => found[kind].flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)}`));
    return [told("violations"), told("incomplete")];
}"""
_SCRIPT = (Path(__file__).parent / "site_sweep.js").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Way:
    """How a page is looked at."""

    width: int
    scheme: str
    colours: bool = True
    """Whether contrasts are measured too: two thirds of what axe costs."""

    def __str__(self) -> str:
        return f"{self.width} {self.scheme}"


EVERY_WAY = tuple(Way(width, scheme) for scheme in ("light", "dark") for width in (1280, 320))
# Contrast hangs on colours alone: the words of a language change none, neither does the width, and the dark scheme changes nothing else
# (test_site_browser.py shows it of the style; the page of styles has every part in every state). So one language is measured, one example
# in the light scheme and the next in the dark one, each in another width; every other rule is asked of both, and in the two other languages
# of the scheme and width that is still left.
WAYS = {
    "fi": (Way(1280, "light"), Way(320, "dark")),
    "sv": (Way(320, "light", colours=False),),
    "en": (Way(1280, "dark", colours=False),),
}


def ways_of(language: str, place: int) -> tuple[Way, ...]:
    """The ways in which the example at that place is looked at."""
    return tuple(replace(way, colours=way.colours and place % 2 == number) for number, way in enumerate(WAYS[language]))


EXPLAINED = {
    f"{CONTRAST}: <text ": "the words of a map lie on what is drawn: their pairs of colours are checked by each build",
    f'{CONTRAST}: <strong class="mark ': "a badge broken over lines or columns: the same",
}
"""What axe cannot decide, and who does."""


class _Standing(http.server.SimpleHTTPRequestHandler):
    """A file server whose pages stay where they are, those that lead on too, and that writes no log."""

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if file.suffix != ".html" or not file.is_file():
            super().do_GET()
            return
        body = _REFRESH.sub(b"", file.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def standing(root: Path) -> Iterator[str]:
    """A published site on loopback, whose pages that lead on can be looked at too: its address."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Standing, directory=str(root))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@dataclass
class Sweep:
    """One window in which pages are opened one after the other, with everything that is wrong on them."""

    browser: Browser
    address: str
    wrong: list[str] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)
    """What axe could not decide."""
    controls: int = 0
    small: list[str] = field(default_factory=list)
    """Controls lower or narrower than 44 px."""

    def __post_init__(self) -> None:
        context = self.browser.new_context()
        context.clock.set_fixed_time(NOW)
        context.add_init_script(AXE_SCRIPT)
        context.add_init_script(_SCRIPT)
        self._context, self._page, self._path = context, context.new_page(), ""
        self._page.on("console", self._said)
        self._page.on("pageerror", lambda error: self._tell(f"error: {error}"))
        self._page.on("request", self._asked)
        self._page.on("response", self._answered)

    def _tell(self, *found: str) -> None:
        self.wrong += [f"{self._path}: {one}" for one in found]

    def _said(self, message: ConsoleMessage) -> None:
        self._tell(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((f"{self.address}/", "data:")):
            self._tell(f"elsewhere: {request.url}")

    def _answered(self, answer: Response) -> None:
        if answer.status >= 400:
            self._tell(f"{answer.status}: {urlsplit(answer.url).path}")

    def look(self, path: str, language: str, ways: tuple[Way, ...], *, closely: bool = False) -> None:
        """A page opened and looked at; ``closely`` with large and spaced text, forced colours, each control's size and the way to it."""
        self._path, page = path, self._page
        page.set_viewport_size({"width": ways[0].width, "height": 900})
        page.emulate_media(color_scheme=ways[0].scheme)  # type: ignore[arg-type]
        page.goto(self.address + path)
        self._tell(*page.evaluate("(language) => sweep.structure(language)", language))
        for way in ways:
            self._axe(page, way)
        page.set_viewport_size({"width": 320, "height": 900})
        self._tell(*page.evaluate("sweep.tooWide()"))
        if closely:
            self._closely(page)

    def _axe(self, page: Page, way: Way) -> None:
        options: dict[str, Any] = {"runOnly": TAGS, "resultTypes": ["violations", "incomplete"], "iframes": False, "preload": False}
        if not way.colours:
            options["rules"] = {CONTRAST: {"enabled": False}}
        page.set_viewport_size({"width": way.width, "height": 900})
        page.emulate_media(color_scheme=way.scheme)  # type: ignore[arg-type]
        violations, incomplete = page.evaluate(_AXE, options)
        self._tell(*(f"{way}: {one}" for one in violations))
        self.unsure += [f"{self._path}: {way}: {one}" for one in incomplete if not one.startswith(tuple(EXPLAINED))]

    def _closely(self, page: Page) -> None:
        count, small, tiny = page.evaluate("sweep.controls()")
        self.controls += count
        self.small += [f"{self._path}: {one}" for one in small]
        self._tell(*tiny, *page.evaluate("[...sweep.low(), ...sweep.stops()]"))
        page.set_viewport_size({"width": 640, "height": 900})
        self._tell(*page.evaluate("sweep.spaced()"))
        page.emulate_media(forced_colors="active", reduced_motion="reduce")
        self._tell(*page.evaluate("sweep.invisible()"))
        page.emulate_media(forced_colors="none", reduced_motion="no-preference")

    def close(self) -> None:
        """The window closed; what the pages left on the device is wrong too."""
        self._path = "all pages"
        self._tell(*(f"cookie: {one['name']}" for one in self._context.cookies()))
        self._tell(*(f"stored: {one}" for one in self._page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")))
        self._context.close()
