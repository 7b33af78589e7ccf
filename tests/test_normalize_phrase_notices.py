"""Whole notices: every clause goes to the grammar that understands it, and the rest is the title."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from normalize.phrase import KINDS, read_phrase
from normalize.phrase_cursor import Heading
from tests.phrases import plain, told

REFERENCE = date(2026, 11, 22)


def read(text: str, language: str = "fi", kind: str | None = "composite") -> dict[str, Any]:
    return read_phrase(text, language, REFERENCE, kind)


NOTICES: list[tuple[str, str, str, str]] = [
    ("fi", "Kuntosali senioreille ke 2.12. klo 10–11.30, Liikuntahalli, 5 €/krt", "2026-12-02 10:00-11:30",
     "title=Kuntosali senioreille audience=[seniors] place=Liikuntahalli price={is_free=no min=5 max=5 unit=per_visit}"),
    ("fi", "Joulukonsertti su 13.12. klo 18 kirkossa. Vapaa pääsy, ohjelma 10 €.", "2026-12-13 18:00; !no_end_time",
     "title=Joulukonsertti place=kirkossa price={is_free=yes optional=[{label=programme amount=10}]}"),
    ("fi", "Ti 1.12. | 18.00 | Kirjailijavierailu | Kirjasto | vapaa pääsy", "2026-12-01 18:00; !no_end_time",
     "title=Kirjailijavierailu place=Kirjasto price={is_free=yes}"),
    ("fi", "Perheiden uintiretki la 5.12. klo 10–14, 7–12-vuotiaille, ilm. viim. 30.11.", "2026-12-05 10:00-14:00",
     "title=Perheiden uintiretki audience=[families] age_min=7 age_max=12 registration={required=yes closes=2026-11-30 state=open}"),
    ("fi", "PERUTTU: Kuorokonsertti to 3.12. klo 18", "2026-12-03 18:00; !no_end_time", "title=Kuorokonsertti status=cancelled"),
    ("fi", "Avoin perhekerho torstaisin klo 9.30–11.30, seurakuntakeskus, maksuton, ei ennakkoilmoittautumista",
     "WEEKLY;BYDAY=TH from 2026-11-26 09:30 PT2H; !open_ended",
     "title=Avoin perhekerho place=seurakuntakeskus price={is_free=yes} registration={required=no}"),
    ("fi", "Digituki ikäihmisille keskiviikkoisin klo 12–14 (ei 23.12. ja 30.12.), lähikirjasto, maksuton",
     "WEEKLY;BYDAY=WE from 2026-11-25 12:00 PT2H not 2026-12-23,2026-12-30; !open_ended",
     "title=Digituki ikäihmisille audience=[seniors] place=lähikirjasto price={is_free=yes}"),
    ("sv", "Seniorgymnastik tisdagar kl. 10–11, 3 €/gång, ingen förhandsanmälan",
     "WEEKLY;BYDAY=TU from 2026-11-24 10:00 PT1H; !open_ended",
     "title=Seniorgymnastik audience=[seniors] price={is_free=no min=3 max=3 unit=per_visit} registration={required=no}"),
    ("en", "Language café Thursday 26 November 5–6.30 pm, library, free", "2026-11-26 17:00-18:30",
     "title=Language café place=library price={is_free=yes}"),
    ("fi", "Kaikkiin viikon tapahtumiin on maksuton pääsy", "", "price={is_free=yes}"),
    ("fi", "Virkistysretki to 9.10. klo 9",
     "2025-10-09 09:00; or 2026-10-09T09:00; !weekday_year_conflict !past !no_end_time !needs_review", "title=Virkistysretki"),
]  # fmt: skip
TIME_KEYS = frozenset({"events", "series", "flags", "alternatives"})


@pytest.mark.parametrize(("language", "text", "time", "rest"), NOTICES)
def test_a_notice_tells_everything_it_says(language: str, text: str, time: str, rest: str) -> None:
    shape = read(text, language)
    assert told({key: value for key, value in shape.items() if key in TIME_KEYS}) == time
    assert plain({key: value for key, value in shape.items() if key not in TIME_KEYS}) == rest


@pytest.mark.parametrize(
    "text", ["Toimisto avoinna ma–pe klo 9–15", "Puhelinaika ti klo 10–12", "Päivitetty 20.11.2026", "Tiedustelut 12.10. mennessä"]
)
def test_what_is_no_event_says_so(text: str) -> None:
    assert read(text) == {"events": [], "flags": ["not_an_event"]}


@pytest.mark.parametrize("text", ["Seura perustettu 12.5.1950", "Kylätalon vihkiäisistä 20 vuotta 1.12.2006"])
def test_dates_of_long_ago_are_history(text: str) -> None:
    assert read(text) == {"events": [], "flags": ["historical_date"]}


def test_rows_below_a_weekday_are_series_of_their_own() -> None:
    shape = read("Tiistai\nklo 9 Aamukahvit\nnaisten jumppa klo 12–13")
    assert told(shape) == (
        "Aamukahvit: WEEKLY;BYDAY=TU from 2026-11-24 09:00; naisten jumppa: WEEKLY;BYDAY=TU from 2026-11-24 12:00 PT1H; "
        "!open_ended !no_end_time"
    )
    assert shape["series"][1]["gender"] == "female"


def test_rows_below_a_date_are_events_of_their_own() -> None:
    assert told(read("Ma 30.11.\nklo 10 Jumppa\nklo 13 Bingo")) == "Jumppa: 2026-11-30 10:00; Bingo: 2026-11-30 13:00; !no_end_time"


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Peli-ilta pe 27.11. klo 17", {"title", "events", "flags"}),
        ("pe 27.11. klo 17", {"events", "flags"}),
        ("tiistaisin klo 10–11", {"series", "flags"}),
        ("ei 24.2.", {"exdates"}),
        ("joulukuussa", {"month", "events", "flags"}),
        ("5 €/krt", {"price"}),
        ("7–12-vuotiaille", {"age_min", "age_max"}),
        ("eläkeläisille", {"audience"}),
        ("ilmoittautuminen alkaa 8.12. klo 9", {"registration"}),
        ("PERUTTU", {"status"}),
        ("Esteetön sisäänkäynti", {"accessibility"}),
        ("på svenska", {"event_languages"}),
        ("Kirjasto", {"name"}),
    ],
)
def test_the_words_decide_the_kind(text: str, keys: set[str]) -> None:
    assert set(read(text, kind=None)) == keys


def test_a_heading_may_be_told_apart_from_the_phrase() -> None:
    shape = read_phrase("5. klo 18", "fi", REFERENCE, "datetime", heading=Heading(month=12))
    assert told(shape) == "2026-12-05 18:00; !no_end_time"


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="weather"):
        read_phrase("5 €", "fi", REFERENCE, "weather")
    assert "weather" not in KINDS
