"""docs/duplicates.md and the table of signs say the same."""

from __future__ import annotations

import re

from normalize.likeness_points import ASK, JOINED, POINTS, VETOES
from tests.shared import ROOT

_DOCUMENT = (ROOT / "docs" / "duplicates.md").read_text(encoding="utf-8")


def test_every_sign_stands_there_with_its_points_and_its_reason() -> None:
    rows = re.findall(r"^\| `(\w+)` \| ([+-][\d.]+)( \(veto\))? \| (.+) \|$", _DOCUMENT, re.MULTILINE)
    told = {code: (float(points), bool(veto), reason) for code, points, veto, reason in rows}
    assert told == {code: (weight.points, code in VETOES, weight.reason) for code, weight in POINTS.items()}


def test_the_thresholds_stand_there() -> None:
    assert f"**{JOINED:g} points or more**" in _DOCUMENT
    assert f"**{ASK:g} to {JOINED:g}**" in _DOCUMENT
