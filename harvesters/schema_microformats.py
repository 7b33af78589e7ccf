"""h-event (microformats2) and hCalendar as nodes with schema.org's names; h-card, h-adr and h-geo as their places.

Sources: microformats.org/wiki/h-event, /hcalendar, /value-class-pattern and /dtend-issue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from parsel import Selector

from harvesters.schema_items import Element, Steps, is_element, is_hidden, text_of
from harvesters.schema_links import Base
from harvesters.schema_times import moment

_OLD_EVENT = {
    "summary": "p-name",
    "dtstart": "dt-start",
    "dtend": "dt-end",
    "duration": "dt-duration",
    "location": "p-location",
    "description": "p-description",
    "url": "u-url",
    "uid": "u-uid",
    "category": "p-category",
    "photo": "u-photo",
    "attach": "u-photo",
    "status": "p-status",
    "organizer": "p-organizer",
    "geo": "p-geo",
}
"""hCalendar's classes by the names of microformats2."""
_OLD_CARD = {
    "fn": "p-name",
    "org": "p-org",
    "adr": "p-adr",
    "street-address": "p-street-address",
    "locality": "p-locality",
    "postal-code": "p-postal-code",
    "latitude": "p-latitude",
    "longitude": "p-longitude",
    "geo": "p-geo",
}
_PLAIN = {
    "p-name": "name",
    "p-summary": "description",
    "p-description": "description",
    "e-description": "description",
    "e-content": "description",
    "p-category": "keywords",
    "u-url": "url",
    "u-uid": "identifier",
    "u-photo": "image",
    "u-featured": "image",
    "p-status": "eventStatus",
    "dt-duration": "duration",
}
_CARD = {"p-street-address": "streetAddress", "p-locality": "addressLocality", "p-postal-code": "postalCode"}
_OLD_ROOTS = frozenset(("vevent", "vcard", "adr", "vcalendar", "hentry"))
_ROOT = re.compile(r"h-[a-z]+(?:-[a-z]+)*")
_ADDRESSES = {"a": "href", "area": "href", "link": "href", "img": "src", "audio": "src", "video": "src", "source": "src", "object": "data"}
_WRITTEN = {"abbr": "title", "link": "title", "data": "value", "input": "value", "time": "datetime", "ins": "datetime", "del": "datetime"}
_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d\d))?(?::(?P<second>\d\d))?\s*(?:(?P<half>[ap])\.?m\.?)?\s*(?P<offset>[Zz]|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_NOON = 12


def class_names(element: Element) -> list[str]:
    """The element's classes."""
    return (element.get("class") or "").split()


class Microformats:
    """The events of one page."""

    def __init__(self, page: Selector, base: Base) -> None:
        self._root: Element = page.root
        self._base = base
        self._steps = Steps()

    def nodes(self) -> list[dict[str, Any]]:
        """Every ``h-event`` and ``vevent``, in the order of the page."""
        classed = (element for element in self._root.iter("*") if "event" in (element.get("class") or ""))
        marked = (element for element in classed if {"h-event", "vevent"}.intersection(class_names(element)))
        return [self._event(element) for element in marked if not is_hidden(element)]

    def _event(self, root: Element) -> dict[str, Any]:
        is_old = "h-event" not in class_names(root)
        node: dict[str, Any] = {"@type": ["Event"]}
        if language := next(iter(root.xpath("ancestor-or-self::*[@lang][1]/@lang")), ""):
            node["@language"] = str(language)
        dates: dict[str, Element] = {}
        for name, element in self._properties(root, _OLD_EVENT if is_old else {}):
            if name in {"dt-start", "dt-end"}:
                dates.setdefault(name, element)
            elif value := self._value(name, element, is_old=is_old):
                _add(node, *value)
        if "name" not in node:
            node["name"] = text_of(root, self._steps)[:200] if not is_old else ""
        return node | self._dates(dates, is_old=is_old)

    def _properties(self, root: Element, old: dict[str, str]) -> Iterator[tuple[str, Element]]:
        """Every property of an item with its element; what stands inside another item belongs to that."""
        waiting = list(reversed(root))
        while waiting:
            element = waiting.pop()
            self._steps.take()
            if not is_element(element) or element.tag == "template":
                continue
            classes = class_names(element)
            names = dict.fromkeys(old.get(name, "") if old else name for name in classes)
            yield from ((name, element) for name in names if re.match(r"(?:p|u|dt|e)-[a-z]", name))
            if not any(_ROOT.fullmatch(name) or name in _OLD_ROOTS for name in classes):
                waiting += reversed(element)

    def _value(self, name: str, element: Element, *, is_old: bool) -> tuple[str, Any] | None:
        if name in {"p-location", "p-geo"}:
            return "location", self._place(element, name)
        if name == "p-organizer":
            card = self._card(element)
            is_organisation = card.get("org") and card["org"] == card.get("name", card["org"])
            return ("organizer", {"@type": "Organization", "name": card["org"]}) if is_organisation else None
        if name not in _PLAIN:
            return None
        if name.startswith("u-"):
            return _PLAIN[name], self._address(element)
        return _PLAIN[name], self._text(element, is_long=_PLAIN[name] == "description" or is_old)

    def _address(self, element: Element) -> str:
        """The address of a ``u-`` property, or its text where it is none."""
        written = element.get(_ADDRESSES.get(element.tag, "")) if element.tag in _ADDRESSES else None
        return self._base.absolute(written if written is not None else self._text(element))

    def _text(self, element: Element, *, is_long: bool = False) -> str:
        """The text of a property: its ``value`` parts, what an ``abbr`` or ``data`` says, or all of it."""
        parts = [child for child in element.iter() if child is not element and is_element(child) and "value" in class_names(child)]
        if parts:
            return " ".join(self._written(child) for child in parts)
        return self._written(element) if not is_long or element.tag in _WRITTEN else text_of(element, self._steps)

    def _written(self, element: Element) -> str:
        attribute = _WRITTEN.get(element.tag)
        written = element.get(attribute) if attribute else element.get("alt") if element.tag == "img" else None
        return written.strip() if written else text_of(element, self._steps)

    def _place(self, element: Element, name: str) -> dict[str, Any] | str:
        """A place with name, address and position as far as a card, an address or coordinates are marked up; else the words."""
        card = self._card(element)
        if name == "p-geo" and "geo" not in card:
            latitude, _, longitude = self._text(element).partition(";")
            card["geo"] = {"latitude": latitude, "longitude": longitude}
        if not card.keys() - {"name", "org"} and not card.get("name"):
            return self._text(element)
        place = {"@type": "Place", "name": card.get("name") or card.get("org") or "", "geo": card.get("geo")}
        return place | ({"address": card["address"]} if "address" in card else {})

    def _card(self, element: Element) -> dict[str, Any]:
        """Name, organisation, address and position of an hCard, an h-card, or an address alone."""
        is_old = not any(_ROOT.fullmatch(name) for name in class_names(element))
        found: dict[str, Any] = {}
        address: dict[str, str] = {}
        geo: dict[str, str] = {}
        for name, part in self._deep(element, is_old=is_old):
            if name in _CARD:
                address.setdefault(_CARD[name], self._text(part))
            elif name in {"p-latitude", "p-longitude"}:
                geo.setdefault(name[2:], self._text(part))
            elif name == "p-geo" and ";" in (written := self._text(part)):
                geo |= dict(zip(("latitude", "longitude"), written.split(";", 1), strict=True))
            elif name in {"p-name", "p-org"}:
                found.setdefault(name[2:], self._text(part))
        if address:
            found["address"] = {"@type": "PostalAddress", **address}
        return found | ({"geo": geo} if geo else {})

    def _deep(self, element: Element, *, is_old: bool) -> Iterator[tuple[str, Element]]:
        """The properties of a card and of the address and the point within it."""
        for part in element.iter():
            self._steps.take()
            if is_element(part) and part is not element:
                for name in class_names(part):
                    yield (_OLD_CARD.get(name, name) if is_old else name), part

    def _dates(self, dates: dict[str, Element], *, is_old: bool) -> dict[str, str]:
        """Start and end as schema.org has them: the end's last day is a day of the event.

        Written in words for people, hCalendar's last day is meant so too; as the ``title`` of an ``abbr`` it is iCalendar's, which is the
        day after (microformats.org/wiki/dtend-issue).
        """
        found = {name: self._date(element) for name, element in dates.items()}
        start, end = found.get("dt-start", ""), found.get("dt-end", "")
        if end and re.fullmatch(_TIME, end) and (day := re.match(r"\d{4}-\d\d-\d\d", start)):
            end = f"{day[0]}T{_clock(end)}"
        if is_old and "dt-end" in dates and dates["dt-end"].tag == "abbr":
            end = _day_before(end, start)
        return {name: value for name, value in (("startDate", start), ("endDate", end)) if value}

    def _date(self, element: Element) -> str:
        """A date by the value class pattern: parts marked ``value`` or ``value-title``, in any order."""
        parts: list[str] = []
        for child in element.iter():
            self._steps.take()
            if is_element(child) and child is not element:
                if "value-title" in class_names(child):
                    parts.append((child.get("title") or "").strip())
                elif "value" in class_names(child):
                    parts.append(self._written(child))
        return _joined(parts) if parts else self._written(element)


def _joined(parts: list[str]) -> str:
    """Date, time and offset as one text; parts that are none of them make it unreadable as a whole."""
    day = next((part for part in parts if re.fullmatch(r"\d{4}-\d\d-\d\d|\d{8}", part)), "")
    times = [part for part in parts if _TIME.fullmatch(part) and part != day]
    offset = next((part for part in parts if re.fullmatch(r"[Zz]|[+-]\d\d:?\d\d", part)), "")
    if not day:
        return " ".join(parts)
    return f"{day}T{_clock(times[0])}{offset}" if times else day


def _clock(written: str) -> str:
    """``19:30`` for ``7:30pm``, with its offset."""
    found = _TIME.fullmatch(written)
    if found is None:
        return written
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % _NOON + (_NOON if found["half"].lower() == "p" else 0)
    return f"{hour:02d}:{found['minute'] or '00'}:{found['second'] or '00'}{found['offset'] or ''}"


def _day_before(end: str, start: str) -> str:
    """The last day of an event whose end is the day after; never before its start, and nothing else than a day is changed."""
    try:
        last, first = moment(end), moment(start)
    except ValueError:
        return end
    if isinstance(last, datetime) or isinstance(first, datetime):
        return end
    return max(last - timedelta(days=1), first).isoformat() if isinstance(last, date) else end


def _add(node: dict[str, Any], name: str, value: Any) -> None:
    """One more value of a property; a second name, address or place of the same thing is not another one."""
    if name in {"keywords", "image"} and name in node:
        node[name] = [*node[name], value] if isinstance(node[name], list) else [node[name], value]
    elif name not in node:
        node[name] = value
