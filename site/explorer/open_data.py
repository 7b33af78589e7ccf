"""The page that tells what the region's data can be had as, and the same for programs (DCAT)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from datasette import Response

from explorer import open_hsds, open_linked_events, open_rpde
from explorer.page import Asked, Page
from explorer.pages import DATABASE

_PART = "open_data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to have the data."""

    key: str
    """Of its words."""
    address: str
    media_type: str
    standard: str
    """The address of the standard it follows; empty where the form is ours and docs tell it."""
    example: str = ""
    """A query that shows how to narrow."""


def ways(asked: Asked) -> Iterator[Way]:
    """Every way, what people open first coming first."""
    base, public = asked.about.base, asked.about.public
    site = f"{public.rstrip('/')}/{asked.language}/"
    yield Way(key="calendar", address=f"{site}kalenteri.ics", media_type="text/calendar", standard="https://www.rfc-editor.org/rfc/rfc5545")
    yield Way(
        key="rss", address=f"{site}syote.xml", media_type="application/rss+xml", standard="https://www.rssboard.org/rss-specification"
    )
    yield Way(key="json", address=f"{site}lista.json", media_type="application/json", standard="")
    yield Way(key="page", address=site, media_type="text/html", standard="https://schema.org/Event")
    yield Way(
        key="tables",
        address=f"{base}{DATABASE}/events.json?_shape=array",
        media_type="application/json",
        standard="https://docs.datasette.io/en/0.65/json_api.html",
        example=f"{base}{DATABASE}/events.csv?kind=activity&is_free=1",
    )
    yield Way(
        key="sqlite",
        address=f"{base}{DATABASE}.db",
        media_type="application/vnd.sqlite3",
        standard="https://www.sqlite.org/fileformat.html",
    )
    yield Way(
        key="linked_events",
        address=asked.href("v1", "event", ""),
        media_type="application/json",
        standard="https://api.hel.fi/linkedevents/v1/",
        example=f"{asked.href('v1', 'event', '')}?start=today&event_type=Course&page_size=50",
    )
    yield Way(
        key="hsds",
        address=asked.href("hsds", "services"),
        media_type="application/json",
        standard="https://docs.openreferral.org/en/v3.0.0/",
    )
    yield Way(
        key="hsds_tables",
        address=asked.href("hsds", "tabular.zip"),
        media_type="application/zip",
        standard="https://docs.openreferral.org/en/v3.0.0/",
    )
    yield Way(
        key="openactive",
        address=asked.href("openactive", "opportunities"),
        media_type="application/json",
        standard="https://openactive.io/realtime-paged-data-exchange/",
    )
    yield Way(key="federation", address=f"{public.rstrip('/')}/federation.json", media_type="application/json", standard="")


async def page(asked: Asked) -> Response:
    """What there is, for people."""
    described = asked.datasette.described
    return await asked.page(
        "open_data/index.html",
        _PART,
        ways=tuple(ways(asked)),
        licence=described.get("license", ""),
        compiled=asked.about.moment(asked.datasette.compiled),
        catalogue=asked.href("open_data", "dcat.jsonld"),
    )


async def catalogue(asked: Asked) -> Response:
    """The same as a catalogue of one dataset (DCAT 3, JSON-LD), for portals of open data."""
    about, words = asked.about, asked.words(_PART)
    licence = str(asked.datasette.described.get("license", ""))
    made = asked.datasette.compiled.isoformat()
    dataset = {
        "@id": f"{about.public}#dataset",
        "@type": "dcat:Dataset",
        "dct:title": [
            {"@value": asked.datasette.pages.about_in(code).region, "@language": code} for code in asked.datasette.pages.languages
        ],
        "dct:description": {"@value": words["lead"], "@language": asked.language},
        "dct:modified": {"@value": made, "@type": "xsd:dateTime"},
        "dct:license": licence or None,
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": about.region},
        "dcat:contactPoint": {"@type": "vcard:Organization", "vcard:hasEmail": f"mailto:{about.contact}"},
        "dcat:keyword": [words[f"keyword_{number}"] for number in (1, 2, 3)],
        "dct:accrualPeriodicity": {"@id": "http://publications.europa.eu/resource/authority/frequency/DAILY"},
        "dcat:distribution": [_distribution(asked, way, licence) for way in ways(asked)],
    }
    told = {
        "@context": _CONTEXT,
        "@id": f"{about.public}#catalogue",
        "@type": "dcat:Catalog",
        "dct:title": {"@value": words["title"], "@language": asked.language},
        "dcat:dataset": [{key: value for key, value in dataset.items() if value is not None}],
    }
    return asked.json(told)


_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def _distribution(asked: Asked, way: Way, licence: str) -> dict[str, Any]:
    words = asked.words(_PART)
    address = asked.about.absolute(way.address)
    told = {
        "@type": "dcat:Distribution",
        "dct:title": {"@value": words[f"{way.key}_title"], "@language": asked.language},
        "dct:description": {"@value": words[f"{way.key}_text"], "@language": asked.language},
        "dcat:accessURL": {"@id": address},
        "dcat:mediaType": way.media_type,
        "dct:conformsTo": {"@id": way.standard} if way.standard else None,
        "dct:license": licence or None,
    }
    return {key: value for key, value in told.items() if value is not None}


PAGES = (
    Page(kind="open_data", view=page),
    Page(kind="open_data", view=catalogue, rest=r"dcat\.jsonld"),
    *open_linked_events.PAGES,
    *open_hsds.PAGES,
    *open_rpde.PAGES,
)
