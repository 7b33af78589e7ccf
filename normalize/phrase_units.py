"""A whole text cut into what may be read by itself: headings, the title, and the sentences below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from normalize.phrase_facts import Facts, facts_of
from normalize.phrase_groups import Group
from normalize.phrase_items import Dates, Item, Mark, Month, Season, Span, Times, Weekdays, Weeks, Words
from normalize.phrase_parse import items_of

_QUIET = frozenset({"comma", "colon", "dot", "dash", "break", "and", "from", "until", "week_of", "clock"})


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence or line."""

    items: tuple[Item, ...]
    facts: Facts

    @property
    def has_words(self) -> bool:
        """True where more stands there than time."""
        return any(isinstance(item, Words) for item in self.items)


@dataclass(slots=True)
class Text:
    """A text: ``head`` is its title with the headings above it."""

    head: Unit
    title: str
    title_start: int
    title_end: int
    has_weekday_heading: bool
    units: list[Unit] = field(default_factory=list)


def text_of(text: str, language: str) -> Text:
    """The parts of a ``composed`` text."""
    items = items_of(text, language)
    lines = _split(items, {"line"})
    head_lines = 1
    while head_lines < len(lines) and _is_heading(lines[head_lines - 1]):
        head_lines += 1
    head = [item for line in lines[:head_lines] for item in line]
    start, end = _title_place(text, lines[head_lines - 1] if lines else [])
    below = [item for line in lines[head_lines:] for item in line]
    return Text(
        head=Unit(tuple(head), facts_of(_joined(head))),
        title=text[start:end],
        title_start=start,
        title_end=end,
        has_weekday_heading=any(_is_weekday_heading(line) for line in lines[: head_lines - 1]),
        units=[Unit(tuple(part), facts_of(part)) for part in _split(below, {"line", "sentence"}) if part],
    )


def _joined(head: Sequence[Item]) -> list[Item]:
    """The head as one sentence: what a heading says holds for the row. A month that is a heading is no time of its own."""
    kept = [item for item in head if not (isinstance(item, Mark) and item.kind == "break" and item.value == "line")]
    has_dates = any(isinstance(item, Dates) for item in kept)
    return [item for item in kept if not (isinstance(item, Month) and has_dates)]


def _title_place(text: str, line: Sequence[Item]) -> tuple[int, int]:
    """From where to where the line of the title stands in the text, without white space around it."""
    if not line:
        stripped = text.strip()
        start = text.find(stripped)
        return start, start + len(stripped.partition("\n")[0])
    start = text.rfind("\n", 0, line[0].start) + 1
    end = text.find("\n", max(line[0].start, line[-1].end - 1))
    end = len(text) if end < 0 else end
    while start < end and text[start].isspace():
        start += 1
    return start, start + len(text[start:end].rstrip())


def _split(items: Sequence[Item], kinds: set[str]) -> list[list[Item]]:
    """The items cut at some breaks; each piece keeps the break that ends it. Empty lines give no piece."""
    parts: list[list[Item]] = [[]]
    for item in items:
        parts[-1].append(item)
        if isinstance(item, Mark) and item.kind == "break" and item.value in kinds:
            parts.append([])
    return [part for part in parts if any(not (isinstance(item, Mark) and item.kind == "break") for item in part)]


def _is_heading(line: Sequence[Item]) -> bool:
    """True for a line of nothing but a day, weekday, month, week or season: what it says holds for the rows below."""
    told = [item for item in line if not (isinstance(item, Mark) and item.kind in _QUIET)]
    return bool(told) and all(isinstance(item, Month | Season | Weekdays | Weeks | Dates) for item in told)


def _is_weekday_heading(line: Sequence[Item]) -> bool:
    """True for a heading that names a weekday and no date."""
    return any(isinstance(item, Weekdays) for item in line) and not any(isinstance(item, Dates) for item in line)


def only_bounds(unit: Unit) -> bool:
    """True where a sentence tells only from when until when, or what is left out, of something told elsewhere."""
    facts = unit.facts
    if any(group.slots or group.weekdays or group.monthly for group in facts.groups) or facts.lead:
        return False
    ranges = [group for group in facts.groups if group.spans]
    if any(len(group.spans) != 1 or group.spans[0].last is None for group in ranges):
        return False
    if ranges and not (facts.season is not None or not unit.has_words or _says_begin(unit)):
        return False
    return bool(facts.first or facts.last or facts.weeks or facts.excluded or facts.open_ended or ranges or facts.count)


def _says_begin(unit: Unit) -> bool:
    """True where a word says that something begins or goes on."""
    return any(isinstance(item, Mark) and item.kind in {"begins", "ends", "from"} for item in unit.items)


def joined(facts: Facts, bounds: Sequence[Facts]) -> Facts:
    """The facts with the bounds and exceptions that other sentences tell, as far as they tell none themselves."""
    for other in bounds:
        facts.first = facts.first or other.first
        facts.last = facts.last or other.last
        facts.weeks = facts.weeks or other.weeks
        facts.count = facts.count or other.count
        facts.season = facts.season or other.season
        facts.open_ended = facts.open_ended or other.open_ended
        facts.excluded = [*facts.excluded, *other.excluded]
        facts.groups += [Group(spans=_range_of(group)) for group in other.groups if _range_of(group)]
    return facts


def _range_of(group: Group) -> tuple[Span, ...]:
    """The stretch of days of a group, if it is one."""
    return group.spans if len(group.spans) == 1 and group.spans[0].last is not None else ()


def is_bare_times(unit: Unit) -> bool:
    """True for a line of a list that holds nothing but dates and times."""
    return any(isinstance(item, Dates) for item in unit.items) and all(
        isinstance(item, Dates | Times) or (isinstance(item, Mark) and item.kind in _QUIET) for item in unit.items
    )
