"""Days that a series' own words leave out although its rule has them: ``Kahvakuula (ei 7.12.)``, "Ei 18.12. eikä 25.12.".

Calendar programs make it hard to take one date out of a rule, so people write it beside the name or below it. Only what says that the
thing itself does not take place is read, by the phrase grammar; a bus that does not run on a day takes nothing out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache

from harvesters.record import Text
from normalize.model import Start
from normalize.phrase_exceptions import Exceptions, exceptions_of
from normalize.phrase_items import Dates, Day, Item, Mark, Month, Span, Weeks
from normalize.phrase_lexemes import reading_language
from normalize.phrase_tokens import composed
from normalize.phrase_units import Text as Units
from normalize.phrase_units import Unit, only_bounds, text_of
from normalize.phrase_years import resolve_span
from normalize.recurrence_series import Series, occurring, series_of
from normalize.recurrence_starts import DAY
from normalize.recurrence_window import Window
from normalize.recurrence_zone import naive, settle, zone
from normalize.text import unescape
from normalize.timing import Timing

_LONGEST = 3000
_FINNISH = frozenset({"Europe/Helsinki", "Europe/Mariehamn"})
_TAGS = re.compile(r"<[^<>]*>|\\n")
_MAY = re.compile(
    r"\b(?:ei|eikä|paitsi|\w*tauko|\w*tauolla|peruttu|viimeinen|ej|inte|ingen|inga|utom|\w*uppehåll|inställt|sista|no|not|except|"
    r"break|cancelled)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"pyhi|pyhä|helg|holiday|joulu|jul\w|christmas|juhannu|midsommar|midsummer|pääsiäi|påsk|easter|vapu|vappu|valborg|kuussa\b",
    re.IGNORECASE,
)
_DATE = r"(?P<{0}_day>\d{{1,2}})[./]\s?(?P<{0}_month>\d{{1,2}})\.?(?:\s?(?P<{0}_year>20\d\d))?"
_RESUMES = re.compile(
    r"\b(?:viimeinen (?:kerta|kokoontuminen)|sista (?:gången|träffen))\b[^\d.!?]{0,30}"
    + _DATE.format("last")
    + r"[^\d!?]{0,20}\b(?:kevätkausi|syyskausi|kevään|syksyn|jatk\w+|seuraava\w*|vårterminen|höstterminen|fortsätter)\b[^\d.!?]{0,30}"
    + _DATE.format("next"),
    re.IGNORECASE,
)
"""``Viimeinen kerta ennen joulua 15.12., kevätkausi alkaa 12.1.``: nothing in between."""


def with_left_out(timing: Timing, texts: Iterable[Text], language: str, today: date, window: Window) -> Timing:
    """The timing with the dates taken out that the name or the description leaves out; as it is where they would take out all."""
    if timing.recurrence is None or timing.start is None:
        return timing
    told = [(text.value[:_LONGEST], text.language[:2] or language) for text in texts if _may_leave_out(text.value[:_LONGEST])]
    if not told:
        return timing
    series = series_of(timing.start, timing.recurrence, timing.timezone)
    shown = list(_shown(series, window))
    finnish = window.timezone in _FINNISH
    left = [
        start for start, day in shown if any(_leaves_out(text, spoken, timing.start, day, today, finnish=finnish) for text, spoken in told)
    ]
    if not left or len(left) == len(shown):
        return timing
    return replace(timing, recurrence=timing.recurrence.model_copy(update={"exdate": (*timing.recurrence.exdate, *left)}))


def _may_leave_out(text: str) -> bool:
    """True for a text worth the grammar: a word that leaves out, and a figure or a day by its name."""
    return _MAY.search(text) is not None and (any(map(str.isdigit, text)) or _NAMED.search(text) is not None)


def _shown(series: Series, window: Window) -> Iterator[tuple[Start, date]]:
    """The dates of a series within the window, each with its day on the region's calendar."""
    tz, region = zone(series.timezone), zone(window.timezone)
    for wall in occurring(series, window.start.toordinal() * DAY, window.end.toordinal() * DAY):
        if not series.drops(wall) and series.all_day:
            yield naive(wall).date(), naive(wall).date()
        elif not series.drops(wall):
            start = settle(naive(wall), tz)
            yield start, start.astimezone(region).date()


def _leaves_out(text: str, language: str, start: Start, day: date, today: date, *, finnish: bool) -> bool:  # noqa: PLR0913 - all of it decides
    """True where a text says that there is nothing on the day. Days off ("ei arkipyhinä") are known of Finland only."""
    begun = start.date() if isinstance(start, datetime) else start
    found, pauses = _read(text, language, begun, today)
    return found.tells(day) or (finnish and found.leaves_out(day)) or any(first < day < last for first, last in pauses)


@lru_cache(maxsize=64)
def _read(text: str, language: str, begun: date, today: date) -> tuple[Exceptions, tuple[tuple[date, date], ...]]:
    """What a text leaves out, and from which last time to which next one there is nothing; remembered, for it is asked for each day."""
    plain = composed(unescape(_TAGS.sub("\n", text)))
    units = text_of(plain, reading_language(plain, language))
    items = [item for unit in _units(units) for item in _leaving(unit, begun.weekday())]
    return exceptions_of(items, begun, None, today), tuple(_pauses(plain, today))


def _units(units: Units) -> Sequence[Unit]:
    return (units.head, *units.units)


def _leaving(unit: Unit, weekday: int) -> list[Item]:
    """What one sentence leaves out of the series: days, weeks, months and days off, where it tells no other time than the series' own."""
    weekdays = {day for group in unit.facts.groups if group.weekdays is not None for day in group.weekdays.days}
    if not (only_bounds(unit) or weekday in weekdays) or any(group.spans for group in unit.facts.groups):
        return []
    return [item for item in unit.facts.excluded if isinstance(item, Dates | Weeks | Month) or _is_days_off(item)]


def _is_days_off(item: Item) -> bool:
    return isinstance(item, Mark) and item.kind == "public_holidays"


def _pauses(text: str, today: date) -> Iterator[tuple[date, date]]:
    """The last time before a pause and the first one after it."""
    for found in _RESUMES.finditer(text):
        first, last = resolve_span(Span(first=_day(found, "last"), last=_day(found, "next")), today)
        if first.day is not None and last.day is not None and first.day < last.day:
            yield first.day, last.day


def _day(found: re.Match[str], name: str) -> Day:
    year = found[f"{name}_year"]
    return Day(day=int(found[f"{name}_day"]), month=int(found[f"{name}_month"]), year=int(year) if year else None)
