"""What a day is, for somebody who plans on it: a public holiday, an eve, a school holiday. With names in the interface's languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from normalize.holidays import easter, is_holiday
from normalize.model import Texts

DayKind: TypeAlias = Literal["public_holiday", "school_holiday"]

_SATURDAY = 5
_FIXED: Mapping[tuple[int, int], Texts] = {
    (1, 1): {"fi": "uudenvuodenpäivä", "sv": "nyårsdagen", "en": "New Year's Day"},
    (1, 6): {"fi": "loppiainen", "sv": "trettondagen", "en": "Epiphany"},
    (5, 1): {"fi": "vappu", "sv": "första maj", "en": "May Day"},
    (12, 6): {"fi": "itsenäisyyspäivä", "sv": "självständighetsdagen", "en": "Independence Day"},
    (12, 24): {"fi": "jouluaatto", "sv": "julafton", "en": "Christmas Eve"},
    (12, 25): {"fi": "joulupäivä", "sv": "juldagen", "en": "Christmas Day"},
    (12, 26): {"fi": "tapaninpäivä", "sv": "annandag jul", "en": "St Stephen's Day"},
}
_AFTER_EASTER: Mapping[int, Texts] = {
    -2: {"fi": "pitkäperjantai", "sv": "långfredagen", "en": "Good Friday"},
    0: {"fi": "pääsiäispäivä", "sv": "påskdagen", "en": "Easter Sunday"},
    1: {"fi": "toinen pääsiäispäivä", "sv": "annandag påsk", "en": "Easter Monday"},
    39: {"fi": "helatorstai", "sv": "Kristi himmelsfärdsdag", "en": "Ascension Day"},
    49: {"fi": "helluntai", "sv": "pingst", "en": "Whit Sunday"},
}
_MIDSUMMER: Texts = {"fi": "juhannuspäivä", "sv": "midsommardagen", "en": "Midsummer Day"}
_MIDSUMMER_EVE: Texts = {"fi": "juhannusaatto", "sv": "midsommarafton", "en": "Midsummer Eve"}
_ALL_SAINTS: Texts = {"fi": "pyhäinpäivä", "sv": "alla helgons dag", "en": "All Saints' Day"}
_JUNE, _NOVEMBER = 6, 11


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolHoliday:
    """Days without school, as the region's configuration names them."""

    names: Texts
    first: date
    last: date
    """Inclusive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayNote:
    """What a day is beside a day."""

    kind: DayKind
    names: Texts


def notes_of(day: date, school_holidays: Iterable[SchoolHoliday]) -> tuple[DayNote, ...]:
    """What the day is: the public holiday or eve first, then the school holidays in their order."""
    return tuple(_notes(day, school_holidays))


def holiday_names(day: date) -> Texts | None:
    """The names of a public holiday, of Christmas Eve or of Midsummer Eve; ``None`` for any other day."""
    if not is_holiday(day):
        return None
    moving = _AFTER_EASTER.get((day - easter(day.year)).days)
    if moving or (day.month, day.day) in _FIXED:
        return moving or _FIXED[day.month, day.day]
    if day.month == _JUNE:
        return _MIDSUMMER if day.weekday() == _SATURDAY else _MIDSUMMER_EVE
    return _ALL_SAINTS


def _notes(day: date, school_holidays: Iterable[SchoolHoliday]) -> Iterator[DayNote]:
    names = holiday_names(day)
    if names:
        yield DayNote(kind="public_holiday", names=names)
    for one in school_holidays:
        if one.first <= day <= one.last:
            yield DayNote(kind="school_holiday", names=one.names)


def days_around(day: date, span: int, earliest: date) -> Iterator[date]:
    """The days at most ``span`` days away, both ways, none before ``earliest``; the nearest first, of two the later one."""
    both = (day + timedelta(days=away) for near in range(span + 1) for away in dict.fromkeys((near, -near)))
    return (one for one in both if one >= earliest)
