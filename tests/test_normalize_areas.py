"""Municipalities and postal codes: normalize.areas over the packaged tables and over none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kooste import renew_areas
from kooste.areas import areas
from normalize.areas import NO_AREA, Areas

FINLAND = areas()

TOLD = [
    ("Esimerkkikatu 1, 57100 Savonlinna", "740", "57100", "postal_code"),
    ("Esimerkkikatu 1, FI-57100 Savonlinna", "740", "57100", "postal_code"),
    ("Esimerkkikatu 1, 57100 SAVONLINNA, Suomi", "740", "57100", "postal_code"),
    ("Exempelgatan 1, 57100 Nyslott", "740", "57100", "postal_code"),
    ("Esimerkkitie 4 58200 Kerimäki", "740", "58200", "postal_code"),
    ("58200 Savonlinna", "740", "58200", "postal_code"),  # the municipality instead of the locality
    ("57100", "740", "57100", "postal_code"),
    ("Museet, 20100 Åbo", "853", "20100", "postal_code"),
    ("Rantasalmella", "681", "", "municipality_name"),
    ("rantasalmi", "681", "", "municipality_name"),
    ("Kirkko, Joensuu", "167", "", "municipality_name"),
    ("Kirkkokatu 3, Nyslott", "740", "", "municipality_name"),
    ("Kirkkokatu 3 Helsinki", "091", "", "municipality_name"),
    ("Uimahalli (Lahti)", "398", "", "municipality_name"),
    ("i Vasa", "905", "", "municipality_name"),
    ("Tampereella", "837", "", "municipality_name"),
    ("Turussa", "853", "", "municipality_name"),
    ("Helsingissä", "091", "", "municipality_name"),
    ("Oulussa", "564", "", "municipality_name"),
    ("Mikkelissä", "491", "", "municipality_name"),
    ("Esimerkkitie 4, Kerimäki", "740", "", "locality"),
]


@pytest.mark.parametrize(("text", "municipality", "postal_code", "rule"), TOLD)
def test_an_address_that_tells_its_municipality(text: str, municipality: str, postal_code: str, rule: str) -> None:
    area = FINLAND.read(text)
    assert (area.municipality_code, area.postal_code, area.rule) == (municipality, postal_code, rule)
    assert area.quote


UNKNOWN = [
    "",
    "Seurantalo",
    "Helsinki-sali",  # a hall, not the town
    "Tampereentie 5",
    "Rantasalmen kirkko",
    "Tampere / Helsinki",  # two towns
    "Kirkkokatu 1, 57100 Tampere",  # code and town disagree
    "Esimerkkikatu 1, 57130 Muukala",  # a town nobody knows behind the code
    "1 Example Street, Davis, CA 95616",
    "Beispielweg 3, 10115 Berlin",
    "Exempelgatan 1, Vasa, Sverige",
    "Lappo",  # a municipality in Swedish and a village elsewhere
    "Kerimäki",  # a locality only tells behind a street
    "puh. 057100",
    "00000",
    "lk 12",
]


@pytest.mark.parametrize("text", UNKNOWN)
def test_what_may_be_two_municipalities_or_none_is_unknown(text: str) -> None:
    assert FINLAND.read(text) == NO_AREA


def test_a_postal_code_of_the_regions_own_places_is_believed_before_any_town() -> None:
    assert FINLAND.read("Esimerkkikatu 1, 57130 Muukala", frozenset({"57130"})).municipality_code == "740"


def test_the_tables_by_code_and_by_name() -> None:
    assert (FINLAND.municipality_of("58200"), FINLAND.municipality_of("99998")) == ("740", "")
    assert (FINLAND.locality_of("20100"), FINLAND.locality_of("20100", "sv"), FINLAND.locality_of("x")) == ("TURKU", "ÅBO", "")
    assert [FINLAND.code_of(name) for name in ("Savonlinna", "NYSLOTT", "savonlinna ", "Norppala", "")] == ["740", "740", "740", "", ""]
    assert [FINLAND.name_of("740", language) for language in ("fi", "sv", "en", "se")] == [
        "Savonlinna",
        "Nyslott",
        "Savonlinna",
        "Savonlinna",
    ]
    assert FINLAND.name_of("999") == ""


def test_a_region_elsewhere_runs_without_tables_or_with_its_own() -> None:
    assert Areas().read("Esimerkkikatu 1, 57100 Savonlinna") == NO_AREA
    assert (Areas().municipality_of("57100"), Areas().code_of("Savonlinna"), Areas().locality_of("57100")) == ("", "", "")
    own = Areas([("x1", "Testby", "Testby", "Testby")], [("12345", "x1", "TESTBY", "TESTBY")])
    assert own.read("Street 1, 12345 Testby").municipality_code == "x1"


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80) | st.text(alphabet="0123456789, FIkatu", max_size=60))
def test_any_text_has_an_answer_that_agrees_with_the_tables(text: str) -> None:
    area = FINLAND.read(text)
    assert not area.postal_code or FINLAND.municipality_of(area.postal_code) == area.municipality_code
    assert area == NO_AREA or FINLAND.name_of(area.municipality_code)


def test_every_municipality_is_told_by_each_of_its_names_unless_it_is_anothers_too() -> None:
    codes = {code for code, *_ in _rows(renew_areas.MUNICIPALITIES)}
    assert len(codes) == 309
    wrong = [name for code, *names in _rows(renew_areas.MUNICIPALITIES) for name in names if FINLAND.code_of(name) not in {code, ""}]
    assert wrong == []
    unread = [fi for code, fi, *_ in _rows(renew_areas.MUNICIPALITIES) if FINLAND.read(f"Seurantalo, {fi}").municipality_code != code]
    assert unread == []


def test_the_tables_can_be_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = {"municipal_name_fi": "Esimerkki", "municipal_name_sv": "Exempel", "municipal_code": "999"}
    records = [
        {"postcode": "99990", "postcode_fi_name": "ESIMERKKI", "postcode_sv_name": "EXEMPEL", "type_code": "1"} | names,
        {"postcode": "99001", "postcode_fi_name": "YHTIÖ", "postcode_sv_name": "BOLAGET", "type_code": "6"} | names,
    ]
    (tmp_path / "codes.json").write_text(json.dumps(records), encoding="utf-8")
    (tmp_path / "names.tsv").write_text("code\tfi\tsv\ten\n999\tEsimerkki\tExempel\tExample\n", encoding="utf-8")
    monkeypatch.setattr(renew_areas, "FOLDER", tmp_path)
    renew_areas.main([str(tmp_path / "codes.json"), str(tmp_path / "names.tsv")])
    assert (tmp_path / renew_areas.MUNICIPALITIES).read_text(encoding="utf-8").splitlines() == [
        "code\tfi\tsv\ten",
        "999\tEsimerkki\tExempel\tExample",
    ]
    assert (tmp_path / renew_areas.POSTAL_CODES).read_text(encoding="utf-8").splitlines()[1:] == ["99990\t999\tESIMERKKI\tEXEMPEL"]


def _rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (renew_areas.FOLDER / name).read_text(encoding="utf-8").splitlines()[1:]]
