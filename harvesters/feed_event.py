"""One item of a feed into a RawEvent: what RSS and Atom define as feedparser reads it, the rest from the item's own fields."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from datetime import date
from email.utils import parsedate_to_datetime

from harvesters import ical_values
from harvesters.feed_document import resolved
from harvesters.feed_elements import Fields
from harvesters.feed_options import FeedOptions
from harvesters.feed_text import chosen, language_tag, plain
from harvesters.feed_times import FIELDS, TimeReader, When, moment
from harvesters.ical_lines import Line
from harvesters.ical_personal import may_be_personal, without_userinfo
from harvesters.ledger import Notes, Refused
from harvesters.record import RawEvent, RawImage, RawOffer, RawRegistration, Text

LONGEST_WHEN = 1000
"""Characters of an item's text that are looked at for a time in words, after its title."""
_MOST_CATEGORIES, _MOST_IMAGES, _MOST_EXTRA, _LONGEST_EXTRA = 20, 5, 50, 500
PERSONAL = {
    "author",
    "contributor",
    "dc:creator",
    "dc:contributor",
    "itunes:author",
    "itunes:owner",
    "media:credit",
    "xcal:attendee",
    "xcal:contact",
}
"""Elements that name people; never kept, never hashed."""
VOLATILE = {
    "updated", "modified", "dcterms:modified", "atom:updated", "lastbuilddate", "dc:date", "dcterms:created", "created", "issued",
    "slash:comments", "slash:hit_parade", "thr:total", "comments", "wfw:commentrss", "wfw:comment", "xcal:dtstamp", "xcal:last-modified",
    "xcal:created", "xcal:sequence", "feedburner:origenclosurelink",
}  # fmt: skip
"""Clocks and counters of the publisher's system; never kept, never hashed."""
PUBLISHED = {"pubdate", "published", "dcterms:issued"}
"""When the text was published. Hashed and kept only where no field tells the event's time, as the day the words were written on."""
_READ = PERSONAL | VOLATILE | PUBLISHED | FIELDS | {
    "title", "link", "guid", "id", "description", "summary", "content", "content:encoded", "body", "xhtml:body", "category", "dc:subject",
    "enclosure", "media:content", "media:thumbnail", "image", "url", "dc:language", "language", "source", "rights", "media:description",
    "media:title", "xcal:summary", "xcal:description", "xcal:content", "xcal:location", "xcal:location-address", "xcal:location-city",
    "xcal:organizer", "xcal:url", "xcal:uid", "xcal:cost", "xcal:category", "xcal:categories", "xcal:status", "xcal:geo",
    "xcal:featured", "xcal:parameters",
    "ev:location", "ev:organizer", "ev:type", "gd:where", "gd:eventstatus", "mec:location", "mec:cost", "mec:category", "libcal:location",
    "libcal:campus", "libcal:description", "libcal:audience", "bc:is_cancelled", "georss:point", "gml:pos",
    "geo:lat", "geo:long", "geo:lon", "calendarevent:location", "rdf:li",
}  # fmt: skip
"""Elements somebody here understands; every other one goes to ``extra``."""
_SPOT = re.compile(r"\s*(-?\d{1,3}(?:\.\d{1,20})?)[\s,;]+(-?\d{1,3}(?:\.\d{1,20})?)\s*")
_YEARS = range(1990, 2101)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """What RSS and Atom themselves define of one item, as feedparser gives it."""

    title: Text | None = None
    link: str = ""
    texts: tuple[Text, ...] = ()
    """Content first, then description or summary."""
    tags: tuple[str, ...] = ()


@dataclass(slots=True)
class Builder:
    """Makes the event of one item. ``language`` is what the feed declares for itself, ``base`` what addresses are relative to."""

    fields: Fields
    parsed: Parsed
    options: FeedOptions
    zone: str
    language: str
    base: str
    notes: Notes
    _used: set[str] = field(default_factory=set)

    def build(self, uid: str, digest: str, text: str) -> RawEvent:
        """The event; raises ``Refused``."""
        found = TimeReader(self.fields, self.options, self.zone, self.notes).read()
        name = self.parsed.title or self._words("xcal:summary", "media:title")
        body = self._body()
        when = "" if found.start is not None else found.words or self._whole(name, body)
        if not uid and found.start is None and not re.search(r"\d", when):
            raise Refused("required_field_missing", "guid", name.value if name else "")
        latitude, longitude = self._spot()
        return RawEvent(
            uid=uid,
            digest=digest,
            text=text,
            line=self.notes.line,
            name=(name,) if name else (),
            description=() if self.options.drop_text or body is None else (body,),
            start=found.start,
            end=found.end,
            rdate=found.others,
            when=when,
            status=self._status(),
            location=self._location(body),
            address=self._address(),
            latitude=latitude,
            longitude=longitude,
            url=self._url(),
            categories=self._categories(),
            images=() if self.options.drop_text else self._images(),
            organizer=self._organizer(),
            offers=self._offers(),
            registration=self._registration(),
            audience=tuple(self.fields.texts("libcal:audience")[:_MOST_CATEGORIES]),
            extra=self._extra(found),
        )

    def _language(self) -> str:
        own = self.fields.own.get("xml:lang", "") or self.fields.text("dc:language")
        return language_tag(own or ("" if self.options.several_languages else self.language))

    def _words(self, *names: str) -> Text | None:
        found = self.fields.text(*names)
        return Text(value=found, language=self._language(), html="<" in found) if found else None

    def _body(self) -> Text | None:
        """The fullest text there is: what the publisher calls content, else the longest of the others."""
        others = [found for name in ("xcal:content", "xcal:description", "libcal:description") if (found := self._words(name))]
        return max([*self.parsed.texts, *others], key=lambda text: len(text.value), default=None)

    def _whole(self, name: Text | None, body: Text | None) -> str:
        """Title and the beginning of the text, title first: somewhere in it the time may stand."""
        title = plain(name.value) if name and name.html else name.value if name else ""
        if body is None:
            return title
        if self.options.when and (told := chosen(body.value, self.options.when)):
            return f"{told}\n{title}".strip()
        rest = "" if self.options.drop_text else (plain(body.value) if body.html else body.value)[:LONGEST_WHEN]
        return "\n".join(filter(None, [title, rest]))

    def _own(self, key: str) -> list[str]:
        """What the publisher's own element for this says (``feed.fields`` of the entry)."""
        name = next((name for field_name, name in self.options.fields.items() if field_name == key), "")
        return self.fields.texts(name) if name else []

    def _location(self, body: Text | None) -> tuple[Text, ...]:
        in_text = chosen(body.value, self.options.place) if body and self.options.place else ""
        named = [*self._own("location"), *filter(None, [in_text])] or self.fields.texts(
            "xcal:location", "ev:location", "mec:location", "libcal:location", "calendarevent:location"
        )
        named = named or self.fields.attribute("gd:where", "valueString")
        campus = self.fields.text("libcal:campus")
        place = next(iter(named), "")
        value = ", ".join(dict.fromkeys(filter(None, [place, campus])))
        return (Text(value=value, language=self._language()),) if value else ()

    def _address(self) -> str:
        own = self._own("address")
        parts = own[:1] or [self.fields.text("xcal:location-address"), self.fields.text("xcal:location-city")]
        return ", ".join(dict.fromkeys(filter(None, parts)))

    def _spot(self) -> tuple[float | None, float | None]:
        """GeoRSS, GML, W3C geo or RFC 5545 GEO, in this order; ``bad_geo`` where it is written and makes no sense."""
        name = next((name for name in ("georss:point", "gml:pos", "xcal:geo", "geo:lat") if self.fields.text(name)), "")
        if not name:
            return None, None
        written = self.fields.text(name) + (f" {self.fields.text('geo:long', 'geo:lon')}" if name == "geo:lat" else "")
        found = _SPOT.fullmatch(written)
        if found and math.fabs(float(found[1])) <= 90 and math.fabs(float(found[2])) <= 180:  # noqa: PLR2004 - degrees
            return float(found[1]), float(found[2])
        self.notes.warn("bad_geo", name, written)
        return None, None

    def _url(self) -> str:
        """The item's page; the event's own address where it has no page."""
        for name, address in (("link", self.parsed.link), ("xcal:url", self.fields.text("xcal:url"))):
            if found := self._http(name, address):
                return found
        if self.fields.has("link") and not self.parsed.link:
            self.notes.warn("bad_url", "link", self.fields.text("link") or next(iter(self.fields.attribute("link", "href")), ""))
        return ""

    def _http(self, name: str, address: str) -> str:
        """The address made absolute; ``""`` with a note where it is no http(s) address."""
        if not address:
            return ""
        try:
            found = ical_values.http_address(resolved(address, self.base))
        except ValueError:
            self.notes.warn("bad_url", name, without_userinfo(address))
            return ""
        if without_userinfo(address) != address:
            self.notes.warn("url_credentials_removed", name)
        return found

    def _images(self) -> tuple[RawImage, ...]:
        """Pictures the item names in elements of its own; nothing is fetched."""
        found = []
        for element in self.fields.elements:
            given = element.attributes
            kind = given.get("type", "") or given.get("medium", "")
            is_named = element.name == "media:thumbnail" or (element.name in {"enclosure", "media:content"} and kind.startswith("image"))
            is_link = element.name == "link" and given.get("rel") == "enclosure" and kind.startswith("image")
            address = (
                given.get("url", "") if is_named else given.get("href", "") if is_link else element.text if element.name == "image" else ""
            )
            found.append(resolved(address, self.base) if address else "")
        return tuple(RawImage(url=url) for url in list(dict.fromkeys(filter(None, found)))[:_MOST_IMAGES])

    def _categories(self) -> tuple[str, ...]:
        """RSS and Atom categories, dc:subject, the modules' own, each once."""
        listed = [*self.parsed.tags, *self.fields.texts("ev:type"), *self.fields.texts("xcal:category", "xcal:categories")]
        listed += [*self.fields.texts("mec:category"), *self._own("category")]
        found = list(dict.fromkeys(tag.strip() for tag in listed if tag.strip()))
        if len(found) > _MOST_CATEGORIES:
            self.notes.add("categories_cut", "info", "category", str(len(found)))
        return tuple(found[:_MOST_CATEGORIES])

    def _organizer(self) -> tuple[Text, ...]:
        """The organisation; an address in its place is somebody's and is dropped."""
        found = next(iter(self._own("organizer")), "") or self.fields.text("xcal:organizer", "ev:organizer")
        is_address = "@" in found or re.match(r"(?:https?|mailto|tel):", found, re.IGNORECASE)
        return (Text(value=found, language=self._language()),) if found and not is_address else ()

    def _offers(self) -> tuple[RawOffer, ...]:
        found = next(iter(self._own("price")), "") or self.fields.text("xcal:cost", "mec:cost")
        return (RawOffer(price=found),) if found else ()

    def _registration(self) -> RawRegistration | None:
        found = next(iter(self._own("registration_url")), "")
        address = self._http(self.options.fields.get("registration_url", ""), found) if found else ""
        return RawRegistration(url=address) if address else None

    def _status(self) -> str:
        google = next(iter(self.fields.attribute("gd:eventstatus", "value")), "").rpartition("event.")[2]
        cancelled = "CANCELLED" if self.fields.text("bc:is_cancelled").lower() == "true" else ""
        own = next(iter(self._own("status")), "")
        found = own or self.fields.text("xcal:status") or google or cancelled
        return "CANCELLED" if found.lower() == "canceled" else found.upper()

    def _extra(self, found: When) -> dict[str, str]:
        """Fields nobody understood, and the day the words were written on where only words tell the time."""
        mine = set(self.options.fields.values())
        extra: dict[str, str] = {}
        if found.start is None and (day := published(self.fields)):
            extra["published"] = day.isoformat()
        if (address := self.fields.text("xcal:url")) and self.parsed.link and resolved(address, self.base) != self.parsed.link:
            extra["xcal:url"] = without_userinfo(address)
        for element in () if self.options.drop_text else self.fields.elements:
            value = element.text or " ".join(element.attributes.values())
            line = Line(re.sub(r"[^A-Z0-9]+", "-", element.name.upper()), {}, value, "")
            if value and element.name not in _READ | mine and not may_be_personal(line) and len(extra) < _MOST_EXTRA:
                extra.setdefault(element.name, without_userinfo(value[:_LONGEST_EXTRA]))
        return extra


def published(fields: Fields) -> date | None:
    """The day the item says it was published on, between 1990 and 2100; only ever the day from which words such as "28.11." count."""
    for written in fields.texts("pubdate", "published", "dcterms:issued", "dc:date"):
        try:
            found = moment(written)
        except (ValueError, OverflowError):
            try:
                found = parsedate_to_datetime(written)
            except (ValueError, OverflowError, TypeError, IndexError):
                continue
        if found.year in _YEARS:
            return date(found.year, found.month, found.day)
    return None
