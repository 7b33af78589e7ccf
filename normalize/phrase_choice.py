"""Which of the times that a text tells is when the thing takes place: the title's before the text's, and none where several could be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from normalize.phrase_facts import Facts
from normalize.phrase_groups import Group
from normalize.phrase_items import Day, Slot, Span
from normalize.phrase_meaning import Meaning, Occasion
from normalize.phrase_rest import tied
from normalize.phrase_understand import Bare, season_span, understand
from normalize.phrase_units import Text, Unit, is_bare_times, joined, only_bounds


@dataclass(frozen=True, slots=True)
class Choice:
    """The meaning that was chosen, where in the text it stood, and how that was decided (``""``: the title said it)."""

    meaning: Meaning
    places: tuple[tuple[int, int], ...] = ()
    note: str = ""


def choose(text: Text, reference: date, day: date | None) -> Choice:
    """The meaning of a whole text. ``day`` is the record's own day, for words that tell only the time of day."""
    head = text.head.facts
    bare: Bare = "series" if text.has_weekday_heading else "doubt"
    if day is not None:
        return Choice(_of_day(head, reference, day), _places(head))
    if _says_days(head):
        return Choice(_of_head(text, reference, bare), _places(head))
    candidates = [unit for unit in text.units if _says_days(unit.facts) and not only_bounds(unit)]
    bounds = [unit.facts for unit in text.units if only_bounds(unit)]
    if not candidates:
        return _without_candidate(text, reference, bounds)
    places = tuple(place for unit in candidates for place in _places(unit.facts))
    meanings = [understand(joined(unit.facts, bounds), reference, "doubt") for unit in candidates]
    told = [(unit, meaning) for unit, meaning in zip(candidates, meanings, strict=True) if _tells(meaning)]
    if not told:
        return Choice(meanings[0], places)
    meaning = _one_of(told)
    _add_time(meaning, text.units, reference)
    return Choice(meaning, places, "in_text")


def _places(facts: Facts) -> tuple[tuple[int, int], ...]:
    """Where in the text the time stood, its small words included."""
    return tuple(tied(facts.places, facts.ties))


def _says_days(facts: Facts) -> bool:
    """True where days are told, of the calendar or of the week."""
    return any(group.spans or group.weekdays or group.monthly for group in facts.groups) or facts.first is not None


def _tells(meaning: Meaning) -> bool:
    """True where there is something to put on a calendar, or a conflict that kept it off."""
    return bool(meaning.occasions or meaning.series or meaning.hours or meaning.alternatives or meaning.flags & {"invalid_date"})


def _of_day(facts: Facts, reference: date, day: date) -> Meaning:
    """What a title tells of a record that has a day of its own: its time on that day. Another day contradicts the record."""
    if not facts.groups and facts.lead:
        return _on_day(facts, day)
    meaning = understand(facts, reference, "series")
    told = [one for one in meaning.occasions if one.first <= day <= one.last]
    told += [Occasion(first=day, last=day, slot=series.slot) for series in meaning.series if day in series.days()]
    if not told and (meaning.occasions or meaning.series):
        meaning.flag("other_day")
    kept = Meaning(occasions=[one for one in told if one.slot is not None and not one.is_stretch])
    kept.flags = meaning.flags & {"no_end_time", "crosses_midnight", "other_day", "weekday_conflict", "end_before_start"}
    return kept


def _on_day(facts: Facts, day: date) -> Meaning:
    """The times of day on the record's own day."""
    span = Span(first=Day(day=day.day, month=day.month, year=day.year))
    placed = Facts(groups=[Group(spans=(span,), slots=list(facts.lead))])
    return understand(placed, day)


def _of_head(text: Text, reference: date, bare: Bare) -> Meaning:
    """The title's meaning, with what the sentences below add: bounds and exceptions of a series, the time of a day."""
    bounds = [unit.facts for unit in text.units if only_bounds(unit)]
    recurs = any(group.weekdays or group.monthly for group in text.head.facts.groups)
    facts = joined(text.head.facts, bounds) if recurs and _is_unbounded(text.head.facts) else text.head.facts
    meaning = season_span(understand(facts, reference, bare), facts, reference)
    if meaning.series and all(one.slot is None for one in meaning.series):
        return _with_weekly_time(meaning, text.units, bounds, reference)
    _add_time(meaning, text.units, reference)
    return meaning


def _with_weekly_time(meaning: Meaning, units: list[Unit], bounds: list[Facts], reference: date) -> Meaning:
    """A title that tells only the weekday: the same weekday below with its time, else the only time of day that stands there."""
    days = {day for one in meaning.series for day in one.rule.days}
    below = [understand(joined(unit.facts, bounds), reference, "series") for unit in units if _says_days(unit.facts)]
    same = [other for other in below if other.series and {day for one in other.series for day in one.rule.days} == days]
    if same and _is_timed(same[0]):
        same[0].flags |= meaning.flags & {"needs_review", "season", "ambiguous"}
        return same[0]
    slots = _lone_slots(units)
    if not below and len(slots) == 1:
        meaning.series = [replace(one, slot=slots[0]) for one in meaning.series]
        meaning.flag("time_from_text")
    return meaning


def _is_unbounded(facts: Facts) -> bool:
    """True where nothing was told yet about how long it goes on or when it does not take place."""
    told = facts.first or facts.last or facts.weeks or facts.excluded or (facts.count and facts.count.times)
    return not told and not any(group.spans for group in facts.groups)


def _add_time(meaning: Meaning, units: list[Unit], reference: date) -> None:
    """The time of day of a title that tells only the day: that of the same day below, else the only one that stands there."""
    if not meaning.occasions or any(one.slot is not None for one in meaning.occasions):
        return
    days = {one.first for one in meaning.occasions}
    below = [understand(unit.facts, reference, "doubt") for unit in units if _says_days(unit.facts)]
    same = [other for other in below if other.occasions and {one.first for one in other.occasions} <= days]
    timed = [other for other in same if all(one.slot is not None for one in other.occasions)]
    if timed and len(days) == 1:
        meaning.occasions = timed[0].occasions
        meaning.flags |= timed[0].flags
        return
    slots = _lone_slots(units)
    others = [other for other in below if not {one.first for one in other.occasions} <= days]
    if not others and len(slots) == 1 and all(one.first == one.last for one in meaning.occasions):
        meaning.occasions = [replace(one, slot=slots[0]) for one in meaning.occasions]
        meaning.flag("time_from_text")


def _lone_slots(units: list[Unit]) -> list[Slot]:
    """The times of day that stand below without any day, each once."""
    found = [slot for unit in units for slot in unit.facts.lead if not unit.facts.groups]
    return list(dict.fromkeys(found))


def _without_candidate(text: Text, reference: date, bounds: list[Facts]) -> Choice:
    """A text in which no day is told: at most a month, a term, or deadlines."""
    head = text.head.facts
    facts = head if head.says_when or not bounds else joined(head, bounds)
    for unit in text.units:
        head.seen |= unit.facts.seen
    meaning = understand(facts, reference, "doubt")
    if head.seen and not (meaning.occasions or meaning.series):
        meaning.flag("not_an_event")
        if "office" in head.seen:
            meaning.flag("office_hours")
    return Choice(meaning, _places(head))


def _one_of(told: list[tuple[Unit, Meaning]]) -> Meaning:
    """The one meaning of several sentences, flagged ``ambiguous`` where they tell different things."""
    meanings = [meaning for _, meaning in told]
    if len(meanings) == 1:
        return meanings[0]
    if all(is_bare_times(unit) for unit, _ in told):
        return _listed(meanings)
    best = max(meanings, key=lambda meaning: (_is_timed(meaning), len(meaning.occasions), bool(meaning.series)))
    if all(_agrees(best, other) for other in meanings):
        return best
    best.flag("ambiguous")
    return best


def _listed(meanings: list[Meaning]) -> Meaning:
    """Lines of dates, one below the other, as one list."""
    first = meanings[0]
    for other in meanings[1:]:
        first.occasions += [one for one in other.occasions if one not in first.occasions]
        first.flags |= other.flags
        first.alternatives += other.alternatives
    return first


def _is_timed(meaning: Meaning) -> bool:
    """True where the time of day is told."""
    return any(one.slot is not None for one in meaning.occasions) or any(one.slot is not None for one in meaning.series)


def _agrees(best: Meaning, other: Meaning) -> bool:
    """True where the other says nothing that the best does not: the same days, without other times."""
    if best is other:
        return True
    if other.series or other.hours:
        return [(one.rule, one.slot) for one in other.series] == [(one.rule, one.slot) for one in best.series] and not other.hours
    return bool(best.occasions) and all(_is_told(one, best) for one in other.occasions) and not other.alternatives


def _is_told(one: Occasion, best: Meaning) -> bool:
    """True for an occasion that is among the best's, with its time or without any."""
    return any(
        known.first == one.first and known.last == one.last and (one.slot is None or _starts(one) == _starts(known))
        for known in best.occasions
    )


def _starts(one: Occasion) -> int | None:
    """Minutes at which it starts."""
    return one.slot.start if one.slot is not None else None
