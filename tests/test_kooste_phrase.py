"""``kooste phrase``: the form of the region's table on standard output, messages for people where it is asked wrongly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kooste.cli import main
from tests.shared import REGION, needs_region

CONFIG = Path(__file__).parents[1] / "schedules.yaml"


def phrase(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["phrase", *arguments, "--config", str(CONFIG)])


def test_json_is_the_answer_and_nothing_else() -> None:
    done = phrase("la 28.11. klo 18–20", "--lang", "fi", "--date", "2026-11-22", "--kind", "datetime", "--json")
    assert json.loads(done.stdout) == {"events": [{"start": "2026-11-28T18:00", "end": "2026-11-28T20:00", "all_day": False}]}


@needs_region
def test_phrases_of_the_table_are_answered_in_its_form() -> None:
    for line in (REGION / "phrases.jsonl").read_text(encoding="utf-8").splitlines()[:3]:
        asked = json.loads(line)
        done = phrase(asked["text"], "--lang", asked["lang"], "--date", asked["reference_date"], "--kind", asked["kind"], "--json")
        assert json.loads(done.stdout) == asked["expected"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("  ",), 2, "give the words in quotes"),
        (("la 28.11.", "--date", "22.11.2026"), 2, "'22.11.2026' is no day; write it as 2026-11-22"),
        (("la 28.11.", "--date", "2026-02-30"), 2, "'2026-02-30' is no day"),
        (("la 28.11.", "--lang", "de"), 2, "'de' is not one of 'fi', 'sv', 'en', 'se'"),
        (("la 28.11.", "--kind", "when"), 2, "'when' is not one of 'datetime'"),
        (("tervetuloa", "--kind", "datetime", "--lang", "fi"), 0, "Nothing of it was understood."),
    ],
)
def test_a_wrong_question_is_answered_for_people(arguments: tuple[str, ...], code: int, said: str) -> None:
    done = phrase(*arguments)
    assert (done.exit_code, said in done.output) == (code, True)
