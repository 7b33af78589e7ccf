"""Times of day: ``klo 18-19.30``, ``klo 9-12 ja 13-15``, ``kl. 18 till 20``, ``6-8 pm``, ``klo 18 alkaen``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from normalize.phrase_counts import counted_end
from normalize.phrase_cursor import Cursor
from normalize.phrase_figures import DAY_MINUTES, clock, day_and_month, has_two_digit_minutes, hour, plain
from normalize.phrase_items import Item, Slot, Times

_NOON = DAY_MINUTES // 2
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})")
_MERIDIEM = re.compile(r"([ap])\.?m\.?", re.IGNORECASE)
CLOCK_WORDS = {"noon": _NOON, "midnight": DAY_MINUTES, "keskipäivällä": _NOON, "puoliltapäivin": _NOON, "keskiyöllä": DAY_MINUTES,
          "puoliyöllä": DAY_MINUTES, "midnatt": DAY_MINUTES}  # fmt: skip
_EARLY = 8 * 60
"""Before this hour ``6.30`` without am or pm is as likely of the evening."""
_BARELY_EARLY = 9 * 60
"""The same of a bare ``8``."""
_MOST_SLOTS = 12
_ENDERS = frozenset({"newline", "end", "stop", "close", "pipe", "semicolon", "dot", "comma", "dash", "slash", "open"})
_CASE = frozenset({"sta", "stä", "een", "seen", "ään", "lta", "ltä", "lle", "n", "aan", "tä", "ta"})
_ELATIVE = frozenset({"sta", "stä", "tä", "ta"})
"""Case endings behind a figure and a colon (``klo 10:stä 12:een``)."""


@dataclass(frozen=True, slots=True)
class _Read:
    """One time of day: minutes, the index behind it, and the am (``a``), pm (``p``) or noon (``n``) that stood there."""

    minutes: int
    index: int
    meridiem: str = ""


def times_at(c: Cursor, index: int, before: Item | None) -> tuple[Times, int] | None:
    """The times that begin at a lexeme, or ``None``. ``before`` is the item right before it: behind a day, ``10-14`` are hours."""
    at, clocked = _after_clock(c, index)
    slots: list[Slot] = []
    bare = not clocked
    doubtful = ""
    if clocked and (two := _SLASHED.fullmatch(c.at(at).text)):
        both = tuple(Slot(start=60 * int(hours)) for hours in two.groups())
        return (Times(start=c.at(index).start, end=c.at(at).end, slots=both), at + 1) if int(two[2]) <= 24 else None  # noqa: PLR2004 - hours
    while len(slots) < _MOST_SLOTS and (found := _slot(c, at, clocked=clocked, after_day=not slots and before is not None)):
        slot, end, meridiem = found
        slots.append(slot)
        bare = bare and not meridiem
        doubtful = doubtful or _doubt(c, at, end, slot, meridiem)
        index_end, at = end, end
        following = _further(c, end, clocked=clocked)
        if following is None:
            break
        at, clocked_again = following
        clocked = clocked or clocked_again
    if not slots or (bare and not _bare_is_meant(c, index, index_end, slots, before)):
        return None
    return Times(start=c.at(index).start, end=c.end(index_end), slots=tuple(slots), bare=bare, doubtful=doubtful), index_end


def _after_clock(c: Cursor, index: int) -> tuple[int, bool]:
    """Behind ``klo``, ``at`` or the like, and whether one stood there; ``alkaen klo 18`` and ``klo 18`` begin alike."""
    at = index
    if c.has(index, "clock"):
        at = c.skip(index + 1, "dot", "colon")
        at = at + 1 if c.at(at).kind == "dash" else at
        return at, True
    return at, False


def _slot(c: Cursor, index: int, *, clocked: bool, after_day: bool) -> tuple[Slot, int, str] | None:
    """One time with its end where one is told."""
    if clocked and c.at(index - 1).kind == "dash" and (ending := _time(c, index, loose=True)):
        return Slot(start=None, end=ending.minutes), ending.index, ending.meridiem
    first = _time(c, index, loose=clocked or _is_hours(c, index, after_day=after_day) or _ends_with_meridiem(c, index))
    if first is None:
        return None
    at = first.index
    if not c.is_range(at):
        until = _time(c, at, loose=True) if c.at(at - 1).text.casefold() in _ELATIVE else None
        if until is not None:
            return Slot(start=first.minutes, end=until.minutes), until.index, until.meridiem
        return Slot(start=first.minutes), at, first.meridiem
    last_at, _ = _after_clock(c, at + 1)
    last = None if _begins_day(c, last_at) else _time(c, last_at, loose=True)
    if last is None:
        return (Slot(start=first.minutes), at + _hangs(c, at), first.meridiem)
    return _paired(first, last), last.index, last.meridiem


def _hangs(c: Cursor, index: int) -> int:
    """1 for a dash with nothing behind it (``klo 18-``), which only says that the end is open."""
    return int(
        c.at(index).kind == "dash" and (c.at(index + 1).kind in _ENDERS or not c.at(index + 1).glued) and not _begins_day(c, index + 1)
    )


def _begins_day(c: Cursor, index: int) -> bool:
    """True where another day begins behind a dash: ``klo 18 - su 29.11.``, not in ``klo 10-11.30.``."""
    while c.has(index, "on"):
        index += 1
    behind = c.behind_ending(index + 1)
    if c.has(index, "weekday", "month", "holiday") or (plain(c.at(index).text) is not None and c.names_day(behind + c.has(behind, "on"))):
        return True
    raw = c.at(index).text
    found = day_and_month(raw) if c.at(index).kind == "num" else None
    if not found:
        return c.at(index).kind == "iso" or _is_spaced_date(c, index)
    dotted = raw.endswith(".") and raw.count(".") > 1
    after = c.skip(index + 1, "comma")
    timed = c.has(after, "clock") or (c.has(after, "from") and c.at(after + 1).kind == "num")
    before_time = timed and (dotted or c.language in {"sv", "se"})
    before_time = before_time or (dotted and c.at(after).kind == "num" and has_two_digit_minutes(c.at(after).text))
    odd = found[1] % 5 != 0 and (dotted or c.has(index - 1, "until"))  # 13.11. is no time that anybody ends at
    odd = odd or (c.has(index - 1, "until") and "…" in c.at(index - 1).text)  # till och med
    return found[2] is not None or before_time or odd or (clock(raw) is None and hour(raw) is None)


def _is_spaced_date(c: Cursor, index: int) -> bool:
    """True for ``31. 3. 2028``."""
    first, second = c.at(index), c.at(index + 1)
    both = first.kind == second.kind == "num" and first.text.count(".") == 1 and first.text.endswith(".")
    return both and day_and_month(first.text + second.text) is not None


def _paired(first: _Read, last: _Read) -> Slot:
    """Start and end; a pm behind the end is meant for the start too, where the start is then still before it (``6-8 pm``)."""
    start = first.minutes
    if last.meridiem == "p" and not first.meridiem and start < _NOON and start + _NOON < last.minutes:
        start += _NOON
    return Slot(start=start, end=last.minutes)


def _time(c: Cursor, index: int, *, loose: bool) -> _Read | None:
    """A time of day; a bare hour only where ``loose`` or with am or pm."""
    lexeme = c.at(index)
    at = index + (lexeme.text == "12")
    if c.at(at).kind == "word" and c.at(at).text.casefold() in CLOCK_WORDS:
        return _Read(CLOCK_WORDS[c.at(at).text.casefold()], at + 1, "n")
    if lexeme.kind != "num" or (raw := lexeme.text).count(".") > 2:  # noqa: PLR2004 - 18.30. at the end of a sentence has two
        return None
    meridiem, end = _meridiem(c, index + 1)
    minutes = clock(raw) if not ("," in raw and not loose) else None
    if minutes is None and (loose or meridiem):
        minutes = hour(raw)
    if minutes is None or (meridiem and minutes > _NOON + 59):
        return None
    end = _behind_case(c, end)
    return _Read(_of_day(minutes, meridiem), end, meridiem)


def _of_day(minutes: int, meridiem: str) -> int:
    """Minutes of a twelve-hour clock as minutes of the day."""
    if not meridiem:
        return minutes
    return minutes % _NOON + (_NOON if meridiem == "p" else 0)


def _meridiem(c: Cursor, index: int) -> tuple[str, int]:
    """``a`` or ``p`` of am, pm, a.m. behind a figure, and the index behind it."""
    lexeme = c.at(index)
    if lexeme.kind != "word":
        return "", index
    if _MERIDIEM.fullmatch(lexeme.text):
        return lexeme.text[0].casefold(), index + 1
    letters = [c.at(index + step) for step in (0, 1, 2)]
    if lexeme.text.casefold() in {"a", "p"} and letters[1].kind == "dot" and letters[2].text.casefold() == "m":
        return lexeme.text.casefold(), c.skip(index + 3, "dot")
    return "", index


def _behind_case(c: Cursor, index: int) -> int:
    """Behind a Finnish case ending (``klo 12:een``)."""
    if c.at(index).kind == "colon" and c.at(index).glued and c.at(index + 1).text.casefold() in _CASE:
        return index + 2
    return index


def _is_hours(c: Cursor, index: int, *, after_day: bool) -> bool:
    """Whether ``10-14`` without a word for clock are hours: right behind a day, and rising or over midnight."""
    first, last = plain(c.at(index).text), plain(c.at(index + 2).text)
    if not after_day or c.at(index + 1).kind != "dash" or first is None:
        return False
    if last is None:
        end = clock(c.at(index + 2).text) if has_two_digit_minutes(c.at(index + 2).text) else None
        return end is not None and 60 * first < end
    return c.at(index).kind == c.at(index + 2).kind == "num" and 5 <= first < last <= 24  # noqa: PLR2004 - hours people meet


def _ends_with_meridiem(c: Cursor, index: int) -> bool:
    """True for the ``6`` of ``6-8 pm``."""
    if c.at(index).kind != "num" or not c.is_range(index + 1):
        return False
    last = _time(c, index + 2, loose=True)
    return last is not None and bool(last.meridiem)


def _further(c: Cursor, index: int, *, clocked: bool) -> tuple[int, bool] | None:
    """Where a further time of the list begins, and whether a word for clock stands before it; ``None`` where none does."""
    behind = c.behind_links(index)
    if behind == index:
        return None
    at, again = _after_clock(c, behind)
    if c.at(at).kind != "num" or counted_end(c, at) is not None or (not again and (_begins_day(c, at) or _is_date(c, at))):
        return None
    if again:
        return at, True
    sure = (has_two_digit_minutes(c.at(at).text) and clock(c.at(at).text) is not None) or _is_twelve_hours(c, at)
    return (at, False) if sure or (clocked and _is_further_hour(c, index, at)) else None


def _is_twelve_hours(c: Cursor, index: int) -> bool:
    """True for ``6 pm`` and ``6-8 pm``."""
    told = _time(c, index, loose=True)
    return (told is not None and bool(told.meridiem)) or _ends_with_meridiem(c, index)


def _is_date(c: Cursor, index: int) -> bool:
    """True for a date with its last dot, or without where the language writes days so and the end of its range is no time either."""
    raw, end = c.at(index).text, c.at(index + 2).text if c.is_range(index + 1) else ""
    if day_and_month(raw) is None:
        return False
    if c.has(index + 1, "clock"):  # 12.12 klo 9-13, 13.12 klo 10-14
        return True
    return raw.count(".") > 1 or c.language in {"sv", "se"} or (day_and_month(end) is not None and clock(end) is None)


def _is_further_hour(c: Cursor, link: int, index: int) -> bool:
    """Whether a bare figure behind a comma or an "and" is a further hour: nothing is counted by it."""
    if hour(c.at(index).text) is None or day_and_month(c.at(index).text):
        return False
    after = c.at(index + 1)
    if after.has("times", "unit", "week", "month") or c.at(index).text.endswith("."):
        return False
    if after.kind == "dash" and c.at(index + 2).kind == "num":
        return c.at(index + 3).kind in _ENDERS or c.at(index + 3).kind == "and" or bool(c.at(index + 3).senses) or not _counts(c, link)
    return after.kind in _ENDERS or after.kind == "and" or bool(after.senses) or not _counts(c, link)


def _counts(c: Cursor, link: int) -> bool:
    """True behind a comma, where a bare figure may as well count something; an "and" goes on with the times."""
    return c.at(link).kind == "comma" and not c.has(link + 1, "and")


def _bare_is_meant(c: Cursor, index: int, end: int, slots: list[Slot], before: Item | None) -> bool:
    """Whether figures without a word for clock are times: beside a day, in a cell of their own, or a span of two."""
    if any(slot.end is not None for slot in slots) or before is not None:
        return True
    previous = c.at(index - 1)
    alone = previous.kind in {"newline", "end", "pipe", "dash", "open"} and (c.at(end).kind != "end" or previous.kind != "end")
    return alone or c.has(end, "weekday") or ":" in c.at(index).text


def _doubt(c: Cursor, index: int, end: int, slot: Slot, meridiem: str) -> str:
    """Why a time can be read in two ways, ``""`` where it can not."""
    if c.language == "en" and not meridiem and _is_small(c.at(index).text, slot):
        return "twelve_hours"
    if meridiem and c.at(index - 1).kind == "dash" and plain(c.at(index - 2).text) is not None and c.has(index - 3, "month"):
        return "ambiguous"  # Dec 5-7 pm: the seventh hour of the fifth, or from five to seven?
    last = day_and_month(c.at(end - 1).text) if c.language == "sv" and c.has(end - 2, "until") else None
    return "ambiguous" if last is not None and slot.end is not None else ""  # kl 14 till 15.10: an hour or a day?


def _is_small(raw: str, slot: Slot) -> bool:
    """True for an hour that an English text may mean in the afternoon; ``09.30`` is of a clock of 24 hours, and so is a later end."""
    if slot.start is None or raw.startswith("0") or (slot.end is not None and slot.end >= _NOON):
        return False
    return slot.start < (_EARLY if "." in raw or ":" in raw else _BARELY_EARLY)


def behind_until(times: Times) -> Times:
    """``klo 18 asti``: what was read as a start is the end."""
    return replace(times, slots=tuple(Slot(start=None, end=slot.start) if slot.end is None else slot for slot in times.slots))
