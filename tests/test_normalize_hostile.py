"""What becomes of each hostile calendar, read and normalised: as many stored, as many set aside, for the reason the kit names."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from harvesters import ical
from harvesters.errors import Unreadable
from harvesters.record import ReadContext, Response
from harvesters.source import Horizon
from normalize.mapping import Context, normalize
from normalize.places import PlaceRegistry
from normalize.recurrence import Window
from tests.normalizing import source
from tests.shared import HOSTILE, needs_hostile

NOW = datetime(2027, 1, 15, 12, tzinfo=UTC)
CONTEXT = Context(
    window=Window.around(NOW, Horizon(months_back=1, months_ahead=24), "Europe/Helsinki"),
    places=PlaceRegistry(()),
    region_timezone="Europe/Helsinki",
    max_occurrences=1000,
    today=NOW.date(),
)
EXPECTED: dict[str, dict[str, Any]] = json.loads((HOSTILE / "expected.json").read_text(encoding="utf-8")) if HOSTILE.is_dir() else {}
FILES = sorted(name for name in EXPECTED if name.startswith("ics/") and (HOSTILE / name).is_file())
SOURCE = source(language="en")


def outcome(path: Path) -> tuple[int, int, set[str], str]:
    """Stored, not stored, the codes of everything noted, and all that would reach the database."""
    response = Response(source_id="s", url="https://x.example/a.ics", status=200, headers={}, body=path.read_bytes(), fetched_at=NOW)
    reading = ical.read(response, ReadContext(zone="Europe/Helsinki"))
    answers = [normalize(raw, SOURCE, CONTEXT) for raw in reading.events]
    listings = [answer.listing for answer in answers if answer.listing]
    codes = {issue.code for issues in (reading.issues, *(answer.issues for answer in answers)) for issue in issues}
    return len(listings), reading.read - len(listings), codes, "".join(listing.model_dump_json() for listing in listings)


@needs_hostile
@pytest.mark.parametrize("name", FILES)
def test_a_hostile_calendar_costs_nothing_but_its_own_events(name: str) -> None:
    expected = EXPECTED[name]
    if expected["verdict"] == "REJECT":
        with pytest.raises(Unreadable):
            outcome(HOSTILE / name)
        return
    stored, others, codes, text = outcome(HOSTILE / name)
    assert (stored, others) == (expected["accepted"], expected["quarantined"])
    if expected["verdict"] == "PARTIAL":
        assert expected["reason"] in codes
    for secret in (
        "pekka@",
        "maija.private",
        "1234567",
        "user:secret",
        '"url":"javascript:',
        'href=\\"javascript:',
        "<script",
        "<svg",
        "\x00",
    ):
        assert secret not in text
