"""Did you mean …? Names near a text, and days on which groups do not meet."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from dateutil.easter import easter as reference

from harvesters.ical_titles import titles_at
from harvesters.source import PlaceEntry
from normalize.holidays import easter, holidays, is_christmas_break, is_holiday
from normalize.nearest_places import nearest

PLACES = [
    PlaceEntry(id="torikulma", name={"fi": "Kumppanuustalo Torikulma", "sv": "Torikulma"}, aliases=("Torikulma",)),
    PlaceEntry(id="kirjasto", name={"fi": "Norppalan pääkirjasto"}, aliases=("Pääkirjasto",)),
    PlaceEntry(id="uimahalli", name={"fi": "Norppalan uimahalli"}),
    PlaceEntry(id="opisto", name={"fi": "Norppalan opisto"}),
    PlaceEntry(id="verkko", name={"fi": "Verkossa"}, online=True),
]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Torikulman kahvila", "Kumppanuustalo Torikulma"),
        ("Torikulmassa", "Kumppanuustalo Torikulma"),
        ("Torikulma, 2. krs", "Kumppanuustalo Torikulma"),
        ("Norpalan pääkirjasto", "Norppalan pääkirjasto"),
        ("Paakirjaston aula", "Norppalan pääkirjasto"),
        ("Uimahallin allas", "Norppalan uimahalli"),
        ("Savonrannan seurantalo", ""),
        ("Verkossaa", ""),
        ("Norppala", ""),
        ("norppala:101", ""),
        ("", ""),
    ],
)
def test_the_nearest_place(text: str, first: str) -> None:
    assert next(iter(nearest(text, PLACES)), "") == first


def test_the_nearest_place_in_another_language() -> None:
    assert nearest("Torikulman kahvila", PLACES, "sv") == ("Torikulma",)


@pytest.mark.parametrize("year", range(1990, 2100))
def test_easter_is_when_everybody_says(year: int) -> None:
    assert easter(year) == reference(year)


def test_the_holidays_of_a_year() -> None:
    days = sorted(day.isoformat() for day in holidays(2027))
    assert days == [
        "2027-01-01", "2027-01-06", "2027-03-26", "2027-03-28", "2027-03-29", "2027-05-01", "2027-05-06", "2027-05-16", "2027-06-25",
        "2027-06-26", "2027-11-06", "2027-12-06", "2027-12-24", "2027-12-25", "2027-12-26",
    ]  # fmt: skip
    assert is_holiday(date(2026, 6, 20))
    assert not is_holiday(date(2026, 12, 22))


def test_the_christmas_break_goes_over_the_new_year() -> None:
    days = [date(2026, 12, 1) + timedelta(days=n) for n in range(60)]
    inside = [day for day in days if is_christmas_break(day)]
    assert (inside[0], inside[-1], len(inside)) == (date(2026, 12, 22), date(2027, 1, 6), 16)


def test_the_name_around_a_row() -> None:
    first = b"BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Pitk\xe4 nimi\\, joka\r\n  jatkuu\r\nEND:VEVENT\r\n"
    body = b"BEGIN:VCALENDAR\r\n" + first + b"X:1\r\nBEGIN:VEVENT\r\nUID:2\r\nEND:VEVENT\r\n"
    assert titles_at(body, [1, 2, 3, 5, 6, 7, 9, 99, 0]) == dict.fromkeys((2, 3, 5, 6), "Pitkä nimi, joka jatkuu")
