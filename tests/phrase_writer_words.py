"""How publishers write weekdays, dates and times of day in three languages: every form here means exactly one thing.

The tables are written by hand and apart from the grammar's own, so that a slip there does not hide itself.
"""

# ruff: noqa: E501 - the forms of one thing stand on one line

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from random import Random

LANGUAGES = ("fi", "sv", "en")
FI_DAYS = ("maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai")
SV_DAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
EN_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FI_SHORT = ("ma", "ti", "ke", "to", "pe", "la", "su")
SV_SHORT = (("må", "mån"), ("ti", "tis"), ("on", "ons"), ("to", "tors"), ("fr", "fre"), ("lö", "lör"), ("sö", "sön"))
EN_SHORT = (("Mon",), ("Tue", "Tues"), ("Wed",), ("Thu", "Thurs"), ("Fri",), ("Sat",), ("Sun",))
FI_MONTHS = ("tammi", "helmi", "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka", "marras", "joulu")
SV_MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december")
EN_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
AND = {"fi": ("ja", "sekä", "&"), "sv": ("och", "samt", "&"), "en": ("and", "&")}
DASHES = ("–", "-", "—", " – ", " - ", "– ", "\u2011")
DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class Pen:
    """A publisher's hand: the language, and the dice."""

    language: str
    dice: Random

    def one(self, *forms: str) -> str:
        return self.dice.choice(forms)

    def chance(self, of: float) -> bool:
        return self.dice.random() < of

    @property
    def dash(self) -> str:
        return self.dice.choice(DASHES)

    def listed(self, parts: list[str]) -> str:
        """``a, b ja c``."""
        if len(parts) == 1:
            return parts[0]
        last = f" {self.one(*AND[self.language])} "
        return self.one(", ", ", ", ",  ").join(parts[:-1]) + last + parts[-1]


def weekday(pen: Pen, number: int) -> str:
    """A weekday before a date, with the blank or mark that parts them."""
    match pen.language:
        case "fi":
            name, short = FI_DAYS[number], FI_SHORT[number]
            return pen.one(
                f"{short} ", f"{short.upper()} ", f"{short.capitalize()} ", f"{short}. ", f"{name}na ", f"{name.capitalize()}na ", f"{name} ",
                f"{name.capitalize()} ", f"{name}, ", f"{name}na, ", short, f"{name.upper()} ",
            )  # fmt: skip
        case "sv":
            name, short = SV_DAYS[number], pen.one(*SV_SHORT[number])
            return pen.one(
                f"{short} ", f"{short}. ", f"{short.capitalize()} ", f"{name} ", f"{name.capitalize()} ", f"{name} den ", f"{name}en den ",
                f"{name.capitalize()}en den ", f"{name}, ",
            )  # fmt: skip
    name, short = EN_DAYS[number], pen.one(*EN_SHORT[number])
    return pen.one(f"{short} ", f"{short}. ", f"{name} ", f"{name}, ", f"{short}, ", f"on {name} ", f"On {name}, ", f"{name} the ")


def day_month(pen: Pen, day: date, *, year: bool) -> str:
    """A date, its year only where asked for."""
    number, month = day.day, day.month
    match pen.language:
        case "fi":
            forms = [
                f"{number}.{month}.{day.year if year else ''}", f"{number}.{month}.{day.year if year else ''}",
                f"{number:02d}.{month:02d}.{day.year if year else ''}", f"{number}. {FI_MONTHS[month - 1]}kuuta{f' {day.year}' if year else ''}",
                f"{number}.{FI_MONTHS[month - 1]}kuuta{f' {day.year}' if year else ''}",
            ]  # fmt: skip
            forms += [f"{number}.{month}.{day.year % 100:02d}", f"{number}. {month}. {day.year}", f"{day}"] if year else []
        case "sv":
            name = SV_MONTHS[month - 1]
            forms = [
                f"{number}.{month}{f'.{day.year}' if year else ''}", f"{number}.{month}.{day.year if year else ''}",
                f"{number} {name}{f' {day.year}' if year else ''}", f"{number} {_short_sv(name)}{f' {day.year}' if year else ''}",
                f"{number}:e {name}{f' {day.year}' if year else ''}",
            ]  # fmt: skip
        case _:
            name, after = EN_MONTHS[month - 1], _nth(number)
            forms = [
                f"{number} {name}{f' {day.year}' if year else ''}", f"{number} {name[:3]}{f' {day.year}' if year else ''}",
                f"{name} {number}{f', {day.year}' if year else ''}", f"{name[:3]} {number}{f', {day.year}' if year else ''}",
                f"{number}{after} {name}{f' {day.year}' if year else ''}", f"{number}{after} of {name}{f' {day.year}' if year else ''}",
                f"{name} {number}{after}{f', {day.year}' if year else ''}", f"{number}.{month}.{day.year if year else ''}",
            ]  # fmt: skip
            forms += [f"{number:02d}/{month:02d}/{day.year}", f"{day}"] if year else []
    return pen.one(*forms)


def _short_sv(name: str) -> str:
    return name if len(name) <= 4 else name[:3]


def _nth(number: int) -> str:
    return "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def full_date(pen: Pen, day: date, reference: date) -> str:
    """A date with or without weekday and year; the year always where the window would not find it."""
    year = pen.chance(0.3) or not -60 <= (day - reference).days <= 300
    name = weekday(pen, day.weekday()) if pen.chance(0.6) else ""
    told = day_month(pen, day, year=year)
    lost = name.endswith(" ") or not name or told[0].isdigit()
    return f"{name}{told}" if lost else f"{name} {told}"


def clock(pen: Pen, start: time, end: time | None = None) -> str:
    """A time of day, or a span of two, with the word that says so."""
    return _english(pen, start, end) if pen.language == "en" else _nordic(pen, start, end)


def _figure(pen: Pen, at: time, mark: str, *, short: bool) -> str:
    if short and not at.minute:
        return f"{at.hour}"
    return pen.one(f"{at.hour}{mark}{at.minute:02d}", f"{at.hour}{mark}{at.minute:02d}", f"{at.hour:02d}{mark}{at.minute:02d}")


def _nordic(pen: Pen, start: time, end: time | None) -> str:
    short, mark = pen.chance(0.5), pen.one(".", ".", ":")
    word = pen.one("klo ", "klo ", "klo ", "Klo ", "klo. ", "kello ", "klo", "KLO ") if pen.language == "fi" else pen.one(
        "kl. ", "kl. ", "kl ", "Kl. ", "klockan ", "klo ", "kl."
    )  # fmt: skip
    first = _figure(pen, start, mark, short=short)
    if end is None:
        return word + first
    last = _figure(pen, end, mark, short=short)
    if pen.language == "sv" and pen.chance(0.15):
        return f"{word}{first} till {last}"
    return f"{word}{first}{pen.dash}{last}"


def _english(pen: Pen, start: time, end: time | None) -> str:
    if pen.chance(0.4):
        mark = pen.one(":", ".")
        first = f"{pen.one('at ', 'at ', '')}{f'{start.hour:02d}' if start.hour < 8 else start.hour}{mark}{start.minute:02d}"
        return first if end is None else f"{first}{pen.dash}{end.hour}{mark}{end.minute:02d}"
    if end is None:
        return f"{pen.one('at ', 'at ', '', 'from ')}{_twelve(pen, start)}"
    if (start.hour < 12) == (end.hour < 12) and start < end and pen.chance(0.5):
        return f"{pen.one('', 'at ')}{_twelve(pen, start, bare=True)}{pen.dash}{_twelve(pen, end)}"
    if pen.chance(0.4):
        return f"{pen.one('from ', '')}{_twelve(pen, start)} to {_twelve(pen, end)}"
    return f"{_twelve(pen, start)}{pen.dash}{_twelve(pen, end)}"


def _twelve(pen: Pen, at: time, *, bare: bool = False) -> str:
    hour = at.hour % 12 or 12
    figure = f"{hour}" if not at.minute else f"{hour}{pen.one(':', '.')}{at.minute:02d}"
    half = "am" if at.hour < 12 else "pm"
    return figure if bare else figure + pen.one(f" {half}", half, f" {half[0]}.m.", f" {half.upper()}", half.upper())
