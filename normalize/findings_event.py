"""Findings about single events that no reader notes as an issue, because nothing of the record is wrong by its format."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from normalize.finding import MOST_EXAMPLES, Facts, Finding, Level, Record, of_records
from normalize.holidays import is_christmas_break, is_holiday
from normalize.model import Listing
from normalize.nearest_places import nearest
from normalize.recurrence import RuleError, Window, expand
from normalize.text import looks_like_html

_CLOCK = re.compile(r"\b(?:klo|kello|kl|at)\b\.?\s*(?P<hour>[01]?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d))?(?!\d)", re.IGNORECASE)
_SPAN = re.compile(r"(?<![\d.])(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)\s?[-–—]\s?(?:[01]?\d|2[0-4])[.:][0-5]\d(?![.\d])")
_BUSY_TITLES = """
varattu, alustava, poissa, kiireinen, yksityinen, yksityinen tapaaminen, upptagen, preliminär, privat, privat avtalad tid,
busy, tentative, free, private, private appointment, out of office
"""
_BUSY = frozenset(" ".join(title.split()) for title in _BUSY_TITLES.split(","))
"""What programs publish in the place of a name when they are told to publish only when somebody is busy."""
_MEMBERS_WORDS = """
vain jäsenille, jäsenten oma, hallituksen kokous, hallituksen palaveri, hallitus kokoontuu, johtokunnan kokous, johtoryhm,
kehityskeskustelu, henkilökunnan, työpalaveri, tiimipalaveri, toimikunnan kokous, valiokunnan kokous,
styrelsemöte, styrelsens möte, endast för medlemmar, personalmöte, internt möte,
members only, board meeting, staff meeting, committee meeting, internal meeting
"""
_MEMBERS = re.compile(r"\b(?:" + "|".join(re.escape(" ".join(word.split())) for word in _MEMBERS_WORDS.split(",")) + ")", re.IGNORECASE)
"""Beginnings of words that stand in the names of what is not open to everybody."""
_TRAINING = re.compile(r"\w*harjoitu(?:s|kset)\b|\b\w*treenit\b|\bkilparyhmä|\bträning(?:ar)?\b|\btraining session\b", re.IGNORECASE)
_OPEN = re.compile(r"\bavoi(?:n|met)\b|\bkaikille\b|kokeil|tutustu|\böpp(?:en|et|na)\b|\bopen\b|\bprova\b", re.IGNORECASE)
"""What a club writes when anybody may come all the same."""
_FEWEST_LETTERS = 8
_CAPITALS = 0.9
_MOST_SERIES = 300
_MOST_DATES = 8
_FREQUENT = ("FREQ=DAILY", "FREQ=WEEKLY")


def event_findings(facts: Facts) -> Iterator[Finding]:
    """Every finding about single events that are still to come."""
    coming = facts.coming()
    found = (
        of_records("all_day_clock", "mend", tuple((record, clock) for record in coming if (clock := _clock_in(record)))),
        _places(facts, coming),
        of_records("no_place", "mend", tuple((record, "") for record in coming if _is_nowhere(record))),
        of_records("busy_only", "mend", tuple((record, "") for record in (*facts.hidden(), *coming) if _is_busy(record))),
        of_records("members_only", "mend", tuple((record, "") for record in (*facts.hidden(), *coming) if _may_be_for_members(record))),
        of_records("html", "hint", tuple((record, "") for record in coming if _has_markup(record))),
        of_records("capitals", "hint", tuple((record, "") for record in coming if _shouts(record.title))),
        of_records("rule_without_end", "hint", tuple((record, "") for record in coming if _is_endless(record))),
        of_records("planned", "hint", tuple((record, "") for record in coming if record.listing and record.listing.planned)),
        of_records("cancelled", "hint", tuple((record, "") for record in coming if _is_cancelled(record))),
        _holidays(facts, coming),
    )
    yield from (finding for finding in found if finding)


def _clock_in(record: Record) -> str:
    """The time of day that stands in the name of an event that was written as a whole day, as ``→ 18.00``."""
    if record.raw.start is None or isinstance(record.raw.start, datetime):
        return ""
    written = record.raw.name[0].value if record.raw.name else ""  # as published: the time may have been read out of the title shown
    found = _CLOCK.search(written) or _SPAN.search(written)
    return f"→ {int(found['hour'])}.{found['minute'] or '00'}" if found else ""


def _places(facts: Facts, coming: tuple[Record, ...]) -> Finding | None:
    """Places that the registry does not know, each spelling once, with the nearest names; nothing where there is no registry yet."""
    spellings: dict[str, Record] = {}
    for record in coming:
        if record.listing and record.listing.place_text and not record.listing.place_id:
            spellings.setdefault(record.listing.place_text, record)
    if not spellings or not facts.places:
        return None
    examples = []
    for text, record in list(spellings.items())[:MOST_EXAMPLES]:
        near = nearest(text, facts.places)
        examples.append(record.example(f"{text} → {' / '.join(near)}?" if near else text))
    count = sum(bool(record.listing and record.listing.place_text and not record.listing.place_id) for record in coming)
    return Finding(code="unknown_place", level="hint", count=count, examples=tuple(examples), values={"spellings": str(len(spellings))})


def _is_nowhere(record: Record) -> bool:
    """True for an event that names no place and no way to take part from home."""
    listing = record.listing
    return listing is not None and not (listing.place_text or listing.place_id or listing.conference or listing.latitude)


def _is_busy(record: Record) -> bool:
    """True where a calendar tells only that somebody is busy: it shares too little, whether or not the event is shown."""
    return record.title.strip().casefold() in _BUSY


def _may_be_for_members(record: Record) -> bool:
    return not _is_busy(record) and (record.listing is None or _is_for_members(record.title))


def _is_for_members(title: str) -> bool:
    return bool(_MEMBERS.search(title) or _TRAINING.search(title)) and not _OPEN.search(title)


def _has_markup(record: Record) -> bool:
    """True where tags stand in a text that is not declared to be HTML, or in a name or a place."""
    lines = (*record.raw.name, *record.raw.location)
    return any(looks_like_html(text.value) for text in lines) or any(
        looks_like_html(text.value) and not text.html for text in record.raw.description
    )


def _shouts(title: str) -> bool:
    """True for a name in capitals; a short one may be an abbreviation."""
    letters = [letter for letter in title if letter.isalpha()]
    return len(letters) >= _FEWEST_LETTERS and sum(letter.isupper() for letter in letters) >= _CAPITALS * len(letters)


def _is_endless(record: Record) -> bool:
    """True for a series whose rule says neither until when nor how often."""
    rule = record.listing.recurrence if record.listing else None
    return rule is not None and any("UNTIL=" not in text and "COUNT=" not in text for text in rule.rrule)


def _is_cancelled(record: Record) -> bool:
    return record.listing is not None and record.listing.event_status == "EventCancelled"


def _holidays(facts: Facts, coming: tuple[Record, ...]) -> Finding | None:
    """Weekly groups that would meet on holidays and all through the Christmas break."""
    overrides: dict[str, list[Listing]] = {}
    for record in coming:
        if record.listing and record.listing.recurrence_id:
            overrides.setdefault(record.listing.uid, []).append(record.listing)
    found: list[tuple[Record, tuple[date, ...]]] = []
    for record in [one for one in coming if _is_frequent(one)][:_MOST_SERIES]:
        days = _open_days(record, overrides, facts.context.window, facts.today)
        if days:
            found.append((record, days))
    if not found:
        return None
    level: Level = "mend" if any(is_holiday(day) for _, days in found for day in days) else "hint"
    found.sort(key=lambda pair: not any(map(is_holiday, pair[1])))
    examples = tuple(record.example(dates=days[:_MOST_DATES]) for record, days in found[:MOST_EXAMPLES])
    about = frozenset(record.raw.digest for record, _ in found)
    return Finding(code="holidays", level=level, count=len(found), examples=examples, about=about)


def _is_frequent(record: Record) -> bool:
    """True for a daily or weekly series with a time of day."""
    listing = record.listing
    return (
        listing is not None
        and listing.recurrence is not None
        and not listing.all_day
        and listing.event_status != "EventCancelled"
        and any(frequency in rule for rule in listing.recurrence.rrule for frequency in _FREQUENT)
    )


def _open_days(record: Record, overrides: dict[str, list[Listing]], window: Window, today: date) -> tuple[date, ...]:
    """The coming holidays and days of the Christmas break on which a series would meet."""
    listing = record.listing
    if listing is None:
        return ()
    try:
        instances = expand(listing, overrides.get(listing.uid, []), window)
    except RuleError:
        return ()
    days = (_day(one.start) for one in instances if one.listing.event_status != "EventCancelled")
    return tuple(day for day in days if day >= today and (is_holiday(day) or is_christmas_break(day)))


def _day(start: datetime | date) -> date:
    return start.date() if isinstance(start, datetime) else start
