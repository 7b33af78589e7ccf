"""Every format by its name in ``schedules.yaml``: how it is read, what else it needs fetched, and how its address is completed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from pydantic import BaseModel

from harvesters import ical
from harvesters.record import Ask, Follow, Reader

_FEEDS = "text/calendar, */*;q=0.5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The days a source is asked about, both inclusive, and since when it may tell only what changed."""

    first: date
    last: date
    since: datetime | None = None
    """Aware; ``None`` asks for everything. Only formats with ``is_incremental`` are ever given one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format."""

    read: Reader
    follow: Follow | None = None
    """What else must be fetched because of an answer; ``None`` where one answer is all."""
    address: Callable[[str, Span, BaseModel | None], str] | None = None
    """The source's address with what the interface wants to be asked (dates, page size); ``None``: as it stands."""
    options: type[BaseModel] | None = None
    """The model of the entry's key named like the format."""
    needs_options: bool = False
    accept: str = _FEEDS
    is_incremental: bool = False
    """True where ``Span.since`` gives only what changed, deleted records named (``Reading.deleted``)."""
    availability: Callable[[str, tuple[str, ...]], tuple[Ask, ...]] | None = None
    """Addresses that tell nothing but places left, for the uids we hold; ``None``: the source's own answer does."""


FORMATS: dict[str, Format] = {
    "ical": Format(read=ical.read),
}
