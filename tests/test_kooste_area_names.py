"""What areas are called: by the code of the municipality, by what the region says, else as they are written; all the way to the pages."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from harvesters.source import Schedules
from kooste import pipeline
from kooste.area_names import area_names
from kooste.areas import areas
from normalize.areas import Areas
from store.database import open_store
from tests.publish_rows import files, schedules

NOW = datetime(2026, 11, 24, 6, 10, tzinfo=ZoneInfo("Europe/Helsinki"))
TOWN = {"municipality": "Savonlinna", "municipality_code": "740"}
NYSLOTT = {"fi": "Savonlinna", "sv": "Nyslott", "en": "Savonlinna"}


def region(*places: dict[str, Any], **more: Any) -> Schedules:
    """A region with places, and what it says of itself."""
    told = schedules().model_dump()
    named = [{"id": f"p{n}", "name": f"Talo {n}", **fields} for n, fields in enumerate(places)]
    return Schedules.model_validate({**told, "region": {**told["region"], **more}, "places": named})


CASES: dict[str, tuple[tuple[dict[str, Any], ...], dict[str, Any], dict[str, dict[str, str]]]] = {
    "by the code": ((TOWN,), {}, {"Savonlinna": NYSLOTT}),
    "a place without the code has the name of the others": ((TOWN, {"municipality": "Savonlinna"}), {}, {"Savonlinna": NYSLOTT}),
    "without any code it stays as it is": (({"municipality": "Savonlinna"},), {}, {}),
    "a town that writes Swedish first": (
        ({"municipality": "Kimitoön", "municipality_code": "322"},),
        {"languages": ("sv", "fi")},
        {"Kimitoön": {"sv": "Kimitoön", "fi": "Kemiönsaari"}},
    ),
    "capitals do not count": (
        ({"municipality": "SAVONLINNA", "municipality_code": "740"},),
        {},
        {"SAVONLINNA": NYSLOTT},
    ),
    "a code that is another town's": (({"municipality": "Rantasalmi", "municipality_code": "740"},), {}, {}),
    "one name with two codes": ((TOWN, {"municipality": "Savonlinna", "municipality_code": "046"}), {}, {}),
    "a code that nobody knows": (({"municipality": "Testby", "municipality_code": "0180"},), {}, {}),
    "a code that the region alone knows": (
        ({"municipality": "Narva", "municipality_code": "0514"},),
        {"municipalities": [{"code": "0514", "name": {"fi": "Narva", "sv": "Narva", "en": "Narva town"}}]},
        {"Narva": {"fi": "Narva", "sv": "Narva", "en": "Narva town"}},
    ),
    "a district, with the text where nothing is said": (
        ({"district": "Keskusta"},),
        {"area_names": {"Keskusta": {"sv": "Centrum"}}},
        {"Keskusta": {"fi": "Keskusta", "sv": "Centrum", "en": "Keskusta"}},
    ),
    "the region comes before the table": (
        (TOWN,),
        {"area_names": {"Savonlinna": {"sv": "Nyslotts stad"}}},
        {"Savonlinna": NYSLOTT | {"sv": "Nyslotts stad"}},
    ),
    "one name for all languages": (
        ({"district": "Keskusta"},),
        {"area_names": {"Keskusta": "Ydin"}},
        {"Keskusta": {"fi": "Ydin", "sv": "Ydin", "en": "Ydin"}},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_an_area_is_called(case: str) -> None:
    places, more, expected = CASES[case]
    assert area_names(region(*places, **more), areas()) == expected


def test_a_region_without_the_table_has_its_own_names_alone() -> None:
    assert area_names(region(TOWN, {"district": "Keskusta"}, area_names={"Keskusta": {"sv": "Centrum"}}), Areas()) == {
        "Keskusta": {"fi": "Keskusta", "sv": "Centrum", "en": "Keskusta"}
    }


def shown(folder: Path, config: Schedules) -> dict[str, bytes]:
    """The files of the site after one more publishing."""
    with open_store(folder) as store:
        pipeline.publish(store, config, NOW)
    return files(folder)


def test_names_reach_the_pages_and_a_new_one_only_those_that_show_it(tmp_path: Path) -> None:
    places = ({**TOWN, "district": "Keskusta"}, {**TOWN, "district": "Nojanmaa"})
    before = shown(tmp_path, region(*places))
    assert b"Keskusta, Nyslott" in before["sv/plats/p0/index.html"]
    after = shown(tmp_path, region(*places, area_names={"Keskusta": {"sv": "Centrum"}}))
    assert b"Centrum, Nyslott" in after["sv/plats/p0/index.html"]
    different = {path for path in after if after[path] != before.get(path)} - {"build.json"}
    assert different == {path for path in after if b"Centrum" in after[path] or (b"Keskusta" in before[path] and path.startswith("sv/"))}
    assert before.keys() == after.keys()
    assert {path.split("/")[0] for path in different} == {"sv"}


def test_a_preview_has_them_too(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        pipeline.preview(store, region(TOWN), "https://preview.example/", NOW)
    assert b"Nyslott" in files(tmp_path / "preview")["sv/plats/p0/index.html"]
