"""Which place a text names: normalize.places, with the venues and traps of the region."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harvesters.source import PlaceEntry
from normalize.places import Hints, PlaceRegistry, folded, is_room
from tests.shared import REGION, needs_region


def entry(
    identifier: str, name: str, *aliases: str, district: str = "Keskusta", municipality: str = "Norppala", **more: object
) -> PlaceEntry:
    fields: dict[str, object] = {"id": identifier, "name": name, "aliases": aliases, "district": district, "municipality": municipality}
    return PlaceEntry.model_validate(fields | more)


ENTRIES = (
    entry("sali", "Norppasali", "Norppala-sali", "Norppasali, iso sali", "Konserttitalo Norppasali"),
    entry("opisto", "Norppalan opisto", "Kansalaisopisto", "Norppalan kansalaisopisto, lk 12", address="Opistokatu 3"),
    entry("torikulma", "Kumppanuustalo Torikulma", "Torikulma", "Järjestötalo Torikulma", address="Torikatu 1"),
    entry("kirkko", "Norppalan kirkko", "Kirkko", postal_code="57100"),
    entry("kirjasto", "Norppalan pääkirjasto", "Pääkirjasto", "kirjasto (keskusta)", "Huvudbiblioteket", address="Torikatu 1"),
    entry("kylatalo", "Kerimäen kylätalo", "Kylätalo Kerimäki", district="Kerimäki"),
    entry("lahikirjasto", "Kerimäen lähikirjasto", "Kerimäen kirjasto", district="Kerimäki"),
    entry("monitoimitalo", "Enonkosken monitoimitalo", "Monitoimitalo, Enonkoski", district="Kirkonkylä", municipality="Enonkoski"),
    entry("verkko", "Verkossa", "Teams", "Zoom", "Etänä", district="", municipality="", online=True),
)
REGISTRY = PlaceRegistry(ENTRIES)
KERIMAKI = Hints(lookups={"JH1": "sali", "lato": "Torikulma", "Kahvila": "ei paikka"}, default_place="kylatalo")
TOWN = Hints(default_place="torikulma")

FOUND = [
    ("Norppasali", "sali", "name"),
    ("NORPPASALI", "sali", "name"),
    ("Norppala-Sali", "sali", "name"),
    ("Norppasali, iso sali", "sali", "name"),
    ("Norppasali iso sali", "sali", "name"),
    ("Norppasali (pieni sali)", "sali", "name"),
    ("Norppasali – 2. krs", "sali", "name"),
    ("Torikulma", "torikulma", "name"),
    ("Järjestötalo Torikulma", "torikulma", "name"),
    ("Jarjestotalo torikulma", "torikulma", "name"),
    ("Torikulma, Torikatu 1, 57130 Norppala, Suomi", "torikulma", "name"),
    ("Norppalan kansalaisopisto, lk 12", "opisto", "name"),
    ("Norppalan opisto, lk 14", "opisto", "name"),
    ("Opistokatu 3, 57100 Norppala", "opisto", "address"),
    ("Opiston kahvila, Opistokatu 3", "opisto", "address"),
    ("Norppalan pa\u0308a\u0308kirjasto", "kirjasto", "name"),
    ("Kirkko", "kirkko", "name"),
    ("Kirkko, Norppala", "kirkko", "name"),
    ("Kirkko, Kirkkokatu 1, 57130", "kirkko", "name"),
    ("Torikulma, Olohuone", "torikulma", "name"),
    ("Kylätalo Kerimäki", "kylatalo", "name"),
    ("Monitoimitalo, Enonkoski", "monitoimitalo", "name"),
    ("Teams", "verkko", "online"),
    ("Microsoft Teams -kokous", "verkko", "online"),
    ("https://us02web.zoom.us/j/123", "verkko", "online"),
    ("Torikulma / Zoom", "torikulma", "name"),
]


@pytest.mark.parametrize(("text", "place", "rule"), FOUND)
def test_a_text_that_names_one_place(text: str, place: str, rule: str) -> None:
    for hints in (Hints(), KERIMAKI, TOWN):
        found = REGISTRY.find(text, hints)
        assert (found.place_id, found.rule) == (place, rule)


UNKNOWN = [
    "Kylätalo",  # which village's?
    "Monitoimitalo",
    "Kirkko, Enonkoski",  # a church we do not have
    "Kirkko, Joensuu",  # words that nothing explains beside a name that every town has
    "Pääkirjasto, Koskikatu 25, 80100 Joensuu",
    "Norppasali, Torikulma",  # two places
    "Torikatu 1",  # two places in one house
    "lk 12",  # a room
    "iso sali",
    "Kalevansali",
    "Puistokatu 5",
    "Norppala",  # a town is no place
    "https://norppala.example/paikka",
]


@pytest.mark.parametrize("text", UNKNOWN)
def test_what_could_be_several_or_none_stays_text(text: str) -> None:
    assert REGISTRY.find(text, Hints()).place_id == ""


BY_SOURCE = [
    ("JH1", KERIMAKI, "sali", "lookup"),
    ("jh1", KERIMAKI, "sali", "lookup"),
    ("Lato", KERIMAKI, "torikulma", "lookup"),
    ("Kahvila", KERIMAKI, "", ""),
    ("Kylätalo", KERIMAKI, "kylatalo", "home"),
    ("Kirjasto", KERIMAKI, "lahikirjasto", "home"),
    ("Kylätalo", TOWN, "", ""),
    ("lk 12", TOWN, "torikulma", "room"),
    ("Kokoushuone 2, 2. krs", TOWN, "torikulma", "room"),
    ("Puistokatu 5", TOWN, "", ""),
    ("", TOWN, "torikulma", "default"),
    ("  ", Hints(default_place="unknown"), "", ""),
]


@pytest.mark.parametrize(("text", "hints", "place", "rule"), BY_SOURCE)
def test_what_the_source_tells_more(text: str, hints: Hints, place: str, rule: str) -> None:
    found = REGISTRY.find(text, hints)
    assert (found.place_id, found.rule) == (place, rule)


def test_an_address_for_taking_part_without_a_location_is_online() -> None:
    assert REGISTRY.find("", TOWN, online=True).place_id == "verkko"
    assert REGISTRY.find("Torikulma", TOWN, online=True).place_id == "torikulma"
    assert PlaceRegistry(()).find("", Hints(), online=True).place_id == ""


@settings(max_examples=100, deadline=None)
@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from(["Norppasali", "Kirkko", "Torikulma", ",", "/", " ", "lk 12", "Enonkoski", "57100"])).map(" ".join)
)
def test_any_text_has_an_answer_and_the_order_of_the_registry_does_not_matter(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert REGISTRY.find(text, KERIMAKI) == PlaceRegistry(reversed(ENTRIES)).find(text, KERIMAKI)


def test_rooms() -> None:
    assert all(is_room(room) for room in ("lk 12", "iso sali", "2 krs", "sali b", "auditorio", "stora salen", "room 3b"))
    assert not any(is_room(room) for room in ("kalevansali", "norppasali", "koulun sali", "talo", "", "12"))


@needs_region
def test_every_venue_of_the_region_is_found_by_its_name_and_each_of_its_aliases() -> None:
    venues = json.loads((REGION / "scenario.json").read_text(encoding="utf-8"))["venues"]
    registry = PlaceRegistry(
        PlaceEntry(
            id=venue["id"],
            name=venue["name"],
            aliases=tuple(venue["aliases"]),
            district=venue["district"] or "",
            municipality=venue["municipality"] or "",
            postal_code=venue["postal_code"] or "",
            online=venue["id"] == "v-online",
        )
        for venue in venues
    )
    for venue in venues:
        assert {registry.find(name, Hints()).place_id for name in (venue["name"], *venue["aliases"])} == {venue["id"]}
    traps = {
        "Kylätalo": "",
        "lk 12": "",
        "srk-talo": "v-srktalo",
        "Torikulma": "v-torikulma",
        "Järjestötalo Torikulma": "v-torikulma",
        "JH1": "",
    }
    assert {text: registry.find(text, Hints()).place_id for text in traps} == traps
    assert registry.find("JH1", Hints(lookups={"JH1": "v-jaahalli"})).place_id == "v-jaahalli"
    assert registry.find("Kylätalo", Hints(default_place="v-kerimaki-kirjasto")).place_id == "v-kerimaki-talo"
    assert registry.find("Kylätalo", Hints(default_place="v-punkaharju-talo")).place_id == ""
