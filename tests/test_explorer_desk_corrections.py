"""Corrections at the desk: one that is in force stands on both of its pages and can be taken back there."""

from __future__ import annotations

from pathlib import Path

from tests.desk_client import DESK, base, copied, press, sign_in
from tests.door_client import Visitor


def test_a_correction_in_force_is_listed_and_taken_back(tmp_path: Path) -> None:
    sitting = copied(base(tmp_path), tmp_path / "copy")

    async def story(visitor: Visitor) -> list[str]:
        await sign_in(visitor)
        await visitor.open(f"{DESK}korjaukset/place/hall?field=name.fi")
        await visitor.send({"field": "name.fi", "value": "Saarihalli", "why": "uusi nimi"}, to=f"{DESK}korjaukset/place/hall")
        one = visitor.text
        await visitor.open(f"{DESK}korjaukset")
        listed = visitor.text
        await press(visitor, "Poista korjaus")
        await visitor.open(f"{DESK}korjaukset")
        return [one, listed, visitor.text]

    one, listed, after = sitting.run(story)
    assert "Saarihalli (toimitus" in one
    assert "Saarihalli (toimitus" in listed
    assert "uusi nimi" in listed
    assert "Saarihalli" not in after
    assert [act[0] for act in sitting.acts()] == ["correct", "uncorrect"]
