"""Options of our own: ``--update-golden`` writes expected results anew instead of comparing them (look at the difference then)."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from store.database import open_store
from tests.browsing import browser
from tests.once import made_once
from tests.publish_rows import publish, schedules, small_region
from tests.store_support import Region

__all__ = ["browser"]  # a fixture of the whole suite by being here

# Thousands of tests in one run, on a machine that may have other work: how many examples are enough, and no clock on any of them.
# The same examples each time, so that a change is judged by what it changes and not by luck; --hypothesis-profile=hunt draws new ones.
_SLOW = [HealthCheck.too_slow]
settings.register_profile("suite", settings(), max_examples=60, deadline=None, derandomize=True, suppress_health_check=_SLOW)
settings.register_profile("hunt", settings.get_profile("suite"), derandomize=False)
settings.load_profile("suite")

_MEMORY = Path("/dev/shm")  # noqa: S108 - a file system, not a file of a name that somebody could guess
_ROOM = 8 * 2**30
"""Bytes: ten times what a whole run held at its fullest, for the processes need memory too."""


def pytest_configure() -> None:
    """Where memory has room for them, files of tests are kept in it: hundreds of published sites take half as long as on a disk."""
    if "TMPDIR" not in os.environ and _MEMORY.is_dir() and min(shutil.disk_usage(_MEMORY).free, _available()) > _ROOM:
        os.environ["TMPDIR"] = str(_MEMORY)
        tempfile.tempdir = None


def _available() -> int:
    """Bytes of memory that nothing needs; 0 where the system does not tell."""
    try:
        lines = Path("/proc/meminfo").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:")), 0)


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


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small region in three languages, published; to be looked at only."""
    return made_once(tmp_path_factory, "site", lambda directory: publish(small_region(), directory, schedules=schedules()))
