"""What the open data interfaces give is read back by the readers of those very formats: nothing lost, nothing invented."""

from __future__ import annotations

import csv
import io
import json
import os
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest

from explorer.app import explorer_app
from harvesters import hsds, linked_events, openactive
from harvesters.record import RawEvent, Reading, Response
from kooste import settings
from store.open_data import DIRECTORY_KINDS
from store.reading import EventRow, OccurrenceRow, Snapshot
from tests.explorer_client import ask
from tests.explorer_story import region_snapshot
from tests.gathered_sources import answer, checked, context
from tests.shared import ROOT, needs_region

pytestmark = needs_region
HELSINKI = ZoneInfo("Europe/Helsinki")


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return region_snapshot(tmp_path_factory)


def asked(snapshot: Path, *addresses: str) -> list[httpx.Response]:
    return ask(explorer_app(lambda: snapshot, settings.load(ROOT / "schedules.yaml")), *addresses)


def pages(snapshot: Path, first: str, following: str) -> list[dict[str, Any]]:
    """Every page of a list, each found by what the one before names; ``following`` is the dotted path of the next address."""
    found: list[dict[str, Any]] = []
    address: str | None = first
    while address:
        (told,) = asked(snapshot, "/explore/" + address.partition("/explore/")[2])
        assert told.status_code == 200
        found.append(told.json())
        upper, _, name = following.rpartition(".")
        address = (found[-1][upper] if upper else found[-1]).get(name)
        if not found[-1].get("items", True):
            break
    return found


def public(snapshot: Path) -> dict[str, EventRow]:
    return {event.id: event for event in Snapshot(snapshot).events() if event.withdrawn_at is None}


def dates_of(snapshot: Path) -> dict[str, list[OccurrenceRow]]:
    found: dict[str, list[OccurrenceRow]] = {}
    for one in Snapshot(snapshot).occurrences():
        found.setdefault(one.event_id, []).append(one)
    return found


def instant(moment: datetime | date | None) -> datetime | None:
    if moment is None:
        return None
    return moment if isinstance(moment, datetime) else datetime.combine(moment, datetime.min.time(), HELSINKI)


def parts(documents: list[dict[str, Any]]) -> Response:
    first, *others = [answer(document, f"https://norppala.example/explore/v1/{number}") for number, document in enumerate(documents)]
    return Response(**{name: getattr(first, name) for name in first.__dataclass_fields__} | {"parts": tuple(others)})


def by_event(reading: Reading) -> Mapping[str, list[RawEvent]]:
    found: dict[str, list[RawEvent]] = {}
    for event in reading.events:
        found.setdefault(event.uid.removeprefix("kooste:").partition(".")[0], []).append(event)
    return found


def test_linked_events_says_every_event_and_every_date_once(snapshot: Path) -> None:
    told = by_event(checked(linked_events.read(parts(pages(snapshot, "/explore/v1/event/?page_size=100", "meta.next")), context())))
    events, dates = public(snapshot), dates_of(snapshot)
    assert set(told) == {key for key, event in events.items() if dates.get(key) or not event.is_series}
    for key, raws in told.items():
        single = instant(events[key].first_start)
        wanted = [one.start for one in dates.get(key, ())] or ([single] if single else [])
        assert sorted(start for raw in raws if (start := instant(raw.start))) == sorted(wanted)
        assert {name.value for raw in raws for name in raw.name} >= set(events[key].name.values()) - {""}


def test_linked_events_never_makes_unknown_free(snapshot: Path) -> None:
    events = public(snapshot)
    for page in pages(snapshot, "/explore/v1/event/?page_size=100", "meta.next"):
        for record in page["data"]:
            event = events[record["id"].removeprefix("kooste:").partition(".")[0]]
            if event.details.is_accessible_for_free is not True and not any(offer.is_free for offer in event.details.offers):
                assert not any(offer["is_free"] for offer in record["offers"])


@pytest.mark.parametrize(
    ("query", "expected"),
    [("event_type=Volunteering", {"Volunteering"}), ("event_type=Course", {"Course"}), ("text=joulumyyj", {"General"})],
)
def test_linked_events_narrows(snapshot: Path, query: str, expected: set[str]) -> None:
    (told,) = asked(snapshot, f"/explore/v1/event/?{query}")
    assert told.json()["meta"]["count"] > 0
    assert {record["type_id"] for record in told.json()["data"]} == expected


@pytest.mark.parametrize("query", ["page=0", "page_size=x", "start=kohta", "event_type=Gala", "sort=name", "page=1&colour=blue"])
def test_what_linked_events_does_not_offer_is_refused_with_the_reason(snapshot: Path, query: str) -> None:
    (told,) = asked(snapshot, f"/explore/v1/event/?{query}")
    assert told.status_code == 400
    assert query.rpartition("&")[2].partition("=")[0] in told.json()["detail"]


def test_one_event_is_found_by_its_id_and_a_stranger_is_not(snapshot: Path) -> None:
    key = next(iter(public(snapshot)))
    here, gone = asked(snapshot, f"/explore/v1/event/kooste:{key}/", "/explore/v1/event/kooste:nobody/")
    assert here.json()["id"] == f"kooste:{key}"
    assert gone.status_code == 404


def test_the_directory_is_read_back_by_the_reader_of_such_directories(snapshot: Path) -> None:
    (listed,) = asked(snapshot, "/explore/hsds/services?per_page=100")
    ids = [service["id"] for service in listed.json()["contents"]]
    services = [told.json() for told in asked(snapshot, *(f"/explore/hsds/services/{key}" for key in ids))]
    reading = checked(hsds.read(answer({"contents": services}, "https://norppala.example/explore/hsds/services"), context()))
    wanted = [event for event in public(snapshot).values() if event.kind in DIRECTORY_KINDS]
    names = {name.value for raw in reading.events for name in raw.name}
    assert listed.json()["total_items"] == len(ids)
    assert {event.name.get("fi") or next(iter(event.name.values())) for event in wanted if event.first_start is None} <= names
    by_name = {raw.name[0].value: raw for raw in reading.events}
    for event in wanted:
        raw = by_name.get(event.name.get("fi", ""))
        if raw is not None:
            assert (raw.minimum_age, raw.maximum_age) == (event.details.minimum_age, event.details.maximum_age)


def test_pages_of_the_directory_are_the_whole_directory(snapshot: Path) -> None:
    (whole, *small) = asked(
        snapshot, "/explore/hsds/services?per_page=100", *(f"/explore/hsds/services?per_page=7&page={n}" for n in range(1, 8))
    )
    ids = [service["id"] for service in whole.json()["contents"]]
    found = [service["id"] for page in small for service in page.json()["contents"]]
    assert found == ids[: len(found)]
    assert small[0].json()["total_pages"] == -(-len(ids) // 7)


def test_the_tables_hold_together(snapshot: Path) -> None:
    (told,) = asked(snapshot, "/explore/hsds/tabular.zip")
    archive = zipfile.ZipFile(io.BytesIO(told.content))
    tables = {name: list(csv.DictReader(io.StringIO(archive.read(name).decode()))) for name in archive.namelist() if name.endswith(".csv")}
    described = json.loads(archive.read("datapackage.json"))
    assert {resource["path"] for resource in described["resources"]} == set(tables)
    keys = {name: {row["id"] for row in rows} for name, rows in tables.items()}
    assert all(len(keys[name]) == len(rows) for name, rows in tables.items())
    assert {row["service_id"] for row in tables["schedules.csv"]} <= keys["services.csv"]
    assert {row["location_id"] for row in tables["service_at_location.csv"]} <= keys["locations.csv"]
    assert {row["organization_id"] for row in tables["services.csv"]} <= keys["organizations.csv"]
    assert tables["services.csv"]


SCHEMA = Path(os.environ.get("KOOSTE_HSDS_SCHEMA", "absent"))


@pytest.mark.skipif(
    not SCHEMA.is_dir(), reason="KOOSTE_HSDS_SCHEMA names no folder with the compiled schemas of HSDS 3.0 (docs/open-data.md)"
)
def test_the_directory_is_accepted_by_the_schema_of_hsds(snapshot: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    (listed, zipped) = asked(snapshot, "/explore/hsds/services?per_page=100", "/explore/hsds/tabular.zip")
    services = [
        told.json() for told in asked(snapshot, *(f"/explore/hsds/services/{service['id']}" for service in listed.json()["contents"]))
    ]
    for name, documents in (("service_list", listed.json()["contents"]), ("service", services)):
        schema = json.loads((SCHEMA / f"{name}.json").read_text(encoding="utf-8"))
        checker = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
        assert [error.message for document in documents for error in checker.iter_errors(document)] == []
    assert _wrong_columns(zipfile.ZipFile(io.BytesIO(zipped.content))) == []


def _wrong_columns(archive: zipfile.ZipFile) -> list[str]:
    """Columns of the tables that the schema of tables does not know, and needed ones that are empty."""
    tables = json.loads((SCHEMA / "tabular.json").read_text(encoding="utf-8"))["properties"]
    known = {table["items"]["path"]: table["items"] for table in tables.values()}
    wrong = []
    for name in archive.namelist():
        if name.endswith(".csv"):
            rows = list(csv.DictReader(io.StringIO(archive.read(name).decode())))
            strange = {column for row in rows for column in row} - set(known[name]["properties"])
            empty = [column for column in known[name].get("required", ()) for row in rows if not row[column]]
            wrong += [f"{name}: {column}" for column in (*strange, *empty)]
    return wrong


def test_the_feed_of_opportunities_is_read_back_to_its_end(snapshot: Path) -> None:
    documents = pages(snapshot, "/explore/openactive/opportunities", "next")
    reading = checked(openactive.read(parts(documents), context(options=openactive.OpenActiveOptions())))
    items = [item for document in documents for item in document["items"]]
    assert documents[-1]["items"] == []
    assert [(item["modified"], item["id"]) for item in items] == sorted((item["modified"], item["id"]) for item in items)
    assert {item["id"] for item in items} == {event.id for event in Snapshot(snapshot).events()}
    withdrawn = {event.id for event in Snapshot(snapshot).events() if event.withdrawn_at}
    assert {item["id"] for item in items if item["state"] == "deleted"} == withdrawn
    single = {event.id for event in public(snapshot).values() if not event.is_series and event.first_start and event.kind != "service"}
    names = {name.value for raw in reading.events for name in raw.name}
    assert {public(snapshot)[key].name.get("fi") for key in single} - {None} <= names


def test_the_feed_goes_on_where_a_reader_stopped(snapshot: Path) -> None:
    (whole,) = asked(snapshot, "/explore/openactive/opportunities")
    third = whole.json()["items"][2]
    (rest, half) = asked(
        snapshot,
        f"/explore/openactive/opportunities?afterTimestamp={third['modified']}&afterId={third['id']}",
        f"/explore/openactive/opportunities?afterTimestamp={third['modified']}",
    )
    assert rest.json()["items"][:3] == whole.json()["items"][3:6]
    assert half.status_code == 400


def test_the_page_and_the_catalogue_name_the_same_ways(snapshot: Path) -> None:
    (finnish, swedish, catalogue) = asked(snapshot, "/explore/avoin-data/", "/explore/oppna-data/", "/explore/open-data/dcat.jsonld")
    (dataset,) = catalogue.json()["dcat:dataset"]
    addresses = [way["dcat:accessURL"]["@id"] for way in dataset["dcat:distribution"]]
    assert len(addresses) == len(set(addresses)) == finnish.text.count("<dt>") == swedish.text.count("<dt>")
    assert 'lang="sv"' in swedish.text


def test_every_way_into_the_explorer_answers(snapshot: Path) -> None:
    (catalogue,) = asked(snapshot, "/explore/open-data/dcat.jsonld")
    ways = [way["dcat:accessURL"]["@id"] for way in catalogue.json()["dcat:dataset"][0]["dcat:distribution"]]
    ours = ["/explore/" + way.partition("/explore/")[2] for way in ways if "/explore/" in way]
    assert len(ours) > 5
    assert [told.status_code for told in asked(snapshot, *ours)] == [200] * len(ours)
