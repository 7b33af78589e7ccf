"""A whole notice in a phrase: title, time, place, price, audience and enrolment, each read by its own grammar.

The time is read first and cut out; what is left falls into clauses, and each clause belongs to the first grammar that understands it. The
first clause that none does is the title. Rows under a weekday or date heading are told one by one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from normalize.phrase_access import read_accessibility
from normalize.phrase_ages import ages_beside, gender_of
from normalize.phrase_enrolment import read_enrolment, tells_enrolment
from normalize.phrase_facts import facts_of
from normalize.phrase_figures import clock, has_two_digit_minutes
from normalize.phrase_items import Dates, Item, Mark, Slot, Times, Words
from normalize.phrase_lexemes import reading_language
from normalize.phrase_meaning import Meaning
from normalize.phrase_parse import items_of
from normalize.phrase_places import attendance_of, names_venue
from normalize.phrase_prices import read_price, tells_price
from normalize.phrase_rest import merged, tied, without
from normalize.phrase_shape import shape_of
from normalize.phrase_status import read_status, tells_status
from normalize.phrase_tokens import composed, folded
from normalize.phrase_understand import season_span, understand

Shape = dict[str, Any]
_CUT = "\x1f"
_CLAUSE = re.compile(rf"[{_CUT};|\n]|,(?!\d)|(?<=\w)\.(?=\s|$)|[!?]+(?=\s|$)|(?=\()|(?<=\))|\s[–—-]\s")
_SHORT = re.compile(r"\b(?:ilm|alk|krt|hlö|sis|viim|anm|klo|kl|max|min|esim|puh|v|lk|n|os|srk)\.", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[^\d\W])\.\s|[!?;\n|]|,\s(?!\d)")
_DOT = "\x1e"
_FEW_WORDS = 8
"""Words of a title at most where nothing parts it from a sentence."""
_CAFE = re.compile(r"\w(?:caf[eé]|kahvila)$|\w\scaf[eé]$", re.IGNORECASE)
"""A café that is held rather than visited (språkcafé, kielikahvila), where nothing else is the title."""
_LETTER = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class _Clause:
    """A piece of the text that is left beside the time, and what it tells (``""``: nobody knows, it may be the title)."""

    text: str
    sort: str


def read_composite(text: str, language: str, reference: date, zone: str) -> Shape:
    """All that a notice tells; only the keys that it has something for."""
    whole = composed(text)
    spoken = reading_language(whole, language)
    items = items_of(whole, spoken)
    if rows := _rows(items):
        return _of_rows(rows, whole, reference, zone)
    facts = facts_of(items)
    meaning = season_span(understand(facts, reference), facts, reference)
    if "historical_date" in meaning.flags:
        return {"events": [], "flags": ["historical_date"]}
    if facts.seen and not (_has_time(meaning) or tells_price(whole) or tells_enrolment(whole)):
        return {"events": [], "flags": ["not_an_event"]}
    left = _left(whole, [*tied(facts.places, facts.ties), *tied(facts.asides, facts.aside_ties)])
    clauses = _clauses(left)
    time = shape_of(meaning, zone) if _has_time(meaning) or meaning.flags else {}
    ages = ages_beside(left.replace(_CUT, ", "), reference)
    return _told(clauses, whole, ages) | time | _enrolment(whole, spoken, reference) | _status(whole, clauses, spoken, reference)


def _has_time(meaning: Meaning) -> bool:
    """True where the meaning puts something on a calendar."""
    return bool(meaning.occasions or meaning.series or meaning.hours or meaning.span or meaning.month or meaning.alternatives)


def _left(text: str, places: list[tuple[int, int]]) -> str:
    """The text with a cut where the time stood."""
    pieces: list[str] = []
    position = 0
    for start, end in merged(text, places):
        pieces.append(text[position:start])
        position = max(position, end)
    return _CUT.join([*pieces, text[position:]])


def _shielded(text: str) -> str:
    """The text in which the dot of an abbreviation ends no sentence."""
    return _SHORT.sub(lambda found: found[0][:-1] + _DOT, text)


def _clauses(text: str) -> list[_Clause]:
    """The clauses of what is left, each with the grammar it belongs to."""
    pieces = [piece.strip(" \t:,.–—-()[]").replace(_DOT, ".") for piece in _CLAUSE.split(_shielded(text))]
    telling = [piece for piece in pieces if piece and (_LETTER.search(piece) or tells_price(piece) or "+" in piece)]
    return [clause for piece in telling for clause in _parted(piece)]


def _parted(piece: str) -> list[_Clause]:
    """A clause; of a mark such as ``PERUTTU: Kuorokonsertti`` the title besides."""
    sort = _sort(piece)
    title = read_status(piece, "", date.min).get("title", "") if sort == "status" else ""
    return [_Clause(piece, sort), *([_Clause(title, _sort(title))] if title else [])]


def _sort(piece: str) -> str:
    """Which grammar understands a clause."""
    if tells_price(piece):
        return "price"
    if tells_enrolment(piece):
        return "enrolment"
    if tells_status(piece):
        return "status"
    if read_accessibility(piece)["accessibility"]:
        return "accessibility"
    return "venue" if names_venue(piece) or attendance_of(folded(piece)) == "online" else ""


def _told(clauses: list[_Clause], text: str, ages: Shape) -> Shape:
    """Title, place, price, audience and accessibility."""
    shape: Shape = {}
    title = _title(clauses, in_cells="|" in text)
    if title:
        shape["title"] = title
    shape |= {key: value for key, value in ages.items() if value}
    if place := _place(clauses, title):
        shape["place"] = place
    if mode := attendance_of(folded(text)):
        shape["attendance_mode"] = mode
    prices = ", ".join(clause.text for clause in clauses if clause.sort == "price")
    if prices:
        shape |= read_price(prices)
    if features := read_accessibility(text)["accessibility"]:
        shape["accessibility"] = features
    return shape


def _title(clauses: list[_Clause], *, in_cells: bool) -> str:
    """The first clause that tells nothing else; where every clause does, the first that only names a venue beside further words."""
    for clause in clauses:
        if not clause.sort and len(clause.text.split()) <= _FEW_WORDS:
            return clause.text
    venues = [clause.text for clause in clauses if clause.sort == "venue"]
    return venues[0] if len(venues) > 1 or (venues and (in_cells or _CAFE.search(venues[0]))) else ""


def _place(clauses: list[_Clause], title: str) -> str:
    """The clause that names a venue."""
    return next((clause.text for clause in clauses if clause.sort == "venue" and clause.text != title), "")


def _enrolment(text: str, language: str, reference: date) -> Shape:
    """Enrolment as its own sentences tell it."""
    parts = [part.replace(_DOT, ".") for part in _SENTENCE.split(_shielded(text))]
    told = ". ".join(part for part in parts if tells_enrolment(part))
    shape = read_enrolment(told, language, reference) if told else {}
    return shape if shape.get("registration") else {}


def _status(text: str, clauses: list[_Clause], language: str, reference: date) -> Shape:
    """Status where a clause tells one."""
    if not any(clause.sort == "status" for clause in clauses):
        return {}
    told = read_status(text, language, reference)
    return {key: value for key, value in told.items() if key in {"status", "new_start"}}


def _rows(items: list[Item]) -> list[tuple[list[Item], list[Item]]]:
    """(heading, row) for each row below a heading, where at least two rows have a time of their own; else nothing."""
    lines: list[list[Item]] = [[]]
    for item in items:
        if isinstance(item, Mark) and item.kind == "break" and item.value == "line":
            lines.append([])
        else:
            lines[-1].append(item)
    heading: list[Item] = []
    rows: list[tuple[list[Item], list[Item]]] = []
    for bare_line in filter(None, lines):
        line = _with_bare_time(bare_line) if heading else bare_line
        if _is_heading(line):
            heading = line
        elif any(isinstance(item, Times) for item in line):
            rows.append((heading, line))
    return rows if len(rows) > 1 and all(above for above, _ in rows) else []


def _with_bare_time(line: list[Item]) -> list[Item]:
    """A row below a heading whose only figure is a time without a word for it (``Tuolijumppa 10.00``)."""
    found = [index for index, item in enumerate(line) if isinstance(item, Words) and has_two_digit_minutes(item.text)]
    if len(found) != 1 or any(isinstance(item, Times | Dates) for item in line):
        return line
    item = line[found[0]]
    minutes = clock(getattr(item, "text", ""))
    time = Times(start=item.start, end=item.end, slots=(Slot(start=minutes),), bare=True)
    return line if minutes is None else [*line[: found[0]], time, *line[found[0] + 1 :]]


def _is_heading(line: list[Item]) -> bool:
    """True for a line that tells days and has neither a time nor a word."""
    facts = facts_of(line)
    silent = not any(isinstance(item, Words) for item in line)
    return silent and bool(facts.groups) and not any(group.slots for group in facts.groups) and not facts.lead


def _of_rows(rows: list[tuple[list[Item], list[Item]]], text: str, reference: date, zone: str) -> Shape:
    """Every row as an occasion or a series with its title."""
    events: list[Shape] = []
    series: list[Shape] = []
    flags: set[str] = set()
    for heading, row in rows:
        facts = facts_of([*heading, *row])
        meaning = understand(facts, reference)
        title = without(text, row[0].start, row[-1].end, tied(facts.places, facts.ties))
        meaning.series = [replace(one, title=title, gender=gender_of(title)) for one in meaning.series]
        shape = shape_of(meaning, zone)
        series += shape.get("series", [])
        events += [{"title": title} | event for event in shape.get("events", [])]
        flags |= meaning.flags
    merged_flags = Meaning(flags=flags).ordered_flags
    return (
        ({"events": events} if events else {}) | ({"series": series} if series else {}) | ({"flags": merged_flags} if merged_flags else {})
    )
