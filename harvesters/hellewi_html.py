"""Reads the course lists of Hellewi's old pages (``courses.php``, ``course.php?l=fi&t=5937``): tables of one course a row.

Columns are found by their headings, in Finnish, Swedish or English; without headings by what stands in the cells. A cell nobody can
place is not kept: it may well be the teacher's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from parsel import Selector

from harvesters.errors import Unreadable
from harvesters.json_document import canonical
from harvesters.json_words import address_of, joined, parameters
from harvesters.ledger import Ledger, Notes, Refused
from harvesters.markup import page_of, words
from harvesters.record import Ask, Availability, RawEvent, RawOffer, RawRegistration, ReadContext, Reading, Response, Text

VERSION = "hellewi-html-1"
_FEWEST_CELLS = 3
_HEADINGS = {
    "code": r"koodi|kurssikoodi|nro|numero|numero\w*|kod|nummer|code|no\.?",
    "time": r"aika|ajankohta|kellonaika|viikonpäivä\w*|päivä ja aika|tid|veckodag\w*|time|weekday\w*",
    "days": r"päivämäärä\w*|pvm|kesto|alkaa|alkaa.*|kurssiaika|datum|period|dates?|begins",
    "place": r"paikka|opetuspaikka|toimipaikka|kokoontumispaikka|plats|ort|place|location|venue",
    "teacher": r"opettaja\w*|ohjaaja\w*|vetäjä|lärare|ledare|teacher|instructor",
    "price": r"hinta.*|maksu|kurssimaksu|pris|avgift|kursavgift|price|fee",
    "places": r"paikkoja.*|tila|tilanne|ilmoittautuminen|vapaana|platser|anmälan|läge|places|status|enrol\w*|availability",
    "name": r"kurssi\w*|nimi|kurssin nimi|kurs\w*|namn|course|name|title|ryhmä|grupp",
}
"""Field -> what its column's heading says, in lower case; the first that fits, so that a code of a course is no name."""
_WEEKDAY = r"(?:ma|ti|ke|to|pe|la|su|må|on|fr|lö|sö|mon|tue|wed|thu|fri|sat|sun)"
_CELLS = {
    "time": re.compile(rf"(?i){_WEEKDAY}\b.*\d{{1,2}}[.:]\d\d.*"),
    "days": re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4})?\s*[–-]\s*\d{1,2}\.\d{1,2}\.(?:\d{4})?"),
    "price": re.compile(r"\d{1,4}(?:[.,]\d\d)?\s*(?:€|eur|e)?", re.IGNORECASE),
    "code": re.compile(r"[A-ZÅÄÖ]{0,4}\d{4,10}[A-Z]?"),
}
"""What a whole cell looks like where no heading tells."""
_STATES = (
    ("closed", r"päättyn|suljettu|avslutad|stängd|closed|ended"),
    ("not_yet_open", r"alkaa|aukeaa|ei vielä|öppnar|börjar|inte ännu|opens|not yet"),
    ("queue", r"jono|varasija|kö\b|kön|köplats|queue|waiting"),
    ("full", r"täynnä|täysi|fullt|fullsatt|fullbokad|full\b"),
    ("open", r"ilmoittaudu|vapaa|vapaita|tilaa|anmäl|lediga|enrol|sign up|places left"),
)
"""In this order: "täynnä, jonoon 3" is a queue, and enrolment that "alkaa 8.12." is not open."""
_LEFT = re.compile(
    r"(?i)(\d{1,4})\s*(?:vapaata?\s*)?(?:paikkaa?\b|plats(?:er)?\b|places?\b)|(?:vapaana|vapaita|lediga|left)\s*:?\s*(\d{1,4})"
)
_NEXT = re.compile(r"(?i)(?:(?:seuraava|nästa|next)(?: (?:sivu|sida|page))?)?\s*[›»>]{0,2}")
_PLACES_WORDS = re.compile("|".join(pattern for _, pattern in _STATES), re.IGNORECASE)


class Row(NamedTuple):
    """One course as its table shows it."""

    cells: dict[str, str]
    link: str
    subject: str


def follow(response: Response, _: ReadContext) -> tuple[Ask, ...]:
    """The next page of the list, where one is linked as such."""
    following = _next_page(page_of(response), response.url)
    return (Ask(url=following),) if following else ()


def read(response: Response, context: ReadContext) -> Reading:
    """Every row of every table of courses; raises ``Unreadable`` (``selector_miss``) where there is none."""
    ledger = Ledger(context, VERSION)
    pages = [(answer, page_of(answer)) for answer in (response, *response.parts)]
    for answer, page in pages:
        for row in _rows(page, answer.url):
            _take(ledger, row, context)
    for heading in _unknown_headings(pages[0][1]):
        ledger.tell("field_ignored", "info", heading)
    if not ledger.read:
        raise Unreadable("The page holds no table of courses.", reason="selector_miss")
    complete = any(not _next_page(page, answer.url) for answer, page in pages)
    if not complete:
        ledger.tell("pages_cut", "warning")
    return ledger.reading(
        title=words(pages[0][1].css("title")[:1][0]) if pages[0][1].css("title") else "", platform="Hellewi", complete=complete
    )


def uid_of(row: Row) -> str:
    """The number in the course's link (``t=5937``), else its code."""
    return parameters(row.link).get("t") or row.cells.get("code", "")


def _take(ledger: Ledger, row: Row, context: ReadContext) -> None:
    kept = {name: value for name, value in row.cells.items() if name not in {"teacher", "places"}}
    uid, text = uid_of(row), canonical({**kept, "link": row.link, "subject": row.subject})

    def make(digest: str, notes: Notes) -> RawEvent:
        return _course(row, RawEvent(uid=uid, digest=digest, text=text), context.language, notes)

    ledger.take(uid, text, make)
    if uid and (told := places_of(uid, row.cells.get("places", ""))) is not None:
        ledger.availability.append(told)


def _course(row: Row, blank: RawEvent, language: str, notes: Notes) -> RawEvent:
    """The row's course: its time stays in words, for the year is not told here."""
    cells = row.cells
    if not cells.get("name"):
        raise Refused("no_title", "name")
    when = ", ".join(filter(None, (cells.get("time"), cells.get("days"))))
    if not when:
        raise Refused("no_start", "time", cells["name"])
    url = address_of(row.link, notes, "link")
    return replace(
        blank,
        name=(Text(value=cells["name"], language=language),),
        when=when,
        kind="activity",
        location=(Text(value=cells["place"]),) if cells.get("place") else (),
        url=url,
        categories=(row.subject,) if row.subject else (),
        offers=(RawOffer(price=cells["price"]),) if cells.get("price") else (),
        registration=RawRegistration(url=url, required=True),
        extra={"code": cells["code"]} if cells.get("code") else {},
    )


def places_of(uid: str, told: str) -> Availability | None:
    """``Täynnä``, ``3 paikkaa`` and the like; ``None`` for words that say nothing about places."""
    state = next((state for state, pattern in _STATES if re.search(pattern, told, re.IGNORECASE)), "")
    number = _LEFT.search(told)
    remaining = int(number[1] or number[2]) if number else 0 if state in {"full", "queue"} else None
    return Availability(uid=uid, remaining=remaining, state=state) if state or remaining is not None else None


def _rows(page: Selector, url: str) -> Iterator[Row]:
    """The rows of every table that has a link to a course, or columns named like a course list's."""
    for table in page.xpath("//table[not(.//table)]"):
        columns, subject = _columns(table), _heading(table)
        if not columns and not table.xpath(".//a[contains(@href, 'course.php')]"):
            continue
        for row in table.xpath(".//tr[td]"):
            cells = row.xpath("./td")
            if len(cells) == 1:
                subject = words(cells[0]) or subject
            elif len(cells) >= _FEWEST_CELLS and not _is_heading(cells):
                yield Row(_fields(cells, columns), joined(url, _link(row)) if _link(row) else "", subject)


def _columns(table: Selector) -> dict[int, str]:
    """Position -> field, by the first row of headings; empty where fewer than two columns are known."""
    for row in table.xpath(".//tr")[:3]:
        named = {number: field for number, cell in enumerate(row.xpath("./th|./td")) if (field := _field(words(cell)))}
        if len(named) > 1 and len(set(named.values())) == len(named):
            return named
    return {}


def _unknown_headings(page: Selector) -> tuple[str, ...]:
    """What stands over the columns that are not read, so that somebody can say what they are."""
    headings = (words(cell) for table in page.xpath("//table[not(.//table)]") if _columns(table) for cell in table.xpath(".//th"))
    return tuple(dict.fromkeys(told for told in headings if told and not _field(told)))[:10]


def _field(heading: str) -> str:
    return next((name for name, pattern in _HEADINGS.items() if re.fullmatch(pattern, heading.strip(" :").lower())), "")


def _is_heading(cells: list[Selector]) -> bool:
    return sum(bool(_field(words(cell))) for cell in cells) > 1


def _fields(cells: list[Selector], columns: dict[int, str]) -> dict[str, str]:
    """Field -> text of the row's cells."""
    found: dict[str, str] = {}
    for number, cell in enumerate(cells):
        told = words(cell)
        name = columns.get(number, "") if columns else _guessed(cell, told)
        if name and told:
            found.setdefault(name, told)
    return found


def _guessed(cell: Selector, told: str) -> str:
    """The field of a cell without a heading: the course's link is its name, the rest by what the whole cell looks like."""
    if cell.xpath(".//a[contains(@href, 'course.php')]") and not _PLACES_WORDS.match(told):
        return "name"
    looks = next((name for name, pattern in _CELLS.items() if pattern.fullmatch(told)), "")
    return looks or ("places" if _PLACES_WORDS.match(told) else "")


def _link(row: Selector) -> str:
    return (row.xpath(".//a[contains(@href, 'course.php')]/@href").get() or row.xpath(".//a/@href").get() or "").strip()


def _heading(table: Selector) -> str:
    """The heading the table stands under."""
    caption = table.xpath("./caption")
    nearest = caption or table.xpath("(preceding::h2|preceding::h3)[last()]")
    return words(nearest[0]) if nearest else ""


def _next_page(page: Selector, url: str) -> str:
    for link in page.xpath("//a[@href]"):
        told = words(link)
        if "next" in link.attrib.get("rel", "").split() or (told and _NEXT.fullmatch(told)):
            following = joined(url, link.attrib["href"])
            return "" if following.partition("#")[0] == url.partition("#")[0] else following
    return ""
