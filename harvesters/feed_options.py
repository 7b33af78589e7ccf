"""What ``schedules.yaml`` may say about one feed, under the entry's key ``feed``."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from parsel import csstranslator
from pydantic import AfterValidator, Field, StringConstraints

from harvesters.strict import Strict

OwnField = Literal[
    "start", "start_time", "end", "end_time", "when", "location", "address", "organizer", "price", "category", "status", "registration_url"
]
"""What a feed's own element may be read as."""
ElementName = Annotated[str, StringConstraints(to_lower=True, min_length=1, max_length=100, pattern=r"^[A-Za-z_][\w.:-]*$")]


def _selector(css: str) -> str:
    """The selector itself where it can be used."""
    try:
        csstranslator.css2xpath(css or "p")
    except (SyntaxError, RuntimeError, ValueError) as error:
        msg = f"{css!r} is no CSS selector: {error}"
        raise ValueError(msg) from None
    return css


def _format(letters: str) -> str:
    """The format itself where ``strptime`` can read what ``strftime`` writes with it."""
    try:
        datetime.strptime(datetime(2027, 11, 28, 18, 30).strftime(letters), letters)  # noqa: DTZ001, DTZ007 - only the letters are tried
    except ValueError as error:
        msg = f"{letters!r} cannot be read back ({error}); write it as strptime does, for example %d/%m/%Y"
        raise ValueError(msg) from None
    return letters


Selector = Annotated[str, StringConstraints(max_length=200), AfterValidator(_selector)]
Format = Annotated[str, StringConstraints(max_length=60), AfterValidator(_format)]


class FeedOptions(Strict):
    """How to read a feed whose publisher has ways of his own."""

    fields: dict[OwnField, ElementName] = Field(default_factory=dict)
    """The names of the publisher's own elements, as they stand in the feed: ``start: date_from``."""
    date_format: Format = ""
    """How days and times are written in those elements, in the letters of ``strptime`` (``%d/%m/%Y``); ISO 8601 where empty."""
    time_format: Format = "%H:%M"
    """How ``start_time`` and ``end_time`` are written."""
    when: Selector = ""
    """CSS selector of the part of an item's text that tells the time in words (``p.aika``)."""
    place: Selector = ""
    """CSS selector of the part of an item's text that tells the place."""
    drop_text: bool = False
    """Nothing of the items' texts is kept, for feeds that name people; the time is then read from the title and ``when`` only."""
    local_times: bool = False
    """Times are wall clock whatever offset is written behind them: some systems write ``Z`` behind local times."""
    several_languages: bool = False
    """The items are in several languages, so that the language the feed declares for itself is not taken for theirs."""
