"""A text as a row of items: the grammar's recognisers tried at every lexeme, the longest-sighted first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from normalize.phrase_clock import CLOCK_WORDS, behind_until, times_at
from normalize.phrase_counts import counted_end
from normalize.phrase_cursor import Cursor, Heading
from normalize.phrase_days import dates_at
from normalize.phrase_items import Dates, Item, Mark, Month, Monthly, Season, Times, Weekdays, Words
from normalize.phrase_lexemes import Lexeme, lexemes_of
from normalize.phrase_recurring import NUMERALS, count_at, interval_at, month_at, monthly_at, parity_at, season_at, weekdays_at, weeks_at
from normalize.phrase_words_fi import MONTHS

_RECOGNISERS: tuple[Callable[[Cursor, int], tuple[Item, int] | None], ...] = (
    count_at, monthly_at, interval_at, parity_at, weeks_at, dates_at, weekdays_at, month_at, season_at,
)  # fmt: skip
_OPENERS = frozenset(
    {
        "on", "every", "weekday", "workdays", "weekends", "daily", "ordinal", "month_unit", "interval", "parity", "week", "school_holidays",
        "season", "season_word", "month", "relative", "next", "coming", "holiday", "clock",
    }
)  # fmt: skip
"""What a word must be able to mean for a recogniser to begin with it."""
_FURTHER_WORDS = frozenset({*CLOCK_WORDS, *NUMERALS, *MONTHS})
"""Words that begin a time or a count though they are in no lexicon."""
_MARKS = (
    "from", "until", "by", "except", "begins", "ends", "open_ended", "vague", "weekly", "hours", "enrol", "stamp", "office",
    "history", "length", "school_holidays", "public_holidays", "next", "coming", "week_of", "weekend_of", "month_of", "every", "and",
    "clock", "exhibition", "shift",
)  # fmt: skip
_MOST_BETWEEN = 4
"""Marks that may stand between a day and its time."""
_ABBREVIATION = 5
"""Letters up to which a word of time with a dot behind it may be an abbreviation (viim., ti.)."""
_BREAKS = {"newline": "line", "semicolon": "clause", "stop": "sentence", "pipe": "cell", "close": "close", "open": "open"}


def items_of(text: str, language: str, heading: Heading | None = None) -> list[Item]:
    """The items of a ``composed`` text. A month that stands alone above a row becomes the month of the days below it."""
    lexemes = lexemes_of(text, language)
    items: list[Item] = []
    index, c = 0, Cursor(lexemes, language, heading or Heading())
    while index < len(lexemes):
        is_capital = lexemes[index].is_capital
        if items and isinstance(items[-1], Times) and lexemes[index].senses.get("form") == "to":
            items.append(Mark(start=lexemes[index].start, end=lexemes[index].start, kind="dash"))  # perjantaista ... sunnuntaihin
        item, index = _item(c, index, items)
        items.append(replace(item, capital=True) if is_capital else item)
        if isinstance(item, Times) and _ends_sentence(c, index):
            items.append(Mark(start=item.end, end=item.end, kind="break", value="sentence"))
        if isinstance(item, Mark) and item.value == "line":
            c = Cursor(lexemes, language, _heading(item, items, c.heading))
    return [item for item in items if item.end > item.start or isinstance(item, Mark)]


def _item(c: Cursor, index: int, before: list[Item]) -> tuple[Item, int]:
    """The item that begins at a lexeme; a word that says nothing of time where no recogniser takes it."""
    lexeme = c.at(index)
    if lexeme.kind == "word" and not lexeme.senses and lexeme.text.casefold() not in _FURTHER_WORDS:
        return Words(start=lexeme.start, end=lexeme.end, text=lexeme.text), index + 1  # most words; no recogniser begins with one
    if _opens_nothing(lexeme):
        return _mark(c, index), index + 1
    if (counted := counted_end(c, index)) is not None:
        return Words(start=c.at(index).start, end=c.end(counted), text="#"), counted
    if c.has(index, "clock") and (times := _times(c, index, before)):
        return times
    for recogniser in _RECOGNISERS:
        if found := recogniser(c, index):
            return found
    return _times(c, index, before) or (_mark(c, index), index + 1)


def _opens_nothing(lexeme: Lexeme) -> bool:
    """True for a mark, and for a small word that no recogniser begins with."""
    if lexeme.kind in {"num", "iso"}:
        return False
    return lexeme.kind != "word" or (lexeme.senses.keys().isdisjoint(_OPENERS) and lexeme.text.casefold() not in _FURTHER_WORDS)


def _times(c: Cursor, index: int, before: list[Item]) -> tuple[Item, int] | None:
    """The times at a lexeme, with the "until" that may follow them."""
    found = times_at(c, index, _day_before(before))
    if found and c.has(found[1], "until") and not c.is_range(found[1]):
        return behind_until(found[0]), found[1] + 1
    return found


def _day_before(items: list[Item]) -> Item | None:
    """The day that stands right before, a comma or a cell's edge between at most."""
    for item in reversed(items[-_MOST_BETWEEN:]):
        if isinstance(item, Dates | Weekdays | Monthly | Month) or (isinstance(item, Mark) and item.kind == "parity"):
            return item
        if not (isinstance(item, Mark) and (item.kind in {"comma", "colon"} or item.value in {"cell", "open", "close"})):
            return None
    return None


def _mark(c: Cursor, index: int) -> Item:
    """A small word of the grammar, a mark of the text, or any word."""
    lexeme = c.at(index)
    if lexeme.kind in _BREAKS:
        return _made(lexeme, "break", _BREAKS[lexeme.kind])
    if lexeme.kind == "dot":
        is_short = bool(c.at(index - 1).senses) and len(c.at(index - 1).text) <= _ABBREVIATION
        ends = c.at(index + 1).is_capital and not c.at(index + 1).glued and not is_short
        return _made(lexeme, "break", "sentence") if ends or c.at(index + 1).kind == "end" else _made(lexeme, "dot")
    if lexeme.kind in {"dash", "comma", "colon", "slash"}:
        return _made(lexeme, lexeme.kind)
    if lexeme.kind == "and":
        return _made(lexeme, "and")
    for kind in _MARKS:
        if kind in lexeme.senses:
            leads = kind == "from" and c.language in {"sv", "en"}
            return _made(lexeme, kind, "ahead" if leads else lexeme.senses[kind])
    return Words(start=lexeme.start, end=lexeme.end, text=lexeme.text)


def _made(lexeme: Lexeme, kind: str, value: int | str = "") -> Mark:
    """A mark where the lexeme stands."""
    return Mark(start=lexeme.start, end=lexeme.end, kind=kind, value=value)


def _ends_sentence(c: Cursor, index: int) -> bool:
    """True behind a time whose last dot ends the sentence: ``klo 18. Vapaa pääsy``."""
    return c.at(index - 1).kind == "num" and c.at(index - 1).text.endswith(".") and c.at(index).is_capital


def _heading(item: Item, items: list[Item], known: Heading) -> Heading:
    """The heading that holds behind an item: a month or season that stands alone on its line changes it."""
    if not (isinstance(item, Mark) and item.kind == "break" and item.value == "line"):
        return known
    line: list[Item] = []
    for earlier in reversed(items[:-1]):
        if isinstance(earlier, Mark) and earlier.kind == "break" and earlier.value == "line":
            break
        line.append(earlier)
    return _of_line(line, known)


def _of_line(line: list[Item], known: Heading) -> Heading:
    """The heading that a line of nothing else is."""
    told = [item for item in line if not (isinstance(item, Mark) and item.kind in {"colon", "dot", "dash", "break"})]
    match told:
        case [Month(month=month, year=year)]:
            return Heading(month=month, year=year if year is not None else known.year)
        case [Season(year=int(year))]:
            return Heading(month=known.month, year=year)
    return known
