"""What comes again, as publishers write it: weekdays, bounds, exceptions, weeks, odd and even weeks, the n-th weekday, so many times."""

# ruff: noqa: E501 - the forms of one thing stand on one line

from __future__ import annotations

from datetime import date, time

from tests.phrase_writer import DAY, HORIZON, SINGLE, Times, Write, Written, a_time, ahead, flags_of, occurrences, row_text
from tests.phrase_writer_named import NAMED
from tests.phrase_writer_notices import NOTICES
from tests.phrase_writer_words import EN_DAYS, EN_SHORT, FI_DAYS, FI_SHORT, SV_DAYS, SV_SHORT, Pen, clock, day_month

WEEK = 7 * DAY


def every(pen: Pen, numbers: list[int]) -> str:
    """``tiistaisin``, ``ti ja to``, ``joka tiistai``, ``måndagar och torsdagar``, ``every Tuesday``."""
    return every_fi(pen, numbers) if pen.language == "fi" else every_sv(pen, numbers) if pen.language == "sv" else every_en(pen, numbers)


def every_fi(pen: Pen, numbers: list[int]) -> str:
    names = [FI_DAYS[number] + "sin" for number in numbers]
    if len(numbers) == 1:
        name, short = FI_DAYS[numbers[0]], FI_SHORT[numbers[0]]
        return pen.one(names[0], names[0].capitalize(), names[0], f"joka {name}", f"Joka {name}", f"{name}t",
                       f"aina {names[0]}", f"joka {short}", f"joka viikko {names[0]}",
                       names[0].upper())  # fmt: skip
    forms = [
        pen.listed(names),
        pen.listed([FI_SHORT[number] for number in numbers]),
        pen.listed([f"{FI_DAYS[number]}t" for number in numbers]),
    ]
    return pen.one(*forms)


def every_sv(pen: Pen, numbers: list[int]) -> str:
    names = [SV_DAYS[number] + "ar" for number in numbers]
    if len(numbers) == 1:
        return pen.one(names[0], names[0].capitalize(), f"varje {SV_DAYS[numbers[0]]}", f"Varje {SV_DAYS[numbers[0]]}", f"på {names[0]}")
    return pen.one(pen.listed(names), pen.listed([SV_SHORT[number][1] for number in numbers]))


def every_en(pen: Pen, numbers: list[int]) -> str:
    names = [EN_DAYS[number] + "s" for number in numbers]
    if len(numbers) == 1:
        name = EN_DAYS[numbers[0]]
        return pen.one(names[0], f"every {name}", f"Every {name}", f"on {names[0]}", f"each {name}", f"every {EN_SHORT[numbers[0]][0]}")
    return pen.one(pen.listed(names), f"every {pen.listed([EN_DAYS[number] for number in numbers])}", f"on {pen.listed(names)}")


def weekdays(pen: Pen, most: int = 3) -> list[int]:
    return sorted(pen.dice.sample(range(7), pen.dice.choice((1, 1, 1, *range(1, most + 1)))))


def between(first: date, last: date, numbers: list[int]) -> list[date]:
    days = [first + step * DAY for step in range((last - first).days + 1)]
    return [day for day in days if day.weekday() in numbers]


def short_date(pen: Pen, day: date, *, year: bool = False) -> str:
    if pen.language == "en":
        return day_month(pen, day, year=year)
    if year:
        return f"{day.day}.{day.month}.{day.year}"
    return f"{day.day}.{day.month}{'.' if pen.language == 'fi' else pen.one('', '', '.')}"


def made(  # noqa: PLR0913, PLR0917 - a phrase has many sides
    sort: str, pen: Pen, reference: date, text: str, days: list[date], times: list[Times], *flags: str, bounded: bool = False,
    until: date = date.max,
) -> Written:  # fmt: skip
    told = flags_of(times) | set(flags)
    told = told - {"no_end_time"} if bounded else told | {"open_ended"}
    told |= {"ongoing"} if days and days[0] < reference and "past" not in told else set()
    return Written(sort, text, pen.language, reference, "recurrence", occurrences(days, times), frozenset(told), until, key="series")


def weekly(pen: Pen, reference: date) -> Written:
    """``tiistaisin klo 17.30-18.30``."""
    numbers, slot = weekdays(pen), a_time(pen.dice)
    days = between(reference, reference + HORIZON, numbers)
    name, hour = every(pen, numbers), clock(pen, *slot)
    text = pen.one(f"{name} {hour}", f"{name} {hour}", f"{name}, {hour}", f"{hour} {name}")
    return made("weekly", pen, reference, text, days, [slot], until=reference + HORIZON)


def from_to_weekdays(pen: Pen, reference: date) -> Written:
    """``ma-to klo 9-15``."""
    first = pen.dice.randint(0, 4)
    last = pen.dice.randint(first + 1, 6)
    slot = a_time(pen.dice, ended=0.9)
    names = {"fi": (FI_SHORT,), "sv": ([short[1] for short in SV_SHORT], SV_DAYS), "en": ([short[0] for short in EN_SHORT], EN_DAYS)}
    table = pen.dice.choice(names[pen.language])
    text = f"{table[first]}{pen.dash}{table[last]} {clock(pen, *slot)}"
    if pen.language == "fi" and pen.chance(0.3):
        text = f"{FI_DAYS[first]}sta {FI_DAYS[last]}hin {clock(pen, *slot)}".replace("keskiviikkohin", "keskiviikkoon")
    days = between(reference, reference + HORIZON, list(range(first, last + 1)))
    return made("from_to_weekdays", pen, reference, text, days, [slot], until=reference + HORIZON)


def two_series(pen: Pen, reference: date) -> Written:
    """``ma klo 17-18 ja to klo 18-19.30``."""
    one, other = sorted(pen.dice.sample(range(7), 2))
    first, second = a_time(pen.dice), a_time(pen.dice)
    also = pen.one(", ", f" {pen.one(*({'fi': ('ja', 'sekä'), 'sv': ('och', 'samt'), 'en': ('and',)}[pen.language]))} ")
    short = pen.language == "fi" and pen.chance(0.6)
    names = (FI_SHORT[one], FI_SHORT[other]) if short else (every(pen, [one]), every(pen, [other]))
    text = f"{names[0]} {clock(pen, *first)}{also}{names[1]} {clock(pen, *second)}"
    until = reference + HORIZON
    found = occurrences(between(reference, until, [one]), [first]) | occurrences(between(reference, until, [other]), [second])
    flags = flags_of([first, second]) | {"open_ended"}
    return Written("two_series", text, pen.language, reference, "recurrence", found, frozenset(flags), until, key="series")


def course(pen: Pen, reference: date) -> Written:
    """``keskiviikkoisin 13.1.-21.4. klo 18-19, ei 24.2.``."""
    number, slot = pen.dice.randrange(7), a_time(pen.dice)
    first = ahead(pen, reference, 100)
    first += (number - first.weekday()) % 7 * DAY
    days = [first + step * WEEK for step in range(pen.dice.randint(4, 20))]
    year = pen.chance(0.15)
    dash = pen.dash
    if pen.language == "en":
        ends = f"{short_date(pen, days[0])}{pen.one(dash, ' to ')}{short_date(pen, days[-1], year=year)}"
    else:
        ends = f"{short_date(pen, days[0])}{dash}{short_date(pen, days[-1], year=year)}"
    name, hour = every(pen, [number]), clock(pen, *slot)
    text = pen.one(f"{name} {ends} {hour}", f"{name} {hour}, {ends}", f"{name} {hour} {ends}", f"{ends} {name} {hour}",
                   f"{ends}, {name} {hour}", f"{name} {hour} ({ends})")  # fmt: skip
    out = sorted(pen.dice.sample(days[1:-1], pen.dice.choice((0, 0, 1, 1, 2))))
    return made("course", pen, reference, text + left_out(pen, out), [day for day in days if day not in out], [slot], bounded=True)


def left_out(pen: Pen, days: list[date]) -> str:
    """``, ei 24.2.``."""
    if not days:
        return ""
    words = {
        "fi": (", ei ", " (ei {})", ", paitsi ", " lukuun ottamatta ", ", poikkeuksena ", ". Ei ", ", ei kerhoa ", ", tauko "),
        "sv": (", inte ", " (ej {})", ", ej ", ", utom ", " förutom ", ". Inte ", ", uppehåll ", ", ingen träff "),
        "en": (", except ", " (not {})", ", not ", " except for ", ", excluding ", ", no session on ", ", no class on "),
    }
    told = pen.listed([short_date(pen, day) for day in days])
    word = pen.one(*words[pen.language])
    return word.format(told) if "{}" in word else word + told


def pause(pen: Pen, reference: date) -> Written:
    """``tiistaisin klo 10, tauko 22.12.-5.1.``."""
    number, slot = pen.dice.randrange(7), a_time(pen.dice)
    until = reference + HORIZON
    begin = reference + pen.dice.randint(10, 60) * DAY
    end = begin + pen.dice.randint(7, 25) * DAY
    words = {
        "fi": (", ei ", ", tauko ", ", joulutauko ", " (ei {})", ". Tauolla ", ", ei kerhoa "),
        "sv": (", inte ", ", uppehåll ", ", paus ", " (ej {})"),
        "en": (", not ", ", break ", " (except {})", ", no sessions "),
    }  # fmt: skip
    word = pen.one(*words[pen.language])
    told = row_text(pen, begin, end, named=False).removeprefix("from ")
    text = f"{every(pen, [number])} {clock(pen, *slot)}"
    text += word.format(told) if "{}" in word else word + told
    days = [day for day in between(reference, until, [number]) if not begin <= day <= end]
    return made("pause", pen, reference, text, days, [slot], until=until)


def begins(pen: Pen, reference: date) -> Written:
    """``torstaisin klo 18 alkaen 14.1.``."""
    number, slot = pen.dice.randrange(7), a_time(pen.dice)
    first = reference + pen.dice.randint(-40, 150) * DAY
    first += (number - first.weekday()) % 7 * DAY
    name, hour, day = every(pen, [number]), clock(pen, *slot), short_date(pen, first)
    forms = {
        "fi": (f"{name} {hour} alkaen {day}", f"{name} {hour} {day} alkaen", f"{day} alkaen {name} {hour}", f"{name} {day} alkaen {hour}",
               f"{name} {hour}, alkaa {day}", f"{name} {hour} (alk. {day})", f"{day} lähtien {name} {hour}", f"{name} alk. {day} {hour}"),
        "sv": (f"{name} {hour} från {day}", f"{name} {hour} fr.o.m. {day}", f"{name} från och med {day} {hour}", f"{name} {hour}, börjar {day}",
               f"{name} {hour}, start {day}", f"{name} med start {day} {hour}", f"från {day} {name} {hour}"),
        "en": (f"{name} {hour}, from {day}", f"{name} from {day} {hour}", f"{name} {hour} starting {day}", f"{name} {hour}, starts {day}",
               f"{name} {hour} as of {day}"),
    }  # fmt: skip
    until = reference + HORIZON
    text = pen.one(*forms[pen.language])
    return made("begins", pen, reference, text, between(first, until, [number]), [slot], until=until)


def ends(pen: Pen, reference: date) -> Written:
    """``torstaisin klo 18 22.4. asti``."""
    number, slot = pen.dice.randrange(7), a_time(pen.dice)
    last = reference + pen.dice.randint(30, 200) * DAY
    last -= (last.weekday() - number) % 7 * DAY
    name, hour, day = every(pen, [number]), clock(pen, *slot), short_date(pen, last)
    forms = {
        "fi": (f"{name} {hour}, {day} asti", f"{name} {hour} {day} saakka", f"{name} {day} asti {hour}", f"{name} {hour}, päättyy {day}"),
        "sv": (
            f"{name} {hour} till {day}",
            f"{name} {hour} t.o.m. {day}",
            f"{name} {hour} till och med {day}",
            f"{name} {hour}, slutar {day}",
        ),
        "en": (f"{name} {hour}, until {day}", f"{name} {hour} until {day}", f"{name} {hour}, ends {day}"),
    }
    return made("ends", pen, reference, pen.one(*forms[pen.language]), between(reference, last, [number]), [slot], bounded=True)


def week_of(pen: Pen) -> str:
    return pen.one(*{"fi": ("viikoilla", "vko", "vk", "vkot", "viikot", "vk."), "sv": ("vecka", "veckorna", "v.", "v"),
                     "en": ("weeks", "wk")}[pen.language])  # fmt: skip


def weeks(pen: Pen, reference: date) -> Written:
    """``vko 2-7 ja 9-15, ma klo 18.15-19.45``."""
    number, slot = pen.dice.randrange(7), a_time(pen.dice)
    monday = reference - reference.weekday() * DAY + pen.dice.randint(1, 20) * WEEK
    spans = [(monday, monday + pen.dice.randint(1, 7) * WEEK)]
    if pen.chance(0.4):
        after = spans[0][1] + pen.dice.randint(2, 3) * WEEK
        spans.append((after, after + pen.dice.randint(1, 6) * WEEK))
    dash = pen.dash
    told = f" {pen.one('ja', '&') if pen.language == 'fi' else pen.one('och', '&') if pen.language == 'sv' else 'and'} ".join(
        f"{first.isocalendar().week}{dash}{last.isocalendar().week}" for first, last in spans
    )
    name, hour, word = every(pen, [number]), clock(pen, *slot), week_of(pen)
    text = pen.one(
        f"{word} {told} {name} {hour}", f"{word} {told}, {name} {hour}", f"{name} {hour}, {word} {told}", f"{name} {hour} {word} {told}"
    )
    days = [day for first, last in spans for day in between(first, last + 6 * DAY, [number])]
    return made("weeks", pen, reference, text, days, [slot], bounded=True)


def parity(pen: Pen, reference: date) -> Written:
    """``parittomien viikkojen tiistaisin``, ``udda veckor på tisdagar``."""
    number, slot, odd = pen.dice.randrange(7), a_time(pen.dice), pen.chance(0.5)
    forms = {
        "fi": ("parittomilla viikoilla", "parittomina viikkoina", "parittomien viikkojen", "parittomat viikot", "Parittomilla viikoilla"),
        "sv": ("udda veckor", "ojämna veckor", "Udda veckor"),
        "en": ("odd weeks", "in odd weeks", "odd-numbered weeks"),
    }
    word = pen.one(*forms[pen.language])
    if not odd:
        swaps = (("parittomien", "parillisten"), ("parittomi", "parillisi"), ("Parittomi", "Parillisi"), ("parittoma", "parillise"), ("ojämna", "jämna"), ("udda", "jämna"),
                 ("Udda", "Jämna"), ("odd", "even"))  # fmt: skip
        word = next(word.replace(one, other) for one, other in swaps if one in word)
    name, hour = every(pen, [number]), clock(pen, *slot)
    text = pen.one(f"{word} {name} {hour}", f"{name} {word} {hour}", f"{word} {name}, {hour}")
    until = reference + HORIZON
    days = [day for day in between(reference, until, [number]) if (day.isocalendar().week % 2 == 1) is odd]
    return made("parity", pen, reference, text, days, [slot], "iso_week_parity", until=until)


def nth_of_month(pen: Pen, reference: date) -> Written:
    """``joka kuun 1. ma klo 18``."""
    number, slot, nth = pen.dice.randrange(7), a_time(pen.dice), pen.dice.choice((1, 2, 3, 4, -1))
    hour = clock(pen, *slot)
    words = {1: ("ensimmäinen", "första", "first"), 2: ("toinen", "andra", "second"), 3: ("kolmas", "tredje", "third"),
             4: ("neljäs", "fjärde", "fourth"), -1: ("viimeinen", "sista", "last")}[nth]  # fmt: skip
    fi = [f"joka kuukauden {words[0]} {FI_DAYS[number]}", f"kuukauden {words[0]} {FI_DAYS[number]}", f"kuun {words[0]} {FI_SHORT[number]}",
          f"joka kuun {words[0]} {FI_DAYS[number]}"]  # fmt: skip
    fi += (
        [f"joka kuun {nth}. {FI_SHORT[number]}", f"kuukauden {nth}. {FI_DAYS[number]}", f"Joka kuukauden {nth}. {FI_SHORT[number]}"]
        if nth > 0
        else []
    )
    sv = [f"{words[1]} {SV_DAYS[number]}en i månaden", f"{words[1]} {SV_DAYS[number]}en varje månad", f"varje månads {words[1]} {SV_DAYS[number]}",
          f"den {words[1]} {SV_DAYS[number]}en i månaden"]  # fmt: skip
    en = [f"{words[2]} {EN_DAYS[number]} of the month", f"every {words[2]} {EN_DAYS[number]} of the month", f"the {words[2]} {EN_DAYS[number]} of every month",
          f"on the {words[2]} {EN_DAYS[number]} of each month"]  # fmt: skip
    en += [f"{nth}{ {1: 'st', 2: 'nd', 3: 'rd', 4: 'th'}[nth] } {EN_DAYS[number]} of the month"] if nth > 0 else []
    text = f"{pen.one(*{'fi': fi, 'sv': sv, 'en': en}[pen.language])}{pen.one(' ', ' ', ', ')}{hour}"
    until = reference + HORIZON
    days = [
        day
        for day in between(reference, until, [number])
        if (nth == (day.day - 1) // 7 + 1 if nth > 0 else (day + WEEK).month != day.month)
    ]
    return made("nth_of_month", pen, reference, text, days, [slot], until=until)


def every_other(pen: Pen, reference: date) -> Written:
    """``joka toinen torstai alkaen 26.11. klo 13``."""
    number, slot, gap = pen.dice.randrange(7), a_time(pen.dice), pen.dice.choice((2, 2, 2, 3))
    first = reference + pen.dice.randint(0, 90) * DAY
    first += (number - first.weekday()) % 7 * DAY
    hour, day, name = clock(pen, *slot), short_date(pen, first), {"fi": FI_DAYS, "sv": SV_DAYS, "en": EN_DAYS}[pen.language][number]
    lead = {
        "fi": {2: (f"joka toinen {name}", f"joka toinen viikko {name}sin", f"kahden viikon välein {name}sin", f"Joka toinen {name}", f"joka 2. viikko {name}sin"),
               3: (f"joka kolmas {name}", f"kolmen viikon välein {name}sin")},
        "sv": {2: (f"varannan {name}", f"varannan vecka på {name}ar", f"Varannan {name}"), 3: (f"var tredje {name}", f"var tredje vecka på {name}ar")},
        "en": {2: (f"every other {name}", f"every second {name}", f"every two weeks on {name}s", f"fortnightly on {name}s"),
               3: (f"every third {name}", f"every three weeks on {name}s")},
    }  # fmt: skip
    told = pen.one(*lead[pen.language][gap])
    forms = {
        "fi": (f"{told} alkaen {day} {hour}", f"{told} {hour} alkaen {day}", f"{told} {day} alkaen {hour}", f"{told} {hour}, alk. {day}"),
        "sv": (
            f"{told} med start {day} {hour}",
            f"{told} {hour} från {day}",
            f"{told} {hour}, start {day}",
            f"{told} {hour} fr.o.m. {day}",
        ),
        "en": (f"{told} starting {day} {hour}", f"{told} {hour}, from {day}", f"{told} from {day} {hour}"),
    }
    until = first + HORIZON
    days = [first + step * gap * WEEK for step in range(1 + HORIZON.days // (7 * gap))]
    return made("every_other", pen, reference, pen.one(*forms[pen.language]), [one for one in days if one <= until], [slot], until=until)


def counted(pen: Pen, reference: date) -> Written:
    """``10 kertaa, alk. ma 11.1. klo 18-19.30``."""
    number, slot, times = pen.dice.randrange(7), a_time(pen.dice), pen.dice.randint(3, 15)
    first = reference + pen.dice.randint(0, 120) * DAY
    first += (number - first.weekday()) % 7 * DAY
    hour, day = clock(pen, *slot), short_date(pen, first)
    names = {"fi": FI_SHORT, "sv": [short[1] for short in SV_SHORT], "en": [short[0] for short in EN_SHORT]}
    name, every_name = names[pen.language][number], every(pen, [number])
    forms = {
        "fi": (f"{times} kertaa, alk. {name} {day} {hour}", f"{times} krt, alkaen {name} {day} {hour}", f"{every_name} {hour}, alk. {day}, {times} kertaa",
               f"{every_name} {day} alkaen {hour}, {times} krt", f"alkaa {name} {day} {hour}, {times} kertaa"),
        "sv": (f"{times} gånger, start {name} {day} {hour}", f"{every_name} från {day} {hour}, {times} gånger", f"{times} ggr, börjar {name} {day} {hour}"),
        "en": (f"{times} sessions, starting {name} {day} {hour}", f"{every_name} from {day} {hour}, {times} times", f"{every_name} {hour}, starts {day}, {times} sessions"),
    }  # fmt: skip
    days = [first + step * WEEK for step in range(times)]
    return made("counted", pen, reference, pen.one(*forms[pen.language]), days, [slot], bounded=True)


def exclusion(pen: Pen, reference: date) -> Written:
    """``ei 24.2.``."""
    days = sorted({ahead(pen, reference, 150) for _ in range(pen.dice.choice((1, 1, 2, 3)))})
    word = pen.one(
        *{"fi": ("ei", "paitsi", "pl.", "lukuun ottamatta", "Ei"), "sv": ("inte", "ej", "utom"), "en": ("except", "not on", "excluding")}[
            pen.language
        ]
    )
    text = f"{word} {pen.listed([short_date(pen, day) for day in days])}"
    told = [day.isoformat() for day in days]
    return Written("exclusion", text, pen.language, reference, "exclusion", frozenset(), extra={"exdates": told})


MIDDAY = time(12)
WEEKLY: tuple[Write, ...] = (
    weekly, from_to_weekdays, two_series, course, course, pause, begins, ends, weeks, parity, nth_of_month, every_other, counted, exclusion,
)  # fmt: skip
WRITERS: tuple[Write, ...] = (*SINGLE, *WEEKLY, *NAMED, *NOTICES)
