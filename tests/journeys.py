"""Somebody on the way through the published demo region: how they read it, what they press, and everything that goes wrong meanwhile.

Five ways beside the usual one: without JavaScript (N), by keyboard alone (K), on 320 pixels (R), with text at twice its size (Z), in
forced colours (F). Every page on the way is looked at: by axe (where scripts run, for axe is one), for sideways scroll, cut text and
invisible controls where the way asks for it; a message in the console and a request to another host fail the journey at its end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Locator, Page, Response

from tests.browsing import violations
from tests.test_site_browser import served

HELSINKI = ZoneInfo("Europe/Helsinki")
MONDAY = datetime(2026, 11, 23, 8, tzinfo=HELSINKI)
REGION = "https://tapahtumat.norppala.example"
"""The demo's public address, which stands in files, codes and what is copied."""
_MOST_STOPS = 130
_HEARD_ALONE = re.compile(r" ?, ")
"""Where a title ends and what is only heard with it begins."""
_BLOCKED = "Service Worker registration blocked by Playwright"


@dataclass(frozen=True)
class Way:
    """How somebody reads."""

    name: str
    scripts: bool = True
    keyboard: bool = False
    width: int = 1280
    large: bool = False
    forced: bool = False


WAYS = {
    "P": Way("pointer"),
    "N": Way("without JavaScript", scripts=False),
    "K": Way("keyboard", keyboard=True),
    "R": Way("320 pixels", width=320),
    "Z": Way("text at 200 %", large=True),
    "F": Way("forced colours", forced=True),
}


def in_ways(letters: str) -> pytest.MarkDecorator:
    """The test once for each way."""
    return pytest.mark.parametrize("way", [WAYS[letter] for letter in letters], ids=[WAYS[letter].name for letter in letters])


_SEEN_BY_AXE: set[tuple[str, str, Way]] = set()
"""What axe has looked at in this process: place of the site, path, way."""
_FOCUS = """(wanted) => {
    const one = document.activeElement;
    if (!one || one === document.body) return { here: false, wrong: "" };
    const ring = [one, one.closest("label"), one.nextElementSibling].filter(Boolean).map((each) => getComputedStyle(each))
        .some((style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
    const box = one.getClientRects()[0];
    const top = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const label = one.labels && one.labels[0];
    const open = top && (one.contains(top) || top.contains(one) || (label && label.contains(top)));
    const wrong = !ring ? "no ring around the focus: " : !open ? "focus is covered or out of sight: " : "";
    return { here: one === wanted, wrong: wrong && wrong + one.outerHTML.slice(0, 160) };
}"""
_TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_CUT = """() => [...document.querySelectorAll("h1,h2,h3,p,a,li,dd,td,th,label,legend,button")]
    .filter(e => !e.closest(".unseen,.cell-titles,caption") && ["hidden", "clip"].includes(getComputedStyle(e).overflowY)
        && e.scrollHeight > e.clientHeight + 1).map(e => e.outerHTML.slice(0, 120))"""
_INVISIBLE = """() => [...document.querySelectorAll("main :is(a, button, input, select)")]
    .filter(e => e.offsetParent && !e.closest(".unseen")).filter(e => { const s = getComputedStyle(e);
        return s.textDecorationLine !== "underline" && s.appearance === "none" && !parseFloat(s.borderBottomWidth); })
    .map(e => e.outerHTML.slice(0, 120))"""
_LARGE = 'addEventListener("DOMContentLoaded", () => { document.documentElement.style.fontSize = "200%" })'


class Traveller:
    """One person with one browser; ``activations`` counts what they pressed to get where they are."""

    def __init__(self, page: Page, address: str, way: Way) -> None:
        self.page = page
        self.address = address
        self.way = way
        self.activations = 0
        self.wrong: list[str] = []
        page.on("console", lambda message: None if _BLOCKED in message.text else self.wrong.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        page.on("response", self._answered)

    def _answered(self, answer: Response) -> None:
        if answer.status >= 400:
            self.wrong.append(f"{answer.status}: {answer.url}")

    # --- what they do ---

    def go(self, path: str) -> None:
        """An address that they have: a bookmark, a code, the home page."""
        self.page.goto(self.address + path)
        self.look()

    def link(self, name: str | re.Pattern[str], within: Locator | None = None) -> Locator:
        """The first link of that name, the whole name where it is a text."""
        return (within or self.page).get_by_role("link", name=name, exact=isinstance(name, str)).first

    def part(self, role: str, name: str) -> Locator:
        """A named part of the page: ``navigation``, ``region``."""
        return self.page.get_by_role(role, name=name)  # type: ignore[arg-type]

    def press(self, wanted: Locator, key: str = "Enter") -> None:
        """A control used in the way that this person can."""
        self.activations += 1
        if self.way.keyboard:
            self.reach(wanted)
            self.page.keyboard.press(key)
        else:
            wanted.click()

    def follow(self, name: str | re.Pattern[str], within: Locator | None = None) -> None:
        """A link of that name to another page."""
        with self.page.expect_navigation():
            self.press(self.link(name, within))
        self.look()

    def tick(self, name: str) -> None:
        """A box ticked, of which the label is what one sees and hits."""
        box = self.page.get_by_role("checkbox", name=name, exact=True)
        if self.way.keyboard:
            self.press(box, "Space")
        else:
            self.activations += 1
            box.check(force=True)
        assert box.is_checked()

    def reach(self, wanted: Locator) -> None:
        """By the tabulator alone to a control; wherever the focus comes on the way, it is seen."""
        handle = wanted.element_handle()
        for _ in range(_MOST_STOPS):
            self.page.keyboard.press("Tab")
            found = self.page.evaluate(_FOCUS, handle)
            assert not found["wrong"], found["wrong"]
            if found["here"]:
                return
        pytest.fail(f"not reached by {_MOST_STOPS} stops: {wanted}")

    # --- what they see ---

    @property
    def path(self) -> str:
        """Where they are, without host and fragment."""
        return self.page.url.removeprefix(self.address).partition("#")[0]

    def heading(self) -> str:
        """The page's own heading."""
        return " ".join(self.page.get_by_role("heading", level=1).inner_text().split())

    def text(self) -> str:
        """What stands on the page."""
        return " ".join(self.page.get_by_role("main").inner_text().split())

    def items(self, within: Locator | None = None) -> list[str]:
        """The list items under whose own heading something is told, as they stand there: those that can be seen."""
        found = (within or self.page.get_by_role("main")).get_by_role("listitem").filter(has=self.page.get_by_role("heading"))
        return [" ".join(text.split()) for text in found.all_inner_texts() if text.strip()]

    def titles(self, within: Locator | None = None) -> list[str]:
        """The titles of these items, with the words of their states before them, without the time and place that only listeners get."""
        found = (within or self.page.get_by_role("main")).get_by_role("listitem").get_by_role("heading")
        return [_HEARD_ALONE.split(" ".join(text.split()))[0] for text in found.all_inner_texts() if text.strip()]

    def look(self) -> None:
        """Everything that must be right on each page on the way."""
        if self.way.width == WAYS["R"].width or self.way.large:
            assert self.page.evaluate(_TOO_WIDE) <= 0, f"{self.path} is too wide"
        if self.way.large:
            assert self.page.evaluate(_CUT) == [], self.path
        if self.way.forced:
            assert self.page.evaluate(_INVISIBLE) == [], self.path
        seen = (self.address, self.path, self.way)
        if self.way.scripts and seen not in _SEEN_BY_AXE and self.page.url.startswith(self.address):
            _SEEN_BY_AXE.add(seen)
            self.wrong += [f"{self.path}: {problem}" for problem in violations(self.page)]


@contextmanager
def travelling(  # noqa: PLR0913 - where, how, when, and what one test knows of others' sites
    browser: Browser,
    address: str,
    way: Way,
    when: datetime = MONDAY,
    *,
    is_ours: Callable[[str], bool] | None = None,
    worker: bool = False,
) -> Iterator[Traveller]:
    """A person at that time, who fails at the end of the way for whatever went wrong on it; ``worker`` lets the site work offline."""
    context = browser.new_context(
        viewport={"width": way.width, "height": 900},
        java_script_enabled=way.scripts,
        forced_colors="active" if way.forced else "none",
        service_workers="allow" if worker else "block",
        accept_downloads=True,
    )
    page = context.new_page()
    page.clock.set_fixed_time(when)
    if way.large:
        page.add_init_script(_LARGE)
    traveller = Traveller(page, address, way)
    ours = is_ours or (lambda url: url.startswith((f"{address}/", "data:", "about:")))
    context.on("request", lambda request: None if ours(request.url) else traveller.wrong.append(f"elsewhere: {request.url}"))
    yield traveller
    cookies = context.cookies()
    context.close()
    assert traveller.wrong == []
    assert cookies == []


@contextmanager
def site_of(folder: Path) -> Iterator[str]:
    """A published site served on loopback: its address."""
    with served(folder) as address:
        yield address
