"""How a page is described in ``schedules.yaml``: where its rows are and where each field of a row stands (``docs/formats/page.md``)."""

from __future__ import annotations

import codecs
import re
from typing import Annotated, Any, Literal

from parsel import Selector, css2xpath
from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from harvesters.field_formats import Locale
from harvesters.field_rules import Pattern, Patterns, Rule, check_fields, check_names, flattened
from harvesters.paging_options import MOST_PAGES, Numbered
from harvesters.strict import Strict

_SAMPLE = Selector(text="<p>", type="html")


def is_css(selector: str) -> str:
    """The CSS selector itself if it is one."""
    try:
        _SAMPLE.xpath(css2xpath(selector))
    except (SyntaxError, ValueError, RuntimeError) as error:
        msg = f"{selector!r} is no CSS selector: {error}"
        raise ValueError(msg) from None
    return selector


def is_xpath(expression: str) -> str:
    """The XPath expression itself if it is one (XPath 1.0)."""
    try:
        _SAMPLE.xpath(expression)
    except (ValueError, TypeError, re.error) as error:
        msg = f"{expression!r} is no XPath expression: {error}"
        raise ValueError(msg) from None
    return expression


def is_codec(name: str) -> str:
    """The name of a character encoding that text can be in."""
    try:
        found = codecs.lookup(name)
        b"".decode(found.name)
    except (LookupError, TypeError):
        msg = f"{name!r} is no character encoding; write for example utf-8, iso-8859-15 or windows-1252"
        raise ValueError(msg) from None
    if found.name == "utf-7":
        raise ValueError("utf-7 hides markup and is never read")
    return name


Css = Annotated[str, AfterValidator(is_css)]
XPath = Annotated[str, AfterValidator(is_xpath)]
Codec = Annotated[str, AfterValidator(is_codec)]


class PageRule(Rule):
    """Where on the page a field stands; without any of these keys it is the row's own text, or what its template or value says."""

    css: Css | None = None
    """CSS selector, looked for within the row (or the cell)."""
    xpath: XPath | None = None
    """XPath expression instead; ``//`` at its beginning looks on the whole page, ``.//`` within the row."""
    attribute: str = ""
    """An attribute of what was found instead of its text (``href``, ``datetime``)."""
    column: Annotated[int, Field(ge=1)] | str | None = None
    """A cell of the row by its number from 1 or by the heading of its column; ``css`` and ``xpath`` then look within it."""
    header: Literal["column", "row", "last_row", "next_row"] | None = None
    """Where each row is a cell of a timetable: the heading of its column; the first cell of its first row, of its
    last, or of the row after it."""

    @model_validator(mode="after")
    def _stands_in_one_place(self) -> PageRule:
        if sum(place is not None for place in (self.css, self.xpath, self.header, self.value)) > 1:
            raise ValueError("css, xpath, header and value exclude each other")
        return self

    @property
    def looks(self) -> bool:
        """True where something on the page is looked at; a template or a constant alone looks at nothing."""
        places = (self.css, self.xpath, self.attribute or None, self.column, self.header)
        return self.value is None and (any(place is not None for place in places) or self.uses_own_text)


def _fields(value: Any) -> Any:
    return flattened(value, "css", only_words=True)


def _captures(value: Any) -> Any:
    return flattened(value, "css", only_words=False)


Fields = Annotated[dict[str, PageRule], BeforeValidator(_fields)]
Captures = Annotated[dict[str, PageRule], BeforeValidator(_captures)]


def _link(value: Any) -> Any:
    """A link is an ``a``'s ``href`` unless something else is said; a plain text is its CSS selector."""
    if isinstance(value, str):
        return {"css": value, "attribute": "href"}
    if (
        isinstance(value, dict)
        and "template" not in value
        and not {"attribute", "xpath"} & value.keys()
        and "::" not in str(value.get("css"))
    ):
        return {**value, "attribute": "href"}
    return value


Link = Annotated[PageRule, BeforeValidator(_link)]


class Heading(Strict):
    """Headings that say something about the rows below them, until the next one of the same or a higher level."""

    css: Css | None = None
    xpath: XPath | None = None
    match: Pattern = ""
    """Only headings whose text this fits; without ``css`` or ``xpath`` every row whose text it fits is a heading and no event."""
    fields: Captures
    """Fields or captures, found within the heading as a row's are within the row; a row's own values come first."""

    @model_validator(mode="after")
    def _says_where(self) -> Heading:
        if (self.css is not None) + (self.xpath is not None) > 1 or not (self.css or self.xpath or self.match):
            raise ValueError("a heading has either css or xpath, or at least a match for the rows that are headings")
        return self


class Detail(Strict):
    """A page of its own for each row, which completes it."""

    link: Link = PageRule(css="a", attribute="href")
    """Where the row's link to it stands."""
    captures: Captures = Field(default_factory=dict)
    fields: Fields
    """Found on that page; where they give something it holds, else what the list says."""
    required: bool = True
    """``false``: a page that cannot be had costs only what it would have told."""


class PageOptions(Strict):
    """One page or a list of several."""

    row: Css | None = None
    """CSS selector of what is one event each: list items, table rows, cells of a timetable."""
    row_xpath: XPath | None = None
    """XPath expression instead."""
    within: Css | None = None
    """Only this part of the page is looked at."""
    split: Pattern = ""
    """Cuts each row's text into several rows: ``\\n`` makes every line one."""
    cells: Pattern = ""
    """What stands between the cells of a row that is only text: ``\\s*\\|\\s*``."""
    headings: tuple[Heading, ...] = ()
    """Outermost first."""
    document: Captures = Field(default_factory=dict)
    """Captures that are found once on the page (the season in an introduction)."""
    captures: Captures = Field(default_factory=dict)
    """Captures of each row, for templates."""
    fields: Fields
    header_rows: bool = True
    """Table rows with nothing but heading cells (``th``) name the columns and are no events."""
    skip: Patterns = ()
    """Rows whose text one of these fits somewhere are no events; rows without any text never are."""
    only: Pattern = ""
    """Only rows whose text this fits somewhere are events."""
    next: Link | Numbered | None = None
    """The link to the next page, or its address by number."""
    max_pages: int = Field(default=MOST_PAGES, ge=1, le=200)
    """Pages of the list at most; what is beyond is told as not read, and then nothing is withdrawn."""
    detail: Detail | None = None
    encoding: Codec | None = None
    """The page's character encoding where neither it nor the server tells the truth."""
    empty_text: str = ""
    """What the page says when there is nothing now; only then are no rows a good answer."""
    locale: Locale = "fi"
    """Language of weekdays and months in formats."""
    query: dict[str, str] = Field(default_factory=dict)
    """Added to the address; ``{first}`` and ``{last}`` are the days of the calendar's window."""

    @model_validator(mode="before")
    @classmethod
    def _next_is_a_link_or_a_number(cls, value: Any) -> Any:
        """Tell at once which of the two is meant, so that a mistake in it is named by its own words."""
        following = value.get("next") if isinstance(value, dict) else None
        if isinstance(following, dict) and "{page}" in str(following.get("template", "")):
            return {**value, "next": Numbered.model_validate(following)}
        return {**value, "next": PageRule.model_validate(_link(following))} if isinstance(following, str | dict) else value

    @model_validator(mode="after")
    def _rows_are_described(self) -> PageOptions:
        if (self.row is None) == (self.row_xpath is None):
            raise ValueError("say what one event is: row (a CSS selector) or row_xpath")
        headings = [heading.fields for heading in self.headings]
        detail = [self.detail.captures, self.detail.fields] if self.detail else []
        check_names([self.document, *headings, self.captures, self.fields, *detail])
        if isinstance(self.next, PageRule):
            check_names([self.document, {"next": self.next}])
        if self.detail:
            check_names([self.document, *headings, self.captures, {"link": self.detail.link}])
        given = [key for rules in (*headings, *detail, self.captures, self.document) for key in rules]
        check_fields(self.fields, given)
        if self.detail:
            check_fields(self.detail.fields, [*self.fields, *given])
        return self

    @property
    def rules(self) -> dict[str, PageRule]:
        """The rule of every field, a detail page's before the row's and a row's before a heading's."""
        found: dict[str, PageRule] = dict(self.document)
        for rules in (
            *(heading.fields for heading in self.headings),
            self.captures,
            self.fields,
            self.detail.fields if self.detail else {},
        ):
            found |= rules
        return found
