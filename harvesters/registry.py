"""Every format by its name in ``schedules.yaml``: how it is read, what else it needs fetched, and how its address is completed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from pydantic import BaseModel

from harvesters import (
    activitypub,
    csv_sheet,
    feed,
    hellewi,
    hellewi_html,
    hsds,
    ical,
    json_records,
    kirkanta,
    kooste_instance,
    lahella,
    linked_events,
    openactive,
    page,
    ptv,
    schema,
    spider,
    tribe,
)
from harvesters.csv_options import CsvOptions
from harvesters.feed_options import FeedOptions
from harvesters.json_options import JsonOptions
from harvesters.kirkanta_options import KirkantaOptions
from harvesters.page_options import PageOptions
from harvesters.record import Ask, Follow, Reader
from harvesters.schema_options import SchemaOptions

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


_JSON = "application/json"
_PAGE = "text/html, */*;q=0.5"

FORMATS: dict[str, Format] = {
    "ical": Format(read=ical.read),
    "activitypub": Format(
        read=activitypub.read,
        follow=activitypub.follow,
        accept=activitypub.ACCEPT,
    ),
    "csv": Format(read=csv_sheet.read, options=CsvOptions, needs_options=True, accept="text/csv, text/plain;q=0.5, */*;q=0.1"),
    "feed": Format(
        read=feed.read, options=FeedOptions, accept="application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5"
    ),
    "hellewi": Format(
        read=hellewi.read, follow=hellewi.follow, options=hellewi.HellewiOptions, accept=_JSON, availability=hellewi.availability
    ),
    "hellewi_html": Format(read=hellewi_html.read, follow=hellewi_html.follow, accept=_PAGE),
    "hsds": Format(read=hsds.read, follow=hsds.follow, options=hsds.HsdsOptions, accept=_JSON),
    "json": Format(
        read=json_records.read,
        follow=json_records.follow,
        address=json_records.address,
        options=JsonOptions,
        needs_options=True,
        accept="application/json, */*;q=0.1",
    ),
    "kirkanta": Format(read=kirkanta.read, follow=kirkanta.follow, address=kirkanta.address, options=KirkantaOptions, accept=_JSON),
    "kooste": Format(
        read=kooste_instance.read,
        follow=kooste_instance.follow,
        address=kooste_instance.address,
        options=kooste_instance.KoosteOptions,
        accept=_JSON,
    ),
    "lahella": Format(read=lahella.read, follow=lahella.follow, options=lahella.LahellaOptions, accept=_JSON),
    "linked_events": Format(
        read=linked_events.read,
        follow=linked_events.follow,
        address=linked_events.address,
        options=linked_events.LinkedEventsOptions,
        accept=_JSON,
        is_incremental=True,
    ),
    "openactive": Format(
        read=openactive.read,
        follow=openactive.follow,
        options=openactive.OpenActiveOptions,
        accept="application/vnd.openactive.rpde+json;version=1, application/json;q=0.9",
    ),
    "ptv": Format(read=ptv.read, follow=ptv.follow, accept=_JSON),
    "schema": Format(read=schema.read, follow=schema.follow, options=SchemaOptions, accept=_PAGE),
    "spider": Format(read=spider.read, follow=spider.follow, options=spider.SpiderOptions, needs_options=True, accept=_PAGE),
    "tribe": Format(read=tribe.read, follow=tribe.follow, address=tribe.address, accept=_JSON),
    "page": Format(read=page.read, follow=page.follow, address=page.address, options=PageOptions, needs_options=True, accept=_PAGE),
}
