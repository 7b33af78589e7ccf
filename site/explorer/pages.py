"""What every page of the explorer says about its region, and the pages that need no database (errors, "no data yet").

The same globals serve Datasette's own template environment, so that an error page looks like every other page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from explorer.assets import Assets
from explorer.texts import Words, folder, words
from harvesters.source import Schedules

DATABASE = "kooste"
"""The name of the one database the explorer shows."""
PageOf = Callable[[str, Mapping[str, Any], str], str]
"""Table, row and language -> the address of the row's page on the site; the empty text where it has none."""
_SEPARATORS = {"fi": "\N{NO-BREAK SPACE}", "sv": "\N{NO-BREAK SPACE}", "en": ","}


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a template knows as ``k``: the region, its language, its words and the explorer's address."""

    language: str
    words: Words
    english: Words
    region: str
    notice: str
    contact: str
    base: str
    """The explorer's address, with a slash at both ends."""
    database: str
    stylesheet: str
    page_of: PageOf
    """Where on the site a row has its page."""

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

    def table(self, name: str) -> str:
        """The address of a table, without a query."""
        return f"{self.base}{self.database}/{name}"

    def title(self, table: str) -> str:
        """What a table is called; its own name where nobody named it."""
        return self.words.tables[table].title if table in self.words.tables else table


def assets(base_url: str) -> Assets:
    """The files every page needs."""
    return Assets(f"{base_url}-/explorer/", folder("static"), folder("static", "fonts"))


def nowhere(_table: str, _row: Mapping[str, Any], _language: str) -> str:
    """No page: nobody told where the site has them."""
    return ""


def about(schedules: Schedules, base_url: str, page_of: PageOf = nowhere) -> About:
    """What templates need, in the region's first language."""
    region = schedules.region
    language = region.languages[0]
    return About(
        language=language,
        words=words(language),
        english=words("en"),
        region=region.name.get(language, next(iter(region.name.values()))),
        notice=(region.notice or {}).get(language, ""),
        contact=region.contact.email,
        base=base_url,
        database=DATABASE,
        stylesheet=assets(base_url).href(f"{base_url}-/explorer/explorer.css"),
        page_of=page_of,
    )


class Pages:
    """Renders the pages that need no database."""

    def __init__(self, facts: About) -> None:
        self.about = facts
        self._templates = Environment(loader=FileSystemLoader(folder("templates")), autoescape=True, undefined=StrictUndefined)
        self._templates.globals["k"] = facts

    def message(self, status: int, detail: str = "") -> str:
        """A page that says what happened and what to do; ``detail`` is technical and in English."""
        return self._templates.get_template("message.html").render(self.message_context(status, detail))

    def message_context(self, status: int, detail: str = "") -> dict[str, Any]:
        """The heading, the text and the technical detail for a status."""
        ui = self.about.ui
        known = status if f"error_{status}" in ui else 500
        return {"heading": ui[f"error_{known}"], "text": ui[f"error_{known}_text"], "detail": detail}
