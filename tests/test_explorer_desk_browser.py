"""The desk, the sign-in page and the feedback form in a real browser: by keyboard, without scripts, and no accessibility rule broken."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from explorer.addresses import SLUGS
from explorer.desk_frame import SECTIONS
from explorer.feedback import THANKS
from explorer.server import site_app
from store.desk import Desk
from store.desk_feedback import NewFeedback, take_feedback
from store.verdicts import verdicts
from tests.browsing import broken
from tests.desk_client import PASSWORD, base, opened
from tests.explorer_client import running
from tests.store_support import NOW

pytestmark = pytest.mark.browser


@dataclass
class Served:
    """A running explorer with the desk."""

    address: str
    desk: Desk
    database: Path


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    made = opened(base(tmp_path_factory.mktemp("desk")), NOW)
    with made.desk.write() as connection:
        take_feedback(
            connection, NewFeedback(language="fi", kind="time", text="Aika on väärin", email="a@posti.example"), NOW, today=NOW.date()
        )
    with running(site_app(made.data, made.schedules, means=made.means)) as address:
        yield Served(address, made.desk, made.data / "kooste.db")


def paths(language: str) -> list[str]:
    """Every page of ours, with forms that are open, empty lists and mistakes."""
    desk, words = f"/explore/{SLUGS['desk'][language]}/", {key: told[language] for key, told in SECTIONS.items()}  # type: ignore[index] # one of three
    feedback = f"/explore/{SLUGS['feedback'][language]}/"  # type: ignore[index] # as above
    return [
        desk,
        *(desk + words[section] for section in SECTIONS if section != "compare"),
        f"{desk}{words['compare']}?a=nothing&b=nothing",
        f"{desk}{words['feedback']}/1",
        f"{desk}{words['corrections']}?q=k&subject=place",
        f"{desk}{words['corrections']}/place/library?field=accessibility.lift",
        f"{desk}{words['corrections']}/place/hall?field=capacity",
        f"/explore/{SLUGS['sign_in'][language]}/",  # type: ignore[index] # as above
        f"{feedback}?about=place:hall",
        feedback + THANKS[language],  # type: ignore[index] # as above
    ]


def broken_rules(page: Page) -> list[str]:
    """What is wrong with the page, and controls that are too low."""
    found = broken(page)
    small = page.evaluate(
        "[...document.querySelectorAll('main button, main input:not([type=hidden]):not([tabindex]), main select, main textarea')]"
        ".filter(one => one.getBoundingClientRect().height < 44 && !['checkbox', 'radio'].includes(one.type)).map(one => one.outerHTML)"
    )
    return [*found, *(f"small: {one}" for one in small)]


def signed_in(browser: Browser, served: Served, language: str, width: int, scheme: str) -> BrowserContext:
    """A browser in which the moderator has signed in with the keyboard alone."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(f"{served.address}/explore/{SLUGS['desk'][language]}/")  # type: ignore[index] # one of three
    page.locator("#name").focus()
    page.keyboard.type("maija")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(f"/{SLUGS['desk'][language]}/$"))  # type: ignore[index] # as above
    return context


@pytest.mark.parametrize(
    ("language", "width", "scheme", "every"), [("fi", 1280, "light", 1), ("sv", 320, "dark", 1), ("en", 320, "light", 4)]
)
def test_every_page_is_accessible_and_fits(  # noqa: PLR0913, PLR0917 - a browser, a server, and how they are looked at
    browser: Browser, served: Served, language: str, width: int, scheme: str, every: int
) -> None:
    seen: list[str] = []
    context = signed_in(browser, served, language, width, scheme)
    context.on("request", lambda request: seen.append(request.url))
    page = context.new_page()
    page.on("console", lambda message: seen.append(f"console: {message.text}"))
    found = {}
    for path in paths(language)[:: 1 if os.environ.get("KOOSTE_AXE") == "all" else every]:
        page.goto(served.address + path)
        if problems := broken_rules(page):
            found[path] = problems
    context.close()
    assert found == {}
    assert [url for url in seen if not url.startswith(f"{served.address}/explore/")] == []


def test_mistakes_are_told_accessibly(browser: Browser, served: Served) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 900})
    page.goto(f"{served.address}/explore/kirjaudu/")
    page.evaluate("document.querySelectorAll('[required]').forEach(one => one.removeAttribute('required'))")
    page.locator("form.boxed button").click()
    assert page.locator(".problems").get_attribute("role") == "alert"
    found = broken_rules(page)
    page.goto(f"{served.address}/explore/palaute/")
    page.fill("#email", "nimi@")
    page.evaluate("document.querySelector('form.boxed').noValidate = true")
    page.locator("form.boxed button").click()
    found += broken_rules(page)
    page.locator(".problems a").first.click()
    assert page.evaluate("document.activeElement.id") in {"kind-time", ""}
    assert page.locator("#text").get_attribute("aria-describedby") == "text-hint text-wrong"
    page.close()
    assert found == []


def test_a_pair_is_decided_and_taken_back_by_keyboard_without_scripts(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False, storage_state=signed_in(browser, served, "fi", 1280, "light").storage_state())
    page = context.new_page()
    page.goto(f"{served.address}/explore/poyta/kaksoiskappaleet")
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("href") == "#content"
    page.locator("#why-1").focus()
    page.keyboard.type("sama ilta")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Sama tapahtuma"
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("act="))
    assert "Tehty" in page.locator(".outcome").inner_text()
    assert [one.why for one in verdicts(served.database)] == ["sama ilta"]
    page.locator(".outcome button").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("paatokset"))
    assert verdicts(served.database) == []
    context.close()


def test_feedback_is_sent_by_keyboard_without_scripts(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served.address}/explore/palaute/?about=place:hall")
    page.locator("#kind-time").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("Sali on auki vain iltaisin.")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/kiitos$"))
    with served.desk.read() as connection:
        told = [tuple(row) for row in connection.execute("select about, about_name, kind, text from feedback order by id desc limit 1")]
    assert told == [("place:hall", "Saarisali", "time", "Sali on auki vain iltaisin.")]
    context.close()
