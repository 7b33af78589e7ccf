"""A small region for the doctor's tests, and answers that need no server."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from harvesters.record import Response
from harvesters.source import Schedules
from kooste import cli
from kooste.doctor import Examination, examine_answer
from tests.town import NOW as TOWN_NOW
from tests.town import Town
from tests.warm import SANDBOX, warm

NOW = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)
SAMPLES = Path(__file__).parent / "doctor"
PLACES: list[dict[str, Any]] = [
    {"id": "torikulma", "name": {"fi": "Kumppanuustalo Torikulma"}, "aliases": ["Torikulma"], "district": "Keskusta"},
    {"id": "kirjasto", "name": {"fi": "Norppalan pääkirjasto"}, "aliases": ["Pääkirjasto"], "district": "Keskusta"},
    {"id": "uimahalli", "name": {"fi": "Norppalan uimahalli"}, "district": "Kyrönniemi"},
]


def schedules(**fetch: Any) -> Schedules:
    return Schedules.model_validate(
        {
            "region": {
                "id": "norppala",
                "name": "Norppalan tapahtumat",
                "timezone": "Europe/Helsinki",
                "public_address": "https://tapahtumat.example/",
                "contact": {"name": "Tapahtumakalenterin toimisto", "email": "toimisto@tapahtumat.example"},
            },
            "defaults": {"language": "fi", "fetch": fetch},
            "places": PLACES,
        }
    )


def answer(body: bytes, url: str = "https://auttajat.example/kalenteri", content_type: str = "") -> Response:
    headers = {"content-type": content_type} if content_type else {}
    return Response(source_id="doctor", url=url, status=200, headers=headers, body=body, fetched_at=NOW)


REGION = schedules()


@cache
def examined(body: bytes, **more: str) -> Examination:
    """Read in one sandbox that all tests of a process share: starting one takes a second."""
    return examine_answer(REGION, answer(body, **more), NOW, sandbox=SANDBOX)


def invoke(town: Town, command: Any, *arguments: str, now: str = TOWN_NOW) -> Result:
    """A command of ``kooste.cli_doctor`` over a town's configuration."""
    told = ["--config", str(town.config()), "--data", str(town.data), "--now", now]
    with warm():
        return CliRunner().invoke(cli.main, [command.__name__, *arguments, *told], catch_exceptions=False)
