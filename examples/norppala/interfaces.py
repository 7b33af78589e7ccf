"""What the publishers' interfaces do with a question: pages, filters, windows. Standard library only: the server needs it.

Each function takes a :class:`Question` and gives a :class:`Reply`; ``None`` where the system would say 404.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple
from urllib.parse import urlencode

Json = dict[str, Any]

_DEMO_DAY = date(2026, 11, 22)
_FINNA_WINDOW = timedelta(days=31)
_TRIBE_WINDOW = timedelta(days=62)
"""What The Events Calendar shows to whoever asks without dates."""
_LARGEST_PAGE = 100


class Question(NamedTuple):
    """One request as an interface sees it."""

    url: str
    """The address that was asked for, without its query."""
    rest: str
    """What of the path comes after the route's own."""
    query: Mapping[str, Sequence[str]]
    day: date | None
    read: Callable[[str], bytes | None]
    """A file of the day's edition by its name below ``feeds/``."""

    def one(self, name: str, default: str = "") -> str:
        """The last value of a query parameter."""
        return self.query[name][-1] if self.query.get(name) else default

    def number(self, name: str, default: int) -> int:
        """A whole number of at least 1; anything else is the default."""
        text = self.one(name)
        return max(int(text), 1) if text.isdecimal() else default

    def today(self) -> date:
        """The day the server stands at."""
        return self.day or _DEMO_DAY

    def json(self, name: str) -> Any:
        """A file of records."""
        return json.loads(self.read(name) or b"[]")

    def with_page(self, name: str, number: int) -> str:
        """The address of another page, everything else asked alike."""
        pairs = [(key, value) for key, values in self.query.items() if key != name for value in values]
        return f"{self.url}?{urlencode([*pairs, (name, number)])}"


class Reply(NamedTuple):
    """A body and what else the system says about it."""

    body: bytes
    headers: Mapping[str, str] = {}


def linked_events(question: Question) -> Reply | None:
    """Linked Events: ``event/`` as a filtered list in pages, one event, one place, one keyword, one registration."""
    resource, _, identifier = question.rest.strip("/").partition("/")
    if resource == "event" and not identifier:
        return _event_list(question)
    records = question.json(f"s01/{resource}s.json")
    found = {record["id"]: record for record in records} if isinstance(records, list) else records
    return _json_reply(found[identifier]) if identifier in found else None


def _event_list(question: Question) -> Reply:
    """The list, by default of General events that are not deleted, from whenever."""
    kinds = question.one("event_type", "General").split(",")
    found = [record for record in question.json("s01/events.json") if record["type_id"] in kinds and _is_asked_for(question, record)]
    size = min(question.number("page_size", 20), _LARGEST_PAGE)
    page = question.number("page", 1)
    shown = [_with_included(question, record) for record in found[(page - 1) * size : page * size]]
    following = question.with_page("page", page + 1) if page * size < len(found) else None
    previous = question.with_page("page", page - 1) if page > 1 else None
    return _json_reply({"meta": {"count": len(found), "next": following, "previous": previous}, "data": shown})


def _is_asked_for(question: Question, record: Json) -> bool:
    """``show_deleted``, ``start`` and ``last_modified_since`` as the interface understands them."""
    start = question.one("start").replace("today", question.today().isoformat())
    return (
        (not record["deleted"] or question.one("show_deleted").lower() == "true")
        and record["end_time"][:10] >= start[:10]
        and record["last_modified_time"] >= question.one("last_modified_since")
    )


def _with_included(question: Question, record: Json) -> Json:
    """The record with the places, keywords and registration that ``include`` asks for in place of their addresses."""
    wanted, told = set(question.one("include").split(",")), dict(record)
    if "location" in wanted:
        told["location"] = _inlined(question, "places", record["location"])
    if "registration" in wanted and record["registration"]:
        told["registration"] = _inlined(question, "registrations", record["registration"])
    for field in {"keywords", "audience"} & wanted:
        told[field] = [_inlined(question, "keywords", reference) for reference in record[field]]
    return told


def _inlined(question: Question, resource: str, reference: Json) -> Json:
    """The record that an ``@id`` names."""
    records: dict[str, Json] = question.json(f"s01/{resource}.json")
    return records.get(reference["@id"].rstrip("/").rpartition("/")[2], reference)


def tribe(question: Question) -> Reply | None:
    """The Events Calendar: a window of days, pages, and a 404 beyond the last page."""
    first = question.one("start_date") or question.today().isoformat()
    last = question.one("end_date") or (date.fromisoformat(first[:10]) + _TRIBE_WINDOW).isoformat()
    found = [
        event
        for event in question.json("s02/events.json")
        if first[:10] <= event["end_date"][:10] and event["start_date"][:10] <= last[:10]
    ]
    size, page = min(question.number("per_page", 10), 50), question.number("page", 1)
    pages = max(-(-len(found) // size), 1)
    if page > pages:
        return None
    told: Json = {"events": found[(page - 1) * size : page * size], "rest_url": question.url, "total": len(found), "total_pages": pages}
    if page < pages:
        told["next_rest_url"] = question.with_page("page", page + 1)
    body = json.dumps(told).replace("/", "\\/").encode()
    return Reply(body, {"X-TEC-Total": str(len(found)), "X-TEC-TotalPages": str(pages)})


def finna(question: Question) -> Reply | None:
    """The libraries' feed: the items of the next thirty-one days, today included."""
    text = (question.read("s03.xml") or b"").decode()
    first, after = question.today(), question.today() + _FINNA_WINDOW

    def kept(found: re.Match[str]) -> str:
        day = re.search(r"<xcal:dtstart>(\d{4}-\d{2}-\d{2})", found[0])
        return found[0] if day and first <= date.fromisoformat(day[1]) < after else ""

    return Reply(re.sub(r"<item>\n.*?</item>\n", kept, text, flags=re.DOTALL).encode())


def kirkanta(question: Question) -> Reply | None:
    """Libraries with the days of a period: by default the week one asks in."""
    monday = question.today() - timedelta(days=question.today().weekday())
    first = question.one("period.start") or monday.isoformat()
    last = question.one("period.end") or (monday + timedelta(days=6)).isoformat()
    skip, limit = int(question.one("skip", "0")), question.number("limit", 50)
    libraries = question.json("s04/libraries.json")
    items = [_within(library, first, last, question.one("with")) for library in libraries[skip : skip + limit]]
    return _json_reply({"type": "library", "total": len(libraries), "items": items})


def _within(library: Json, first: str, last: str, extras: str) -> Json:
    """The library with the schedules asked for, or without any."""
    if "schedules" not in extras:
        return {name: value for name, value in library.items() if name != "schedules"}
    return library | {"schedules": [day for day in library["schedules"] if first <= day["date"] <= last]}


def hellewi(folder: str) -> Callable[[Question], Reply | None]:
    """Courses in pages that the ``Link`` header names (RFC 8288), and how many take part in those asked for."""

    def answer(question: Question) -> Reply | None:
        if question.rest == "course-participants":
            wanted = set(question.query.get("ids", ()))
            told = [record for record in question.json(f"{folder}/participants.json") if str(record["id"]) in wanted]
            return _json_reply(told) if len(wanted) <= _LARGEST_PAGE else None
        return _courses(question, question.json(f"{folder}/courses.json")) if question.rest == "courses" else None

    return answer


def _courses(question: Question, courses: Sequence[Json]) -> Reply:
    """One page; at most two courses where nothing is asked, so that there is always a next page to find."""
    size, page = min(question.number("limit", 2), _LARGEST_PAGE), question.number("page", 1)
    last = max(-(-len(courses) // size), 1)
    links = {"first": 1, "last": last} | ({"next": page + 1} if page < last else {})
    header = ", ".join(f'<{question.with_page("page", number)}>; rel="{name}"' for name, number in links.items())
    body = json.dumps(courses[(page - 1) * size : page * size], ensure_ascii=False).encode()
    return Reply(body, {"Link": header})


def parish(question: Question) -> Reply | None:
    """``?page=2`` of the event search."""
    return _file(question, f"s08/page-{question.number('page', 1)}.html")


def bookings(question: Question) -> Reply | None:
    """``?viikko=2026-49`` of the bookings."""
    week = question.one("viikko", "2026-48")
    return _file(question, f"s18/{week}.html") if re.fullmatch(r"\d{4}-\d\d", week) else None


def ptv(question: Question) -> Reply | None:
    """Lists of services and of channels by municipality, channels by their ids, one of either by its id."""
    kind, _, rest = question.rest.partition("/")
    records = question.json({"Service": "s11/services.json", "ServiceChannel": "s11/channels.json"}.get(kind, ""))
    if rest.startswith("list/area/Municipality/code/"):
        found = records if rest.endswith("/740") else []
        return _json_reply({"pageNumber": question.number("page", 1), "pageSize": 100, "pageCount": 1, "itemList": found})
    if rest == "list":
        wanted = question.one("guids").split(",")
        return _json_reply([record for record in records if record["id"] in wanted])
    return next((_json_reply(record) for record in records if record["id"] == rest), None)


def outbox(question: Question) -> Reply | None:
    """A collection that names its first page, and its pages, each naming the next one (ActivityStreams)."""
    whole = question.json("s31.json")
    activities, context = whole["orderedItems"], {"@context": whole["@context"]}
    if "page" not in question.query:
        first = question.with_page("page", 1)
        return _json_reply(context | {"type": "OrderedCollection", "id": question.url, "totalItems": len(activities), "first": first})
    size, page = 10, question.number("page", 1)
    told: Json = {"type": "OrderedCollectionPage", "id": question.with_page("page", page), "partOf": question.url}
    told |= {"totalItems": len(activities), "orderedItems": activities[(page - 1) * size : page * size]}
    if page * size < len(activities):
        told["next"] = question.with_page("page", page + 1)
    return _json_reply(context | told)


def _file(question: Question, name: str) -> Reply | None:
    body = question.read(name)
    return None if body is None else Reply(body)


def _json_reply(value: object) -> Reply:
    return Reply(json.dumps(value, ensure_ascii=False).encode())
