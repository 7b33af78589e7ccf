"""Titles that shout, written as a sentence on pages: publish.softened."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.softened import ProperNames, softened
from tests.publish_rows import NOW, page, place, publish, single

NAMES = ProperNames.of(["Kerimäki", "Norppalan pääkirjasto", "Museo Kallio", "Savonlinna", "Turku", "Helsinki", "Kirjasto", "Kylätalo"])
TITLES = [
    ("JOULUMYYJÄISET KERIMÄELLÄ", "fi", "Joulumyyjäiset Kerimäellä"),
    ("SM-HIIHDOT SAVONLINNASSA", "fi", "SM-hiihdot Savonlinnassa"),
    ("KARNEVAALI TURUSSA JA HELSINGISSÄ", "fi", "Karnevaali Turussa ja Helsingissä"),
    ("PELI-ILTA NORPPALASSA", "fi", "Peli-ilta Norppalassa"),
    ("DIGITUKI KIRJASTOSSA", "fi", "Digituki kirjastossa"),
    ("EA1-KURSSI", "fi", "EA1-kurssi"),
    ("MLL:N PERHEKAHVILA", "fi", "MLL:n perhekahvila"),
    ("ATK-NEUVONTAA IKÄIHMISILLE", "fi", "ATK-neuvontaa ikäihmisille"),
    ("TYTTÖJEN UIMAKOULU, JATKO 1", "fi", "Tyttöjen uimakoulu, jatko 1"),
    ("ALKEET 5-6 -VUOTIAAT", "fi", "Alkeet 5-6 -vuotiaat"),
    ("KURSSI, OSA III: TALVI", "fi", "Kurssi, OSA III: Talvi"),
    ("DJ-ILTA NUORILLE", "fi", "DJ-ilta nuorille"),
    ("🎄 JOULUMARKKINAT TORILLA 🎄", "fi", "🎄 Joulumarkkinat torilla 🎄"),
    ("** MYYJÄISET ELI KIRPPUTORI", "fi", "** Myyjäiset eli kirpputori"),
    ("ÖPPET HUS I BIBLIOTEKET", "sv", "Öppet hus i biblioteket"),
    ("STORY TIME AND SONGS", "en", "Story time and songs"),
    ("JOULUKONSERTTI: KAIJA KOIVUNEN", "fi", "Joulukonsertti: Kaija Koivunen"),
]


@pytest.mark.parametrize(("written", "language", "shown"), TITLES)
def test_a_shouting_title_is_softened(written: str, language: str, shown: str) -> None:
    assert softened(written, language, NAMES) == shown


@pytest.mark.parametrize(
    "title", ["SPR", "VR", "MLL", "SPR EA1", "Äijäjumppa", "SM-hiihdot", "K-18", "Jooga LIVE kirjastossa", "AC/DC", "4H", "", "U12"]
)
def test_what_does_not_shout_or_is_an_abbreviation_stays(title: str) -> None:
    assert softened(title, "fi", NAMES) == title


@given(st.text(max_size=40), st.sampled_from(["fi", "sv", "en", "und"]))
def test_only_capitals_change_and_doing_it_again_changes_nothing(title: str, language: str) -> None:
    soft = softened(title, language, NAMES)
    assert soft.lower() == title.lower()
    assert softened(soft, language, NAMES) == soft


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("MYYJÄISET SYVÄLUODOSSA, SYVÄLUOTO", "Myyjäiset Syväluodossa, Syväluoto"),  # the district
        ("KIRPPUTORI NORPPAKUNNASSA", "Kirpputori Norppakunnassa"),  # the municipality
        ("KIRPPUTORI KYLÄSUNDISSA", "Kirpputori Kyläsundissa"),  # what it is called in another language
    ],
)
def test_districts_and_municipalities_of_places_keep_their_capitals(tmp_path: Path, title: str, shown: str) -> None:
    rows = single("a", title, NOW, None)
    where = place(name="Talo", district="Syväluoto", municipality="Norppakunta")
    publish(replace(rows, place_rows=[where]), tmp_path, area_names={"Norppakunta": {"sv": "Kyläsund"}})
    assert shown in page(tmp_path, "fi/tanaan/")
