"""One event of The Events Calendar as a RawEvent, in the publisher's own words."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

from harvesters.json_document import items, mapping, mappings, text
from harvesters.json_kept import organisations
from harvesters.json_people import left_over, reaches_someone
from harvesters.json_words import address_of, coordinates_of, labels, one_line, worded
from harvesters.ledger import Notes
from harvesters.record import RawEvent, RawImage, RawOffer, ReadContext, Text
from harvesters.tribe_times import times_of

_OF_A_DAY = re.compile(r"/(\d{4}-\d\d-\d\d)(?:/\d+)?/?$")
"""The end of the page address of one date of a series."""
_ID_WITHIN = re.compile(r"[?&]id=(\d+)$")
UNDERSTOOD = frozenset(
    (
        *("id", "global_id", "global_id_lineage", "status", "url", "title", "description", "excerpt", "slug", "image", "all_day"),
        *("start_date", "start_date_details", "end_date", "end_date_details", "utc_start_date", "utc_start_date_details"),
        *("utc_end_date", "utc_end_date_details", "timezone", "timezone_abbr", "cost", "cost_details", "website", "show_map"),
        *("show_map_link", "hide_from_listings", "sticky", "featured", "categories", "tags", "venue", "organizer"),
        *("is_virtual", "virtual_url", "event_status"),
    )
)
"""Fields that are read, and those that say nothing about the event: how the site shows it, the same times once more."""


def global_id(record: Mapping[str, Any]) -> str:
    """The id among all sites (``host/path?id=19427``), else the id on this one."""
    return text(record.get("global_id")) or text(record.get("id"))


def is_public(record: Mapping[str, Any]) -> bool:
    """True for a published event that its publisher does not keep out of lists."""
    return text(record.get("status")) in {"", "publish"} and record.get("hide_from_listings") is not True


def event_of(  # noqa: PLR0913 - what is known about the record, each named
    record: Mapping[str, Any], digest: str, kept: str, context: ReadContext, notes: Notes, *, is_instance: bool
) -> RawEvent:
    """The event; raises ``Refused`` where its time cannot be read.

    ``is_instance``: other records of the answer have the same id. ``kept`` is the text of the record as it is kept.
    """
    start, end = times_of(record, context.zone)
    url = address_of(record.get("url"), notes, "url")
    whole = global_id(record)
    uid, series = (f"{whole}#{start:%Y%m%dT%H%M}", whole) if is_instance or _is_date_of_series(record, url) else (whole, "")
    venue = mapping(record.get("venue"))
    latitude, longitude = coordinates_of(venue.get("geo_lat"), venue.get("geo_lng"), notes, "venue")
    conference = address_of(record.get("virtual_url"), notes, "virtual_url")
    return RawEvent(
        uid=uid if whole else "",
        digest=digest,
        text=kept,
        name=worded(line(record.get("title")), context.language),
        description=tuple(_description(record, context.language)),
        start=start,
        end=end,
        status=line(record.get("event_status")).upper()[:40],
        location=worded(line(venue.get("venue")), context.language),
        address=one_line(
            line(venue.get("address")),
            f"{line(venue.get('zip'))} {line(venue.get('city'))}",
            line(venue.get("stateprovince")),
            line(venue.get("country")),
        ),
        latitude=latitude,
        longitude=longitude,
        url=url,
        conference=(conference,) if conference else (),
        attendance=_attendance(record, venue),
        categories=labels(line(term.get("name")) for name in ("categories", "tags") for term in mappings(record.get(name))),
        images=tuple(_images(record, notes)),
        series=series if whole else "",
        organizer=organisations(_organizers(record, context.language)),
        offers=tuple(_offers(record)),
        extra=_extra(record, notes),
    )


def line(value: Any) -> str:
    """One line with entities read, as WordPress writes titles (``&#8211;``); digits of a number as they are."""
    return " ".join(html.unescape(text(value)).split())


def _is_date_of_series(record: Mapping[str, Any], url: str) -> bool:
    """True for one date of a series: its page's address ends with the day, or its id is another than the one within the global id."""
    within = _ID_WITHIN.search(text(record.get("global_id")))
    is_other = within is not None and text(record.get("id")) not in {"", within[1]}
    return is_other or bool(_OF_A_DAY.search(url))


def _description(record: Mapping[str, Any], language: str) -> Iterator[Text]:
    """The description, always HTML, else the excerpt."""
    words = text(record.get("description")) or text(record.get("excerpt"))
    if words:
        yield Text(value=words, language=language, html=True)


def _attendance(record: Mapping[str, Any], venue: Mapping[str, Any]) -> str:
    if record.get("is_virtual") is not True:
        return ""
    return "mixed" if venue else "online"


def _images(record: Mapping[str, Any], notes: Notes) -> Iterator[RawImage]:
    """The event's one image; ``false`` where it has none."""
    image = mapping(record.get("image"))
    if url := address_of(image.get("url"), notes, "image"):
        yield RawImage(url=url, text=line(image.get("alt")))


def _organizers(record: Mapping[str, Any], language: str) -> Iterator[Text]:
    """Names of the organizers, never how to reach them."""
    for organizer in items(record.get("organizer")):
        name = line(organizer.get("organizer")) if isinstance(organizer, dict) else line(organizer)
        if name:
            yield Text(value=name, language=language)


def _offers(record: Mapping[str, Any]) -> Iterator[RawOffer]:
    """The price as the page shows it, else the numbers behind it. Nothing at all is not free: the field is often left empty."""
    details = mapping(record.get("cost_details"))
    shown = line(record.get("cost")) or " ".join(_amounts(details))
    if shown:
        currency = text(details.get("currency_code"))
        yield RawOffer(price=shown, currency=currency if len(currency) == len("EUR") and currency.isalpha() else "")


def _amounts(details: Mapping[str, Any]) -> Iterator[str]:
    """Each number with the currency's sign where the site puts it."""
    sign, before = line(details.get("currency_symbol")), details.get("currency_position") != "postfix"
    for value in items(details.get("values")):
        if amount := line(value):
            yield f"{sign}{amount}" if before else f"{amount}{sign}"


def _extra(record: Mapping[str, Any], notes: Notes) -> dict[str, str]:
    """Fields that nobody read, and the event's further web site."""
    found = {name: words for name, words in left_over(record, UNDERSTOOD).items() if words not in {"false", "null"}}
    website = address_of(record.get("website"), notes, "website")
    return found | ({"website": website} if website and not reaches_someone(website) else {})
