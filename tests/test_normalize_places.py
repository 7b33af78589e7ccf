"""Which place a text names: normalize.places, with the venues and traps of the region."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harvesters.source import PlaceEntry
from normalize.places import Hints, PlaceRegistry, folded, is_room
from tests.shared import REGION, needs_region


def entry(
    identifier: str, name: str | dict[str, str], *aliases: str, district: str = "Keskusta", municipality: str = "Norppala", **more: object
) -> PlaceEntry:
    fields: dict[str, object] = {"id": identifier, "name": name, "aliases": aliases, "district": district, "municipality": municipality}
    return PlaceEntry.model_validate(fields | more)


ENTRIES = (
    entry("sali", "Norppasali", "Norppala-sali", "Norppasali, iso sali", "Konserttitalo Norppasali"),
    entry("opisto", "Norppalan opisto", "Kansalaisopisto", "Norppalan kansalaisopisto, lk 12", address="Opistokatu 3"),
    entry("torikulma", "Kumppanuustalo Torikulma", "Torikulma", "Järjestötalo Torikulma", address="Torikatu 1"),
    entry("kirkko", "Norppalan kirkko", "Kirkko", postal_code="57100"),
    entry(
        "kirjasto",
        {"fi": "Norppalan pääkirjasto", "en": "Norppala Main Library"},
        "Pääkirjasto",
        "kirjasto (keskusta)",
        "Huvudbiblioteket",
        address="Torikatu 1",
    ),
    entry("kylatalo", "Kerimäen kylätalo", "Kylätalo Kerimäki", district="Kerimäki"),
    entry("lahikirjasto", "Kerimäen lähikirjasto", "Kerimäen kirjasto", district="Kerimäki"),
    entry("monitoimitalo", "Enonkosken monitoimitalo", "Monitoimitalo, Enonkoski", district="Kirkonkylä", municipality="Enonkoski"),
    entry("hylje", "Nuorisotila Hylje", "Hylje"),
    entry("verkko", "Verkossa", "Teams", "Zoom", "Etänä", district="", municipality="", online=True),
)
REGISTRY = PlaceRegistry(ENTRIES)
KERIMAKI = Hints(lookups={"JH1": "sali", "lato": "Torikulma", "Kahvila": "ei paikka"}, default_place="kylatalo")
TOWN = Hints(default_place="torikulma")

FOUND = [
    ("Norppasali", "sali", "name"),
    ("NORPPASALI", "sali", "name"),
    ("Norppala-Sali", "sali", "alias"),
    ("Norppasali, iso sali", "sali", "alias"),
    ("Norppasali iso sali", "sali", "alias"),
    ("Norppasali (pieni sali)", "sali", "name"),
    ("Norppasali – 2. krs", "sali", "name"),
    ("Torikulma", "torikulma", "alias"),
    ("Järjestötalo Torikulma", "torikulma", "alias"),
    ("Jarjestotalo torikulma", "torikulma", "alias"),
    ("Torikulma, Torikatu 1, 57130 Norppala, Suomi", "torikulma", "alias"),
    ("Norppalan kansalaisopisto, lk 12", "opisto", "alias"),
    ("Norppalan opisto, lk 14", "opisto", "name"),
    ("Opistokatu 3, 57100 Norppala", "opisto", "address"),
    ("Opiston kahvila, Opistokatu 3", "opisto", "address"),
    ("Norppalan pa\u0308a\u0308kirjasto", "kirjasto", "name"),
    ("Kirkko", "kirkko", "alias"),
    ("Kirkko, Norppala", "kirkko", "alias"),
    ("Kirkko, Kirkkokatu 1, 57130", "kirkko", "alias"),
    ("Torikulma, Olohuone", "torikulma", "alias"),
    ("Kylätalo Kerimäki", "kylatalo", "alias"),
    ("Monitoimitalo, Enonkoski", "monitoimitalo", "alias"),
    ("Teams", "verkko", "online"),
    ("Microsoft Teams -kokous", "verkko", "online"),
    ("https://us02web.zoom.us/j/123", "verkko", "online"),
    ("Torikulma / Zoom", "torikulma", "alias"),
    ("Torikulma ja Teams", "torikulma", "alias"),
    ("Torikulma + Zoom", "torikulma", "alias"),
    ("Kerimäen kylätalolla", "kylatalo", "name"),
    ("Kerimäen kylätalolle", "kylatalo", "name"),
    ("Kerimäen kylätaloon", "kylatalo", "name"),
    ("Kylätalo, Kerimäki", "kylatalo", "alias"),
    ("Kerimäki, kylätalo", "kylatalo", "name"),
    ("Kirjasto, Kerimäki", "lahikirjasto", "name"),
    ("kirjasto Kerimäellä", "lahikirjasto", "name"),
    ("Torikulmassa", "torikulma", "alias"),
    ("Torikulmalta", "torikulma", "alias"),
    ("Kumppanuustalo Torikulmaan", "torikulma", "name"),
    ("NORPPASALISSA", "sali", "name"),
    ("pääkirjastossa", "kirjasto", "alias"),
    ("på Huvudbiblioteket", "kirjasto", "alias"),
    ("at the Main Library", "kirjasto", "alias"),
    ("the Norppala Main Library", "kirjasto", "name"),
    ("Paikka: Norppasali", "sali", "name"),
    ("Norppasalin lämpiö", "sali", "name"),
    ("Luokka 12, Norppalan opisto", "opisto", "name"),
    ("Luokka 12 Norppalan opistolla", "opisto", "name"),
    ("Torikulma Norppala", "torikulma", "alias"),
    ("Opistokatu 3 B", "opisto", "address"),
    ("Opistokatu 3 b 12, Norppala", "opisto", "address"),
    ("Opistok. 3", "opisto", "address"),
    ("Opisto k. 3 as. 4", "opisto", "address"),
    ("opistokatu 3, 2. krs", "opisto", "address"),
    ("Opistokatu 3 57100 Norppala", "opisto", "address"),
    ("Zoom (linkki ilmoittautuneille)", "verkko", "alias"),
    ("Teamsissa", "verkko", "online"),
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
    "Opistokatu 3, Muukala",  # a street that every town has, and a word that may be another town
    "Opistokatu 31",
    "Opistokatu 3, 80100 Joensuu",
    "Kirjasto, Enonkoski",  # the one of the town is not meant
    "57100",  # a postal code is an area
    "57100 Norppala",
    "Kerimäen kirkko",
    "Norppasalin kannatusyhdistys",
    "Opistokadun kahvila",
    "Zoom-sali",
    "Teams-kahvila",
    "Torikulman kahvila",  # may be a house of its own
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


ROOMS = [
    ("Norppasali, iso sali", "sali", "iso"),
    ("Norppasali iso sali", "sali", "iso"),
    ("Norppasalissa, isossa salissa", "sali", "iso"),
    ("Norppasalissa pienessä salissa", "sali", "pieni sali"),
    ("Norppasali (stora salen)", "sali", "iso"),
    ("Norppasali, pieni sali", "sali", "pieni sali"),
    ("Norppasalin lämpiö", "sali", "lampio"),
    ("Norppasali – 2. krs", "sali", ""),
    ("Norppasali, 2. krs, iso sali", "sali", "iso"),
    ("Norppasali, iso sali, kabinetti", "sali", ""),
    ("Norppasali", "sali", ""),
    ("Norppasali - Taiteen sali", "sali", "taiteen sali"),
    ("Norppasali, muualla", "", ""),
    ("Koulu, lk 12, lk 14", "koulu", ""),
    ("Koulun lk. 12", "koulu", "lk 12"),
    ("Koulu, luokka 12", "koulu", "lk 12"),
    ("Luokka 12, koulu", "koulu", "lk 12"),
    ("Koulun liikuntasali", "koulu", "liikuntasali"),
    ("Nojanmaan koulun salissa", "koulu", "sali"),
    ("Kalevansali", "koulu", "kalevansali"),
    ("Kalevansalissa", "", ""),
]


@pytest.mark.parametrize(("text", "place", "room"), ROOMS)
def test_rooms_inside_places(text: str, place: str, room: str) -> None:
    registry = PlaceRegistry(
        (
            entry("sali", "Norppasali", rooms=[{"id": "iso", "name": "Iso sali", "aliases": ["Stora salen"]}]),
            entry("koulu", "Nojanmaan koulu", "Koulu", rooms=[{"id": "kalevansali", "name": "Kalevansali"}]),
        )
    )
    found = registry.find(text, Hints())
    assert (found.place_id, found.room) == (place, room)


@pytest.mark.parametrize(
    ("text", "place", "room"),
    [
        ("Galleria Makasiini", "galleria", ""),
        ("Galleria Makasiini, kabinetti", "galleria", "kabinetti"),
        ("Opistotalo, käsityöluokka", "opisto", "kasityoluokka"),
        ("Opistotalo, keramiikkapaja", "opisto", "keramiikkapaja"),
        ("Opistotalo, Porvoo", "", ""),
        ("Opistotalo, takaovi", "", ""),  # what is known of the front door may not hold there
    ],
)
def test_a_name_that_begins_like_a_room_is_none_and_workshops_are(text: str, place: str, room: str) -> None:
    found = PlaceRegistry((entry("galleria", "Galleria Makasiini"), entry("opisto", "Opistotalo"))).find(text, Hints())
    assert (found.place_id, found.room) == (place, room)


def test_a_room_alone_is_in_the_default_place_of_the_source() -> None:
    registry = PlaceRegistry((entry("sali", "Norppasali", rooms=[{"id": "iso", "name": "Iso sali"}]), entry("opisto", "Norppalan opisto")))
    assert registry.find("Iso sali", Hints()).place_id == ""
    at_home = registry.find("Isossa salissa", Hints(default_place="sali"))
    assert (at_home.place_id, at_home.rule, at_home.room) == ("sali", "room", "iso")
    elsewhere = registry.find("Iso sali", Hints(default_place="opisto"))
    assert (elsewhere.place_id, elsewhere.room) == ("opisto", "iso sali")


TITLES = [
    ("Ikäihmisten tuolijumppa Torikulmassa", "torikulma"),
    ("Joulukonsertti Norppalan kirkossa su 13.12.", "kirkko"),
    ("Satutunti Norppalan pääkirjastossa", "kirjasto"),
    ("Tuolijumppa / Norppasali", "sali"),
    ("Tuolijumppa, Torikulma", "torikulma"),
    ("Tuolijumppa Kerimäen kylätalolla", "kylatalo"),
    ("Satutunti pääkirjastossa", ""),  # every town has one
    ("Kirkossa soi", ""),
    ("Retki Torikulmasta Kerimäelle", ""),  # leaves from there
    ("Retki Norppasaliin", ""),
    ("Norppasalin avajaiset", ""),
    ("Torikulma 10 vuotta", ""),
    ("Muutto Torikulmassa ja Norppasalissa", ""),  # two places
    ("Kuoro ei Torikulmassa", ""),
    ("Torikulmassakin", ""),
    ("Etänä: luento", ""),
    ("Hylkeellä on asiaa", ""),  # a word like others
    ("Kerho Nuorisotila Hylkeessä", "hylje"),
    ("Kerimäellä tapahtuu", ""),
]


@pytest.mark.parametrize(("title", "place"), TITLES)
def test_a_place_that_only_the_title_names(title: str, place: str) -> None:
    assert REGISTRY.titled([title]).place_id == place


def test_titles_of_two_languages_must_agree() -> None:
    assert REGISTRY.titled(["Jumppa Torikulmassa", "Gymnastik"]).place_id == "torikulma"
    assert REGISTRY.titled(["Jumppa Torikulmassa", "Jumppa Norppasalissa"]).place_id == ""


def test_the_declared_home_decides_what_a_kind_of_place_means() -> None:
    registry = PlaceRegistry(
        (
            entry("kerimaki", "Kerimäen kylätalo", "Kylätalo", district="Kerimäki"),
            entry("punkaharju", "Punkaharjun kylätalo", "Kylätalo", district="Punkaharju"),
            entry("sulkava", "Sulkavan seurantalo", district="Kirkonkylä", municipality="Sulkava"),
        )
    )
    homes = {"Kerimäki": "kerimaki", "Punkaharju": "punkaharju", "Savonranta": ""}
    for text in ("Kylätalo", "kylätalolla", "Kylätalo, sali"):
        found = {home: registry.find(text, Hints(home_district=home, home_municipality="Norppala")).place_id for home in homes}
        assert found == homes, text
    assert registry.find("Seurantalo", Hints(home_municipality="Sulkava")).place_id == "sulkava"
    assert registry.find("Seurantalo", Hints(home_municipality="Norppala")).place_id == ""


HOUSES = [
    ("Torikatu 3 A", "a"),
    ("Torikatu 3 B", "b"),
    ("Torikatu 3", ""),
    ("Torikatu 3 C", ""),
    ("Torikatu 5", "pitka"),
    ("Torikatu 7-9", "pitka"),
    ("Torikatu 6", ""),
    ("Torikatu 11", "yksi"),
    ("Torikatu 11 A 4", "yksi"),
]


@pytest.mark.parametrize(("text", "place"), HOUSES)
def test_house_numbers_and_stairs(text: str, place: str) -> None:
    registry = PlaceRegistry(
        (
            entry("a", "Kerho Kuusi", address="Torikatu 3 A"),
            entry("b", "Kerho Mänty", address="Torik. 3 B, 57100 Norppala"),
            entry("pitka", "Pitkätalo", address="Torikatu 5–9"),
            entry("yksi", "Yksiö", address="Torikatu 11"),
        )
    )
    assert registry.find(text, Hints()).place_id == place


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from([one for one in ENTRIES if not one.online]),
    st.sampled_from(["{}", "{}, Norppala", " {} ", "{}.", "({})", "{}, lk 12", "{} – 2. krs", "Paikka: {}", "{}, Suomi"]),
    st.sampled_from([str.upper, str.lower, str.title, str]),
)
def test_a_name_is_found_however_it_is_dressed(one: PlaceEntry, dress: str, case: Callable[[str], str]) -> None:
    text = dress.format(case(one.name["fi"]))
    expected = {one.id, ""} if "Norppala" in dress and one.municipality != "Norppala" else {one.id}
    assert REGISTRY.find(text, Hints()).place_id in expected


@settings(max_examples=100, deadline=None)
@given(st.sampled_from([one for one in ENTRIES if not one.online]), st.sampled_from(["ssa", "sta", "lla", "lta", "lle"]))
def test_a_name_is_found_in_every_case_that_says_where(one: PlaceEntry, ending: str) -> None:
    name = one.name["fi"]
    if name.endswith("Hylje"):
        name = "Nuorisotila Hylkee"
    bent = name.replace("kirkko", "kirko") + (ending.replace("a", "ä") if name.endswith(("ä", "i")) and "sali" not in name else ending)
    assert REGISTRY.find(bent, Hints()).place_id == one.id


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
