"""Days by name and days told from today, as publishers write them, with the calendar they were taken from."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.easter import easter

from tests.phrase_writer import DAY, HORIZON, Times, Write, Written, a_time, flags_of, occurrences
from tests.phrase_writer_words import EN_DAYS, EN_MONTHS, FI_DAYS, FI_MONTHS, SV_DAYS, SV_MONTHS, Pen, clock


def _advent(year: int, nth: int) -> date:
    christmas = date(year, 12, 25)
    return christmas - (christmas.weekday() + 1) * DAY - (4 - nth) * 7 * DAY


def _after(year: int, month: int, day: int, weekday: int) -> date:
    begun = date(year, month, day)
    return begun + (weekday - begun.weekday()) % 7 * DAY


def named_days(year: int) -> list[tuple[date, dict[str, tuple[str, ...]]]]:
    """The days of a year that have a name, with their names."""
    sunday = easter(year)
    return [
        (date(year, 1, 6), {"fi": ("loppiaisena",), "sv": ("på trettondagen",), "en": ("on Epiphany",)}),
        (sunday - 2 * DAY, {"fi": ("pitkäperjantaina",), "sv": ("på långfredagen", "långfredagen"), "en": ("on Good Friday",)}),
        (sunday - 3 * DAY, {"fi": ("kiirastorstaina",), "sv": ("på skärtorsdagen",), "en": ("on Maundy Thursday",)}),
        (sunday - 7 * DAY, {"fi": ("palmusunnuntaina",), "sv": ("på palmsöndagen",), "en": ("on Palm Sunday",)}),
        (sunday, {"fi": ("pääsiäispäivänä", "pääsiäissunnuntaina"), "sv": ("på påskdagen",), "en": ("on Easter Sunday",)}),
        (sunday + DAY, {"fi": ("2. pääsiäispäivänä",), "sv": ("på annandag påsk",), "en": ("on Easter Monday",)}),
        (date(year, 4, 30), {"fi": ("vappuaattona",), "sv": ("på valborgsmässoafton",), "en": ("on May Day Eve",)}),
        (date(year, 5, 1), {"fi": ("vappuna", "vapunpäivänä"), "sv": ("på första maj",), "en": ("on May Day",)}),
        (_after(year, 5, 8, 6), {"fi": ("äitienpäivänä",), "sv": ("på mors dag",), "en": ("on Mother's Day",)}),
        (sunday + 39 * DAY, {"fi": ("helatorstaina",), "sv": ("på Kristi himmelsfärdsdag",), "en": ("on Ascension Day",)}),
        (_after(year, 6, 19, 4), {"fi": ("juhannusaattona",), "sv": ("på midsommarafton",), "en": ("on Midsummer Eve",)}),
        (_after(year, 6, 20, 5), {"fi": ("juhannuspäivänä",), "sv": ("på midsommardagen",), "en": ("on Midsummer Day",)}),
        (_after(year, 10, 31, 5), {"fi": ("pyhäinpäivänä",), "sv": ("på alla helgons dag",), "en": ("on All Saints' Day",)}),
        (_after(year, 11, 8, 6), {"fi": ("isänpäivänä",), "sv": ("på fars dag",), "en": ("on Father's Day",)}),
        (date(year, 12, 6), {"fi": ("itsenäisyyspäivänä",), "sv": ("på självständighetsdagen",), "en": ("on Independence Day",)}),
        (date(year, 12, 13), {"fi": ("lucianpäivänä",), "sv": ("på Lucia", "på luciadagen"), "en": ("on Lucia Day",)}),
        (date(year, 12, 24), {"fi": ("jouluaattona", "Jouluaattona"), "sv": ("på julafton",), "en": ("on Christmas Eve",)}),
        (date(year, 12, 25), {"fi": ("joulupäivänä", "1. joulupäivänä"), "sv": ("på juldagen",), "en": ("on Christmas Day",)}),
        (date(year, 12, 26), {"fi": ("tapaninpäivänä", "2. joulupäivänä"), "sv": ("på annandag jul",), "en": ("on Boxing Day",)}),
        (date(year, 12, 31), {"fi": ("uudenvuodenaattona",), "sv": ("på nyårsafton",), "en": ("on New Year's Eve",)}),
        (_advent(year, 1), {"fi": ("1. adventtina", "ensimmäisenä adventtina", "1. adventtisunnuntaina"),
                            "sv": ("första advent", "på första advent", "1 advent"), "en": ("on the first Sunday of Advent",)}),
        (_advent(year, 3), {"fi": ("3. adventtina", "kolmantena adventtina"), "sv": ("tredje advent", "3:e advent"),
                            "en": ("on the third Sunday of Advent", "3rd Sunday of Advent")}),
    ]  # fmt: skip


def holiday(pen: Pen, reference: date) -> Written:
    """``itsenäisyyspäivänä klo 12``."""
    slot: Times = a_time(pen.dice) if pen.chance(0.8) else None
    around = [one for year in (reference.year, reference.year + 1) for one in named_days(year) if 0 <= (one[0] - reference).days <= 270]
    day, names = pen.dice.choice(around)
    year = pen.chance(0.15)
    text = pen.one(*names[pen.language]) + (f" {day.year}" if year else "")
    text += "" if slot is None else pen.one(" ", ", ") + clock(pen, *slot)
    return made_once("holiday", pen, reference, text, day, slot, "named_day")


def made_once(sort: str, pen: Pen, reference: date, text: str, day: date, slot: Times, *flags: str) -> Written:  # noqa: PLR0913, PLR0917
    times: list[Times] = [slot] if slot else []
    return Written(sort, text, pen.language, reference, "datetime", occurrences([day], times), frozenset(flags_of(times) | set(flags)))


def told_from_today(pen: Pen, reference: date) -> Written:
    """``huomenna klo 18``, ``ensi viikon tiistaina``, ``på fredag``."""
    slot = a_time(pen.dice)
    number = pen.dice.randrange(7)
    coming = reference + timedelta(days=(number - reference.weekday()) % 7 or 7)
    following = reference + timedelta(days=7 - reference.weekday() + number)
    fi, sv, en = FI_DAYS[number], SV_DAYS[number], EN_DAYS[number]
    forms: list[tuple[date, tuple[str, ...], dict[str, tuple[str, ...]]]] = [
        (reference, (), {"fi": ("tänään", "Tänään"), "sv": ("idag", "i dag"), "en": ("today",)}),
        (reference + DAY, (), {"fi": ("huomenna", "Huomenna"), "sv": ("imorgon", "i morgon"), "en": ("tomorrow",)}),
        (reference + 2 * DAY, (), {"fi": ("ylihuomenna",), "sv": ("i övermorgon",), "en": ("the day after tomorrow",)}),
        (following, (), {"fi": (f"ensi viikon {fi}na",), "sv": (f"{sv} nästa vecka", f"nästa vecka på {sv}"), "en": (f"{en} next week",)}),
        (coming, ("ambiguous",), {"fi": (f"ensi {fi}na",), "sv": (f"nästa {sv}",), "en": (f"next {en}",)}),
        (coming, (), {"fi": (f"tulevana {fi}na", f"{fi}na"), "sv": (f"på {sv}", f"nu på {sv}"), "en": (f"this {en}", f"on {en}")}),
    ]  # fmt: skip
    day, more, names = pen.dice.choice(forms)
    text = f"{pen.one(*names[pen.language])}{pen.one(' ', ' ', ', ')}{clock(pen, *slot)}"
    return made_once("told_from_today", pen, reference, text, day, slot, "relative_date", *more)


def workdays(pen: Pen, reference: date) -> Written:
    """``arkisin klo 8-16``: every weekday, without the days off."""
    slot = a_time(pen.dice, ended=0.9)
    until = reference + HORIZON
    out = {day for year in (reference.year, reference.year + 1) for day in days_off(year)}
    days = [day for step in range(HORIZON.days + 1) if (day := reference + step * DAY).weekday() < 5 and day not in out]
    words = {
        "fi": ("arkisin", "arkipäivisin", "Arkisin", "joka arkipäivä"),
        "sv": ("vardagar", "varje vardag"),
        "en": ("weekdays", "every weekday", "on weekdays"),
    }
    text = f"{pen.one(*words[pen.language])} {clock(pen, *slot)}"
    flags = frozenset(flags_of([slot]) | {"open_ended", "exclude_public_holidays"})
    return Written(
        "workdays", text, pen.language, reference, "recurrence", occurrences(days, [slot]), flags, until, key="series", off=frozenset(out)
    )


def days_off(year: int) -> list[date]:
    """Public holidays with the two eves."""
    fixed = [date(year, month, day) for month, day in ((1, 1), (1, 6), (5, 1), (12, 6), (12, 24), (12, 25), (12, 26))]
    sunday = easter(year)
    return [
        *fixed,
        *(sunday + days * DAY for days in (-2, 0, 1, 39)),
        _after(year, 6, 19, 4),
        _after(year, 6, 20, 5),
        _after(year, 10, 31, 5),
    ]


def in_months(pen: Pen, reference: date) -> Written:
    """``joulukuussa tiistaisin klo 18``, ``tammi-huhtikuussa``, ``Tuesdays in December``."""
    number, slot = pen.dice.randrange(7), a_time(pen.dice)
    begin = (reference.replace(day=1) + 32 * DAY).replace(day=1)
    for _ in range(pen.dice.randint(0, 6)):
        begin = (begin + 32 * DAY).replace(day=1)
    last = begin
    more = pen.dice.choice((0, 0, 2))
    for _ in range(more + 1):
        last = (last + 32 * DAY).replace(day=1)
    last -= DAY
    days = [day for step in range((last - begin).days + 1) if (day := begin + step * DAY).weekday() == number]
    fi, sv, en = FI_DAYS[number], SV_DAYS[number], EN_DAYS[number]
    hour, one, other = clock(pen, *slot), begin.month - 1, last.month - 1
    if more:
        told = {
            "fi": f"{FI_MONTHS[one]}–{FI_MONTHS[other]}kuussa",
            "sv": f"{SV_MONTHS[one]}–{SV_MONTHS[other]}",
            "en": f"{EN_MONTHS[one]}–{EN_MONTHS[other]}",
        }
    else:
        told = {"fi": f"{FI_MONTHS[one]}kuussa", "sv": f"i {SV_MONTHS[one]}", "en": f"in {EN_MONTHS[one]}"}
    names = {"fi": f"{fi}sin", "sv": f"{sv}ar", "en": f"{en}s"}
    name, months = names[pen.language], told[pen.language]
    text = pen.one(f"{name} {months} {hour}", f"{months} {name} {hour}", f"{name} {hour} {months}", f"{name} {hour}, {months}")
    flags = frozenset(flags_of([slot]) - {"no_end_time"})
    return Written("in_months", text, pen.language, reference, "recurrence", occurrences(days, [slot]), flags, key="series")


NAMED: tuple[Write, ...] = (holiday, told_from_today, workdays, in_months)
