"""How a described source goes on: further pages by a link or by number, and what its address is asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from pydantic import Field, model_validator

from harvesters.strict import Strict

if TYPE_CHECKING:
    from harvesters.registry import Span

MOST_PAGES = 24
"""More pages than any list of a town has; an endless calendar ends here (reliability.md, G4)."""
_ROLE = re.compile(r"page(?:-(\d{1,4}))?")


class Numbered(Strict):
    """Pages that are asked for by number, until one has nothing on it."""

    template: str
    """The address, absolute or relative to the first page's, with ``{page}``."""
    first: int = Field(default=2, ge=0)
    """Number of the second page."""
    last: int | None = Field(default=None, ge=0)
    """Number of the last page, where it is known."""
    step: int = Field(default=1, ge=1)
    """What is added for the next page: the page's size where an address counts records."""

    @model_validator(mode="after")
    def _has_a_place_for_the_number(self) -> Numbered:
        if self.template.count("{page}") != 1 or "{" in self.template.replace("{page}", ""):
            msg = f"template {self.template!r}: write {{page}} once, where the number of the page belongs"
            raise ValueError(msg)
        return self

    def address(self, base: str, index: int) -> str:
        """The address of the page with that index (1 for the second); ``""`` where there is none any more."""
        number = self.first + (index - 1) * self.step
        if self.last is not None and number > self.last:
            return ""
        return urljoin(base, self.template.replace("{page}", str(number)))


def page_index(role: str) -> int | None:
    """0 for a source's own address, 1 for the second page and so on; ``None`` for what is no page of the list."""
    if not role:
        return 0
    found = _ROLE.fullmatch(role)
    return int(found[1] or 1) if found else None


def page_role(index: int) -> str:
    """The role of the page with that index: ``page`` for the second, ``page-2`` for the third."""
    return "page" if index == 1 else f"page-{index}"


def asked(url: str, span: Span, query: dict[str, str]) -> str:
    """The address with its query parameters; ``{first}`` and ``{last}`` in them are the days asked about, ISO 8601, both inclusive."""
    if not query:
        return url
    parts = urlsplit(url)
    days = {name: value.replace("{first}", f"{span.first}").replace("{last}", f"{span.last}") for name, value in query.items()}
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name not in days]
    text = urlencode([*kept, *days.items()], quote_via=quote, safe="${}:,")
    return urlunsplit(parts._replace(query=text))
