"""What every page of the explorer says about its region, and the pages that need no database (errors, "no data yet").

The same globals serve Datasette's own template environment, so that an error page looks like every other page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any
from urllib.parse import urljoin

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from explorer.addresses import Language, address
from explorer.assets import Assets
from explorer.texts import Words, folder, words
from harvesters.region_rules import name_in
from harvesters.source import Schedules

DATABASE = "kooste"
"""The name of the one database the explorer shows."""
PageOf = Callable[[str, Mapping[str, Any], str], str]
"""Table, row and language -> the address of the row's page on the site; the empty text where it has none."""
_SEPARATORS = {"fi": "\N{NO-BREAK SPACE}", "sv": "\N{NO-BREAK SPACE}", "en": ","}


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a template knows as ``k``: the region, its language, its words and the explorer's address."""

    language: Language
    words: Words
    english: Words
    region: str
    notice: str
    contact: str
    """The address of who answers for the calendar; empty where the region gives none."""
    office: str
    """Who that is."""
    base: str
    """The explorer's address, with a slash at both ends."""
    database: str
    stylesheet: str
    page_of: PageOf
    """Where on the site a row has its page."""
    public: str = ""
    """The public address of the region's site."""
    menu: tuple[str, ...] = ()
    """The kinds of our own pages that the main menu names (``explorer.addresses``)."""

    @property
    def ui(self) -> dict[str, str]:
        """The words of buttons, headings and sentences."""
        return self.words.ui

    def number(self, value: float) -> str:
        """The number with its thousands set apart as the language does it."""
        return f"{value:,}".replace(",", _SEPARATORS[self.language])

    def moment(self, when: date) -> str:
        """A day, or a time on the clock it is given in, as people of the region write it."""
        form = self.ui["moment" if isinstance(when, datetime) else "day"]
        return form.format(when, self.ui["weekdays"].split()[when.weekday()])

    def own(self, kind: str, *rest: str) -> str:
        """The address of a page of our own (``explorer.addresses``), in this language."""
        return address(self.base, self.language, kind, *rest)

    def absolute(self, path: str) -> str:
        """An address of the explorer (a path from the root of its host) as it is written on paper or in data."""
        return urljoin(self.public, path)

    def style(self, part: str) -> str:
        """The address of the stylesheet of one part; empty where it has none."""
        found, where = assets(self.base), f"{self.base}-/explorer/{part}.css"
        return found.href(where) if where in found else ""

    def table(self, name: str) -> str:
        """The address of a table, without a query."""
        return f"{self.base}{self.database}/{name}"

    def title(self, table: str) -> str:
        """What a table is called; its own name where nobody named it."""
        return self.words.tables[table].title if table in self.words.tables else table


@cache
def assets(base_url: str) -> Assets:
    """The files the pages need."""
    return Assets(f"{base_url}-/explorer/", folder("static"), folder("static", "fonts"))


def nowhere(_table: str, _row: Mapping[str, Any], _language: str) -> str:
    """No page: nobody told where the site has them."""
    return ""


def about(schedules: Schedules, base_url: str, page_of: PageOf = nowhere, menu: tuple[str, ...] = ()) -> About:
    """What templates need, in the region's first language."""
    return about_in(schedules, base_url, schedules.region.languages[0], page_of, menu)


def about_in(schedules: Schedules, base_url: str, language: Language, page_of: PageOf, menu: tuple[str, ...]) -> About:
    """The same in one language of the region."""
    region = schedules.region
    return About(
        language=language,
        words=words(language),
        english=words("en"),
        region=name_in(region.name, language),
        notice=(region.notice or {}).get(language, ""),
        contact=region.contact.email,
        office=name_in(region.contact.name, language),
        base=base_url,
        database=DATABASE,
        stylesheet=assets(base_url).href(f"{base_url}-/explorer/explorer.css"),
        page_of=page_of,
        public=region.public_address,
        menu=menu,
    )


def pages(schedules: Schedules, base_url: str, page_of: PageOf = nowhere, menu: tuple[str, ...] = ()) -> Pages:
    """The pages in every language of the region."""
    told = {language: about_in(schedules, base_url, language, page_of, menu) for language in schedules.region.languages}
    return Pages(about(schedules, base_url, page_of, menu), told)


class Pages:
    """Renders the pages that need no database."""

    def __init__(self, facts: About, others: Mapping[Language, About] | None = None) -> None:
        self.about = facts
        self._others = {**(others or {}), facts.language: facts}
        self._templates = Environment(loader=FileSystemLoader(folder("templates")), autoescape=True, undefined=StrictUndefined)
        self._templates.globals["k"] = facts

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages in which there are pages, as the region orders them."""
        return tuple(self._others)

    def about_in(self, language: Language) -> About:
        """What a template knows, in one of the languages; in the first one where there are no pages in it."""
        return self._others.get(language, self.about)

    def message(self, status: int, detail: str = "", language: Language | None = None) -> str:
        """A page that says what happened and what to do; ``detail`` is technical and in English."""
        told = self.about_in(language or self.about.language)
        return self._templates.get_template("message.html").render(k=told, **_message(told.ui, status, detail))


def _message(ui: Mapping[str, str], status: int, detail: str) -> dict[str, Any]:
    known = status if f"error_{status}" in ui else 500
    return {"heading": ui[f"error_{known}"], "text": ui[f"error_{known}_text"], "detail": detail}
