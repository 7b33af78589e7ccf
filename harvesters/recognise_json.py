"""Which interface gives JSON of this shape? Told by the names of its fields, never by where it comes from."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from harvesters.json_document import items, mapping, mappings, text

_MOST = 20 * 1024 * 1024
_LONGEST_NUMBER = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a JSON document is."""

    format: str = "json"
    evidence: str = "JSON"
    confidence: Literal["sure", "likely", "guess"] = "sure"
    platform: str = ""
    title: str = ""
    kind: str = ""
    records: int = 0
    language: str = ""


def shape_of(document: str) -> Shape | None:
    """The shape of a JSON text; ``None`` where it is none. Whatever stands in it, nothing is raised."""
    try:
        value = json.loads(document[:_MOST], parse_int=lambda digits: int(digits) if len(digits) < _LONGEST_NUMBER else None)
    except (ValueError, RecursionError):
        return None
    for look in _SHAPES:
        if found := look(value, mapping(value)):
            return found
    if isinstance(value, dict) and (value.keys() & {"error", "errors", "message"}) and len(value) <= 6:  # noqa: PLR2004 - an error's usual fields
        return Shape(kind="error", confidence="likely", evidence="fields of an error")
    return Shape(records=len(value) if isinstance(value, list) else 0, confidence="guess")


def _has(record: Mapping[str, Any], *names: str) -> bool:
    return all(name in record for name in names)


def _rpde(_: Any, top: Mapping[str, Any]) -> Shape | None:
    """OpenActive's paging (RPDE): ``next`` and ``items`` of ``state``, ``kind``, ``id``."""
    records = mappings(top.get("items"))
    if (
        "next" in top
        and isinstance(top.get("items"), list)
        and ("license" in top or any(_has(one, "state", "kind", "id") for one in records[:5]))
    ):
        return Shape(format="openactive", evidence="RPDE: next, items, state, kind", platform="openactive", records=len(records))
    return None


def _tribe(_: Any, top: Mapping[str, Any]) -> Shape | None:
    """The Events Calendar's REST interface, and one event of it."""
    records = mappings(top.get("events"))
    if isinstance(top.get("events"), list) and (
        "rest_url" in top or "total_pages" in top or any(_has(one, "utc_start_date") for one in records)
    ):
        return Shape(format="tribe", evidence="fields events, total_pages, utc_start_date", platform="tribe", records=len(records))
    if _has(top, "utc_start_date", "title", "global_id"):
        return Shape(format="tribe", evidence="field utc_start_date", platform="tribe", records=1)
    return None


def _linked_events(_: Any, top: Mapping[str, Any]) -> Shape | None:
    """Linked Events: ``meta`` and ``data``, or one event with ``data_source``."""
    records = mappings(top.get("data"))
    paged = {"count", "next"} <= mapping(top.get("meta")).keys() and isinstance(top.get("data"), list)
    if paged or _has(top, "data_source", "publisher", "start_time"):
        return Shape(
            format="linked_events",
            evidence="fields meta.next, data, data_source",
            platform="linked_events",
            records=len(records) or int(not paged),
            confidence="sure" if not records or any("data_source" in one for one in records) else "likely",
        )
    return None


def _activity(value: Any, top: Mapping[str, Any]) -> Shape | None:
    """ActivityStreams: a collection (an outbox) or an event of its own."""
    context = json.dumps(top.get("@context", ""))[:2000]
    kind = text(top.get("type"))
    if "activitystreams" in context or kind in {"OrderedCollection", "OrderedCollectionPage"}:
        records = len(mappings(top.get("orderedItems")) or mappings(top.get("items")))
        platform = "mobilizon" if "joinmobilizon" in context or "mz:" in context else ""
        return Shape(
            format="activitypub",
            evidence=f"ActivityStreams {kind}".strip(),
            platform=platform,
            records=records or int(kind in {"Event", "Create"}),
        )
    return _gancio(value)


def _gancio(value: Any) -> Shape | None:
    """Gancio's own list of events."""
    first = mapping(value)
    if isinstance(value, list) and _has(first, "start_datetime", "slug", "title"):
        return Shape(evidence="fields start_datetime, slug", platform="gancio", records=len(value), confidence="likely")
    return None


def _schema(value: Any, top: Mapping[str, Any]) -> Shape | None:
    """JSON-LD of schema.org that stands alone."""
    context = json.dumps(top.get("@context", ""))[:500]
    if "schema.org" in context or ("@type" in top and re.search(r"Event|Course|Place|Schedule", json.dumps(top.get("@type"))[:200])):
        return Shape(format="schema", evidence="JSON-LD of schema.org", records=len(items(top.get("@graph"))) or len(items(value)))
    return None


def _ptv(_: Any, top: Mapping[str, Any]) -> Shape | None:
    """PTV: pages of ``itemList``, or services and channels with their names."""
    record = next(iter(mappings(top.get("itemList"))), top)
    if _has(top, "pageNumber", "pageCount", "itemList") or record.keys() & {"serviceNames", "serviceChannelNames", "serviceClasses"}:
        return Shape(format="ptv", evidence="fields itemList, serviceNames", platform="ptv", records=len(items(top.get("itemList"))) or 1)
    return None


def _kirkanta(_: Any, top: Mapping[str, Any]) -> Shape | None:
    """Kirkanta v4: ``type``, ``total``, ``items`` of libraries and their hours."""
    records = mappings(top.get("items"))
    fields = {name for record in records[:5] for name in record}
    if _has(top, "type", "total", "items") and (fields & {"schedules", "liveStatus", "consortium", "library", "times"}):
        return Shape(format="kirkanta", evidence="fields type, total, items, schedules", platform="kirkanta", records=len(records))
    return None


def _hellewi(value: Any, top: Mapping[str, Any]) -> Shape | None:
    """Hellewi: a list of courses with ``begins``, ``ends`` and ``catalogitems``."""
    records = mappings(value) if isinstance(value, list) else mappings(top.get("courses") or top.get("data"))
    first = next(iter(records), {})
    if _has(first, "begins", "ends", "name") or _has(first, "catalogitems"):
        return Shape(format="hellewi", evidence="fields begins, ends, catalogitems", platform="hellewi", records=len(records))
    return None


def _lahella(value: Any, top: Mapping[str, Any]) -> Shape | None:
    """Lähellä.fi's activities: ``traits`` with ``channels``."""
    records = mappings(value) if isinstance(value, list) else mappings(top.get("activities") or top.get("items") or top.get("data") or top)
    first = next(iter(records), {})
    if isinstance(first.get("traits"), dict) and {"channels", "translations", "demographic"} & first["traits"].keys():
        return Shape(format="lahella", evidence="fields traits, channels", platform="lahella", records=len(records))
    return None


def _kooste(_: Any, top: Mapping[str, Any]) -> Shape | None:
    """Another instance of Kooste."""
    told = " ".join(text(top.get(name)) for name in ("generator", "instance", "software", "profile"))
    if "kooste" in top or re.search(r"\bkooste\b", told, re.IGNORECASE):
        return Shape(format="kooste", evidence="generator Kooste", platform="kooste", records=len(mappings(top.get("events"))))
    return None


def _hsds(value: Any, top: Mapping[str, Any]) -> Shape | None:
    """Open Referral: services with organisations, pages of them under ``contents``."""
    records = mappings(value) if isinstance(value, list) else mappings(top.get("contents") or top.get("services") or top)
    first = next(iter(records), {})
    fields = {
        "service_at_locations",
        "eligibility_description",
        "service_areas",
        "cost_options",
        "organization_id",
        "taxonomies",
        "assured_date",
    }
    if len(first.keys() & fields) >= 2 or ("hsds" in text(top.get("profile")).lower()):  # noqa: PLR2004 - one name alone may be anybody's
        return Shape(format="hsds", evidence="fields of a service of HSDS", records=len(records))
    return None


def _others(value: Any, top: Mapping[str, Any]) -> Shape | None:
    """Interfaces that have no reader of their own but a name: Lyyti, Lippu.fi, Kide.app, Eventz.today, a JSON feed."""
    if "jsonfeed.org" in text(top.get("version")):
        return Shape(evidence="JSON Feed", title=text(top.get("title")), records=len(items(top.get("items"))))
    first = next(iter(mappings(list(top.values()))), {})
    rows = mappings(top.get("Events")) or mappings(value)
    row = next(iter(rows), {})
    if _has(first, "start_time_utc", "enrollment_url") or _has(first, "enrollment_open_utc"):
        return Shape(evidence="fields start_time_utc, enrollment_url", platform="lyyti", records=len(top))
    if _has(row, "EventSerieId") or _has(row, "EventDate", "EventTime"):
        return Shape(evidence="fields EventDate, EventTime", platform="lippu", records=len(rows))
    if "dateActualFrom" in row or any("dateActualFrom" in one for one in mappings(mapping(top.get("model")).get("events"))):
        return Shape(evidence="field dateActualFrom", platform="kide", records=len(rows))
    return None


_SHAPES: tuple[Callable[[Any, Mapping[str, Any]], Shape | None], ...] = (
    _kooste,
    _rpde,
    _tribe,
    _ptv,
    _kirkanta,
    _linked_events,
    _lahella,
    _hellewi,
    _activity,
    _schema,
    _hsds,
    _others,
)
"""Narrow shapes first: a page of ``items`` may be many things."""
