"""Options of our own: ``--update-golden`` writes expected results anew instead of comparing them (look at the difference then)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.database import open_store
from tests.publish_rows import publish, schedules, small_region
from tests.store_support import Region


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the expected results of tests/sources anew")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """True where expected results are to be written, not compared."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    """A configured region in a store of its own, ready to take answers."""
    with open_store(tmp_path) as store:
        made = Region(store)
        made.configure()
        yield made


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small region in three languages."""
    directory = tmp_path_factory.mktemp("site")
    publish(small_region(), directory, schedules=schedules())
    return directory
