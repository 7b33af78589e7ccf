"""What ``schedules.yaml`` may say under ``schema`` of a source: how its list leads to the pages of its events."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from parsel import Selector
from pydantic import AfterValidator

from harvesters.strict import Strict

_TRIED = "2026-11-24 10:00"


def _selector(text: str) -> str:
    """The CSS selector itself if it is one."""
    try:
        Selector(text="<p>").css(text or "p")
    except Exception as error:  # noqa: BLE001 - cssselect raises several kinds, some of them not its own
        msg = f"{text!r} is no CSS selector ({error}); write for example ul.events a"
        raise ValueError(msg) from None
    return text


def _date_format(text: str) -> str:
    """The format itself if it tells year, month and day, each once."""
    try:
        written = datetime.strptime(_TRIED, "%Y-%m-%d %H:%M").strftime(text)  # noqa: DTZ007 - a wall clock, as the page writes it
        read = datetime.strptime(written, text)  # noqa: DTZ007 - the same
    except ValueError as error:
        msg = f"{text!r} is no date format ({error}); write for example %d.%m.%Y or %d.%m.%Y klo %H.%M"
        raise ValueError(msg) from None
    if (read.year, read.month, read.day) != (2026, 11, 24):
        msg = f"{text!r} does not tell year, month and day; write for example %d.%m.%Y"
        raise ValueError(msg)
    return text


Css = Annotated[str, AfterValidator(_selector)]
DateFormat = Annotated[str, AfterValidator(_date_format)]


class SchemaOptions(Strict):
    """All optional: without any, the one page is read as it is."""

    links: Css = ""
    """CSS selector of the links of a list that lead to the page of one event each; their ``href`` is followed."""
    next: Css = ""
    """CSS selector of the link to the next page of the list. How many pages are followed is the entry's ``max_pages``."""
    empty_text: str = ""
    """What the page says when there is nothing to come (``Ei tulevia tapahtumia``). Only with it is a page without any event believed."""
    date_formats: tuple[DateFormat, ...] = ()
    """How the page writes its dates where it does not write ISO 8601 (``%d.%m.%Y klo %H.%M``), tried in this order. Nothing is guessed."""
