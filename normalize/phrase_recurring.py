"""Words that make a time come again: weekdays, weeks, odd and even weeks, the n-th weekday of the month, how many times."""

from __future__ import annotations

from normalize.phrase_cursor import Cursor
from normalize.phrase_figures import plain, year
from normalize.phrase_items import Count, Mark, Month, Monthly, Season, Weekdays, Weeks
from normalize.phrase_words_fi import MONTHS

_WORKDAYS, _WEEKEND, _ALL = tuple(range(5)), (5, 6), tuple(range(7))
_SORTS = {"workdays": _WORKDAYS, "weekends": _WEEKEND, "daily": _ALL}
_HOLIDAY_WEEKS = ("viikolla", "viikoilla", "veckan", "veckorna", "lovet", "lomalla", "vecka")
_MOST_WEEKS = 53
_MOST_TIMES = 400
_TO_THE_END = frozenset({"loppuun", "loppuunsa"})
_STEMS = {stem: number for number, stem in enumerate(MONTHS, 1)}
_MOST_ORDINALS, _MOST_DAYS = 5, 14
NUMERALS = {
    word: number
    for number, words in enumerate(
        (
            "kaksi två two", "kolme tre three", "neljä fyra four", "viisi fem five", "kuusi sex six", "seitsemän sju seven",
            "kahdeksan åtta eight", "yhdeksän nio nine", "kymmenen tio ten", "yksitoista elva eleven", "kaksitoista tolv twelve",
        ),
        2,
    )
    for word in words.split()
}  # fmt: skip
_SEASONS = (("spring", ("kev", "vår", "spring")), ("summer", ("kes", "som", "sum")), ("autumn", ("syk", "syy", "hös", "aut", "fal")),
            ("winter", ("tal", "vin", "win")))  # fmt: skip


def weekdays_at(c: Cursor, index: int) -> tuple[Weekdays, int] | None:
    """``ma-to``, ``maanantaisin ja torstaisin``, ``joka tiistai``, ``arkisin``, ``on Mondays``."""
    start = index
    every = False
    while (c.has(index, "every") or c.leads(index)) and not c.has(index, "weekday", *_SORTS):
        every = every or c.has(index, "every")
        index += 1
    for sort, days in _SORTS.items():
        if c.has(index, sort):
            return Weekdays(start=c.at(start).start, end=c.at(index).end, days=days, form="every", sort=sort), index + 1
    if not _is_weekday(c, index):
        return None
    days_of, forms, end = _list_of_days(c, index)
    if index > start and not every and c.language in {"sv", "en"} and forms == {"plain"}:
        forms = {"on"}  # på fredag, on Friday: one day; what recurs is in the plural there
    form = "every" if every or "every" in forms else "on" if forms <= {"on", "of"} and "on" in forms else "plain"
    return Weekdays(start=c.at(start).start, end=c.end(end), days=tuple(dict.fromkeys(days_of)), form=form), end


def _list_of_days(c: Cursor, index: int) -> tuple[list[int], set[str], int]:
    """The weekdays of a list or range, the forms they stand in, and the index behind."""
    days = [int(c.at(index).senses["weekday"])]
    forms = {str(c.at(index).senses["form"])}
    index = _behind_dot(c, index)
    while len(days) < _MOST_DAYS:
        ranged = c.is_range(index) or (forms == {"from"} and c.at(index).senses.get("form") == "to")
        at = (index + 1 if c.is_range(index) else index) if ranged else c.behind_links(index)
        while at > index and c.has(at, "every", "on") and not c.has(at, "weekday"):
            at += 1
        if (at == index and not ranged) or not _is_weekday(c, at):
            return days, forms, index
        number = int(c.at(at).senses["weekday"])
        days += _between(days[-1], number) if ranged else [number]
        forms.add(str(c.at(at).senses["form"]))
        index = _behind_dot(c, at)
    return days, forms, index


def _behind_dot(c: Cursor, index: int) -> int:
    """Behind a weekday and the dot of its abbreviation, or the dash of ``keskiviikko- ja perjantai-iltaisin``."""
    if c.at(index + 1).kind == "dash" and c.at(index + 1).glued and c.is_link(index + 2):
        return index + 2
    return c.skip(index + 1, "dot") if "short" in c.at(index).senses else index + 1


def _between(first: int, last: int) -> list[int]:
    """The weekdays after the first up to the last, over the turn of the week."""
    return [(first + step) % 7 for step in range(1, (last - first) % 7 + 1)]


def _is_weekday(c: Cursor, index: int) -> bool:
    """True for a weekday; an abbreviation only in company that makes it one (``la`` is also an article, ``on`` a verb)."""
    if not c.has(index, "weekday"):
        return False
    return "short" not in c.at(index).senses or _has_company(c, index)


def _has_company(c: Cursor, index: int) -> bool:
    """A figure, a word for clock or a further weekday behind it, or what tells which one before it."""
    before = c.at(index - 1)
    if before.has("ordinal", "interval", "every", "week", "parity") or (before.kind == "num" and c.has(index - 2, "month_unit")):
        return True
    after = c.skip(index + 1, "dot", "comma", "pipe", "colon")
    if c.at(after).kind in {"num", "iso"} or c.has(after, "clock"):
        return True
    behind = c.behind_links(_behind_dot(c, index))
    behind += c.is_range(behind)
    linked = behind > _behind_dot(c, index) and c.has(behind, "weekday")
    return linked or (c.has(index - 2, "weekday") and (c.is_link(index - 1) or c.is_range(index - 1))) or _is_heading(c, index)


def _is_heading(c: Cursor, index: int) -> bool:
    """True for an abbreviation alone on its line."""
    return c.at(index - 1).kind in {"end", "newline"} and c.at(c.skip(index + 1, "dot", "colon")).kind == "newline"


def weeks_at(c: Cursor, index: int) -> tuple[Weeks, int] | None:
    """``vko 2-7 ja 9-15``, ``viikoilla 36-49``, ``vecka 8``."""
    of_holiday = c.has(index, "school_holidays") and c.at(index).text.casefold().endswith(_HOLIDAY_WEEKS)
    if not (c.has(index, "week") or of_holiday):
        return None
    at = c.skip(index + 1, "dot", "colon")
    if c.at(at).text.casefold() in {"t", "lla", "illa", "n"} and c.at(at).glued:
        at += 1
    spans: list[tuple[int, int]] = []
    end = at
    while len(spans) < _MOST_WEEKS and (found := _weeks(c, at)):
        spans.append(found[0])
        end = found[1]
        at = c.behind_links(end)
        if at == end:
            break
        at = c.skip(at + 1, "dot") if c.has(at, "week") else at
    if not spans:
        return None
    told = year(c.at(c.skip(end, "slash")).text) if c.at(c.skip(end, "slash")).kind == "num" else None
    end = c.skip(end, "slash") + 1 if told else end
    return Weeks(start=c.at(index).start, end=c.end(end), spans=tuple(spans), year=told), end


def _weeks(c: Cursor, index: int) -> tuple[tuple[int, int], int] | None:
    """One week or a range of them."""
    first = _week(c, index)
    if first is None or c.has(index + 1, "times", "unit", "month"):
        return None
    if c.is_range(index + 1):
        at = c.skip(index + 2, "dot") + (1 if c.has(index + 2, "week") else 0)
        last = _week(c, c.skip(at, "dot"))
        if last is not None:
            return (first, last), c.skip(at, "dot") + 1
    return (first, first), index + 1


def _week(c: Cursor, index: int) -> int | None:
    """The number of an ISO week."""
    number = plain(c.at(index).text) if c.at(index).kind == "num" else None
    return number if number is not None and 1 <= number <= _MOST_WEEKS else None


def monthly_at(c: Cursor, index: int) -> tuple[Monthly, int] | None:
    """``joka kuun 1. ma``, ``kuukauden toinen ja neljäs keskiviikko``, ``första måndagen i månaden``, ``every first Monday``."""
    start = index
    every = c.has(index, "every", "on")
    while c.has(index, "every", "on") and not c.has(index, "ordinal", "month_unit", "interval"):
        index += 1
    in_month = c.has(index, "month_unit")
    index = c.skip(index + 1, "dot") if in_month else index
    index += in_month and c.has(index, "on") and not c.has(index, "ordinal")
    if in_month and (found := _month_days(c, index)):
        return Monthly(start=c.at(start).start, end=c.end(found[1]), ordinals=(), month_days=found[0]), found[1]
    ordinals, at = _ordinals(c, index)
    if not ordinals or not c.has(at, "weekday"):
        return None
    days, _, end = _list_of_days(c, at)
    if c.has(end, "month_unit") or (c.has(end, "every") and c.has(end + 1, "month_unit")):
        end += 1 + (not c.has(end, "month_unit"))
    elif not in_month and not (every and c.has(start, "every") and not c.has(index, "interval")):
        return None
    return Monthly(start=c.at(start).start, end=c.end(end), ordinals=tuple(ordinals), days=tuple(days)), end


def _month_days(c: Cursor, index: int) -> tuple[tuple[int, ...], int] | None:
    """``15. päivä``: days of every month."""
    number = plain(c.at(index).text) if c.at(index).kind == "num" else None
    if number is None or not 1 <= number <= 31 or not c.has(index + 1, "title_noise", "on"):  # noqa: PLR2004 - days of a month
        return None
    return ((number,), index + 2) if not c.has(index + 1, "weekday") else None


def _ordinals(c: Cursor, index: int) -> tuple[list[int], int]:
    """``1. ja 3.``, ``first and third``; the words for "every other" are ordinals too where a month follows."""
    found: list[int] = []
    at = index
    while len(found) < _MOST_ORDINALS and (number := _ordinal(c, at)) is not None:
        found.append(number)
        index = at = c.behind_ending(at + 1)
        at = c.behind_links(at)
        if at == index:
            break
    return found, index


def _ordinal(c: Cursor, index: int) -> int | None:
    """One ordinal up to the fifth, or the last."""
    if c.has(index, "ordinal"):
        return int(c.at(index).senses["ordinal"])
    if c.has(index, "interval"):
        return int(c.at(index).senses["interval"])
    number = plain(c.at(index).text) if c.at(index).kind == "num" and not c.at(index).senses else None
    return number if number is not None and 1 <= number <= 5 else None  # noqa: PLR2004 - no month has a sixth Monday


def interval_at(c: Cursor, index: int) -> tuple[Mark, int] | None:
    """``joka toinen viikko``, ``varannan``, ``every other``: the word for week that may follow belongs to it."""
    if not c.has(index, "interval"):
        return None
    end = index + 1
    end += c.has(end, "week") and c.at(end + 1).kind != "num"
    return Mark(start=c.at(index).start, end=c.end(end), kind="interval", value=c.at(index).senses["interval"]), end


def parity_at(c: Cursor, index: int) -> tuple[Mark, int] | None:
    """``parittomien viikkojen``, ``udda veckor``, ``even weeks``, ``viikot parilliset``."""
    start = index
    index += c.has(index, "every", "on") and c.has(index + 1, "parity")
    index += c.has(index, "week") and c.has(index + 1, "parity")
    if not c.has(index, "parity"):
        return None
    end = c.skip(index + 1, "dot", "dash")
    end = end + 1 if c.at(end).text.casefold() == "numbered" else end
    end = c.skip(end + 1, "dot") if c.has(end, "week") else end
    return Mark(start=c.at(start).start, end=c.end(end), kind="parity", value=c.at(index).senses["parity"]), end


def count_at(c: Cursor, index: int) -> tuple[Count | Mark, int] | None:
    """``10 kertaa``, ``12 x 45 min``, ``kuusi kertaa``, ``6 sessions``, ``90 min``."""
    number = _number(c, index)
    if number is None:
        return None
    at = index + 1
    if c.has(at, "times") and c.at(at + 1).kind == "slash" and c.has(at + 2, "week", "month_unit"):
        return Mark(start=c.at(index).start, end=c.end(at + 3), kind="vague"), at + 3  # 1 krt/kk: how often, not how many
    if c.has(at, "times"):
        end = _behind_length(c, at + 1)
        return Count(start=c.at(index).start, end=c.end(end[0]), times=number, minutes=end[1]), end[0]
    if c.at(at).text.casefold() in {"x", "×"} and c.at(index).kind == "num":
        minutes, end_at = _length(c, at + 1)
        return Count(start=c.at(index).start, end=c.end(end_at or at + 1), times=number, minutes=minutes), end_at or at + 1
    minutes, end_at = _length(c, index)
    return (Count(start=c.at(index).start, end=c.end(end_at), minutes=minutes), end_at) if end_at else None


def _behind_length(c: Cursor, index: int) -> tuple[int, int | None]:
    """Behind ``x 45 min`` or ``, à 45 min`` where it follows the number of times."""
    at = c.skip(index, "comma", "open")
    at += c.at(at).text.casefold() in {"x", "×", "à", "a"}
    minutes, end = _length(c, at)
    return (end, minutes) if end else (index, None)


def _number(c: Cursor, index: int) -> int | None:
    """A count in figures or in words."""
    lexeme = c.at(index)
    number = plain(lexeme.text) if lexeme.kind == "num" else NUMERALS.get(lexeme.text.casefold()) if lexeme.kind == "word" else None
    return number if number is not None and 1 <= number <= _MOST_TIMES else None


def _length(c: Cursor, index: int) -> tuple[int | None, int]:
    """Minutes of ``45 min``, ``1,5 h``, ``2 tuntia``, ``1 h 30 min``; index 0 where nothing of it stands there."""
    raw = c.at(index).text.replace(",", ".").rstrip(".")
    if c.at(index).kind != "num" or not c.has(index + 1, "unit") or raw.count(".") > 1 or ":" in raw or "/" in raw:
        return None, 0
    if c.at(index + 1).senses["unit"] == "minute":
        return round(float(raw)), index + 2
    more, end = _length(c, index + 2) if c.has(index + 3, "unit") and c.at(index + 3).senses["unit"] == "minute" else (0, 0)
    return round(60 * float(raw)) + (more or 0), end or index + 2


def month_at(c: Cursor, index: int) -> tuple[Month, int] | None:
    """A month without a day (``joulukuussa 2026``, ``December``); an abbreviation is none."""
    if numbered := _numbered_month(c, index):
        return numbered
    if stemmed := _stemmed_months(c, index):
        return stemmed
    if not c.has(index, "month") or "short" in c.at(index).senses:
        return None
    last, at = (index + 2, index + 3) if c.spans_months(index) else (index, index + 1)
    told = year(c.at(at).text) if c.at(at).kind == "num" else None
    end = at + (told is not None)
    senses, until = c.at(index).senses, int(c.at(last).senses["month"])
    form = "in" if last != index else _month_form(c, index, end)
    end += c.at(end).text.casefold() in _TO_THE_END
    return Month(start=c.at(index).start, end=c.end(end), month=int(senses["month"]), until=until, form=form, year=told), end


def _month_form(c: Cursor, index: int, end: int) -> str:
    """How a month is meant: ``in`` it, ``from`` it on, ``to`` its ``end``, or as its case says."""
    before, after = c.at(index - 1).text.casefold(), c.at(end).text.casefold()
    if after in _TO_THE_END or (before in {"av", "of"} and c.at(index - 2).text.casefold() in {"slutet", "end"}):
        return "end"
    if c.has(index - 1, "from", "begins") or (c.has(end, "from") and c.language in {"fi", "se"}):
        return "from"
    if c.has(index - 1, "until") or (c.has(end, "until") and c.language in {"fi", "se"}):
        return "end"
    return "in" if c.language != "fi" and before in {"i", "in", "during", "under"} else str(c.at(index).senses["form"])


def _stemmed_months(c: Cursor, index: int) -> tuple[Month, int] | None:
    """``kesä-heinäkuussa``: the first month is only a stem."""
    first = _STEMS.get(c.at(index).text.casefold())
    if first is None or c.at(index + 1).kind != "dash" or not c.has(index + 2, "month") or "form" not in c.at(index + 2).senses:
        return None
    told = year(c.at(index + 3).text) if c.at(index + 3).kind == "num" else None
    end = index + 3 + (told is not None)
    until = int(c.at(index + 2).senses["month"])
    return Month(start=c.at(index).start, end=c.end(end), month=first, until=until, form="in", year=told), end


def _numbered_month(c: Cursor, index: int) -> tuple[Month, int] | None:
    """``12/2026``, ``12.2026``."""
    raw = c.at(index).text if c.at(index).kind == "num" else ""
    number, _, told = raw.rstrip(".").partition(".")
    end = index + 1
    if not told and c.at(end).kind == "slash" and c.at(end).glued and c.at(end + 1).glued:
        told, end = c.at(end + 1).text, index + 3
    if year(told) is None or len(told) != 4 or not number.isdecimal() or not 1 <= int(number) <= 12:  # noqa: PLR2004 - digits, months
        return None
    return Month(start=c.at(index).start, end=c.end(end), month=int(number), until=int(number), form="plain", year=year(told)), end


def season_at(c: Cursor, index: int) -> tuple[Season, int] | None:
    """``syyskausi``, ``vårterminen``, ``kevät 2027``."""
    if not c.has(index, "season", "season_word"):
        return None
    word = c.at(index).text.casefold()
    name = next((season for season, stems in _SEASONS if word.startswith(stems)), "")
    end = index + 1
    is_term = c.has(index, "season_word") or c.has(end, "season_word")
    end += c.has(end, "season_word")
    at = c.skip(end, "dash") if c.at(end).kind == "dash" and c.at(end).glued else end
    told = year(c.at(at).text) if c.at(at).kind == "num" else None
    end = at + 1 if told is not None else end
    return Season(start=c.at(index).start, end=c.end(end), name=name, is_term=is_term, year=told), end
