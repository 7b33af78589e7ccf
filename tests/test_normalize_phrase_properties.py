"""What holds for every phrase: nothing raises, what was written is read back, no date comes from nowhere."""

# ruff: noqa: DTZ001 - what words tell is the wall clock of the place

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from normalize.phrase import KINDS, read_phrase
from normalize.phrase_timing import timing_of_phrase
from normalize.recurrence_rule import parse_rule

ZONE = "Europe/Helsinki"
SHORT = {
    "fi": ("ma", "ti", "ke", "to", "pe", "la", "su"),
    "sv": ("mån", "tis", "ons", "tors", "fre", "lör", "sön"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
LONG = {
    "fi": ("maanantaina", "tiistaina", "keskiviikkona", "torstaina", "perjantaina", "lauantaina", "sunnuntaina"),
    "sv": ("måndagen den", "tisdagen den", "onsdagen den", "torsdagen den", "fredagen den", "lördagen den", "söndagen den"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
EVERY = {
    "fi": ("maanantaisin", "tiistaisin", "keskiviikkoisin", "torstaisin", "perjantaisin", "lauantaisin", "sunnuntaisin"),
    "sv": ("måndagar", "tisdagar", "onsdagar", "torsdagar", "fredagar", "lördagar", "söndagar"),
    "en": ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"),
}
CLOCK = {"fi": "klo", "sv": "kl.", "en": "at"}
EXCEPT = {"fi": "ei", "sv": "inte", "en": "except"}
TITLES = ("Peli-ilta", "Tuolijumppa ikäihmisille", "Joulumyyjäiset", "Kuoro", "Sagostund", "Language café", "Perhekerho 7–12-vuotiaille")

languages = st.sampled_from(("fi", "sv", "en"))
references = st.dates(date(2024, 1, 1), date(2035, 12, 31))
minutes = st.integers(0, 23 * 4 + 3).map(lambda quarter: (quarter // 4, 15 * (quarter % 4)))


def clock(time: tuple[int, int], *, full: bool, language: str = "fi") -> str:
    """In English with two figures: ``6.30`` may there be of the evening."""
    hour = f"{time[0]:02d}" if language == "en" else f"{time[0]}"
    return f"{hour}.{time[1]:02d}" if full or time[1] else hour


def dotted(day: date, *, year: bool, language: str) -> str:
    text = f"{day.day}.{day.month}." + (f"{day.year}" if year else "")
    return text.rstrip(".") if language == "sv" else text


@st.composite
def spoken_dates(draw: st.DrawFn) -> tuple[str, date, date, str]:
    """A date as a notice writes it in the months before it, the day, the reference and the language."""
    language = draw(languages)
    reference = draw(references)
    day = reference + timedelta(days=draw(st.integers(0, 300)))
    year = draw(st.booleans())
    name = draw(st.sampled_from(("", SHORT[language][day.weekday()], LONG[language][day.weekday()])))
    return f"{name} {dotted(day, year=year, language=language)}".strip(), day, reference, language


@given(spoken=spoken_dates(), time=minutes, title=st.sampled_from(TITLES), full=st.booleans(), title_first=st.booleans())
@settings(max_examples=100, deadline=None)
def test_a_time_is_read_back(
    spoken: tuple[str, date, date, str], time: tuple[int, int], title: str, *, full: bool, title_first: bool
) -> None:
    when, day, reference, language = spoken
    phrase = f"{when} {CLOCK[language]} {clock(time, full=full or language == 'en', language=language)}"
    timing = timing_of_phrase(f"{title} {phrase}" if title_first else f"{phrase} {title}", language, reference, ZONE)
    assert (timing.reason, timing.start, timing.end) == ("", datetime(day.year, day.month, day.day, *time), None)
    assert timing.rest == title


@given(spoken_dates(), minutes, st.integers(1, 56), st.sampled_from(("-", "–", " – ")))
@settings(max_examples=80, deadline=None)
def test_a_span_of_time_is_read_back(spoken: tuple[str, date, date, str], time: tuple[int, int], quarters: int, dash: str) -> None:
    when, day, reference, language = spoken
    start = datetime(day.year, day.month, day.day, *time)
    end = start + timedelta(minutes=15 * quarters)
    last = (end.hour, end.minute)
    timing = timing_of_phrase(
        f"{when} {CLOCK[language]} {clock(time, full=True, language=language)}{dash}{clock(last, full=True)}", language, reference, ZONE
    )
    assert (timing.reason, timing.start, timing.end) == ("", start, end)


@given(language=languages, reference=references, ahead=st.integers(0, 200), length=st.integers(1, 40), year=st.booleans())
@settings(max_examples=80, deadline=None)
def test_a_range_of_days_is_read_back(language: str, reference: date, ahead: int, length: int, *, year: bool) -> None:
    first = reference + timedelta(days=ahead)
    last = first + timedelta(days=length)
    same_month = (first.year, first.month) == (last.year, last.month)
    begin = f"{first.day}." if same_month else dotted(first, year=False, language=language)
    timing = timing_of_phrase(f"{begin}–{dotted(last, year=year, language=language)}", language, reference, ZONE)
    assert (timing.reason, timing.start, timing.end) == ("", first, last + timedelta(days=1))


@given(languages, references, st.lists(st.integers(0, 250), min_size=2, max_size=5, unique=True).map(sorted), minutes)
@settings(max_examples=80, deadline=None)
def test_a_list_of_days_is_read_back(language: str, reference: date, ahead: list[int], time: tuple[int, int]) -> None:
    days = [reference + timedelta(days=step) for step in ahead]
    told = [dotted(day, year=False, language=language) for day in days]
    also = {"fi": "ja", "sv": "och", "en": "and"}[language]
    text = f"{', '.join(told[:-1])} {also} {told[-1]} {CLOCK[language]} {clock(time, full=True, language=language)}"
    timing = timing_of_phrase(text, language, reference, ZONE)
    assert timing.reason == ""
    assert [timing.start, *timing.rdate] == [datetime(day.year, day.month, day.day, *time) for day in days]


@st.composite
def courses(draw: st.DrawFn) -> tuple[str, list[date], date]:
    """A weekday, the days of a course from the first to the last, and one of them that is left out, as a phrase tells them."""
    language, reference = draw(languages), draw(references)
    first = reference + timedelta(days=draw(st.integers(0, 60)))
    days = [first + timedelta(days=7 * week) for week in range(draw(st.integers(4, 20)))]
    out = draw(st.sampled_from(days[1:]))
    told = [dotted(day, year=False, language=language) for day in (first, days[-1], out)]
    phrase = f"{EVERY[language][first.weekday()]} {told[0]}–{told[1]} {CLOCK[language]} 18.30, {EXCEPT[language]} {told[2]}"
    timing = timing_of_phrase(phrase, language, reference, ZONE)
    return f"{timing.reason}{timing.start:%Y-%m-%d %H:%M} {timing.exdate} {timing.rrule}", days, out


@given(courses())
@settings(max_examples=80, deadline=None)
def test_a_course_with_an_exception_is_read_back(course: tuple[str, list[date], date]) -> None:
    answer, days, out = course
    weekday = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[days[0].weekday()]
    assert answer.startswith(f"{days[0]} 18:30 ({datetime(out.year, out.month, out.day, 18, 30)!r},)")
    assert f"FREQ=WEEKLY;BYDAY={weekday};UNTIL=" in answer


@given(spoken_dates(), st.integers(1, 6))
@settings(max_examples=80, deadline=None)
def test_a_weekday_that_does_not_agree_is_never_read_silently(spoken: tuple[str, date, date, str], off: int) -> None:
    _, day, reference, language = spoken
    wrong = SHORT[language][(day.weekday() + off) % 7]
    timing = timing_of_phrase(f"{wrong} {dotted(day, year=False, language=language)} {CLOCK[language]} 18.00", language, reference, ZONE)
    assert timing.reason == "phrase_conflict"
    assert timing.start is None or timing.start.weekday() == (day.weekday() + off) % 7


_PIECES = """
klo kl. at ma ti tiistaisin måndagar Tuesdays la su joulukuu december May 5. 5.12. 24.12.2026 31.2. 18 18.30 10–12 9-12 – - , ; .
! ( ) |   ja och and ei paitsi inte except joka toinen varannan every other vk vko vecka week 48 2–15 parittomien viikkojen odd
jämna alkaen asti mennessä viimeistään ilmoittautuminen anmälan julkaistu toimisto avoinna auki öppet näyttely kertaa 10 x 45 min
kausi syksyllä tänään huomenna ensi viikolla jouluna juhannuksena 1. adventtina kuukauden ensimmäinen viimeinen lk v. 7–12-v. 65+
5 € 15/10 e vapaa pääsy täynnä jono PERUTTU siirtyy uusi aika etänä Teams Koulukatu 1 57100 Savonlinna pm 6–8 noon 24.00 25:61
99.99. 0.0. 1.1.1 12.10.123 2026-13-45 ½ ² İ
"""
WORDS = st.sampled_from((*_PIECES.split(), "\n"))
texts = st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=80) | st.lists(WORDS, max_size=14).map("".join)


@given(texts, st.sampled_from(("fi", "sv", "en", "se", "ru", "")), references, st.sampled_from((None, *KINDS)))
@settings(max_examples=200, deadline=None)
def test_no_phrase_raises(text: str, language: str, reference: date, kind: str | None) -> None:
    assert isinstance(read_phrase(text, language, reference, kind), dict)


@given(texts, st.sampled_from(("fi", "sv", "en", "se")), references, st.none() | references)
@settings(max_examples=200, deadline=None)
def test_every_timing_is_sound(text: str, language: str, reference: date, day: date | None) -> None:
    timing = timing_of_phrase(text, language, reference, ZONE, day=day)
    if not timing.reason:
        assert timing.start is not None
    assert timing.start is None or timing.end is None or str(timing.start) < str(timing.end)
    for rule in timing.rrule:
        parse_rule(rule)
    assert all(type(one) is type(timing.start) for one in (*timing.rdate, *timing.exdate))
    assert all(earlier < later for earlier, later in pairwise(timing.rdate))


@given(texts, st.sampled_from(("fi", "sv", "en")), references)
@example("v. 5. ti klo", "sv", date(2024, 1, 1))  # Tuesday of week 5
@settings(max_examples=200, deadline=None)
def test_no_single_day_comes_from_nowhere(text: str, language: str, reference: date) -> None:
    timing = timing_of_phrase(text, language, reference, ZONE)
    told_otherwise = {"relative_date", "named_day", "iso_week_parity", "daily_hours_over_range"} & set(timing.notes)
    glued = re.search(r"\d{5}", timing.phrase)  # 1.1.20242.11. is two days
    if timing.start is None or timing.reason or timing.rrule or told_otherwise or glued:
        return
    figures = {int(figure) for figure in re.findall(r"\d+", timing.phrase)}
    assert (
        timing.start.day in figures
        or 24 in figures
        or {"v", "vk", "vko", "vecka", "week", "viikolla"} & set(re.findall(r"\w+", timing.phrase))
    )


@given(texts, st.sampled_from(("fi", "sv", "en")), references)
@settings(max_examples=100, deadline=None)
def test_reading_twice_says_the_same(text: str, language: str, reference: date) -> None:
    assert timing_of_phrase(text, language, reference, ZONE) == timing_of_phrase(text, language, reference, ZONE)


@given(spoken_dates(), minutes)
@settings(max_examples=100, deadline=None)
def test_the_words_that_were_read_mean_the_same_alone(spoken: tuple[str, date, date, str], time: tuple[int, int]) -> None:
    when, _, reference, language = spoken
    whole = timing_of_phrase(
        f"Peli-ilta {when} {CLOCK[language]} {clock(time, full=True, language=language)} talolla", language, reference, ZONE
    )
    assume(not whole.reason)
    alone = timing_of_phrase(whole.phrase, language, reference, ZONE)
    assert (alone.start, alone.rrule, alone.rdate) == (whole.start, whole.rrule, whole.rdate)


BOMBS = (
    "1-" * 2000, "1/" * 2000 + "€", "1.12. " * 650,
    "klo 18, " + "19, " * 900, "ei " * 1300, "ma-" * 1300, "(" * 2000 + ")" * 2000, "a" * 4000,
    "Kokkikatu " * 400, "1. ja 2. ja " * 300, "ti 1.12.\nklo 10 x\n" * 200, "ilmoittautuminen " * 230 + "1.12.",
)  # fmt: skip


@pytest.mark.parametrize("text", BOMBS, ids=lambda text: text[:12])
def test_no_text_takes_long(text: str) -> None:
    begun = process_time()
    timing_of_phrase(text, "fi", date(2026, 11, 22), ZONE)
    read_phrase(text, "fi", date(2026, 11, 22), "composite")
    assert process_time() - begun < 10  # about a second; what grows with the square of the length took a minute
