"""The door for records that tell their time in words: titles, texts below them, rows under headings."""

# ruff: noqa: DTZ001 - what words tell is the wall clock of the place

from __future__ import annotations

from datetime import date, datetime

import pytest

from harvesters.issue_kinds_phrases import PHRASE_KINDS
from normalize.phrase_timing import PhraseTiming, timing_of_phrase

REFERENCE = date(2026, 11, 22)
ZONE = "Europe/Helsinki"


def read(text: str, language: str = "fi", reference: date = REFERENCE, day: date | None = None) -> PhraseTiming:
    return timing_of_phrase(text, language, reference, ZONE, day=day)


def brief(timing: PhraseTiming) -> str:
    """The timing in one line; times of day without seconds."""
    parts = [shown(timing.start) + (f"-{shown(timing.end)}" if timing.end else "")] if timing.start else []
    parts += [rule.removeprefix("FREQ=") for rule in timing.rrule]
    parts += [f"and {', '.join(shown(one) for one in timing.rdate)}"] if timing.rdate else []
    parts += [f"not {', '.join(shown(one)[:10] for one in timing.exdate)}"] if timing.exdate else []
    return "; ".join([*parts, *(f"further {brief(one)}" for one in timing.further)])


def shown(moment: date | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if isinstance(moment, datetime) else f"{moment}"


TITLES = [
    ("Peli-ilta pe 27.11. klo 17", "Peli-ilta", "2026-11-27 17:00"),
    ("la 28.11. klo 10–14 Joulumyyjäiset", "Joulumyyjäiset", "2026-11-28 10:00-2026-11-28 14:00"),
    ("Lasten konsertti la 28.11. klo 14 Kulttuuritalolla", "Lasten konsertti Kulttuuritalolla", "2026-11-28 14:00"),
    ("Tanssit (la 28.11. klo 18)", "Tanssit", "2026-11-28 18:00"),
    ("Tanssit | la 28.11. | klo 18–22", "Tanssit", "2026-11-28 18:00-2026-11-28 22:00"),
    ("Tanssit – la 28.11. klo 22–02", "Tanssit", "2026-11-28 22:00-2026-11-29 02:00"),
    ("27.11.2026 Peli-ilta", "Peli-ilta", "2026-11-27-2026-11-28"),
    ("Leiri 5.–7.6.", "Leiri", "2027-06-05-2027-06-08"),
    ("Leiri pe 4.12. klo 18 – su 6.12. klo 12", "Leiri", "2026-12-04 18:00-2026-12-06 12:00"),
    ("Kirppis 28.11. ja 5.12. klo 10–13", "Kirppis", "2026-11-28 10:00-2026-11-28 13:00; and 2026-12-05 10:00"),
    ("Myyjäiset la–su 28.–29.11. klo 10–15", "Myyjäiset", "2026-11-28 10:00-2026-11-28 15:00; and 2026-11-29 10:00"),
    ("Vauvauinti su 29.11. klo 9–9.45, ilm. viim. 25.11.", "Vauvauinti", "2026-11-29 09:00-2026-11-29 09:45"),
    ("Uintikoulu 7–9-vuotiaille la 5.12. klo 10", "Uintikoulu 7–9-vuotiaille", "2026-12-05 10:00"),
    ("Salibandy P12 su 29.11. klo 12.30", "Salibandy P12", "2026-11-29 12:30"),
    ("50-vuotisjuhla la 5.12. klo 14", "50-vuotisjuhla", "2026-12-05 14:00"),
    ("Itsenäisyyspäivän juhla su 6.12. klo 12", "Itsenäisyyspäivän juhla", "2026-12-06 12:00"),
    ("Joulukonsertti 13.12. klo 18, liput 15/10 €", "Joulukonsertti liput 15/10 €", "2026-12-13 18:00"),
    ("Tuolijumppa tiistaisin klo 10–11", "Tuolijumppa", "2026-11-24 10:00-2026-11-24 11:00; WEEKLY;BYDAY=TU"),
    ("Tuolijumppa ti ja to klo 10", "Tuolijumppa", "2026-11-24 10:00; WEEKLY;BYDAY=TU,TH"),
    ("Kuoro keskiviikkoisin 13.1.–21.4. klo 18–20", "Kuoro", "2027-01-13 18:00-2027-01-13 20:00; WEEKLY;BYDAY=WE;UNTIL=20270421T205959Z"),
    ("Kuoro 13.1.–21.4. ke klo 18–20", "Kuoro", "2027-01-13 18:00-2027-01-13 20:00; WEEKLY;BYDAY=WE;UNTIL=20270421T205959Z"),
    ("Avoin aamu joka kuun 1. ma klo 9–11", "Avoin aamu", "2026-12-07 09:00-2026-12-07 11:00; MONTHLY;BYDAY=1MO"),
    ("Bingo joka toinen torstai 26.11. alkaen klo 13", "Bingo", "2026-11-26 13:00; WEEKLY;INTERVAL=2;BYDAY=TH"),
    ("Kerho, 10 kertaa, alk. ma 11.1. klo 18", "Kerho", "2027-01-11 18:00; WEEKLY;COUNT=10;BYDAY=MO"),
    ("Jumppa 12.1.–27.4. tiistaisin", "Jumppa", "2027-01-12-2027-01-13; WEEKLY;BYDAY=TU;UNTIL=20270427"),
    ("Kahvila arkisin klo 9–12, ei 22.12.", "Kahvila", None),
    ("Huomenna klo 18 avoimet ovet", "avoimet ovet", "2026-11-23 18:00"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rest", "expected"), TITLES)
def test_a_title_tells_its_time_and_keeps_the_rest_of_its_words(text: str, rest: str, expected: str | None) -> None:
    timing = read(text)
    assert (timing.reason, timing.rest) == ("", rest)
    if expected is not None:
        assert sorted(brief(timing).split(";")) == sorted(expected.split(";"))


HEADINGS = [
    ("Joulukuu\n5. klo 18 Vigilia", "Vigilia", "2026-12-05 18:00"),
    ("Joulukuu 2026\nla 5. klo 18 Vigilia", "Vigilia", "2026-12-05 18:00"),
    ("JOULUKUU\n5.–7. Leiri", "Leiri", "2026-12-05-2026-12-08"),
    ("Tammikuu\n5. klo 18 Vigilia", "Vigilia", "2027-01-05 18:00"),
    ("Maanantai\nklo 10 Jumppa", "Jumppa", "2026-11-23 10:00; WEEKLY;BYDAY=MO"),
    ("Maanantai 30.11.\nklo 10 Jumppa", "Jumppa", "2026-11-30 10:00"),
    ("Lauantai 28.11.\nklo 10 Myyjäiset\nKahvila auki", "Myyjäiset", "2026-11-28 10:00"),
    ("Syyskausi 1.9.–4.12.\nTiistai\nklo 10–11 Tuolijumppa", "Tuolijumppa",
     "2026-09-01 10:00-2026-09-01 11:00; WEEKLY;BYDAY=TU;UNTIL=20261204T215959Z"),
    ("December\n5 kl. 18 Konsert", "Konsert", "2026-12-05 18:00"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rest", "expected"), HEADINGS)
def test_a_heading_holds_for_the_row_below_it(text: str, rest: str, expected: str) -> None:
    timing = read(text, "sv" if "kl." in text else "fi")
    assert (timing.reason, timing.rest, brief(timing)) == ("", rest, expected)


TEXTS = [
    ("Kielikahvila\nTervetuloa torstaina 26.11. klo 17–18.30 kirjastoon!", "2026-11-26 17:00-2026-11-26 18:30"),
    ("Kielikahvila\nTo 26.11. klo 17. Ilmoittautuminen viimeistään 20.11. Tarjolla kahvia.", "2026-11-26 17:00"),
    ("Kielikahvila\nJulkaistu 20.11.2026\nTo 26.11. klo 17", "2026-11-26 17:00"),
    ("Kielikahvila\nIlmoittaudu 20.11. mennessä. Kahvila on to 26.11. klo 17.", "2026-11-26 17:00"),
    ("Perhekerho\nKerho kokoontuu tiistaisin klo 9.30–11.30. Ei 22.12.–5.1. Aamupala tarjolla.",
     "2026-11-24 09:30-2026-11-24 11:30; WEEKLY;BYDAY=TU; not 2026-12-22, 2026-12-29, 2027-01-05"),
    ("Tuolijumppa tiistaisin klo 10–11\nEi 22.12.–5.1. Maksu 3 e.",
     "2026-11-24 10:00-2026-11-24 11:00; WEEKLY;BYDAY=TU; not 2026-12-22, 2026-12-29, 2027-01-05"),
    ("Kuoro\nHarjoitukset keskiviikkoisin klo 18–20. Kausi alkaa 13.1. ja päättyy 21.4.",
     "2027-01-13 18:00-2027-01-13 20:00; WEEKLY;BYDAY=WE;UNTIL=20270421T205959Z"),
    ("Joulukonsertti 11.12.\nSeurantalolla klo 18. Liput 10 e.", "2026-12-11 18:00"),
    ("Joulukonsertti 11.12.\nKonsertti pidetään perjantaina 11.12. klo 18–19.30 seurantalolla.", "2026-12-11 18:00-2026-12-11 19:30"),
    ("Retkiä\nti 1.12. klo 10\nke 2.12. klo 10", "2026-12-01 10:00; and 2026-12-02 10:00"),
    ("Myyjäiset la 28.11. klo 10\nKahvio klo 10–13, arvonta klo 12.", "2026-11-28 10:00"),
    ("Näyttely: Järven valo\n2.12.2026–28.2.2027. Avoinna ti–su klo 10–17.", "2026-12-02-2027-03-01"),
    ("Aamukahvit\nLa 28.11. aamukahvit kylätalolla. Tilaisuus alkaa la 28.11. klo 9.", "2026-11-28 09:00"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_a_text_below_the_title_tells_the_time(text: str, expected: str) -> None:
    timing = read(text)
    assert (timing.reason, brief(timing)) == ("", expected)


REFUSED = [
    ("Uutisia kerhosta", "no_time_phrase"),
    ("", "no_time_phrase"),
    ("Uutisia\nJulkaistu 20.11.2026 klo 12", "no_time_phrase"),
    ("Ilmoittautuminen viimeistään 1.12.", "no_time_phrase"),
    ("Seura perustettu 12.5.1950", "no_time_phrase"),
    ("Soita 044 123 4567", "no_time_phrase"),
    ("Klo 18 Joululeivonta", "no_time_phrase"),
    ("to 9.10. klo 9 Virkistysretki", "phrase_conflict"),
    ("ke 24.11.2026 klo 10 Retki", "phrase_conflict"),
    ("Retki 31.11. klo 10", "phrase_conflict"),
    ("Myyjäiset la 28.11. klo 14–10", "phrase_conflict"),
    ("Jumppa ma klo 18", "phrase_ambiguous"),
    ("Jumppa ensi lauantaina klo 18", "phrase_ambiguous"),
    ("Kurssi 12.1.–27.4. klo 18", "phrase_ambiguous"),
    ("Kurssi 10 kertaa alkaen 11.1. klo 18", "phrase_ambiguous"),
    ("Ohjelma\nma 30.11. klo 10 jumppa\nti 1.12. klo 12 keitto", "phrase_ambiguous"),
    ("Syksyn tapahtumia\nMyyjäiset la 28.11. klo 10. Konsertti su 13.12. klo 18.", "phrase_ambiguous"),
    ("Kerho\nTiistaisin klo 10–11. Joulujuhla 15.12. klo 18.", "phrase_ambiguous"),
    ("Sat 28 Nov 6–8 Dance", "phrase_ambiguous"),
    ("Kevätkaudella tiistaisin klo 10", "phrase_ambiguous"),
    ("Myyjäiset 12.10.2024 klo 10", "phrase_past"),
    ("Kuoro keskiviikkoisin 10.1.–22.4.2026 klo 18", "phrase_past"),
    ("Kurssit keväällä 2027", "phrase_vague"),
    ("Retki joulukuussa", "phrase_vague"),
    ("Kerho kerran kuussa", "phrase_vague"),
    ("Kerho joka toinen torstai klo 13", "phrase_vague"),
    ("Syyskausi 1.9.–4.12.", "phrase_vague"),
    ("Kirjasto avoinna ma–pe klo 9–18", "phrase_hours"),
    ("Toimisto avoinna ma–pe klo 9–15", "phrase_hours"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_what_is_not_sure_is_refused_with_its_reason(text: str, reason: str) -> None:
    timing = read(text, "en" if "Nov" in text else "fi")
    assert (timing.reason, timing.sure) == (reason, False)
    assert reason in PHRASE_KINDS


def test_a_stale_row_shows_the_year_it_was_written_for() -> None:
    assert read("to 9.10. klo 9 Virkistysretki").start == datetime(2025, 10, 9, 9)


@pytest.mark.parametrize(
    ("text", "is_sure"),
    [
        ("Peli-ilta pe 27.11. klo 17", True),
        ("Peli-ilta huomenna klo 17", False),
        ("Peli-ilta perjantaian 27.11. klo 17", False),
        ("Kerho tiistaisin klo 10, ei koulujen loma-aikoina", False),
        ("Kerho tiistaisin 12.1.–27.4. klo 10, ei 24.2.", False),
    ],
)
def test_what_was_assumed_makes_it_unsure(text: str, *, is_sure: bool) -> None:
    timing = read(text)
    assert (timing.reason, timing.sure) == ("", is_sure)


def test_odd_weeks_are_told_as_weeks_of_the_year() -> None:
    timing = read("Muistikerho parittomien viikkojen tiistaisin klo 13–15")
    assert timing.start == datetime(2026, 12, 1, 13)
    assert timing.rrule[0].startswith("FREQ=YEARLY;BYWEEKNO=1,3,5,")
    assert timing.rrule[0].endswith(",53;BYDAY=TU")


def test_working_days_leave_out_public_holidays() -> None:
    timing = read("Kahvila arkisin klo 9–12, 30.11.–31.12.")
    assert timing.exdate == (datetime(2026, 12, 24, 9), datetime(2026, 12, 25, 9))


def test_days_of_different_lengths_are_further_times() -> None:
    timing = read("Jumppa ma klo 17–18 ja to klo 18–19.30")
    assert (timing.end, timing.further[0].end) == (datetime(2026, 11, 23, 18), datetime(2026, 11, 26, 19, 30))


def test_an_exhibition_keeps_its_opening_hours() -> None:
    timing = read("Näyttely avoinna 2.–20.12. ti–pe klo 11–17, la 11–15")
    assert (timing.start, timing.end) == (date(2026, 12, 2), date(2026, 12, 21))
    assert [(hours.weekday, hours.opens, hours.closes) for hours in timing.hours][-1] == (6, "11:00", "15:00")


@pytest.mark.parametrize(
    ("text", "start", "reason"),
    [
        ("Klo 18 Joululeivonta", datetime(2026, 12, 1, 18), ""),
        ("Joululeivonta ti 1.12. klo 18", datetime(2026, 12, 1, 18), ""),
        ("Joululeivonta tiistaisin klo 18", datetime(2026, 12, 1, 18), ""),
        ("Joululeivonta ke 2.12. klo 18", None, "phrase_conflict"),
        ("Joululeivonta", None, "no_time_phrase"),
    ],
)
def test_a_record_with_a_day_of_its_own_gets_only_the_time(text: str, start: datetime | None, reason: str) -> None:
    timing = read(text, day=date(2026, 12, 1))
    assert (timing.start, timing.reason) == (start, reason)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sv", "Sagostund torsdag 26.11 kl. 9.30–10", "2026-11-26 09:30-2026-11-26 10:00"),
        ("en", "Language café Thursday 26 November 5–6.30 pm", "2026-11-26 17:00-2026-11-26 18:30"),
        ("se", "Gáfestallan lávvordat 28.11. dii. 18–20", "2026-11-28 18:00-2026-11-28 20:00"),
        ("ru", "Языковое кафе 26.11. 17.00–18.30", "2026-11-26 17:00-2026-11-26 18:30"),
        ("fi", "Sagostund torsdag 26.11 kl. 9.30–10", "2026-11-26 09:30-2026-11-26 10:00"),
        ("", "Peli-ilta perjantaina 27.11. klo 17", "2026-11-27 17:00"),
    ],
)
def test_every_language_is_read(language: str, text: str, expected: str) -> None:
    assert brief(read(text, language)) == expected
