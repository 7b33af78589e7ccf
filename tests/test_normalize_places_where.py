"""Where a record takes place, with the evidence: normalize.where, normalize.attendance, normalize.distances."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvesters.record import RawEvent, Text
from harvesters.source import PlaceEntry, Source
from kooste.areas import areas
from normalize.areas import Areas
from normalize.distances import distance_km, places_within, point_of_event
from normalize.model import Feature
from normalize.places import PlaceRegistry
from normalize.where import Where, inherited, where_of
from tests.normalizing import source

FINLAND = areas()
SAVONLINNA: dict[str, Any] = {"municipality": "Savonlinna", "municipality_code": "740"}
PLACES = PlaceRegistry(
    (
        PlaceEntry.model_validate(
            {
                "id": "torikulma",
                "name": "Kumppanuustalo Torikulma",
                "aliases": ["Torikulma"],
                "address": "Torikatu 1",
                "postal_code": "57130",
                "latitude": 61.8675,
                "longitude": 28.8861,
                "rooms": [{"id": "iso", "name": "Iso sali"}],
            }
            | SAVONLINNA
        ),
        PlaceEntry.model_validate({"id": "kirkko", "name": "Norppalan kirkko", "aliases": ["Kirkko"]} | SAVONLINNA),
        PlaceEntry.model_validate({"id": "verkko", "name": "Verkossa", "aliases": ["Teams"], "online": True}),
    )
)
PLAIN = source()
AT_HOME = source(default_place="kirkko")
MEETING = ("https://us02web.zoom.us/j/1",)


def where(location: str = "", title: str = "Luento", at: Source = PLAIN, conference: tuple[str, ...] = (), **raw: Any) -> Where:
    record = RawEvent(uid="a", digest="d", text="", name=(Text(value=title),), location=(Text(value=location),), **raw)
    return where_of(record, location, {"fi": title}, at, PLACES, FINLAND, conference)


def because(found: Where, field: str) -> tuple[str, str, str, str]:
    """Value, origin, rule and certainty of the one piece of evidence for a field."""
    (one,) = [evidence for evidence in found.evidence if evidence.field == field]
    return one.value, one.origin, one.rule, one.certainty


def test_a_place_and_its_room_with_the_evidence() -> None:
    found = where("Torikulmassa, iso sali")
    assert (found.place_id, found.room, found.text) == ("torikulma", "iso", "Torikulmassa, iso sali")
    assert (found.municipality_code, found.postal_code, found.attendance_mode) == ("740", "57130", "offline")
    assert because(found, "place_id") == ("torikulma", "LOCATION", "alias", "read")
    assert because(found, "room") == ("iso", "LOCATION", "room", "read")
    assert because(found, "municipality_code") == ("740", "place", "place", "inferred")
    assert [one.quote for one in found.evidence if one.field == "place_id"] == ["Torikulmassa, iso sali"]


RULES = [
    ({"location": "Kumppanuustalo Torikulma"}, "torikulma", "LOCATION", "name", "read"),
    ({"location": "Torikatu 1 B"}, "torikulma", "LOCATION", "address", "read"),
    ({"location": "Kahvila", "address": "Torikatu 1, 57130 Savonlinna"}, "torikulma", "address", "address", "read"),
    ({"location": "JH1", "at": source(lookups={"place": {"JH1": "Torikulma"}})}, "torikulma", "LOCATION", "lookup", "read"),
    ({"location": "iso sali", "at": source(default_place="torikulma")}, "torikulma", "LOCATION", "room", "inferred"),
    ({"at": AT_HOME}, "kirkko", "source", "default", "inferred"),
    ({"title": "Jumppa Torikulmassa"}, "torikulma", "SUMMARY", "place_in_title", "read"),
    ({"title": "Jumppa Torikulmassa", "at": AT_HOME}, "torikulma", "SUMMARY", "place_in_title", "read"),
    ({"conference": MEETING}, "verkko", "CONFERENCE", "online", "inferred"),
    ({"title": "Tietosuoja (verkossa)", "at": AT_HOME}, "verkko", "SUMMARY", "online", "inferred"),
    ({"attendance": "online", "at": AT_HOME}, "verkko", "ATTENDANCE", "online", "inferred"),
]


@pytest.mark.parametrize(("told", "place", "origin", "rule", "certainty"), RULES)
def test_which_rule_found_the_place_in_which_field(told: dict[str, Any], place: str, origin: str, rule: str, certainty: str) -> None:
    assert because(where(**told), "place_id") == (place, origin, rule, certainty)


REFUTED = [
    {"location": "Torikulma, Helsinki"},
    {"location": "Torikulma", "address": "Torikatu 1, 80100 Joensuu"},
    {"location": "Kirkko", "address": "Kirkkokatu 1, 80100 Joensuu"},
    {"location": "Torikulma", "latitude": 60.17, "longitude": 24.94},
    {"location": "Muu talo", "address": "Torikatu 1, Joensuu"},
    {"address": "Muukatu 7, 57100 Savonlinna", "at": AT_HOME},
]


@pytest.mark.parametrize("told", REFUTED)
def test_a_place_in_another_town_than_the_records_own_address_is_not_meant(told: dict[str, Any]) -> None:
    found = where(**told)
    assert found.place_id == ""
    assert not [one for one in found.evidence if one.field in {"place_id", "room"}]


def test_a_persons_lookup_outranks_the_records_coordinates() -> None:
    assert where("JH1", at=source(lookups={"place": {"JH1": "torikulma"}}), latitude=60.17, longitude=24.94).place_id == "torikulma"


def test_coordinates_near_the_place_or_none_at_all_refute_nothing() -> None:
    near = where("Torikulma", latitude=61.9, longitude=28.9)
    assert (near.place_id, near.latitude, near.longitude) == ("torikulma", 61.9, 28.9)
    for latitude, longitude in ((0.0, 0.0), (float("nan"), 1.0), (91.0, 1.0)):
        found = where("Torikulma", latitude=latitude, longitude=longitude)
        assert (found.place_id, found.latitude, found.longitude) == ("torikulma", None, None)


def test_the_municipality_of_what_stays_text() -> None:
    found = where("Muu talo, Esimerkkikatu 1, 57100 Savonlinna")
    assert (found.place_id, found.municipality_code, found.postal_code) == ("", "740", "57100")
    assert because(found, "municipality_code") == ("740", "LOCATION", "postal_code", "inferred")
    assert because(where("Rantasalmella"), "municipality_code") == ("681", "LOCATION", "municipality_name", "read")
    assert where("Muu talo").municipality_code == ""
    by_address = where("Muu talo", address="Esimerkkikatu 1, 58900 Rantasalmi")
    assert (by_address.municipality_code, by_address.postal_code) == ("681", "58900")
    assert because(by_address, "municipality_code")[1] == "address"
    assert where("Muu talo, Savonlinna", address="Esimerkkikatu 1, 58900 Rantasalmi").municipality_code == ""


MODES = [
    ({"location": "Torikulma"}, "offline"),
    ({"location": "Torikulma", "conference": MEETING}, "mixed"),
    ({"location": "Torikulma ja Teams"}, "mixed"),
    ({"location": "Torikulma / Zoom"}, "mixed"),
    ({"location": "Torikulma (hybridi)"}, "mixed"),
    ({"location": "Torikulma", "title": "Hybridiluento: muisti"}, "mixed"),
    ({"location": "Torikulma", "title": "Luento etänä ja paikan päällä"}, "mixed"),
    ({"location": "Torikulma", "title": "Föreläsning på plats och på distans"}, "mixed"),
    ({"location": "Torikulma", "title": "Talk, in person or online"}, "mixed"),
    ({"location": "Torikulma", "title": "Muistiluento (myös verkossa)"}, "mixed"),
    ({"location": "Torikulma", "title": "Hybridiauton huolto"}, "offline"),
    ({"location": "Torikulma", "title": "Turvallisesti verkossa"}, "offline"),
    ({"location": "Torikulma", "title": "Zoomaa luontoon"}, "offline"),
    ({"title": "Turvallisesti verkossa"}, ""),
    ({"title": "Webinaari: muisti"}, "online"),
    ({"title": "Föreläsning på distans"}, "online"),
    ({"title": "Muistiluento, etänä"}, "online"),
    ({"location": "Teams"}, "online"),
    ({"location": "Verkossa"}, "online"),
    ({"location": MEETING[0]}, "online"),
    ({"conference": MEETING}, "online"),
    ({"location": "Muu talo", "conference": MEETING}, "mixed"),
    ({"location": "Muu talo"}, ""),
    ({}, ""),
    ({"location": "Torikulma", "attendance": "online"}, "online"),
    ({"location": "Torikulma", "attendance": "MIXED", "title": "Webinaari"}, "mixed"),
    ({"location": "Torikulma", "attendance": "perhaps"}, "offline"),
    ({"location": "Torikulma", "description": (Text(value="Voit osallistua paikan päällä tai etänä Teamsissa."),)}, "mixed"),
    ({"location": "Torikulma", "description": (Text(value="<p>Du kan delta på plats eller på distans.</p>", html=True),)}, "mixed"),
    ({"location": "Torikulma", "description": (Text(value="Tilaisuutta voi seurata myös etänä: https://kaupunki.example/x"),)}, "mixed"),
    ({"location": "Torikulma", "description": (Text(value="Du kan delta även på distans."),)}, "mixed"),
    ({"location": "Torikulma", "description": (Text(value="Lippuja myös verkossa. Kirja löytyy myös verkosta."),)}, "offline"),
    ({"location": "Torikulma", "description": (Text(value="Kokousta ei voi seurata myös etänä."),)}, "offline"),
    ({"location": "Torikulma", "description": (Text(value="Osta liput verkossa tai paikan päällä."),)}, "offline"),
    ({"location": "Torikulma", "description": (Text(value="Ilmoittaudu mukaan verkossa tai paikan päällä."),)}, "offline"),
    ({"location": "Torikulma", "description": (Text(value="Emme järjestä etänä. Tule mukaan, olemme paikan päällä."),)}, "offline"),
]


@pytest.mark.parametrize(("told", "mode"), MODES)
def test_whether_one_goes_there_or_takes_part_online(told: dict[str, Any], mode: str) -> None:
    found = where(**told)
    assert found.attendance_mode == mode
    assert bool([one for one in found.evidence if one.field == "attendance_mode"]) == bool(mode)


def test_a_location_that_is_a_meetings_address_is_one_more_way_to_take_part() -> None:
    assert where(MEETING[0], conference=("https://meet.google.com/abc",)).conference == ("https://meet.google.com/abc", MEETING[0])


@given(st.text(max_size=80), st.text(max_size=60), st.text(max_size=60))
def test_equal_records_give_equal_answers_and_every_value_its_evidence(location: str, title: str, address: str) -> None:
    found = where(location, title, address=address)
    assert found == where(location, title, address=address)
    for field in ("place_id", "room", "municipality_code", "attendance_mode"):
        values = [one.value for one in found.evidence if one.field == field]
        assert values == ([getattr(found, field)] if getattr(found, field) else [])
    assert all(len(one.quote) <= 80 for one in found.evidence)
    assert found.evidence == tuple(sorted(found.evidence, key=lambda one: one.field))


@pytest.mark.parametrize("hostile", ["a" * 20_000, "a " * 10_000, "1 " * 10_000, ", " * 10_000, "kirkko " * 3_000, "Torikatu 1 " * 2_000])
def test_hostile_texts_stay_quick(hostile: str) -> None:
    began = time.process_time()
    where(hostile, hostile, address=hostile, description=(Text(value=hostile + " paikan päällä tai etänä"),))
    assert time.process_time() - began < 0.5


def test_accessibility_is_inherited_with_who_said_so_and_the_event_wins() -> None:
    place = PlaceEntry.model_validate(
        {
            "id": "torikulma",
            "name": "Torikulma",
            "accessibility": ["step_free_entrance", "lift"],
            "lacks": ["induction_loop"],
            "assured": {"by": "Norppalan vammaisneuvosto", "on": date(2026, 9, 1)},
        }
    )
    own = (Feature(code="lift", is_available=False), Feature(code="subtitles"))
    found = inherited(own, place)
    assert [(one.code, one.is_available, one.is_inherited) for one in found] == [
        ("induction_loop", False, True),
        ("lift", False, False),
        ("step_free_entrance", True, True),
        ("subtitles", True, False),
    ]
    assert {(one.said_by, one.said_on) for one in found if one.is_inherited} == {("Norppalan vammaisneuvosto", date(2026, 9, 1))}
    assert inherited(own, None) == own
    assert inherited(own, place.model_copy(update={"online": True})) == own
    assert inherited(found, place) == found


def test_the_bare_word_on_of_a_yaml_file_is_the_key_on() -> None:
    entry = PlaceEntry.model_validate({"id": "a", "name": "A", "assured": {"by": "Kaupunki", True: date(2026, 9, 1)}})
    assert entry.assured is not None
    assert entry.assured.on == date(2026, 9, 1)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"rooms": [{"id": "a", "name": "A"}, {"id": "a", "name": "B"}]}, "stands twice"),
        ({"accessibility": ["lift"], "lacks": ["lift"]}, "both accessibility and lacks"),
    ],
)
def test_a_place_that_contradicts_itself_is_refused(more: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        PlaceEntry.model_validate({"id": "a", "name": "A"} | more)


def test_distances() -> None:
    helsinki, savonlinna = (60.1699, 24.9384), (61.8687, 28.8784)
    assert distance_km(helsinki, savonlinna) == pytest.approx(283, abs=3)
    assert distance_km(helsinki, helsinki) == 0
    assert distance_km((0, 0), (0, 180)) == pytest.approx(20015, abs=5)
    entries = [
        PlaceEntry(id=name, name={"fi": name}, latitude=61.0 + at, longitude=28.0) for name, at in (("b", 0.1), ("a", 0.1), ("c", 1))
    ]
    near = places_within([*entries, PlaceEntry(id="d", name={"fi": "d"})], (61.0, 28.0), 20)
    assert [(round(km), entry.id) for km, entry in near] == [(11, "a"), (11, "b")]
    assert point_of_event(entries[0], 1.0, 2.0) == (61.1, 28.0)
    assert (point_of_event(None, 1.0, 2.0), point_of_event(None, None, 2.0)) == ((1.0, 2.0), None)


@given(*[st.tuples(st.floats(-90, 90), st.floats(-180, 180))] * 3)
def test_distances_are_a_metric(one: tuple[float, float], two: tuple[float, float], three: tuple[float, float]) -> None:
    assert distance_km(one, two) == pytest.approx(distance_km(two, one))
    assert distance_km(one, three) <= distance_km(one, two) + distance_km(two, three) + 1e-6


def test_a_region_without_tables_has_places_all_the_same() -> None:
    record = RawEvent(uid="a", digest="d", text="", location=(Text(value="Torikulma"),))
    assert where_of(record, "Torikulma", {}, PLAIN, PLACES, Areas()).place_id == "torikulma"
