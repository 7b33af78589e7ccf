"""The six questions that the region's description asks: exactly the expected answers, on the page and as data."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from parsel import Selector

from explorer.app import explorer_app
from explorer.instance import Means
from kooste import settings
from tests.demo_region import demo_published
from tests.referral_region import asking
from tests.shared import REGION, ROOT, needs_region

pytestmark = needs_region

NOW = datetime(2026, 11, 23, 8, tzinfo=ZoneInfo("Europe/Helsinki"))
ADDRESSES = {
    "q1": "/explore/ohjaus/maksutonta-lahella{form}?ika=78&paikka=v-kerimaki-kirjasto&km=5&esteettomyys=rollaattori",
    "q2": "/explore/ohjaus/vauva-ja-perhe-aamulla{form}",
    "q3": "/explore/ohjaus/lapsi-ilman-harrastusta{form}",
    "q4": "/explore/ohjaus/omaishoitajat{form}",
    "q5": "/explore/ohjaus/suomea-oppivalle{form}",
}
"""The ready questions as they stand; of the first one the person's age, whereabouts and aid are filled in."""


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return (demo_published(tmp_path_factory) / "snapshots" / "current").resolve()


@pytest.fixture(scope="module")
def answers(snapshot: Path) -> Iterator[Callable[..., list[Any]]]:
    schedules = settings.load(ROOT / "schedules.yaml")
    with asking(explorer_app(lambda: snapshot, schedules, means=Means(now=lambda: NOW))) as answers:
        yield answers


def events(snapshot: Path, *keys: str) -> set[str]:
    """The events that records of the region's description became."""
    records = {one["key"]: one for one in json.loads((REGION / "scenario.json").read_text("utf-8"))["events"]}
    query = "select distinct event_id from listings where source_id = ? and name = ? and start_local like ?"
    with closing(sqlite3.connect(snapshot)) as connection:
        found = [connection.execute(query, (records[key]["source"], records[key]["title"], f"{records[key]['start']}%")) for key in keys]
        return {row[0] for rows in found for row in rows}


@pytest.mark.parametrize("question", ADDRESSES)
def test_the_ready_question_gives_exactly_the_expected_answers(question: str, snapshot: Path, answers: Callable[..., list[Any]]) -> None:
    asked = {one["id"]: one for one in json.loads((REGION / "scenario.json").read_text("utf-8"))["referral_queries"]}
    expected = events(snapshot, *asked[question]["expected"])
    assert len(expected) == len(asked[question]["expected"])
    page, data = answers(ADDRESSES[question].format(form=""), ADDRESSES[question].format(form=".json"))
    shown = {one.removeprefix("o-") for one in Selector(page.text).css(".results article::attr(id)").getall()}
    assert shown == expected
    assert {one["id"] for one in data.json()["results"]} == expected


def test_the_full_club_is_told_with_the_words_for_its_next_season(snapshot: Path, answers: Callable[..., list[Any]]) -> None:
    (page,) = answers(ADDRESSES["q3"].format(form=""))
    full = Selector(page.text).css("section.full")
    assert {one.removeprefix("o-") for one in full.css("article::attr(id)").getall()} == events(snapshot, "c6a")
    assert full.css(".season::text").get() == "Seuraavaa kautta ei ole vielä kalenterissa: kysy järjestäjältä."


def test_the_overlaps_of_the_planners_evening_are_among_the_overlaps(snapshot: Path, answers: Callable[..., list[Any]]) -> None:
    (data,) = answers("/explore/ohjaus/paallekkaisyydet.json?paivia=4&laji=venue")
    assert [{one["event_a"], one["event_b"]} for one in data.json()["rows"]] == [events(snapshot, "c2a", "c2b")]


def test_every_card_of_the_first_question_says_all_nine_things(answers: Callable[..., list[Any]]) -> None:
    (page,) = answers(ADDRESSES["q1"].format(form=""))
    for card in Selector(page.text).css(".results article"):
        assert len(card.css("dt")) == 9
        assert all(" ".join(one.css("::text").getall()).strip() for one in card.css("dd"))
        assert "Esteetön sisäänkäynti: on" in card.css("dd ::text").getall()
