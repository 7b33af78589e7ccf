"""The demo region's data as a frozen snapshot, for tests that ask the explorer about a whole region; made once for all processes."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from store.database import open_store
from store.snapshot import freeze
from tests.once import made_once
from tests.story_told import SUBMITTED, story_told


def region_snapshot(factory: pytest.TempPathFactory) -> Path:
    """The snapshot of 23 November 2026, when every source of the region is known; nobody may write into it."""
    story = story_told(factory)

    def make(folder: Path) -> None:
        shutil.copy(story.known[SUBMITTED].path, folder / "kooste.db")
        with open_store(folder) as store:
            made = freeze(store, datetime.fromisoformat(SUBMITTED).replace(tzinfo=ZoneInfo("Europe/Helsinki")))
            shutil.copy(made, folder / "region.db")

    return made_once(factory, "region-snapshot", make) / "region.db"
