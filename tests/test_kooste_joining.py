"""``kooste explain``, ``verdict`` and ``review``: reasons in words, decisions that hold at once, and errors that help."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from kooste.cli import main
from kooste.settings import load
from store.database import open_store
from tests.store_support import HELSINKI, Region, record, schedules

_START = datetime(2026, 11, 28, 18, tzinfo=HELSINKI)


class Desk:
    """A small region whose sources told of one concert, and the commands over it."""

    def __init__(self, folder: Path) -> None:
        self.config, self.data = folder / "schedules.yaml", folder / "var"
        document = schedules().model_dump(mode="json", exclude_defaults=True)
        self.config.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")
        with open_store(self.data) as store:
            region = Region(store, load(self.config))
            region.configure()
            region.harvest([record("c1", "Joulukonsertti", _START), record("c2", "Lukupiiri", _START)], source="choir")
            region.harvest([record("l1", "Joulukonsertti kirjastossa", _START)], source="library")
            region.relate()
            self.ids: dict[str, str] = dict(region.rows("select uid, id from listing"))

    def run(self, *arguments: str, fails: bool = False) -> Result:
        told = ["--config", str(self.config), "--data", str(self.data), "--now", "2026-11-01T08:00"]
        result = CliRunner().invoke(main, [*arguments, *told])
        assert (result.exit_code != 0) == fails, result.output
        return result

    def json(self, *arguments: str) -> Any:
        return json.loads(self.run(*arguments, "--json").stdout)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.mark.parametrize(
    ("language", "words"), [("fi", "klo 18.00–19.00"), ("sv", "kl. 18.00–19.00"), ("en", "28 November 2026 18:00–19:00")]
)
def test_reasons_are_told_in_three_languages(desk: Desk, language: str, words: str) -> None:
    told = desk.run("explain", desk.ids["c1"], desk.ids["l1"], "--lang", language).stdout
    assert "Joulukonsertti kirjastossa, 2026-11-28 18:00 (Source library" in told
    assert words in told
    assert "They are one event now." in told


def test_what_is_apart_says_why(desk: Desk) -> None:
    told = desk.json("explain", desk.ids["c1"], desk.ids["c2"])
    assert told["is_joined"] is False
    assert told["likeness"]["decision"] == "apart"
    assert all(sign["code"] for sign in told["likeness"]["signs"])
    assert "They are two events now." in desk.run("explain", desk.ids["c1"], desk.ids["c2"]).stdout


def test_a_verdict_is_obeyed_at_once_listed_and_taken_back(desk: Desk) -> None:
    pair = (desk.ids["c1"], desk.ids["l1"])
    told = desk.run("verdict", "different", *pair, "--by", "toimitus", "--why", "eri kuoro").stdout
    assert "two events" in told
    explained = desk.run("explain", *pair).stdout
    assert "toimitus decided on 2026-11-01: two events. eri kuoro" in explained
    assert "They are two events now." in explained
    (row,) = desk.json("verdict", "--list")["verdicts"]
    assert (row["kind"], row["by"], row["why"]) == ("different", "toimitus", "eri kuoro")
    assert "Joulukonsertti" in desk.run("verdict", "--list").stdout
    assert "Taken back" in desk.run("verdict", "different", *pair, "--undo").stdout
    assert desk.json("explain", *pair)["is_joined"] is True


def test_a_page_of_an_event_names_it_too(desk: Desk) -> None:
    with open_store(desk.data) as store:
        ((slug, listings),) = store.public.execute("select slug, listing_ids from event where listings = 2").fetchall()
    told = desk.json("explain", f"https://kalenteri.example/fi/t/{slug}/", desk.ids["c2"])
    assert told["a"]["listing_id"] in listings


def test_the_queue_says_how_many_wait(desk: Desk) -> None:
    assert desk.run("review").stdout.endswith("0 pairs wait for a person.\n")
    assert desk.json("review") == {"asked": [], "more": 0}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["explain", "nobody", "{c1}"], "no listing or event of the id 'nobody' is known"),
        (["verdict", "same", "{c1}"], "two LISTINGs"),
        (["verdict", "same", "{c1}", "{c2}"], "say --by whom"),
        (["verdict", "same", "{c1}", "{c2}", "--by", "maija.virtanen@example.org"], "--by"),
        (["verdict", "same", "{c1}", "{c1}", "--by", "toimitus"], "the same record of the same source"),
        (["verdict", "same", "{c1}", "{c2}", "--undo"], "nothing was decided of these two"),
    ],
)
def test_errors_say_what_to_do(desk: Desk, arguments: list[str], words: str) -> None:
    result = desk.run(*(argument.format(**desk.ids) for argument in arguments), fails=True)
    assert words in result.output


def test_before_anything_was_harvested(tmp_path: Path, desk: Desk) -> None:
    desk.data = tmp_path / "empty"
    assert "holds no events yet" in desk.run("review", fails=True).output
