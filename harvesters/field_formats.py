"""Days and times by explicit formats: the directives of ``strptime`` with Finnish, Swedish and English names.

The locale of the process is never asked nor changed. White space in a format stands for any amount of it, none included (cells are
glued together on many pages: ``ke19.11.``), a hyphen for any dash. Everything else must be there as it stands, in any case.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache
from typing import Literal

Locale = Literal["fi", "sv", "en"]
NAMED_FORMATS = ("iso", "unix", "unix_ms")
"""ISO 8601; seconds and milliseconds since 1970-01-01 UTC."""
LONGEST = 200
"""Characters of a text that may be a day or a time; a longer one is something else."""

_CENTURY = 2000
_NOON = 12
_MIDNIGHT = 24
_MONTHS: dict[Locale, str] = {
    "fi": "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "en": "january february march april may june july august september october november december",
}
_WEEKDAYS: dict[Locale, str] = {
    "fi": "ma|maanantai tiistai|ti keskiviik|ke torstai|to perjantai|pe lauantai|la sunnuntai|su",
    "sv": "måndag|mån|må tisdag|tis|ti onsdag|ons|on torsdag|tors|tor|to fredag|fre|fr lördag|lör|lö söndag|sön|sö",
    "en": "monday|mon tuesday|tues|tue wednesday|weds|wed thursday|thurs|thur|thu friday|fri saturday|sat sunday|sun",
}
_NUMBERS = {
    "Y": r"(?P<Y>\d{4})",
    "y": r"(?P<y>\d{2})",
    "m": r"(?P<m>\d{1,2})",
    "d": r"(?P<d>\d{1,2})(?:st|nd|rd|th)?",
    "H": r"(?P<H>\d{1,2})",
    "I": r"(?P<I>\d{1,2})",
    "M": r"(?P<M>\d{2})",
    "S": r"(?P<S>\d{2})(?:[.,]\d{1,6})?",
    "p": r"(?P<p>[ap])\.?\s?m\b\.?",
    "z": r"(?P<z>Z|[+-]\d{2}:?\d{2})",
    "%": "%",
}
_SAME_AS = {"b": "B", "a": "A", "e": "d"}
_DIRECTIVE = re.compile(r"%-?(.?)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a text says of a day and a time; what it does not say is ``None``."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """1 Monday to 7 Sunday (ISO 8601)."""
    clock: time | None = None
    """With a tzinfo where the text has an offset or counts from 1970."""
    days_later: int = 0
    """1 for 24:00, which is the next day's midnight."""

    @property
    def date(self) -> date | None:
        """The day, ``None`` unless year, month and day are said and there is such a day."""
        if self.year is None or self.month is None or self.day is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


def fault_of(pattern: str) -> str:
    """Why a format cannot be used, in words for whoever wrote it; ``""`` for a good one."""
    if pattern in NAMED_FORMATS:
        return ""
    found = [_SAME_AS.get(letter, letter) for letter in _DIRECTIVE.findall(pattern)]
    unknown = next((letter for letter in found if letter not in _NUMBERS and letter not in {"A", "B"}), None)
    if unknown is not None:
        return f"%{unknown} is not known; use %d %m %B %Y %y %A %H %I %M %S %p %z, or iso, unix, unix_ms"
    if not found:
        return "it has no directive such as %d; write for example %d.%m.%Y, or iso, unix, unix_ms"
    twice = next((letter for letter in found if letter != "%" and found.count(letter) > 1), None)
    return f"%{twice} stands in it twice" if twice else ""


def parse(text: str, formats: tuple[str, ...], locale: Locale) -> Parts | None:
    """What the text says by the first format that fits all of it; ``None`` where none does or where there is no such day."""
    text = " ".join(text.split())
    if not text or len(text) > LONGEST:
        return None
    return next((parts for pattern in formats if (parts := _parse(text, pattern, locale)) is not None), None)


def _parse(text: str, pattern: str, locale: Locale) -> Parts | None:
    try:
        if reader := _READERS.get(pattern):
            return reader(text)
        found = _compiled(pattern, locale).fullmatch(text)
        return _parts(found.groupdict(), locale) if found else None
    except (ValueError, OverflowError, OSError):
        return None


def _iso(text: str) -> Parts:
    """ISO 8601: a day, a time, or both, with or without an offset; raises ``ValueError``."""
    if re.fullmatch(r"\d{1,2}:\d{2}(?::\d{2})?.*", text):
        return Parts(clock=time.fromisoformat(text.zfill(5) if len(text) < len("00:00") else text))
    moment = datetime.fromisoformat(text)
    has_time = re.match(r"[\d-]+(?:W\d\d?-?\d?)?[T ]\d", text) is not None
    return _of_moment(moment) if has_time else Parts(year=moment.year, month=moment.month, day=moment.day)


def _since_1970(unit: timedelta) -> Callable[[str], Parts]:
    def read(text: str) -> Parts:
        return _of_moment(datetime(1970, 1, 1, tzinfo=UTC) + float(text) * unit)

    return read


_READERS: dict[str, Callable[[str], Parts]] = {
    "iso": _iso,
    "unix": _since_1970(timedelta(seconds=1)),
    "unix_ms": _since_1970(timedelta(milliseconds=1)),
}


def _of_moment(moment: datetime) -> Parts:
    return Parts(year=moment.year, month=moment.month, day=moment.day, clock=moment.timetz().replace(microsecond=0))


@lru_cache(maxsize=256)
def _compiled(pattern: str, locale: Locale) -> re.Pattern[str]:
    """The format as a regular expression."""
    pieces, end = list[str](), 0
    for found in _DIRECTIVE.finditer(pattern):
        letter = _SAME_AS.get(found[1], found[1])
        pieces += [_literal(pattern[end : found.start()]), _NUMBERS.get(letter) or _names(letter, locale)]
        end = found.end()
    return re.compile("".join([*pieces, _literal(pattern[end:])]), re.IGNORECASE)


def _literal(text: str) -> str:
    escaped = re.sub(r"(?:\\?\s)+", r"\\s*", re.escape(text))
    return re.sub(r"\\-|[–—‑]", "[-–—‑]", escaped)


def _names(letter: str, locale: Locale) -> str:
    """The names of the months (``B``) or weekdays (``A``) with their endings and short forms."""
    if letter == "A":
        return rf"(?P<A>(?:{'|'.join(_WEEKDAYS[locale].split()).replace(' ', '|')})[a-zåäö]*\.?)"
    if locale == "fi":
        return rf"(?P<B>(?:{'|'.join(_MONTHS['fi'].split())})(?:kuu[a-zåäö]*)?\.?)"
    return rf"(?P<B>(?:{'|'.join(_short(month) for month in _MONTHS[locale].split())})\.?)"


def _short(month: str) -> str:
    """A month by its whole name or by three or four letters of it."""
    return f"{month[:3]}(?:{month[3:4]}(?:{month[4:]})?)?" if len(month) > len("mars") else f"{month[:3]}(?:{month[3:]})?"


def _parts(found: Mapping[str, str | None], locale: Locale) -> Parts:
    """The numbers of a match; raises ``ValueError`` for a day or a time that does not exist."""
    clock, days_later = _clock(found)
    parts = Parts(
        year=_year(found),
        month=_month(found, locale),
        day=_number(found, "d"),
        weekday=_weekday(found.get("A"), locale),
        clock=clock,
        days_later=days_later,
    )
    if parts.month is not None or parts.day is not None:
        date(*(default if part is None else part for part, default in ((parts.year, _CENTURY), (parts.month, 1), (parts.day, 1))))
    return parts


def _year(found: Mapping[str, str | None]) -> int | None:
    """The year; two digits are of this century (domain: 26 is 2026)."""
    short = _number(found, "y")
    return _number(found, "Y") if short is None else _CENTURY + short


def _number(found: Mapping[str, str | None], letter: str) -> int | None:
    text = found.get(letter)
    return int(text) if text else None


def _month(found: Mapping[str, str | None], locale: Locale) -> int | None:
    name = (found.get("B") or "").lower()
    if not name:
        return _number(found, "m")
    return next(
        number for number, month in enumerate(_MONTHS[locale].split(), 1) if name.startswith(month[:3] if locale != "fi" else month)
    )


def _weekday(name: str | None, locale: Locale) -> int | None:
    if not name:
        return None
    days = enumerate(_WEEKDAYS[locale].split(), 1)
    return next(number for number, names in days if name.lower().startswith(tuple(names.split("|"))))


def _clock(found: Mapping[str, str | None]) -> tuple[time | None, int]:
    """The time of day and whether it is the next day's midnight."""
    hour = _number(found, "H")
    twelve = _number(found, "I")
    if hour is None and twelve is None:
        return None, 0
    if hour is None and twelve is not None:
        if not 1 <= twelve <= _NOON:
            raise ValueError(twelve)
        hour = twelve % _NOON + (_NOON if (found.get("p") or "").lower() == "p" else 0)
    minute, second = _number(found, "M") or 0, _number(found, "S") or 0
    is_midnight = hour == _MIDNIGHT and not minute and not second
    return time(0 if is_midnight else hour or 0, minute, second, tzinfo=_offset(found.get("z"))), int(is_midnight)


def _offset(text: str | None) -> timezone | None:
    if not text:
        return None
    if text in {"Z", "z"}:
        return UTC
    length = timedelta(hours=int(text[1:3]), minutes=int(text[-2:]))
    return timezone(-length if text[0] == "-" else length)
