"""Events that a page holds only inside a script, as the calendar widget FullCalendar is given them: ``events: [{title: '…', start: …}]``.

The list is a JavaScript literal, not JSON, so no selector and no path reaches it. Months of such pages are linked with ``rel=next``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import scrapy
from scrapy.http import Request, Response

from harvesters.json_document import canonical, mapping, text
from harvesters.record import Issue, Moment, RawEvent, Text

_LIST = re.compile(r"\bevents\s*:\s*\[")
_TOKEN = re.compile(
    r"""\s*(?:(?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?P<name>[A-Za-z_$][\w$]*)|(?P<rest>[-+]?[\d.]+|[\[\]{},:]))"""
)
_LITERALS = {"true", "false", "null"}
_MOST_TOKENS = 200_000


class ScriptCalendar(scrapy.Spider):
    """FullCalendar's own fields: ``id``, ``title``, ``start``, ``end`` (exclusive), ``allDay``, ``url``, and ``extendedProps``."""

    name = "script_calendar"
    version = 1

    def parse(self, response: Response, /, *_: Any, **__: Any) -> Iterator[RawEvent | Issue | Request]:
        """The page's events and the next page."""
        for script in response.xpath("//script[not(@src)]/text()").getall():
            for begin in _LIST.finditer(script):
                yield from map(_event, _records(script[begin.end() - 1 :]))
        for link in response.css("a[rel=next]::attr(href)").getall():
            yield response.follow(link, callback=self.parse)


def _records(script: str) -> list[dict[str, Any]]:
    """The list that begins here, as far as its closing bracket; nothing where it is no plain literal (``new Date(…)``)."""
    pieces: list[str] = []
    depth, at = 0, 0
    while len(pieces) < _MOST_TOKENS and (token := _TOKEN.match(script, at)):
        at = token.end()
        pieces.append(_json(token))
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token["rest"] or "", 0)
        if not depth:
            break
    try:
        found = json.loads(re.sub(r",(?=[\]}])", "", "".join(pieces)))
    except json.JSONDecodeError:
        return []
    return [record for record in found if isinstance(record, dict)] if isinstance(found, list) else []


def _json(token: re.Match[str]) -> str:
    """One token of JavaScript as JSON writes it."""
    if token["string"]:
        inner = re.sub(r"\\(.)", lambda escaped: {"n": "\n", "t": "\t"}.get(escaped[1], escaped[1]), token["string"][1:-1])
        return json.dumps(inner)
    if token["name"]:
        return token["name"] if token["name"] in _LITERALS else json.dumps(token["name"])
    return token["rest"]


def _event(record: dict[str, Any]) -> RawEvent | Issue:
    """One record; without a title or a start that can be read it is named instead."""
    title, start = text(record.get("title")), _moment(record.get("start"), record.get("allDay") is True)
    uid = text(record.get("id")) or text(record.get("url"))
    if not title or start is None:
        return Issue(code="item_unreadable", severity="warning", uid=uid, field="start", value=text(record.get("start"))[:200])
    properties = mapping(record.get("extendedProps"))
    end = _moment(record.get("end"), record.get("allDay") is True)
    place = text(properties.get("location")) or text(record.get("location"))
    return RawEvent(
        uid=uid,
        digest="",
        text=canonical(record),
        name=(Text(value=title),),
        description=tuple(Text(value=words, html=True) for words in [text(properties.get("description"))] if words),
        start=start,
        end=end if type(end) is type(start) else None,
        location=tuple(Text(value=words) for words in [place] if words),
        url=text(record.get("url")),
    )


def _moment(value: Any, is_day: bool) -> Moment | None:  # noqa: FBT001 - a field of the record
    """ISO 8601 with or without an offset, or a day."""
    written = text(value)
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    if len(written) == len("2026-11-25") or is_day:
        return date(moment.year, moment.month, moment.day)
    return moment if moment.utcoffset() is None or abs(moment.utcoffset() or timedelta()) < timedelta(days=1) else None
