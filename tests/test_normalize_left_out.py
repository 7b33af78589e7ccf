"""Days that the words of a series leave out although its rule has them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from harvesters.record import Text
from normalize.mapping import normalize
from tests.normalizing import CONTEXT, HELSINKI, RAW, SOURCE, codes, of, stored

TUESDAY = datetime(2026, 11, 3, 18, tzinfo=HELSINKI)
WEEKLY = "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270525T210000Z"

SAID = (
    ("Kerho (ei 8.12.)", "", ("12-08",)),
    ("Raamattupiiri (Ei kokoonnu 8.12.)", "", ("12-08",)),
    ("Kerho", "Ei 8.12. eikä 15.12.! 5 €", ("12-08", "12-15")),
    ("Kerho", "<p>Kaikki mukaan!</p><p>Ryhmä ei kokoonnu 22.12. eikä 29.12.</p>", ("12-22", "12-29")),
    ("Kerho", "Huom! Ei kerhoa 8.12.", ("12-08",)),
    ("Kerho", "Joulutauko 22.12.–6.1.", ("12-22", "12-29", "01-05")),
    ("Kerho", "Kokoonnumme tiistaisin klo 18, ei 8.12.", ("12-08",)),
    ("Kerho", "Ei viikolla 8.", ("02-23",)),
    ("Kerho", "Viimeinen kerta ennen joulua 15.12., kevätkausi alkaa 12.1.", ("12-22", "12-29", "01-05")),
    ("Klubb", "Ingen träff 8.12.", ("12-08",)),
    ("Klubb", "Sista gången före jul 15.12, vårterminen börjar 12.1.", ("12-22", "12-29", "01-05")),
    ("Club", "No session on 8 December.", ("12-08",)),
)
NOTHING = (
    ("Kerho", "Bussi ei kulje 8.12."),
    ("Kerho", "Ei ilmoittautumista 8.12. jälkeen."),
    ("Kerho", "Ilmoittaudu 8.12. mennessä, ei jälki-ilmoittautumisia."),
    ("Kerho", "Ei 9.12."),
    ("Kerho", "Ei koulujen loma-aikoina."),
    ("Kerho", "Torstairyhmä: torstaisin klo 18, ei 8.12."),
    ("Kerho", "Viimeinen kerta ennen joulua 15.12."),
    ("Kerho 8.12.", "Tuo 2 euroa, ei korttia."),
)


def left_out(name: str, text: str, language: str = "fi") -> tuple[str, ...]:
    rule = stored(
        name=(Text(value=name, language=language),),
        description=(Text(value=text, language=language),),
        start=TUESDAY,
        end=TUESDAY + timedelta(hours=1),
        rrule=(WEEKLY,),
    ).recurrence
    assert rule is not None
    return tuple(f"{moment:%m-%d}" for moment in rule.exdate)


@pytest.mark.parametrize(("name", "text", "days"), SAID, ids=lambda case: str(case)[:40])
def test_days_that_the_words_leave_out_are_not_shown(name: str, text: str, days: tuple[str, ...]) -> None:
    assert left_out(name, text, {"Klubb": "sv", "Club": "en"}.get(name, "fi")) == days


@pytest.mark.parametrize(("name", "text"), NOTHING)
def test_what_does_not_say_that_there_is_nothing_on_a_day_takes_nothing_out(name: str, text: str) -> None:
    assert left_out(name, text) == ()


def test_it_is_told_and_what_the_rule_leaves_out_already_is_not() -> None:
    told = of(name=(Text(value="Kerho (ei 8.12.)"),), start=TUESDAY, end=None, rrule=(WEEKLY,))
    assert "phrase_left_out" in codes(told)
    known = of(name=(Text(value="Kerho (ei 8.12.)"),), start=TUESDAY, rrule=(WEEKLY,), exdate=(datetime(2026, 12, 8, 18, tzinfo=HELSINKI),))
    assert "phrase_left_out" not in codes(known)


def test_the_day_is_the_one_of_the_region_also_where_the_rule_counts_in_utc() -> None:
    start = datetime(2026, 11, 2, 22, 30, tzinfo=ZoneInfo("UTC"))
    rule = stored(name=(Text(value="Yöpäivystys (ei 8.12.)"),), start=start, end=None, rrule=("FREQ=WEEKLY;COUNT=20",)).recurrence
    assert rule is not None
    assert [moment.isoformat() for moment in rule.exdate] == ["2026-12-07T22:30:00+00:00"]


def test_whole_days_are_left_out_as_days() -> None:
    rule = stored(
        name=(Text(value="Myyntipäivä (ei 8.12.)"),), start=date(2026, 11, 3), end=None, rrule=("FREQ=WEEKLY;COUNT=20",)
    ).recurrence
    assert rule is not None
    assert rule.exdate == (date(2026, 12, 8),)


def test_words_that_would_leave_out_everything_leave_out_nothing() -> None:
    rule = stored(
        name=(Text(value="Kerho"),),
        description=(Text(value="Ei 1.12. eikä 8.12."),),
        start=datetime(2026, 12, 1, 18, tzinfo=HELSINKI),
        end=None,
        rrule=("FREQ=WEEKLY;COUNT=2",),
    ).recurrence
    assert rule is not None
    assert rule.exdate == ()


def test_days_off_are_known_of_finland_only() -> None:
    monday = datetime(2026, 11, 30, 18, tzinfo=HELSINKI)
    raw = replace(
        RAW,
        name=(Text(value="Kerho"),),
        description=(Text(value="Joka ma, ei arkipyhinä."),),
        start=monday,
        end=None,
        rrule=("FREQ=WEEKLY",),
    )
    abroad = replace(CONTEXT, window=replace(CONTEXT.window, timezone="Europe/London"), region_timezone="Europe/London")
    days = [normalize(raw, SOURCE, context).listing for context in (CONTEXT, abroad)]
    assert [[f"{day:%m-%d}" for day in one.recurrence.exdate] for one in days if one and one.recurrence] == [["03-29", "12-06"], []]
