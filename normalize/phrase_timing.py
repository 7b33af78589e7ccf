"""The time that stands in words: a title or a text in which it is told somewhere, as the start, end and rule of one record.

This is the door for records whose format has no structured time (``RawEvent.when``). It never decides more than the words do: where they
contradict themselves, name several days without saying which, or tell only a month, there is a reason and nothing to publish.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from harvesters.record import Moment, RawHours
from normalize.phrase_choice import choose
from normalize.phrase_figures import DAY_MINUTES
from normalize.phrase_lexemes import has_slip, reading_language, tells_anything
from normalize.phrase_meaning import Meaning, Occasion
from normalize.phrase_rest import cut_out, tied, without
from normalize.phrase_series import Series
from normalize.phrase_shape import at, clock_text, end_of
from normalize.phrase_tokens import composed
from normalize.phrase_units import Text, text_of
from normalize.phrase_years import BACK

_ONE_DAY = timedelta(days=1)
_CONFLICTS = frozenset(
    {"weekday_year_conflict", "weekday_conflict", "invalid_date", "invalid_date_in_window", "end_before_start", "other_day"}
)
_DOUBTS = frozenset({"ambiguous", "once_or_weekly", "weekly_assumed", "start_assumed", "twelve_hours", "several_things"})
_UNTIMED = frozenset({"no_time_phrase", "phrase_vague", "phrase_hours"})
"""Reasons for which nothing is cut out of the title."""
_UNSURE = frozenset(
    {
        "relative_date", "named_day", "spelling_assumed", "needs_review", "needs_calendar", "further_times", "phase_assumed",
        "no_start_time", "time_from_text", "season", "daily_hours_over_range",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseTiming:
    """What a text says about when. Times are naive: the wall clock of the zone that was asked for. ``end`` is exclusive, of days too.

    Where ``reason`` is set nothing may be published; ``start`` may still show what the words would have meant (the stale row
    ``to 9.10.`` is a Thursday of last year).
    """

    start: Moment | None = None
    end: Moment | None = None
    """``None`` where no end is told; never invented."""
    rrule: tuple[str, ...] = ()
    """At most one rule as RFC 5545 text; its UNTIL is in UTC beside a start with a time, a plain day beside a day."""
    rdate: tuple[Moment, ...] = ()
    """Further starts of the same length, ``start`` not among them."""
    exdate: tuple[Moment, ...] = ()
    """Starts of the rule that do not take place; only ones that the rule gives."""
    rest: str = ""
    """The title without the time: ``Peli-ilta`` of ``Peli-ilta pe 27.11. klo 17``; the whole title where that says nothing of the time."""
    sure: bool = False
    """False where something was assumed that a person should look at once (see ``notes``)."""
    reason: str = ""
    """``""``, ``no_time_phrase``, ``phrase_conflict``, ``phrase_ambiguous``, ``phrase_past``, ``phrase_vague`` or ``phrase_hours``
    (``harvesters.issue_kinds_phrases``)."""
    notes: tuple[str, ...] = ()
    """What was assumed or left out, as the flags of ``docs/phrases.md``."""
    hours: tuple[RawHours, ...] = ()
    """Opening hours, where the words tell such: an exhibition is one long event, not one every day."""
    phrase: str = ""
    """The very words that were read as the time."""
    further: tuple[PhraseTiming, ...] = ()
    """Further times of the same record that one rule cannot tell beside the first (another weekday with another length)."""


def timing_of_phrase(text: str, language: str, reference: date, zone: str, *, day: date | None = None) -> PhraseTiming:
    """When the thing that ``text`` tells of takes place.

    ``text`` is a title, or a title and lines of text below it, or headings (``Joulukuu``) above a row. ``language`` is ``fi``, ``sv``,
    ``en`` or ``se``; of any other only figures and the words common to all are read. ``reference`` is the day the text was published or,
    where that is not known, harvested. ``zone`` is the IANA name of the place's zone, for UNTIL. ``day`` is the record's own day where
    it has one and the words tell only the time of day (``Klo 18 Joululeivonta``).
    """
    composed_text = composed(text)
    spoken = reading_language(composed_text, language)
    if day is None and not tells_anything(composed_text, spoken):
        return PhraseTiming(rest=composed_text.strip().partition("\n")[0].rstrip(), reason="no_time_phrase")
    read = text_of(composed_text, spoken)
    choice = choose(read, reference, day)
    if has_slip(composed_text, spoken, choice.places):
        choice.meaning.flag("spelling_assumed")
    timing = _timing(choice.meaning, zone)
    reason = _reason(choice.meaning, timing, reference)
    notes = (*choice.meaning.ordered_flags, *filter(None, [choice.note]))
    return replace(
        timing,
        rest=read.title if reason in _UNTIMED else _rest(composed_text, read, choice.places),
        sure=not reason and _is_sure(choice.meaning),
        reason=reason,
        notes=notes,
        phrase=cut_out(composed_text, choice.places),
    )


def _is_sure(meaning: Meaning) -> bool:
    """True where nothing had to be assumed; a day from which on something goes on is more than one day."""
    return not meaning.flags & _UNSURE and not (meaning.occasions and "open_ended" in meaning.flags)


def _rest(text: str, read: Text, places: tuple[tuple[int, int], ...]) -> str:
    """The title without its time; where nothing is left of it, the line below."""
    rest = without(text, read.title_start, read.title_end, [*places, *_asides(read)])
    if rest:
        return rest
    begin = next((index for index in range(read.title_end, len(text)) if not text[index].isspace()), len(text))
    end = text.find("\n", begin)
    return without(text, begin, len(text) if end < 0 else end, places)


def _asides(read: Text) -> list[tuple[int, int]]:
    """Deadlines in the title, which are no part of the name either; only beside a time of the thing itself."""
    facts = read.head.facts
    return tied(facts.asides, facts.aside_ties) if facts.places else []


def _reason(meaning: Meaning, timing: PhraseTiming, reference: date) -> str:
    """Why nothing may be published, ``""`` where all is well."""
    flags = meaning.flags
    if flags & _CONFLICTS:
        return "phrase_conflict"
    if flags & _DOUBTS:
        return "phrase_ambiguous"
    if timing.start is None:
        return _why_nothing(meaning)
    last = _last_day(meaning)
    return "phrase_past" if last is not None and last < reference - BACK else ""


def _why_nothing(meaning: Meaning) -> str:
    """The reason where no start was found."""
    if meaning.hours or "office_hours" in meaning.flags:
        return "phrase_hours"
    if meaning.month or meaning.season or meaning.span or "unspecified_recurrence" in meaning.flags:
        return "phrase_vague"
    return "no_time_phrase"


def _last_day(meaning: Meaning) -> date | None:
    """The last day of all, ``None`` where it goes on without an end."""
    lasts = [one.last for one in meaning.occasions]
    for series in meaning.series:
        if not series.is_bounded:
            return None
        lasts += series.days()[-1:]
    return max(lasts, default=None)


def _timing(meaning: Meaning, zone: str) -> PhraseTiming:
    """The meaning as times of one record."""
    if meaning.hours and meaning.span is not None:
        first, last = meaning.span
        return PhraseTiming(start=first, end=last + _ONE_DAY, hours=_hours(meaning))
    if meaning.hours:
        return PhraseTiming(hours=_hours(meaning))
    timings = [*_of_occasions(meaning.occasions), *(_of_series(series, zone) for series in meaning.series)]
    return replace(timings[0], further=tuple(timings[1:])) if timings else PhraseTiming()


def _hours(meaning: Meaning) -> tuple[RawHours, ...]:
    """Opening hours, a weekday each."""
    first, last = meaning.span or (None, None)
    return tuple(
        RawHours(weekday=day + 1, opens=clock_text(opens), closes=clock_text(closes % DAY_MINUTES), valid_from=first, valid_through=last)
        for day, (opens, closes) in sorted(meaning.hours.items())
    )


def _of_occasions(occasions: list[Occasion]) -> list[PhraseTiming]:
    """Occasions of one length as one record with further dates; another length, or a stretch, is a record of its own."""
    lengths: dict[timedelta | None, list[tuple[Moment, Moment | None]]] = {}
    for one in sorted(set(occasions), key=lambda one: (one.first, one.slot.start or 0 if one.slot else 0)):
        start, end = _moments(one)
        lengths.setdefault(_length(start, end), []).append((start, end))
    found = [PhraseTiming(start=times[0][0], end=times[0][1], rdate=tuple(start for start, _ in times[1:])) for times in lengths.values()]
    return sorted(found, key=lambda timing: str(timing.start))


def _moments(one: Occasion) -> tuple[Moment, Moment | None]:
    """Start and exclusive end."""
    if one.slot is None or one.slot.start is None:
        return one.first, one.last + _ONE_DAY
    start = at(one.first, one.slot.start)
    if one.is_stretch:
        return start, at(one.last, one.end_at) if one.end_at is not None else None
    return start, end_of(one.first, one.slot)


def _length(start: Moment, end: Moment | None) -> timedelta | None:
    """The time between, ``None`` where no end is told; days and times are never of one length."""
    if end is None:
        return None
    if isinstance(start, datetime) and isinstance(end, datetime):
        return end - start
    return (end - start) - timedelta(microseconds=1)


def _of_series(series: Series, zone: str) -> PhraseTiming:
    """A series as a rule with its exceptions."""
    timed = series.slot is not None and series.slot.start is not None
    minutes = series.slot.start if series.slot is not None and series.slot.start is not None else 0

    def moment(day: date) -> Moment:
        return at(day, minutes) if timed else day

    end = end_of(series.first, series.slot) if timed else series.first + _ONE_DAY
    return PhraseTiming(
        start=moment(series.first),
        end=end,
        rrule=(series.rrule(zone, timed=timed),),
        exdate=tuple(moment(day) for day in series.left_out),
    )
