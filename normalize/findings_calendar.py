"""Findings about a calendar as a whole: empty, over, too large, the wrong letters, names that tell nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime

from harvesters.record import Moment, RawEvent
from normalize.finding import MOST_EXAMPLES, Example, Facts, Finding, Record, of_records

_MOJIBAKE = re.compile("Ã[\u0080-\u00bf€„…†‡‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\u00a0-\u00bf]|â€|ï¿½|\ufffd")
"""UTF-8 that was once read as Windows-1252, and the mark of a letter that is lost."""
_FEWEST = 5
"""Records from which a habit can be told."""
_MOSTLY = 0.6
_MOST_PAST = 200
MOST_EVENTS = 2000
"""Coming events of one source that nobody finds odd."""


def calendar_findings(facts: Facts) -> Iterator[Finding]:
    """Every finding about the whole; nothing where nothing was read."""
    if facts.reading is None:
        return
    records, coming = facts.records(), facts.coming()
    found = (
        _nothing(facts, coming),
        _past(facts, coming),
        _too_many(coming),
        _lost_letters(coming),
        _one_title(coming),
        _no_description(coming),
        _changing_uids(facts),
        _private(facts, records),
        _incomplete(facts),
    )
    yield from (finding for finding in found if finding)


def _nothing(facts: Facts, coming: tuple[Record, ...]) -> Finding | None:
    """No event at all, none that is still to come, or none that may be shown."""
    reading = facts.reading
    if reading is None or coming:
        return None
    if not reading.read:
        return Finding(code="empty", level="blocks")
    outcomes = Counter(result.outcome for result in facts.results)
    stored = sum(1 for result in facts.results if result.listing)
    if outcomes["out_of_horizon"] + stored:
        far = any(record.raw.start is not None and _day(record.raw.start) >= facts.context.window.end for record in facts.records())
        count = outcomes["out_of_horizon"] + stored
        return Finding(code="only_far" if far else "only_past", level="blocks", count=count, examples=_latest(facts))
    if reading.not_public + outcomes["not_public"]:
        return Finding(code="nothing_public", level="blocks", count=reading.not_public + outcomes["not_public"])
    return None


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _latest(facts: Facts) -> tuple[Example, ...]:
    """The last event of a calendar that is over: its day says how long ago it was forgotten."""
    dated = [record for record in facts.records() if record.start is not None]
    last = max(dated, key=lambda record: str(record.start), default=None)
    return (last.example(),) if last else ()


def _past(facts: Facts, coming: tuple[Record, ...]) -> Finding | None:
    """Years of history that are fetched again at every harvest."""
    past = len(facts.results) - len(coming)
    if coming and past > _MOST_PAST and past > 4 * len(coming):
        return Finding(code="old_events", level="hint", count=past)
    return None


def _too_many(coming: tuple[Record, ...]) -> Finding | None:
    return Finding(code="too_many_events", level="mend", count=len(coming)) if len(coming) > MOST_EVENTS else None


def _lost_letters(coming: tuple[Record, ...]) -> Finding | None:
    """Ä that has become Ã¤: the letters were broken before they came to us."""
    return of_records("broken_letters", "mend", tuple((record, "") for record in coming if _MOJIBAKE.search(_words(record.raw))))


def _words(raw: RawEvent) -> str:
    return " ".join(text.value[:2000] for text in (*raw.name, *raw.location, *raw.description))


def _one_title(coming: tuple[Record, ...]) -> Finding | None:
    """One name for most events that are no series."""
    single = [record for record in coming if record.listing and record.listing.recurrence is None and not record.listing.recurrence_id]
    if len(single) < _FEWEST:
        return None
    title, count = Counter(record.title.casefold() for record in single).most_common(1)[0]
    if count < _FEWEST or count < _MOSTLY * len(single):
        return None
    alike = tuple((record, "") for record in single if record.title.casefold() == title)
    found = of_records("one_title", "hint", alike)
    return Finding(
        code="one_title", level="hint", count=count, examples=found.examples[:1] if found else (), values={"title": alike[0][0].title}
    )


def _no_description(coming: tuple[Record, ...]) -> Finding | None:
    """Most events say nothing but their name."""
    bare = tuple((record, "") for record in coming if record.listing and not record.listing.description)
    return of_records("no_description", "hint", bare) if len(bare) > _MOSTLY * len(coming) else None


def _changing_uids(facts: Facts) -> Finding | None:
    """The same events under other identifiers at the second reading."""
    if facts.reading is None or facts.again is None:
        return None
    first = {_face(raw): raw.uid for raw in facts.reading.events}
    second = {_face(raw): raw.uid for raw in facts.again.events}
    common = first.keys() & second.keys()
    changed = [face for face in common if first[face] != second[face]]
    if len(changed) * 2 <= len(common) or not changed:
        return None
    by_face = {_face(record.raw): record for record in facts.records()}
    examples = tuple(by_face[face].example() for face in sorted(changed, key=str)[:MOST_EXAMPLES])
    return Finding(code="uid_changes", level="mend", count=len(changed), examples=examples)


def _face(raw: RawEvent) -> tuple[str, str, str]:
    """What a reader would know an event by."""
    return (raw.name[0].value if raw.name else "", str(raw.start or raw.when), str(raw.recurrence_id or ""))


def _private(facts: Facts, records: tuple[Record, ...]) -> Finding | None:
    """How many records stay out because their publisher marked them so; none of them is named."""
    told = (facts.reading.not_public if facts.reading else 0) + sum(record.result.outcome == "not_public" for record in records)
    told -= len(facts.hidden())
    return Finding(code="private", level="hint", count=told) if told else None


def _incomplete(facts: Facts) -> Finding | None:
    """Only the first page of a list was looked at."""
    return None if facts.reading is None or facts.reading.complete else Finding(code="first_page_only", level="hint")
