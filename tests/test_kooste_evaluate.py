"""``kooste evaluate duplicates``: figures, misses and mistakes of labelled pairs in a region, and the labels of the demo."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import datetime
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from kooste import demo
from kooste.cli import main
from kooste.settings import load
from normalize.evaluation import LabelledPair, read_pairs
from normalize.identity import listing_id
from normalize.model import Listing
from store.database import open_store
from tests.doctoring import schedules
from tests.region_reading import SCHEDULES, read
from tests.shared import ROOT, SHARED
from tests.store_support import HELSINKI, Region, record
from tests.town import NOW

LABELS = ROOT / "examples" / "norppala" / "duplicates.jsonl"
SCENARIO = SHARED / "region" / "scenario.json"
SOURCES = [
    {"id": name, "title": title, "organizer": {"name": title}, "format": "ical", "url": f"https://{name}.example/a.ics"}
    for name, title in (("choir", "Kuoro"), ("town", "Kaupunki"))
]
CHOIR, TOWN, BAKING, ELSEWHERE = (
    listing_id(source, uid) for source, uid in (("choir", "concert"), ("town", "concert"), ("town", "baking"), ("choir", "gone"))
)


class TownWithLabels:
    """A concert that two sources tell of, a baking evening that one tells of, and labels of them."""

    def __init__(self, folder: Path) -> None:
        self.config, self.data, self.labels = folder / "schedules.yaml", folder / "var", folder / "concerts.jsonl"
        document = schedules().model_dump(mode="json", exclude_defaults=True) | {"sources": SOURCES}
        self.config.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")

    def harvest(self) -> None:
        with open_store(self.data) as store:
            region = Region(store, load(self.config))
            region.configure()
            concert = record("concert", "Kuoron adventtikonsertti", location="Vanha kirkko")
            baking = record("baking", "Leivontailta", datetime(2026, 12, 3, 18, tzinfo=HELSINKI), location="Koulu")
            region.harvest([concert], source="choir")
            region.harvest([concert, baking], source="town")
            region.relate()

    def evaluate(self, *pairs: tuple[str, str, bool], arguments: tuple[str, ...] = ()) -> Result:
        lines = [json.dumps({"a": a, "b": b, "same": same, "note": f"pair {n}"}) for n, (a, b, same) in enumerate(pairs, start=1)]
        self.labels.write_text("\n".join(lines), encoding="utf-8")
        fixed = ("--config", str(self.config), "--data", str(self.data), "--now", NOW)
        return CliRunner().invoke(main, ["evaluate", *fixed, "duplicates", str(self.labels), *arguments])

    def told(self, *pairs: tuple[str, str, bool]) -> dict[str, Any]:
        done = self.evaluate(*pairs, arguments=("--json",))
        assert done.exit_code == 0, done.output
        found: dict[str, Any] = json.loads(done.stdout)
        return found


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> TownWithLabels:
    made = TownWithLabels(tmp_path_factory.mktemp("labels"))
    made.harvest()
    return made


def test_the_figures_are_told_and_kept(town: TownWithLabels) -> None:
    told = town.told((CHOIR, TOWN, True), (CHOIR, BAKING, False), (CHOIR, ELSEWHERE, True))
    figures = {"pairs": 3, "same": 1, "found": 1, "wrong": 0, "unknown": 1, "asked": 0, "precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert told == figures | {"set": "concerts", "about": "duplicates", "misses": [], "mistakes": []}
    with open_store(town.data) as store:
        columns = ("name", *figures)
        kept = store.public.execute(f"select {', '.join(columns)} from evaluation").fetchall()  # noqa: S608 - names of our own
    assert [dict(zip(columns, row, strict=True)) for row in kept] == [{"name": "concerts"} | figures]


def test_figures_of_a_set_stand_in_place_of_its_last_ones(town: TownWithLabels) -> None:
    town.told((CHOIR, TOWN, True))
    town.told((CHOIR, TOWN, False))
    with open_store(town.data) as store:
        assert store.public.execute("select pairs, wrong, recall, at from evaluation").fetchall() == [(1, 1, None, "2026-11-22T04:00:00Z")]


def test_misses_and_mistakes_are_told_with_names_and_sources(town: TownWithLabels) -> None:
    told = town.evaluate((CHOIR, BAKING, True), (TOWN, CHOIR, False), arguments=("--misses",)).stdout
    assert told.splitlines() == [
        "precision 0.000, recall 0.000, F1 0.000",
        "0 of 1 pairs of one event are joined; 1 of 1 pairs of two events are joined.",
        "Missed, one event:",
        "  line 1: pair 1",
        f"    {CHOIR} Kuoron adventtikonsertti, 2026-11-20 18:00 (choir, Kuoro)",
        f"    {BAKING} Leivontailta, 2026-12-03 18:00 (town, Kaupunki)",
        "Wrongly joined, two events:",
        "  line 2: pair 2",
        f"    {TOWN} Kuoron adventtikonsertti, 2026-11-20 18:00 (town, Kaupunki)",
        f"    {CHOIR} Kuoron adventtikonsertti, 2026-11-20 18:00 (choir, Kuoro)",
    ]


def test_wrong_pairs_are_data_too(town: TownWithLabels) -> None:
    (miss,) = town.told((CHOIR, BAKING, True))["misses"]
    assert (miss["line"], miss["note"], miss["a"]["source_id"], miss["b"]["name"]) == (1, "pair 1", "choir", "Leivontailta")


def test_labels_that_cannot_be_used_end_with_2_and_name_file_and_line(town: TownWithLabels) -> None:
    done = town.evaluate(("x", CHOIR, True))
    assert (done.exit_code, f"{town.labels}: line 1: a is 'x'" in done.stderr) == (2, True)
    empty = town.evaluate()
    assert (empty.exit_code, "holds no pair" in empty.stderr) == (2, True)


def test_nothing_is_measured_before_anything_was_related(tmp_path: Path) -> None:
    fresh = TownWithLabels(tmp_path)
    done = fresh.evaluate((CHOIR, TOWN, True))
    assert (done.exit_code, "run `kooste run --all` first" in done.stderr) == (3, True)


@pytest.fixture(scope="module")
def labels() -> tuple[LabelledPair, ...]:
    return read_pairs(LABELS.read_text(encoding="utf-8").splitlines())


@pytest.fixture(scope="module")
def listings() -> dict[str, Listing]:
    """What the demo's sources publish, by id."""
    with demo.examples() as example:
        results = [
            result for source in SCHEDULES.sources if source.enabled and source.id != "s33" for result in read(example, source.id).results
        ]
    return {result.listing.id: result.listing for result in results if result.listing is not None}


def test_every_labelled_listing_is_published(labels: tuple[LabelledPair, ...], listings: dict[str, Listing]) -> None:
    assert [pair for pair in labels if not pair.ids <= listings.keys()] == []


def test_there_are_labels_of_both_sorts(labels: tuple[LabelledPair, ...]) -> None:
    assert sum(pair.is_same for pair in labels) >= 30
    assert sum(not pair.is_same for pair in labels) >= 70


@pytest.mark.skipif(not SCENARIO.is_file(), reason=f"{SCENARIO} is not here")
def test_labels_say_what_the_scenario_says(labels: tuple[LabelledPair, ...], listings: dict[str, Listing]) -> None:
    scenario = json.loads(SCENARIO.read_text(encoding="utf-8"))
    keys = _keys(scenario["events"], listings)
    expected = {frozenset(pair): True for group in scenario["expected_duplicates"] for pair in combinations(group, 2)}
    expected |= {frozenset(pair[:2]): False for pair in scenario["expected_non_duplicates"]}
    told = {frozenset(keys[one] for one in pair.ids): pair.is_same for pair in labels if pair.ids <= keys.keys()}
    assert {pair: told.get(pair) for pair in expected} == expected


def _keys(records: list[dict[str, Any]], listings: dict[str, Listing]) -> dict[str, str]:
    """Listing -> the key of the record it is; of a record in dated rows, every row."""
    named = defaultdict(list)
    for listing in listings.values():
        for name in listing.name.values():
            named[listing.source_id, name].append(listing)
    found: dict[str, str] = {}
    for one in records:
        rows = named[one["source"], one["title"]]
        found |= {row.id: one["key"] for row in rows if "rrule" in one or _begins(row) == one.get("start", "")}
    return found


def _begins(listing: Listing) -> str:
    return "" if listing.start is None else f"{listing.start:%Y-%m-%dT%H:%M}"
