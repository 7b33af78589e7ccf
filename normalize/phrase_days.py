"""Dates as they are written: ``la 28.11.``, ``3.-5.12.``, ``1.12., 15.12. ja 29.12.``, ``den 3 december``, ``jouluaattona``, ``huomenna``.

A chain is read as a whole, because its last date tells the month and the year of the ones before it. What month a bare ``5.`` is of,
a heading above the row may tell (``Joulukuu``).
"""

from __future__ import annotations

from dataclasses import replace

from normalize.phrase_cursor import Cursor
from normalize.phrase_figures import clock, day_and_month, has_two_digit_minutes, impossible_date, ordinal, plain, year
from normalize.phrase_items import Dates, Day, Span

Found = tuple[Day, int]
"""A day and the index behind it."""
_MOST_OF_MONTH = 31
_HALVES = frozenset({"am", "pm", "a", "p", "h"})
"""What makes the figure before it an hour (am, p.m., h)."""
_MOST_WAITING = 9
"""Bare days in a row (``1., 8., 15., 22. ja 29.12.``)."""
_FARTHEST = 4 * _MOST_WAITING
"""Lexemes of the days that wait for their month, with the marks and weekdays between."""
_COMPLETING = frozenset({"month", "holiday", "relative", "next", "coming"})
_MOST_DATES = 60
"""Dates of one list; a longer one is a table of something else."""


def dates_at(c: Cursor, index: int) -> tuple[Dates, int] | None:
    """The dates that begin at a lexeme, or ``None``."""
    if not _month_is_near(c, index):
        return None
    parts: list[tuple[str, Day]] = []
    good: tuple[list[tuple[str, Day]], int] | None = None
    link, at, led = "", index, None
    while len(parts) < _MOST_DATES and _may_complete(parts) and (found := _part_of(c, at, parts, link, led)):
        day, at = found
        led = _led(c, index, day) if not parts else led
        parts.append((link, day))
        if day.is_complete:
            good = (list(parts), at)
        link, at = _link(c, at)
        if link == "none":
            break
    if not good:
        return None
    spans = _spans(_filled([day for _, day in good[0]]), [link for link, _ in good[0]])
    return Dates(start=c.at(index).start, end=c.end(good[1]), spans=spans), good[1]


def _month_is_near(c: Cursor, index: int) -> bool:
    """False where nothing ahead could tell a month, which spares trying a long row of figures one by one."""
    if c.heading.month is not None:
        return True
    for lexeme in c.lexemes[index : index + _FARTHEST]:
        told = lexeme.kind == "iso" or (lexeme.kind == "num" and not lexeme.text.isdecimal())
        if told or not lexeme.senses.keys().isdisjoint(_COMPLETING):
            return True
    return False


def _led(c: Cursor, index: int, day: Day) -> Day | None:
    """The first day of a chain where its month stands before it, so that the days behind it are of the same one (``December 5-7``)."""
    while c.has(index, "on") or c.has(index, "weekday") or c.at(index).kind in {"dot", "comma"}:
        index += 1
    return day if c.has(index, "month") and day.day is not None else None


def _part_of(c: Cursor, index: int, parts: list[tuple[str, Day]], link: str, led: Day | None) -> Found | None:
    """The next day of a chain: one of the month that leads it, else one that tells or awaits its month."""
    return _led_day(c, index, link, led) or _part(c, index, first=not parts, link=link)


def _led_day(c: Cursor, index: int, link: str, led: Day | None) -> Found | None:
    """The ``7`` of ``December 5-7`` and ``kesäkuun 5.-7. päivä``; not the hour of ``December 5, 7 pm``."""
    number = plain(c.at(index).text) if c.at(index).kind == "num" else None
    if led is None or led.day is None or number is None or not led.day < number <= _MOST_OF_MONTH:
        return None
    at = c.behind_ending(index + 1)
    is_ordinal = at > index + 1 or ordinal(c.at(index).text) is not None
    if (
        c.has(at + c.has(at, "on"), "month")
        or (c.language == "fi" and not is_ordinal)
        or (link == "list" and not is_ordinal and not c.has(index - 1, "and"))
    ):
        return None
    if c.at(at).text.casefold() in _HALVES or c.at(at).kind in {"dash", "colon"}:
        return None
    return _with_year(c, Day(day=number, month=led.month, year=led.year), at + c.has(at, "title_noise"))


def _may_complete(parts: list[tuple[str, Day]]) -> bool:
    """False once more days wait for their month than any notice lets wait."""
    waiting = parts[-_MOST_WAITING:]
    return len(waiting) < _MOST_WAITING or any(day.is_complete for _, day in waiting)


def _link(c: Cursor, index: int) -> tuple[str, int]:
    """How the next date hangs on the one before: ``range``, ``list``, ``next`` (side by side), or ``none``."""
    if c.is_range(index):
        return "range", index + 1
    behind = c.behind_links(index)
    if behind > index:
        return "list", behind
    goes_on = c.at(index).kind in {"num", "word", "iso"} and not c.at(index).is_capital
    return ("next", index) if goes_on else ("none", index)


def _part(c: Cursor, index: int, *, first: bool, link: str) -> Found | None:
    """One date, with its weekday where one stands before it; a bare day only where the rest of the chain may complete it."""
    weekday, at = _weekday(c, index)
    if weekday is not None and (of_week := _of_week(c, at, weekday)):
        return of_week
    core = _core(c, at, named=weekday is not None, ranged=link in {"range", "list"})
    if core is None and link != "next":
        core = _bare_day(c, at, named=weekday is not None)
    if core is None or (link == "next" and not _stands_alone(c, at)):
        return None
    day, end = core
    if not first and day.is_complete and day.day is None and link == "next":
        return None
    return (day if weekday is None else replace(day, weekday=weekday)), end


def _of_week(c: Cursor, index: int, weekday: int) -> Found | None:
    """The week behind a weekday: ``tiistaina ensi viikolla``, ``fredag nästa vecka``, ``Sunday next week``."""
    if not c.has(index, "next", "coming") or not c.has(index + 1, "week_of"):
        return None
    return Day(weekday=weekday, week=int(c.has(index, "next"))), index + 2


def _stands_alone(c: Cursor, index: int) -> bool:
    """True for a date that needs no comma before it to be a further one of a list."""
    return c.at(index).kind == "num" and c.at(index).text.count(".") > 1 and day_and_month(c.at(index).text) is not None


def _weekday(c: Cursor, index: int) -> tuple[int | None, int]:
    """A weekday's number and the index of what it belongs to."""
    start = index
    while c.leads(index) and not c.has(index, "weekday"):
        index += 1
    recurs = c.at(index).senses.get("form") == "every" or c.has(start - 1, "interval", "every", "parity", "ordinal")
    if not c.has(index, "weekday") or recurs:
        return None, c.skip(index, "dot") if index > start and c.at(index).kind == "num" else (index if index == start else start)
    number = int(c.at(index).senses["weekday"])
    at = c.skip(index + 1, "dot", "comma", "pipe", "open")
    while c.has(at, "on"):
        at += 1
    return number, at


def _core(c: Cursor, index: int, *, named: bool, ranged: bool) -> Found | None:
    """A date that tells its month itself."""
    lexeme = c.at(index)
    if lexeme.kind == "num" and not lexeme.senses:
        found = _holiday(c, index) if c.has(c.behind_ending(index + 1), "holiday") else None
        return found or _day_first(c, index) or _spaced(c, index, named=named) or _numeric(c, index, named=named, ranged=ranged)
    for recogniser in (_iso, _relative, _holiday, _month_first):
        if found := recogniser(c, index):
            return found
    return _day_first(c, index) or _spaced(c, index, named=named) or _numeric(c, index, named=named, ranged=ranged)


def _iso(c: Cursor, index: int) -> Found | None:
    """``2026-11-28``."""
    if c.at(index).kind != "iso":
        return None
    number, month, day = (int(piece) for piece in c.at(index).text.rstrip("Tt").split("-"))
    if year(str(number)) is None or not (1 <= month <= 12 and 1 <= day <= _MOST_OF_MONTH):  # noqa: PLR2004 - months
        return None
    return Day(day=day, month=month, year=number), index + 1


def _numeric(c: Cursor, index: int, *, named: bool, ranged: bool) -> Found | None:
    """``28.11.2026``, ``28.11.``; without the last dot only where nothing else can be meant."""
    raw = c.at(index).text
    found = day_and_month(raw) if c.at(index).kind == "num" else None
    if found is None and (impossible := impossible_date(raw)):
        before_clock = c.has(c.skip(index + 1, "comma"), "clock")
        return (Day(day=impossible[0], month=impossible[1]), index + 1) if before_clock or (named and clock(raw) is None) else None
    likely = (named or ranged) and not _is_span_of_times(c, index)
    if not found or not (_is_date(raw, found[2]) or likely or _must_be_date(c, index)):
        return None
    day, month, told = found
    if told is None and (told := _year_at(c, index + 1)) is not None:
        return Day(day=day, month=month, year=told), index + 2
    return Day(day=day, month=month, year=told), index + 1


def _is_date(raw: str, told: int | None) -> bool:
    """True where the figure alone says that it is a date."""
    return told is not None or raw.count(".") > 1


def _is_span_of_times(c: Cursor, index: int) -> bool:
    """True for ``9.10-10.10`` without last dots: times rather than days, where the language writes days with one."""
    both = c.at(index), c.at(index + 2)
    return (
        c.at(index + 1).kind == "dash"
        and all(lexeme.kind == "num" and has_two_digit_minutes(lexeme.text) for lexeme in both)
        and (both[1].text.count(".") == 1)
    )


def _must_be_date(c: Cursor, index: int) -> bool:
    """Whether ``16.12`` is a day and not a time: a time or a range follows, or it is how the language writes dates."""
    after = c.skip(index + 1, "comma", "pipe")
    if c.has(after, "clock") or c.has(index + 1, "by", "from") or c.at(index).text.count("/"):
        return True
    if c.is_range(index + 1) and day_and_month(c.at(index + 2).text) and c.at(index + 2).text.endswith("."):
        return True
    if c.language in {"sv", "se"} or clock(c.at(index).text) is None:
        return True
    return _leads_to_date(c, index + 1)


def _leads_to_date(c: Cursor, index: int) -> bool:
    """Whether figures such as ``3.12, 10.12 ja 17.12 klo 18`` go on until one of them must be a day."""
    for _ in range(_MOST_WAITING):
        behind = c.behind_links(index)
        raw = c.at(behind).text
        if behind == index or c.at(behind).kind != "num" or day_and_month(raw) is None:
            return False
        if _is_date(raw, None) or clock(raw) is None or c.has(c.skip(behind + 1, "comma", "pipe"), "clock"):
            return True
        index = behind + 1
    return False


def _year_at(c: Cursor, index: int) -> int | None:
    """A year of four digits that stands alone behind a date."""
    lexeme = c.at(index)
    return year(lexeme.text) if lexeme.kind == "num" and not lexeme.glued else None


def _with_year(c: Cursor, day: Day, index: int) -> Found:
    """The day with the year that may follow it, a comma between (``December 3, 2026``)."""
    at = c.skip(index, "comma")
    told = _year_at(c, at)
    return (replace(day, year=told), at + 1) if told is not None else (day, index)


def _day_first(c: Cursor, index: int) -> Found | None:
    """``3. joulukuuta``, ``3 december 2026``, ``3rd of December``."""
    number = plain(c.at(index).text) if c.at(index).kind == "num" else None
    if number is None or not 1 <= number <= _MOST_OF_MONTH:
        return None
    at = c.behind_ending(index + 1)
    at += c.has(at, "on")
    if not c.names_day(at):
        return None
    at_end = c.skip(at + 1, "dot") if "short" in c.at(at).senses else at + 1
    return _with_year(c, Day(day=number, month=int(c.at(at).senses["month"])), at_end)


def _month_first(c: Cursor, index: int) -> Found | None:
    """``joulukuun 3. päivänä``, ``December 3rd``; not ``joulukuu 2026``."""
    if not c.has(index, "month") or c.at(index - 1).text.casefold() in {"in", "during"}:
        return None
    at = c.skip(index + 1, "dot")
    if c.at(at + 1).text.casefold() in _HALVES or c.spans_months(index - 2):
        return None
    number = plain(c.at(at).text) if c.at(at).kind == "num" else None
    if number is None or not 1 <= number <= _MOST_OF_MONTH or not _names_day(c, index, at):
        return None
    at = c.behind_ending(at + 1)
    at += c.has(at, "on", "title_noise")
    return _with_year(c, Day(day=number, month=int(c.at(index).senses["month"])), at)


def _names_day(c: Cursor, month: int, number: int) -> bool:
    """Whether a figure behind a month is its day: English, or a genitive with an ordinal."""
    return c.language == "en" or (c.at(month).senses.get("form") == "of" and ordinal(c.at(number).text) is not None)


def _spaced(c: Cursor, index: int, *, named: bool) -> Found | None:
    """``27. 11. 2026``: only where a weekday, a year or a time says that this is no counting."""
    first, second = c.at(index), c.at(index + 1)
    if first.kind != "num" or second.kind != "num" or ordinal(first.text) is None:
        return None
    found = day_and_month(f"{first.text}{second.text}")
    if not found or (ordinal(second.text) is None and found[2] is None):
        return None
    told = found[2] if found[2] is not None else _year_at(c, index + 2)
    if told is None and not named and not c.has(c.skip(index + 2, "comma"), "clock"):
        return None
    return Day(day=found[0], month=found[1], year=told), index + 2 + (found[2] is None and told is not None)


def _relative(c: Cursor, index: int) -> Found | None:
    """``tänään``, ``ensi viikon tiistaina``, ``ensi lauantaina``, ``next week on Tuesday``."""
    if c.has(index, "relative"):
        return Day(offset=int(c.at(index).senses["relative"])), index + 1
    steps = 1 if c.has(index, "next") else 0 if c.has(index, "coming") else None
    if steps is None:
        return None
    if c.has(index + 1, "weekday"):
        number = int(c.at(index + 1).senses["weekday"])
        return Day(weekday=number, week=-1, uncertain=bool(steps)), index + 2
    at = index + 2
    at += c.has(at, "on")
    if c.has(index + 1, "week_of") and c.has(at, "weekday"):
        return Day(weekday=int(c.at(at).senses["weekday"]), week=steps), at + 1
    return None


def _holiday(c: Cursor, index: int) -> Found | None:
    """``itsenäisyyspäivänä``, ``1. adventtina``, ``på julafton``; a bare name only right before a time, for it may be a title."""
    nth, at = _ordinal(c, index)
    if c.is_range(at + 1) and c.has(at + 2, "month"):
        return None  # joulu-helmikuussa
    if not c.has(at, "holiday") or (nth and c.at(at).senses["holiday"] != "advent"):
        return None
    name = str(c.at(at).senses["holiday"])
    if name == "advent" and not nth:
        return None
    day, end = _with_year(c, Day(holiday=name, nth=nth), at + 1)
    if not (nth or _says_on(c, index, at) or c.has(c.skip(end, "comma"), "clock") or c.at(end).kind == "end"):
        return None
    return day, end


def _ordinal(c: Cursor, index: int) -> tuple[int, int]:
    """A small ordinal and the index behind it; 0 and the same index where there is none."""
    if c.has(index, "ordinal") and not c.has(index, "holiday"):
        return int(c.at(index).senses["ordinal"]), index + 1
    lexeme = c.at(index)
    number = plain(lexeme.text) if lexeme.kind == "num" and not lexeme.senses else None
    at = c.behind_ending(index + 1)
    if number is None or not (1 <= number <= 4) or not c.has(at, "holiday"):  # noqa: PLR2004 - four Sundays of Advent
        return 0, index
    return number, at


def _says_on(c: Cursor, index: int, at: int) -> bool:
    """Whether the words say "on that day": an essive, a preposition, a place in an exception."""
    word = c.at(at).text.casefold()
    if c.has(index - 1, "on", "except", "from", "until", "by", "and") or c.at(index - 1).kind == "comma":
        return True
    return c.language == "fi" and word.endswith(("na", "nä"))


def _bare_day(c: Cursor, index: int, *, named: bool) -> Found | None:
    """A day whose month stands later in the chain (``3.-5.12.``) or above the row (``5. klo 18`` under ``Joulukuu``)."""
    lexeme = c.at(index)
    number = plain(lexeme.text) if lexeme.kind == "num" else None
    if number is None or not 1 <= number <= _MOST_OF_MONTH:
        return None
    if c.heading.month is not None and _is_row_day(c, index, named=named):
        return Day(day=number, month=c.heading.month, year=c.heading.year), index + 1
    end = c.behind_ending(index + 1)
    may_go_on = c.is_range(end) or c.is_link(end)
    return (Day(day=number), end) if may_go_on or named else None


def _is_row_day(c: Cursor, index: int, *, named: bool) -> bool:
    """Whether a figure of a row is its day: an ordinal, or a weekday before it, or a time behind it; no link to a full date."""
    after = c.skip(index + 1, "comma", "pipe", "dot")
    is_first = c.at(index - 1).kind in {"newline", "end", "dash", "comma", "pipe"} or c.is_link(index - 1) or named
    if ordinal(c.at(index).text) is None and not c.has(after, "clock") and (not named or c.is_range(index + 1)):
        return False
    return is_first and not (c.is_range(index + 1) and day_and_month(c.at(index + 2).text) is not None)


def _filled(days: list[Day]) -> list[Day]:
    """Days with the month, and where it is told later the year, of the ones behind them."""
    filled: list[Day] = []
    later = Day()
    for day in reversed(days):
        if day.day is not None:
            month = day.month if day.month is not None else later.month
            told = day.year
            if told is None and later.year is not None and month is not None and later.month is not None:
                told = later.year - (month > later.month)
            later = replace(day, month=month, year=told)
            filled.append(later)
        else:
            filled.append(day)
    return filled[::-1]


def _spans(days: list[Day], links: list[str]) -> tuple[Span, ...]:
    """The chain as single days and ranges."""
    spans: list[Span] = []
    for link, day in zip(links, days, strict=True):
        if link == "range" and spans and spans[-1].last is None:
            spans[-1] = Span(first=spans[-1].first, last=day)
        else:
            spans.append(Span(first=day))
    return tuple(spans)
