"""``kooste plan``: what a planned event competes with, in three languages and as data; what is said of wrong wishes."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from harvesters.region_rules import LANGUAGES
from kooste.cli import main
from kooste.settings import load
from normalize.overlaps import Rules
from normalize.planning import planning_rules
from store.database import open_store
from store.planning import planning_slots
from tests.doctoring import schedules
from tests.store_support import HELSINKI, Region, record, weekly
from tests.town import NOW

DAY = date(2026, 11, 26)
PLACES: list[dict[str, Any]] = [
    {"id": "torikulma", "name": "Torikulma", "latitude": 61.8675, "longitude": 28.8861, "rooms": [{"id": "sali", "name": "Iso sali"}]},
    {"id": "kirjasto", "name": "Kirjasto", "latitude": 61.869, "longitude": 28.8822},
]
HOLIDAYS = [{"name": {"fi": "syysloma", "sv": "höstlov", "en": "autumn break"}, "first": "2026-11-26", "last": "2026-11-27"}]
SOURCES = [
    {"id": name, "title": name, "organizer": {"name": f"{name} ry"}, "format": "ical", "url": f"https://{name}.example/a.ics"}
    for name in ("kerho", "toinen")
]


def at(hour: float, day: date = DAY) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=HELSINKI) + timedelta(hours=hour)


EVENTS = [
    record("ilta", "Vapaaehtoisten ilta", at(17), end=at(19), location="Torikulma"),
    weekly("kuoro", name="Kuoroharjoitus", start=at(18, date(2026, 11, 12)), end=at(20, date(2026, 11, 12)), location="Kirjasto"),
    record("peruttu", "Peruttu ilta", at(17), end=at(19), location="Torikulma", status="cancelled"),
    record("koko", "Koko päivän kirppis", DAY, location="Torikulma"),
    record("muu", "Joogatunti", at(18, date(2027, 1, 20)), location="Torikulma"),
]
PLANNED = [record("suunniteltu", "Suunniteltu peli-ilta", at(18.5), end=None, location="Torikulma, Iso sali", status="tentative")]


class PlanningTown:
    """A town with two houses and a week of events, and the command over it."""

    def __init__(self, folder: Path) -> None:
        self.config, self.data = folder / "schedules.yaml", folder / "var"
        document = schedules().model_dump(mode="json", exclude_defaults=True) | {"places": PLACES, "sources": SOURCES}
        document["region"] |= {"school_holidays": HOLIDAYS}
        self.config.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")

    def harvest(self) -> None:
        with open_store(self.data) as store:
            region = Region(store, load(self.config))
            region.configure()
            region.harvest(EVENTS, source="kerho")
            region.harvest(PLANNED, source="toinen")
            region.relate()

    def plan(
        self, *arguments: str, place: str = "torikulma", hours: tuple[str, str] = ("17:00", "20:00"), day: str = "2026-11-26"
    ) -> Result:
        wish = ("--date", day, "--from", hours[0], "--to", hours[1], *(("--place", place) if place else ()))
        return CliRunner().invoke(main, ["plan", "--config", str(self.config), "--data", str(self.data), "--now", NOW, *wish, *arguments])


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> PlanningTown:
    """Harvested once; no test of this file changes anything."""
    made = PlanningTown(tmp_path_factory.mktemp("town"))
    made.harvest()
    return made


def test_as_data(town: PlanningTown) -> None:
    done = town.plan("--audience", "volunteers", "--json")
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert told["is_room_free"] is False
    assert told["counts"] == {"venue": 2, "meanwhile": 1}
    assert [(one["names"]["fi"], one["kind"], one["minutes"], one["organizer_id"]) for one in told["competing"]] == [
        ("Vapaaehtoisten ilta", "venue", 120, "kerho"),
        ("Suunniteltu peli-ilta", "venue", 90, "toinen"),
        ("Kuoroharjoitus", "meanwhile", 120, "kerho"),
    ]
    assert [(one["is_planned"], one["is_end_assumed"], one["is_series"]) for one in told["competing"]] == [
        (False, False, False),
        (True, True, False),
        (False, False, True),
    ]
    assert [note["names"]["en"] for note in told["notes"]] == ["autumn break"]
    assert (told["better"][0]["date"], told["better"][0]["counts"]) == ("2026-12-03", {"meanwhile": 1})


_THURSDAY = "Thursday 26 November 2026 17:00–20:00"
_ASK = {
    "fi": "    kysy yhteistyötä: kerho ry",
    "sv": "    fråga om samarbete: kerho ry",
    "en": "    ask about joining forces: kerho ry",
}


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("fi", ["torstai 26.11.2026 17.00–20.00", "  koululoma: syysloma", "Tila ei ole vapaa.", _ASK["fi"], "Parempia aikoja:"]),
        ("sv", ["torsdag 26.11.2026 17.00–20.00", "  skollov: höstlov", "Lokalen är inte ledig.", _ASK["sv"], "Bättre tider:"]),
        ("en", [_THURSDAY, "  school holiday: autumn break", "The room is not free.", _ASK["en"], "Better times:"]),
    ],
)
def test_in_words(town: PlanningTown, language: str, lines: list[str]) -> None:
    told = town.plan("--lang", language).stdout.splitlines()
    assert [line for line in lines if line not in told] == []


def test_a_free_evening(town: PlanningTown) -> None:
    told = town.plan("--lang", "en", day="2026-12-09").stdout.splitlines()
    assert told == ["Wednesday 9 December 2026 17:00–20:00", "The room seems to be free.", "Nothing is known to be on at the time."]


def test_a_room_of_its_own(town: PlanningTown) -> None:
    told = json.loads(town.plan("--room", "Iso sali", "--json", hours=("19:15", "20")).stdout)
    assert [(one["names"]["fi"], one["room"]) for one in told["competing"] if one["kind"] == "venue"] == [("Suunniteltu peli-ilta", "sali")]


def test_nowhere_in_particular(town: PlanningTown) -> None:
    told = json.loads(town.plan("--topic", "music", "--json", place="").stdout)
    assert (told["is_room_free"], told["request"]["topics"]) == (None, ["music"])
    assert {one["kilometres"] for one in told["competing"]} == {None}
    assert len(told["competing"]) == 3


@pytest.mark.parametrize(
    ("wish", "arguments", "code", "words"),
    [
        pytest.param({"place": "Torikulmaa"}, [], 2, "`kooste places`", id="unknown place"),
        pytest.param({"day": "2025-01-01"}, [], 2, "2025-01-01 is over", id="a day that is over"),
        pytest.param({"day": "26.11.2026"}, [], 2, "write it as 2026-11-26", id="no day"),
        pytest.param({"hours": ("20:00", "17:00")}, [], 2, "17:00 is not after 20:00", id="ends before it begins"),
        pytest.param({"hours": ("25:00", "26:00")}, [], 2, "write it as 17:30", id="no time of day"),
        pytest.param({}, ["--audience", "senior"], 2, "seniors", id="unknown audience"),
        pytest.param({}, ["--topic", "musiq"], 2, "music", id="unknown topic"),
        pytest.param({}, ["--room", "ullakko"], 2, "there is sali", id="unknown room"),
        pytest.param({"place": ""}, ["--room", "sali"], 2, "--room needs the --place", id="a room of nowhere"),
    ],
)
def test_what_is_wrong_with_a_wish(town: PlanningTown, wish: dict[str, Any], arguments: list[str], code: int, words: str) -> None:
    done = town.plan(*arguments, **wish)
    assert done.exit_code == code
    assert words in done.output
    assert "Traceback" not in done.output


def test_before_the_first_harvest(tmp_path: Path) -> None:
    done = PlanningTown(tmp_path).plan()
    assert done.exit_code == 2
    assert "harvest first" in done.output


@pytest.mark.parametrize("day", [DAY, date(2026, 11, 19), date(2026, 11, 20)])
def test_only_the_days_asked_for_are_read(town: PlanningTown, day: date) -> None:
    going = planning_slots(town.data / "kooste.db", day, day, planning_rules(Rules()))
    names = sorted(going.facts[slot.event_id].names["fi"] for slot in going.slots)
    assert names == {
        DAY: ["Kuoroharjoitus", "Suunniteltu peli-ilta", "Vapaaehtoisten ilta"],
        date(2026, 11, 19): ["Kuoroharjoitus"],
        date(2026, 11, 20): [],
    }.get(day)


def test_every_language_has_every_word() -> None:
    from normalize.planning_words import WORDS

    assert all(set(texts) == set(LANGUAGES) for texts in WORDS.values())
