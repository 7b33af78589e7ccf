"""``kooste places``: the registry, why a text means a place, what nobody knows with a line to add; what ``kooste check`` says of places."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from harvesters.source import Schedules
from kooste.areas import areas
from kooste.cli import main
from kooste.place_checks import place_findings
from kooste.place_proposals import new_entry, proposals
from kooste.settings import load
from store.database import open_store
from store.places import UnmatchedPlace
from tests.doctoring import schedules
from tests.shared import ROOT
from tests.store_support import Region, record
from tests.town import NOW

PLACES: list[dict[str, Any]] = [
    {"id": "torikulma", "name": "Kumppanuustalo Torikulma", "aliases": ["Torikulma"], "district": "Keskusta", "municipality": "Savonlinna"},
    {"id": "kylatalo", "name": "Kerimäen kylätalo", "district": "Kerimäki", "rooms": [{"id": "iso", "name": "Iso sali"}]},
]
EVENTS = [("Torikulmassa", 2), ("Torikulman kahvila", 3), ("Seuraintalo, 58900 Rantasalmi", 1), ("JH1", 1), ("", 1)]


SOURCES = [
    {"id": "kerho", "title": "Kerho", "organizer": {"name": "Kerho ry"}, "format": "ical", "url": "https://kerho.example/a.ics"},
    {
        "id": "kylat",
        "title": "Kylät",
        "organizer": {"name": "Kylät ry"},
        "format": "ical",
        "url": "https://kylat.example/a.ics",
        "home": {"district": "Kerimäki"},
    },
]


class TownWithPlaces:
    """A configuration with a registry of places, a data folder, and the command over them."""

    def __init__(self, folder: Path) -> None:
        self.config, self.data = folder / "schedules.yaml", folder / "var"
        document = schedules().model_dump(mode="json", exclude_defaults=True) | {"places": PLACES, "sources": SOURCES}
        self.config.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")

    def harvest(self) -> None:
        """What the sources say, as if it had been fetched."""
        texts = [text for text, count in EVENTS for _ in range(count)]
        with open_store(self.data) as store:
            region = Region(store, load(self.config))
            region.configure()
            region.harvest([record(f"u{at}", f"Tapahtuma {at}", location=text) for at, text in enumerate(texts)], source="kerho")
            region.harvest([record("k", location="Torikulman kahvila")], source="kylat")
            region.relate()

    def kooste(self, name: str, *arguments: str) -> Result:
        return CliRunner().invoke(main, [name, "--config", str(self.config), "--data", str(self.data), "--now", NOW, *arguments])


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> TownWithPlaces:
    """Harvested once; no test of this file changes anything."""
    made = TownWithPlaces(tmp_path_factory.mktemp("town"))
    made.harvest()
    return made


def answer(town: TownWithPlaces, *arguments: str) -> dict[str, Any]:
    done = town.kooste("places", *arguments, "--json")
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_registry_with_the_events_of_each_place(town: TownWithPlaces) -> None:
    lines = town.kooste("places").stdout.splitlines()
    assert lines[0].split() == ["place", "name", "district", "municipality", "rooms", "events"]
    assert lines[1].split() == ["torikulma", "Kumppanuustalo", "Torikulma", "Keskusta", "Savonlinna", "2"]
    assert [(one["id"], one["events"]) for one in answer(town)["places"]] == [("torikulma", 2), ("kylatalo", 0)]


def test_what_nobody_knows_worst_first_with_a_line_to_add(town: TownWithPlaces) -> None:
    found = answer(town, "--unmatched")["unmatched"]
    assert [(one["text"], one["listings"], one["sources"]) for one in found] == [
        ("Torikulman kahvila", 4, ["kerho", "kylat"]),
        ("JH1", 1, ["kerho"]),
        ("Seuraintalo, 58900 Rantasalmi", 1, ["kerho"]),
    ]
    assert (found[0]["near"], found[0]["where"]) == (["torikulma"], "places: torikulma")
    assert [yaml.safe_load(one["line"]) for one in found] == [
        {"aliases": ["Torikulma", "Torikulman kahvila"]},
        {"lookups": {"place": {"JH1": "ID-OF-THE-PLACE"}}},
        [
            {
                "id": "seuraintalo",
                "name": "Seuraintalo",
                "postal_code": "58900",
                "municipality": "Rantasalmi",
                "municipality_code": "681",
            }
        ],
    ]


def test_the_same_in_words(town: TownWithPlaces) -> None:
    lines = town.kooste("places", "--unmatched").stdout.splitlines()
    assert lines[:3] == [
        "Torikulman kahvila: 4 listings of kerho, kylat",
        "  perhaps torikulma",
        "  under places: torikulma: aliases: [Torikulma, Torikulman kahvila]",
    ]
    assert lines[-1] == "3 locations match no place."


WORDS = [
    (("Torikulmassa",), "'Torikulmassa' means Kumppanuustalo Torikulma (torikulma): one of its aliases stands there (torikulmassa)."),
    (("Kerimäen kylätalo, iso sali",), "The room is iso."),
    (("Kerimäen kylätalo, lk 12",), "The room is lk 12, which the place does not declare."),
    (("Kylätalo",), "'Kylätalo' names no place of the registry for sure."),
    (("Kylätalo", "--source", "kylat"), "it is the only one of that name in the publisher's home (kylatalo)."),
    (("Torikulman kahvila",), "Perhaps it means Kumppanuustalo Torikulma (torikulma); if so, add it to that place's aliases."),
    (("Muu talo, 58900 Rantasalmi",), "The words lie in Rantasalmi (681), by the postal code (58900 Rantasalmi)."),
]


@pytest.mark.parametrize(("arguments", "words"), WORDS)
def test_why_a_text_means_a_place(town: TownWithPlaces, arguments: tuple[str, ...], words: str) -> None:
    done = town.kooste("places", *arguments)
    assert done.exit_code == 0
    assert words in done.stdout


def test_why_as_data(town: TownWithPlaces) -> None:
    assert answer(town, "Torikulma, lk 12") == {
        "text": "Torikulma, lk 12",
        "place_id": "torikulma",
        "rule": "alias",
        "quote": "torikulma lk 12",
        "room": "lk 12",
        "municipality_code": "",
        "postal_code": "",
        "near": [],
    }


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(("X", "--unmatched"), "not both"), (("--source", "kylat"), "--source is for a NAME"), (("X", "--source", "nobody"), "is no source")],
)
def test_wrong_use_is_told(town: TownWithPlaces, arguments: tuple[str, ...], words: str) -> None:
    done = town.kooste("places", *arguments)
    assert done.exit_code == 2
    assert words in done.output


def test_before_the_first_harvest(tmp_path: Path) -> None:
    fresh = TownWithPlaces(tmp_path)
    assert fresh.kooste("places", "--unmatched").stdout == "Nothing has been harvested yet.\n"
    assert answer(fresh, "--unmatched") == {"unmatched": [], "known_at_next_harvest": 0}
    assert "torikulma" in fresh.kooste("places").stdout


def test_what_an_entry_added_since_explains_is_left_out() -> None:
    region = schedules()
    told = UnmatchedPlace(text="Torikulmassa", sources=(("gone", 1),))
    assert [one.text for one in proposals(region, [told], areas())] == ["Torikulmassa"]  # its source is gone: nobody knows how it meant it
    with_source = Schedules.model_validate(region.model_dump() | {"sources": SOURCES})
    assert proposals(with_source, [UnmatchedPlace(text="Torikulmassa", sources=(("kerho", 1),))], areas()) == []


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("Sulkavan seurantalo", {"id": "sulkavan-seurantalo", "name": "Sulkavan seurantalo"}),
        ("iso sali, Seuraintalo", {"id": "seuraintalo", "name": "Seuraintalo"}),
        ("Esso, Torikatu 3", {"id": "esso", "name": "Esso", "address": "Torikatu 3"}),
        ("Kerho", {"id": "kerho-2", "name": "Kerho"}),
        ("кафе", {"id": "place", "name": "кафе"}),
    ],
)
def test_the_entry_of_a_new_place(text: str, entry: dict[str, str]) -> None:
    assert new_entry(text, areas(), {"kerho"}) == entry


def region_of(*places: dict[str, Any], **more: Any) -> Schedules:
    return Schedules.model_validate(schedules().model_dump() | {"places": list(places)} | more)


def test_what_check_says_of_places() -> None:
    here = {"latitude": 61.9, "longitude": 28.9}
    found = place_findings(
        region_of(
            {"id": "a", "name": "Kylätalo", "aliases": ["Talo"], "accessibility": ["step_free_entrance", "lifts"]} | here,
            {"id": "b", "name": "Seurantalo", "aliases": ["KYLÄTALO"], "lacks": ["lift"]} | here,
            {"id": "c", "name": "Uimahalli", "latitude": 28.9, "longitude": 61.9},
            sources=SOURCES,
        )
    )
    assert found[0] == "places: 'Kylätalo' is a name or alias of a and b; where it stands alone, neither is taken"
    assert found[1].startswith("places: c: its coordinates are ")
    assert found[2:] == [
        "places: a: 'lifts' is no accessibility code (docs/phrases.md lists them)",
        "kylat: no place is in its home district 'Kerimäki'",
    ]


def test_check_is_content_with_a_sound_registry() -> None:
    assert place_findings(schedules()) == []


def test_every_accessibility_code_of_the_example_is_known() -> None:
    assert place_findings(load(ROOT / "schedules.yaml")) == []
