"""Reads RSS (0.9 to 2.0) and Atom: a Response into RawEvents, issues and a ledger that adds up (docs/formats/feed.md).

``feed_document`` cuts the text into items before any parser sees it; each item is hashed, and only those whose digest the caller does
not know are given to feedparser, one by one. No name, date or address of the document is ever looked up, opened or trusted.
"""

from __future__ import annotations

import io
from typing import Any

import feedparser

from harvesters.feed_document import Cut, Item, cut, resolved
from harvesters.feed_elements import Fields, fields_of
from harvesters.feed_event import PERSONAL, PUBLISHED, VOLATILE, Builder, Parsed, published
from harvesters.feed_options import FeedOptions
from harvesters.feed_text import language_tag
from harvesters.feed_times import FIELDS, says_when
from harvesters.json_people import reaches_someone
from harvesters.ledger import Ledger, Notes, Refused
from harvesters.markup import text_of
from harvesters.record import RawEvent, ReadContext, Reading, Response, Text

VERSION = "feed 1"
"""Part of every digest: raised whenever the same text would be read differently."""
_LONGEST_ITEM = 500_000
"""Characters of one item; a larger one is set aside."""
_LONGEST_HEAD = 100_000
"""Characters of what is no item; what the feed says of itself stands at its beginning."""
_LONGEST_RESOLVED = 200_000
"""Characters of a document whose texts have their relative links made absolute, which takes long for tangled markup."""
_TEXTS = {
    "description",
    "summary",
    "content",
    "content:encoded",
    "body",
    "xhtml:body",
    "xcal:description",
    "xcal:content",
    "media:description",
}

_IDENTITY = {"guid", "id", "link", "title"}
_EVENT_WORDS = ("ev:", "xcal:", "gd:", "geo:", "georss:", "category")
"""Elements that tell about the event and not about people, for feeds of which no text is kept."""


def read(response: Response, context: ReadContext) -> Reading:
    """Everything the feed says; raises ``Unreadable`` where it is no feed, not all of one, or not safe to read."""
    text, is_guessed = text_of(response)
    document = cut(text, response.url)
    ledger = Ledger(context, VERSION)
    head = _parse(document.head[:_LONGEST_HEAD], document.base)
    is_broken = bool(head.bozo) and len(document.head) <= _LONGEST_HEAD
    if is_guessed:
        ledger.tell("encoding_repaired", "warning")
    if document.is_repaired or is_broken:
        ledger.tell("markup_repaired", "warning")
    reader = _ItemReader(document, context, _declared_language(head), is_broken=is_broken)
    for item in document.items:
        reader.take(item, ledger)
    feed = head.feed
    return ledger.reading(title=_string(feed.get("title")), platform=_string(feed.get("generator")))


class _ItemReader:
    """Reads the items of one document."""

    def __init__(self, document: Cut, context: ReadContext, language: str, *, is_broken: bool) -> None:
        self.document = document
        self.context = context
        self.language = language
        self.is_broken = is_broken
        """The document's own part is broken already, which is told once and not again for every item."""
        self.options = context.options if isinstance(context.options, FeedOptions) else FeedOptions()

    def take(self, item: Item, ledger: Ledger) -> None:
        """Hash one item and read it unless it is known."""
        fields = fields_of(item.text[:_LONGEST_ITEM], self.document.spaces)
        base = resolved(fields.own.get("xml:base", ""), self.document.base) or self.document.base
        has_time = says_when(fields, self.options)
        kept = [text for name, text in fields.children if name not in PERSONAL | VOLATILE | PUBLISHED]
        day = "" if has_time else str(published(fields) or "")
        own = sorted(pair for pair in fields.own.items() if not pair[0].startswith("xmlns"))
        text = "\n".join([*kept, day, self.language, base, repr(own), repr(sorted(self.document.spaces.items()))])

        def make(digest: str, notes: Notes) -> RawEvent:
            if len(item.text) > _LONGEST_ITEM:
                raise Refused("item_unreadable", "item", item.text[:200])
            parsed = self._parsed(item, base, notes)
            shown = [text for name, text in fields.children if self._is_kept(name, text)]
            builder = Builder(fields, parsed, self.options, self.context.zone, self.language, base, notes)
            return builder.build(_uid(fields, base), digest, "\n".join(shown))

        ledger.take(_uid(fields, base), text, make, line=item.line)

    def _is_kept(self, name: str, text: str) -> bool:
        """True for a field whose text may be kept: no clock, no person, no way to reach one; texts are redacted by normalize."""
        is_chosen = name in _IDENTITY or name in FIELDS or name.startswith(_EVENT_WORDS)
        if name in PERSONAL | VOLATILE or (self.options.drop_text and (name in _TEXTS or not is_chosen)):
            return False
        return name in _TEXTS or name in _IDENTITY or not reaches_someone(text)

    def _parsed(self, item: Item, base: str, notes: Notes) -> Parsed:
        """What feedparser makes of the item standing alone; raises ``Refused`` where it makes nothing of it."""
        found = _parse(self.document.alone(item), self.document.base)
        if len(found.entries) != 1:
            raise Refused("item_unreadable", "item", item.text[:200])
        if (found.bozo and not self.is_broken) or not item.is_closed:
            notes.warn("markup_repaired", "item")
        entry = found.entries[0]
        title = _text(entry.get("title_detail"), self._language_of)
        texts = [_text(one, self._language_of) for one in [*entry.get("content", []), entry.get("summary_detail")]]
        link = _string(entry.get("link"))
        return Parsed(
            title=title,
            link=resolved(link, base),
            texts=tuple(one for one in texts if one is not None),
            tags=tuple(_string(tag.get("label") or tag.get("term")) for tag in entry.get("tags", [])),
        )

    def _language_of(self, declared: str) -> str:
        """A text's own language; the feed's where it declares one for itself and speaks one language only."""
        declared = language_tag(declared)
        if self.options.several_languages and declared == self.language:
            return ""
        return declared or ("" if self.options.several_languages else self.language)


def _parse(document: str, base: str) -> Any:
    """How feedparser reads a text that is known to be safe. It is given bytes to read, never a name to open."""
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": base}
    body = io.BytesIO(document.encode("utf-8", "replace"))
    return feedparser.parse(body, response_headers=headers, sanitize_html=False, resolve_relative_uris=len(document) <= _LONGEST_RESOLVED)


def _declared_language(head: Any) -> str:
    return language_tag(_string(head.feed.get("language")))


def _uid(fields: Fields, base: str) -> str:
    """The raw identifier: guid or id as it stands, else what an RSS 1.0 item is about, else its link."""
    given = fields.text("guid", "id") or fields.own.get("rdf:about", "").strip()
    if given:
        return given
    links = [*fields.texts("link"), *fields.attribute("link", "href"), fields.own.get("href") or fields.own.get("HREF", "")]
    return next((found for link in links if (found := resolved(link, base))), "")


def _text(detail: Any, language: Any) -> Text | None:
    """A text of feedparser's with the language it stands in; ``None`` where it is empty."""
    if not detail or not (value := _string(detail.get("value"))):
        return None
    return Text(
        value=value,
        language=language(_string(detail.get("language"))),
        html=detail.get("type") != "text/plain" and ("<" in value or "&" in value),
    )


def _string(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
