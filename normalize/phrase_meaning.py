"""What a text means: occasions, series, opening hours or spans, placed on the calendar, with everything that was noticed on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from normalize.phrase_items import Slot
from normalize.phrase_series import Series

_FLAGS = """
relative_date named_day ambiguous weekday_year_conflict weekday_conflict invalid_date invalid_date_in_window month_only
season_only week_only season open_ended ongoing iso_week_parity exclude_public_holidays opening_hours office_hours past
daily_hours_over_range crosses_midnight no_date other_day no_start_time no_end_time end_before_start exclusion_not_in_series
needs_calendar unspecified_recurrence weekly_assumed phase_assumed start_assumed once_or_weekly twelve_hours spelling_assumed
several_things exception_unread further_times time_from_text historical_date not_an_event easy_language conditional needs_review
"""
FLAGS = tuple(_FLAGS.split())
"""Every flag, in the order in which they are told; what they mean is in ``docs/phrases.md``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One time it takes place. ``last`` is its last day, inclusive; without a slot it takes whole days."""

    first: date
    last: date
    slot: Slot | None = None
    end_at: int | None = None
    """Minutes of ``last`` at which an unbroken stretch over days ends."""
    is_stretch: bool = False


@dataclass(slots=True, kw_only=True)
class Meaning:
    """The reading of one text."""

    occasions: list[Occasion] = field(default_factory=list)
    series: list[Series] = field(default_factory=list)
    hours: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Weekday -> opens, closes, in minutes."""
    span: tuple[date, date] | None = None
    """The days of a term, of weeks, or of an exhibition with opening hours; both included."""
    weeks: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)
    """(ISO year, week) of first and last week."""
    month: tuple[int, int] | None = None
    season: str = ""
    exdates: list[date] = field(default_factory=list)
    exclude: tuple[str, ...] = ()
    count: int | None = None
    minutes: int | None = None
    flags: set[str] = field(default_factory=set)
    alternatives: list[tuple[date, Slot | None]] = field(default_factory=list)
    told_days: bool = False
    """The answer is a list of occasions even where it is empty."""
    told_series: bool = False

    def flag(self, *names: str) -> None:
        """Note something."""
        self.flags.update(names)

    @property
    def ordered_flags(self) -> list[str]:
        """The flags in the order of ``FLAGS``."""
        return [name for name in FLAGS if name in self.flags]
