"""What an answer is: its format, the program that made it, and, of a web page, the calendars it leads to.

Pure: one :class:`~harvesters.record.Response` in, :class:`Recognised` out, for any bytes whatever; it never raises. What an answer says
about itself (its content type, its file name) counts less than what stands in it. Recognising is independent of the readers: it names
formats that this installation may not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from parsel import Selector

from harvesters import platforms
from harvesters.markup import page_of, text_of
from harvesters.page_links import FeedLink, links_of
from harvesters.platforms import Clue
from harvesters.recognise_csv import header_of
from harvesters.recognise_json import shape_of
from harvesters.recognise_page import PageFacts, facts_of
from harvesters.record import Response

Confidence = Literal["sure", "likely", "guess"]
FORMAT_NAMES: dict[str, str] = {
    "ical": "iCalendar",
    "feed": "RSS / Atom",
    "schema": "schema.org",
    "page": "HTML",
    "linked_events": "Linked Events",
    "tribe": "The Events Calendar REST",
    "hellewi": "Hellewi",
    "lahella": "Lähellä.fi",
    "openactive": "OpenActive RPDE",
    "activitypub": "ActivityPub",
    "ptv": "PTV",
    "kirkanta": "Kirkanta",
    "csv": "CSV",
    "kooste": "Kooste",
    "json": "JSON",
    "hsds": "Open Referral HSDS",
}
"""Every format that can be recognised, by its name in ``schedules.yaml``; ``json`` is JSON of a kind we do not know."""
_MAGIC = (
    (b"%PDF", "pdf"),
    (b"PK\x03\x04", "office"),
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"RIFF", "image"),
    (b"\x1f\x8b", "packed"),
    (b"Rar!", "packed"),
    (b"7z\xbc\xaf", "packed"),
)
"""How files begin that nobody reads events from -> what they are."""
_CALENDAR = re.compile(rb"(?:\A|[\r\n])[ \t]*BEGIN[ \t]*:[ \t]*VCALENDAR", re.IGNORECASE)
_RECORDS = re.compile(rb"(?:\A|[\r\n])[ \t]*BEGIN[ \t]*:[ \t]*VEVENT", re.IGNORECASE)
_PROPERTY = r"(?:\A|[\r\n])%s(?:;[^\r\n:]*)?:([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)"
_ROOT = re.compile(r"<\s*(?:(?P<prefix>[\w-]+):)?(?P<name>[A-Za-z][\w-]*)(?P<rest>[^>]{0,2000})>")
_PROLOG = re.compile(r"<\?xml[^>]*>|<!--.*?-->|<\?[^>]*>|<!DOCTYPE[^>\[]*(?:\[.*?\])?\s*>", re.DOTALL | re.IGNORECASE)
_FEEDS = {"rss", "feed", "rdf"}
_LATE_ROOT = re.compile(r"<(?:rdf:)?(rss|feed|rdf)[\s>]", re.IGNORECASE)
"""The root of a feed with something before it: words of a server, or a long document type definition."""
_HTML = re.compile(r"<!doctype\s+html|<(?:html|head|body|div|p|main|section|article|ul|table|script|meta|a|h[1-6])[\s>]", re.IGNORECASE)
_HEAD = 20_000
"""Characters in which a document says what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """What one answer is."""

    format: str = ""
    """A key of ``FORMAT_NAMES``; empty where nothing is known."""
    confidence: Confidence = "guess"
    evidence: tuple[str, ...] = ()
    """What it was told by, in short technical words."""
    platform: str = ""
    """A key of ``PLATFORMS``; empty where nobody knows."""
    program: str = ""
    """What the program calls itself (PRODID, generator), for people who know it."""
    title: str = ""
    """What the document calls itself."""
    kind: str = ""
    """What it is instead of a calendar: ``pdf``, ``office``, ``image``, ``packed``, ``login``, ``not_found``, ``challenge``, ``empty``,
    ``sitemap``, ``xml``, ``error`` (words of a server), ``text``; empty for a format of ours."""
    records: int = 0
    """Records counted without reading them, ``0`` where that cannot be told."""
    links: tuple[FeedLink, ...] = ()
    """Calendars that a web page leads to, the most promising first."""
    language: str = ""
    """Language that the document declares, primary subtag."""

    @property
    def format_name(self) -> str:
        """The format as people call it."""
        return FORMAT_NAMES.get(self.format, "")


def recognise(response: Response) -> Recognised:
    """What the answer is."""
    body = response.body.lstrip(b"\xef\xbb\xbf \t\r\n\0")
    found = _of_body(response, body)
    if found.platform in {"", "wordpress", "library", "sabredav"}:
        clues = (
            Clue(platform=found.platform, evidence="") if found.platform else None,
            platforms.by_address(response.url),
            platforms.by_headers(response.headers),
        )
        clue = platforms.best(clues)
        if clue and clue.platform != found.platform:
            found = replace(found, platform=clue.platform, evidence=(*found.evidence, clue.evidence))
    return found


def _of_body(response: Response, body: bytes) -> Recognised:
    if kind := _file_kind(body):
        return Recognised(kind=kind, confidence="sure", evidence=(f"begins like {kind}",))
    if _CALENDAR.search(response.body) and b"<html" not in body[:500].lower():
        return _calendar(response.body)
    text = text_of(response)[0].lstrip("\ufeff \t\r\n")
    if _CALENDAR.search(text[:_HEAD].encode()) and "<html" not in text[:500].lower():
        return _calendar(text.encode())
    if text.startswith(("{", "[")):
        return _json(text)
    return _markup(response, text) if text.startswith("<") else _plain(text)


def _file_kind(body: bytes) -> str:
    """What a file is that nobody reads events from; empty where it may be a text."""
    if not body:
        return "empty"
    return next((kind for magic, kind in _MAGIC if body.startswith(magic)), "")


def _calendar(body: bytes) -> Recognised:
    """An iCalendar stream (RFC 5545)."""
    text = body.decode("utf-8", "replace").replace("\x00", "")
    prodid, title = _value(text, "PRODID"), _value(text, "X-WR-CALNAME") or _value(text, "NAME")
    clue = platforms.best((platforms.by_prodid(prodid), _calendar_clue(text)))
    return Recognised(
        format="ical",
        confidence="sure",
        evidence=tuple(filter(None, ("BEGIN:VCALENDAR", f"PRODID {prodid[:100]}" if prodid else "", _other_evidence(clue)))),
        platform=clue.platform if clue else "",
        program=prodid[:200],
        title=title[:200],
        records=len(_RECORDS.findall(body)),
    )


def _other_evidence(clue: Clue | None) -> str:
    return clue.evidence if clue and not clue.evidence.startswith("PRODID") else ""


def _calendar_clue(text: str) -> Clue | None:
    """A property of its own that only one program writes."""
    for name, key in (
        ("X-MICROSOFT-", "outlook"),
        ("X-APPLE-", "apple"),
        ("X-NEXTCLOUD-", "nextcloud"),
        ("X-NC-", "nextcloud"),
        ("X-MOZ-", "thunderbird"),
        ("X-ORIGINAL-URL", "wordpress"),
    ):
        if re.search(rf"(?:\A|[\r\n]){name}", text):
            return Clue(platform=key, evidence=f"property {name}*")
    return None


def _value(text: str, name: str) -> str:
    """The unfolded value of the first line of that name."""
    found = re.search(_PROPERTY % name, text[:_HEAD], re.IGNORECASE)
    value = re.sub(r"\r?\n[ \t]", "", found[1]) if found else ""
    return " ".join(re.sub(r"\\(.)", r"\1", value).split())


def _json(text: str) -> Recognised:
    """JSON, by the names of its fields."""
    shape = shape_of(text)
    if shape is None:
        kind = "error" if re.match(r"\[\s*error\b|\[error", text, re.IGNORECASE) else "text"
        return Recognised(kind=kind, confidence="guess", evidence=("begins like JSON and is none",))
    return Recognised(
        format=shape.format,
        confidence=shape.confidence,
        evidence=(shape.evidence,),
        platform=shape.platform,
        title=shape.title,
        kind=shape.kind,
        records=shape.records,
        language=shape.language,
    )


def _markup(response: Response, text: str) -> Recognised:
    """XML by its root element, everything else a web page."""
    root = _ROOT.match(_PROLOG.sub(" ", text[:_HEAD]).lstrip())
    name = root["name"].lower() if root else ""
    if name not in _FEEDS and not _HTML.search(text[:_HEAD]) and (late := _LATE_ROOT.search(text)):
        name = late[1].lower()
    if name in _FEEDS:
        return _feed(text, name)
    if name in {"urlset", "sitemapindex"}:
        return Recognised(kind="sitemap", confidence="sure", evidence=(f"root element {name}",))
    if not _HTML.search(text[:_HEAD]):
        return Recognised(kind="xml", confidence="sure", evidence=(f"root element {name or 'not found'}",))
    return _page(response)


def _feed(text: str, root: str) -> Recognised:
    """RSS, Atom or RDF."""
    head = text[:_HEAD]
    generator = _inner(head, "generator")
    clue = platforms.by_generator(generator)
    records = len(re.findall(r"<(?:\w+:)?(?:item|entry)[\s>]", text))
    language = re.search(r"<language>\s*([A-Za-z]{2,3})|xml:lang=[\"']([A-Za-z]{2,3})", head)
    return Recognised(
        format="feed",
        confidence="sure",
        evidence=tuple(filter(None, (f"root element {root}", f"generator {generator[:100]}" if generator else ""))),
        platform=clue.platform if clue else "",
        program=generator[:200],
        title=_inner(head, "title")[:200],
        records=records,
        language=(language[1] or language[2]).lower() if language else "",
    )


def _inner(text: str, name: str) -> str:
    """The text of the first element of that name."""
    found = re.search(rf"<{name}(?:\s[^>]*)?>(?:<!\[CDATA\[)?([^<\]]*)", text, re.IGNORECASE)
    return " ".join(found[1].split()) if found else ""


def _page(response: Response) -> Recognised:
    """A web page: its events in the page's own words for programs, and the calendars it leads to."""
    try:
        page = page_of(response)
        facts = facts_of(page)
    except Exception:  # noqa: BLE001 - any page whatever may be asked about; what cannot be taken apart is a page and no more
        return Recognised(format="page", confidence="guess", evidence=("begins like a web page",))
    return _page_of(page, response, facts)


def _page_of(page: Selector, response: Response, facts: PageFacts) -> Recognised:
    clue = platforms.best(
        (
            facts.by_class,
            platforms.by_generator(facts.generator),
            platforms.by_headers(response.headers),
            facts.clue,
            platforms.by_address(response.url),
        )
    )
    platform = clue.platform if clue else ""
    events = facts.events
    return Recognised(
        format="schema" if events else "page",
        confidence="sure",
        evidence=tuple(
            filter(None, ("a web page", f"{events} events as {facts.vocabulary}" if events else "", clue.evidence if clue else ""))
        ),
        platform=platform,
        program=facts.generator[:200],
        title=facts.title[:200],
        kind=facts.kind if not events else "",
        records=events,
        links=links_of(page, response.url, platform),
        language=facts.language,
    )


def _plain(text: str) -> Recognised:
    """A table of values, a server's error in words, or text."""
    if header := header_of(text):
        return Recognised(
            format="csv",
            confidence="likely" if header.is_about_events else "guess",
            evidence=(f"{len(header.names)} columns between {header.delimiter!r}",),
            records=header.rows,
        )
    is_error = bool(
        re.match(
            r"\W*(?:error|virhe|fel|warning|fatal|exception|forbidden|not found|access denied|unauthorized)\b", text[:200], re.IGNORECASE
        )
    )
    return Recognised(kind="error" if is_error else "text", confidence="guess", evidence=("plain text",))
